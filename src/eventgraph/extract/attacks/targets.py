"""Who and what is attacked, and by whom: named things, and things without a name called by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec
from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.extract.arguments.location import named_beside
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.casualties.victims import LEFT, is_people
from eventgraph.extract.grammar.syntax import (
    agents,
    expanded,
    first_conjunct,
    logical_subjects,
    objects,
    obliques,
    subjects,
)
from eventgraph.lexicon import find_organization, words
from eventgraph.model import EntityType, make_entity

BESIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat"})
ARMED_BODIES = frozenset({"military", "armed-group", "police", "intelligence"})
HOLDERS = frozenset(
    {
        "meeting",
        "gathering",
        "group",
        "number",
        "series",
        "convoy",
        "crowd",
        "hundred",
        "dozen",
        "position",
        "leadership",
        "part",
    }
)


MEANT = frozenset({"group", "militia", "organization", "organisation", "movement"})
FAR = 60  # tokens between *the group* and its name
DENIALS = frozenset({"deny", "boast"})
TAKEN_UP = frozenset({"them", "him", "her"})
HITTING = frozenset({"hit", "strike"})


def targets(tokens: Iterable[Token]) -> list[Reference]:
    """Return the persons, bodies, places, people and things that `tokens` name."""
    found = (target_of(token) for token in _members(_taken_up(tokens)))
    return list({one.entity.id: one for one in found if one}.values())


def _taken_up(tokens: Iterable[Token]) -> Iterator[Token]:
    """*rounded up the herders and shot them*: the herders, for *them*."""
    for token in tokens:
        verb = token.head
        stands = token.lower_ in TAKEN_UP and verb.dep_ == "conj" and reference(token) is None
        before = expanded(objects(first_conjunct(verb))) if stands else []
        yield from before or [token]


def _members(tokens: Iterable[Token]) -> Iterator[Token]:
    """*a meeting of leaders*, *dozens of civilians*: leaders, civilians."""
    for token in tokens:
        inner = [one for one in expanded(obliques(token, {"of"})) if target_of(one)]
        held = token.lemma_.lower() in HOLDERS or token.lower_ in words("numbers.vague")
        yield from inner if inner and held else [token]


def target_of(token: Token) -> Reference | None:
    """Return what a token names as a target: *Kabul*, *the mayor*, *civilians*, *an aid convoy*."""
    named = named_as(token) or reference(token) or next(named_beside(token), None)
    if named and named.mention.via != "demonym" and not _is_mistaken(named, token):
        return named
    party = party_of(token)
    if party and not _is_mistaken(party, token):
        return party
    if is_people(token):
        return unnamed(token, "group")
    if is_thing(token):
        return unnamed(token, "place")
    return unnamed(token, "group") if _is_force(token) else None


def _is_mistaken(named: Reference, token: Token) -> bool:
    """*the hospital* is no country, whatever it was linked to."""
    linked = named.mention.via == "nominal" and named.head == token.i
    return linked and is_thing(token) and named.entity.type in {"country", "person"}


def _is_force(token: Token) -> bool:
    """*government forces*, *the patrol*: those who bear arms, and bodies without a name."""
    armed = token.lemma_.lower() in words("attack.armed")
    return token.pos_ == "NOUN" and (armed or token._.kind == "organization")


def is_thing(token: Token) -> bool:
    """Is it a common noun for a place, a building, a vehicle?"""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words("attack.things")


def unnamed(noun: Token, type: EntityType) -> Reference:
    """An entity called by its words without article and figure: *Israeli military vehicles*."""
    first = noun
    for child in reversed(list(noun.lefts)):
        if (
            child.dep_ not in LEFT
            or child.lower_ == "shot"
            or _is_day(child)
            or child.pos_ in {"PRON", "DET", "NUM"}
            or child.left_edge.i + 1 < child.i - 4
        ):
            break
        first = child.left_edge
    while first.pos_ in {"DET", "PRON", "NUM", "PUNCT"} and first.i < noun.i and not _is_age(first):
        first = first.nbor()
    span = noun.doc[first.i : noun.i + 1]
    return Reference(make_entity(" ".join(span.text.split()), type), mention_of(span, "nominal"), noun.i)


def _is_day(token: Token) -> bool:
    """*On Sunday police shot a man*: Sunday is no part of who they are."""
    return any(one.start <= token.idx < one.end for one in token.doc._.dates)


def _is_age(token: Token) -> bool:
    """*18-year-old*: the figure belongs to the word."""
    after = token.doc[token.i + 1 : token.i + 3]
    return token.pos_ == "NUM" and [one.lower_ for one in after] == ["-", "year"]


def attackers(tokens: Iterable[Token]) -> list[Reference]:
    """Return who attacks; *Turkish warplanes* are Turkey, *Israeli strikes* Israel, a bomb is nobody."""
    found = [one for token in tokens for one in _attackers(token)]
    return list({one.entity.id: one for one in found}.values())


def _attackers(token: Token) -> Iterator[Reference]:
    named = named_as(token) or (None if _body_meant(token) else party_of(token))
    if named and not words("attack.diseases").isdisjoint(named.entity.name.lower().replace("-", " ").split()):
        return
    if named:
        yield named
    elif token.lower_ == "it" and _group_before(token):
        yield from _group_before(token)
    elif token.pos_ == "PRON" and reference(token) is None:
        yield from (one for one in attackers(_meant(token)) if is_armed(one, token.doc[one.head]))
    elif token.lemma_.lower() in words("casualty.animals"):
        return
    elif _body_meant(token):
        yield from _body_meant(token)
    elif _senders(token):
        yield from attackers(_senders(token))
    elif token.lemma_.lower() in words("attack.munitions") and token.dep_ == "obj" and not owners(token):
        yield from attackers(expanded(logical_subjects(token.head)))  # fired missiles that hit
    elif _is_sent(token) or is_gunfire(token):
        yield from owners(token)
    elif token.lemma_.lower() in words("attack.rulers"):
        yield unnamed(token, "group")  # the Asad regime is not Asad
    else:
        bodies = [one for one in (*owners(token), *_led_by(token)) if one.entity.type == "organization"]
        bodies = [one for one in bodies if _commands(one, token)]
        people = is_people(token) or token.lemma_.lower() in words("attack.armed")
        if bodies:
            yield from bodies  # Hamas militants, the Houthi movement
        elif people:
            yield unnamed(token, "group")


def _is_sent(noun: Token) -> bool:
    """*Turkish warplanes*, *an Israeli strike*, *a Russian bomb*: whose they are did it."""
    sent = ("platforms", "events", "munitions", "bombs")
    word = noun.lemma_.lower()
    return word != "bomber" and any(word in words(f"attack.{kind}") for kind in sent)


def _body_meant(noun: Token) -> list[Reference]:
    """*The group carried out the raid*: the armed body named last."""
    alone = {child.lower_ for child in noun.lefts} <= words("attack.said_group") and list(noun.lefts)
    if noun.lemma_.lower() not in MEANT or not alone:
        return []
    references = noun.doc._.references
    before = (references[i] for i in range(noun.i - 1, max(noun.i - FAR, 0) - 1, -1) if i in references)
    armed = (one for one in before if one.entity.type == "organization" and is_armed(one, noun))
    return [inferred(one, "body-meant") for one in islice(armed, 1)]


def _group_before(pronoun: Token) -> list[Reference]:
    """*The rebel group is silent. In May it kidnapped a priest*: the body that is the group."""
    start = pronoun.sent.start
    if reference(pronoun) is not None or start == 0 or pronoun.dep_ != "nsubj":
        return []
    before = [one for one in pronoun.doc[start - 1].sent if one.dep_ in {"nsubj", "nsubj:pass"}]
    return _body_meant(before[0]) if before else []


def inferred(one: Reference, rule: str) -> Reference:
    """Return the reference as the outcome of a named rule, from its own mention."""
    mention = msgspec.structs.replace(one.mention, via="inferred", rule=rule)
    return msgspec.structs.replace(one, mention=mention)


def _led_by(noun: Token) -> list[Reference]:
    """*fighters of the Dawn Front*: the front."""
    if noun.lemma_.lower() not in words("attack.armed") | words("attack.branches"):
        return []
    found = (reference(one) for one in obliques(noun, {"of", "from"}))
    return [one for one in found if one and is_armed(one, noun)]


def _commands(one: Reference, noun: Token) -> bool:
    """*Hamas militants*; not the ministry that says *its forces*, nor the bank of a *bank worker*."""
    own = one.mention.via == "name" and noun.lemma_.lower() not in words("attack.civilians")
    return own or is_armed(one, noun)


def _meant(pronoun: Token) -> list[Token]:
    """*The army said it shelled the town*, *bombers killed five when they blew themselves up*: who."""
    clause = pronoun.head
    if clause.dep_ == "acl" and clause.head.lemma_.lower() in words("casualty.documents"):
        clause = clause.head  # said in a statement that it had
    verb = clause.head.lemma_.lower()
    says = clause.dep_ in {"ccomp", "obl"} and verb in words("casualty.sources") | DENIALS
    same = (says or clause.dep_ == "advcl") and pronoun.lower_ in {"it", "they"} and pronoun.dep_ == "nsubj"
    meant = expanded(logical_subjects(clause.head)) if same else []
    return [one for one in meant if pronoun.lower_ == "they" or one.tag_ != "NNS"]


def _senders(weapon: Token) -> list[Token]:
    """*a bomb planted by insurgents*, *a van driven by a student*: insurgents, a student."""
    if weapon.lemma_.lower() not in words("attack.munitions") | words("attack.bombs") | words(
        "attack.motorists"
    ):
        return []
    return expanded([one for child in weapon.rights if child.dep_ == "acl" for one in agents(child)])


def is_gunfire(noun: Token) -> bool:
    """*gunfire*, *Israeli fire*, *tank fire*; not *a forest fire*, *friendly fire*."""
    if noun.lower_ != "fire" or any(child.dep_ == "det" for child in noun.lefts):
        return noun.lower_ == "gunfire"
    before = [child for child in noun.lefts if child.dep_ in BESIDE]
    arms = words("attack.firing") | words("attack.agents")
    armed = any(child.lower_ in arms for child in before)
    told = armed or noun.dep_ == "obl:agent" or noun.head.lemma_.lower() in HITTING  # Greek fire kills 80
    return bool(before) and told and all(child.lower_ in arms or _is_demonym(child) for child in before)


def _is_demonym(token: Token) -> bool:
    found = reference(token)
    return found is not None and found.mention.via == "demonym"


def owners(token: Token) -> list[Reference]:
    """Return the bodies and countries that stand before a noun: *Hamas rocket attacks*, *Israeli strikes*."""
    beside = expanded([child for child in token.lefts if child.dep_ in BESIDE])
    near = [*beside, *(inner for child in beside for inner in child.lefts if inner.dep_ in BESIDE)]
    found = [reference(one) or _owner_meant(one) for one in near]
    named = [one for one in found if one and one.entity.type in {"organization", "country", "group"}]
    armed = [one for one in near if one.lemma_.lower() in words("attack.agents")]
    return named or [unnamed(one, "group") for one in armed]


def _owner_meant(pronoun: Token) -> Reference | None:
    """*The army said its jets had hit the town*: the army; *the rebels said their drones had*: the rebels."""
    if pronoun.lower_ not in {"its", "their"} or pronoun.head.head.dep_ != "ccomp":
        return None
    says = pronoun.head.head.head
    speakers = subjects(says) if says.lemma_.lower() in words("casualty.sources") else []
    return next((one for one in attackers(speakers) if is_armed(one, pronoun.doc[one.head])), None)


def is_armed(one: Reference, token: Token) -> bool:
    """Does the party bear arms, by its kind or its words?"""
    if one.entity.type == "organization":
        known = find_organization(one.entity.name)
        kinds = known.kind in ARMED_BODIES if known else False
        return kinds or bool({w.lower() for w in one.entity.name.split()} & words("attack.armed"))
    if one.entity.type == "group":
        return token.lemma_.lower() in words("attack.armed") | words("attack.attackers")
    return one.entity.type == "country"
