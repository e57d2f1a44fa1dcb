"""Who attacks: people, bodies and countries, and whose the weapons are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.attacks.arms import is_armed
from eventgraph.extract.attacks.body_meant import body_meant, group_before
from eventgraph.extract.attacks.gunfire import BESIDE, is_gunfire
from eventgraph.extract.attacks.unnamed import unnamed
from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.grammar.syntax import agents, expanded, logical_subjects, obliques, subjects
from eventgraph.lexicon import words

DENIALS = frozenset({"deny", "boast"})


def attackers(tokens: Iterable[Token]) -> list[Reference]:
    """Return who attacks; *Turkish warplanes* are Turkey, *Israeli strikes* Israel, a bomb is nobody."""
    found = [one for token in tokens for one in _attackers(token)]
    return list({one.entity.id: one for one in found}.values())


def _attackers(token: Token) -> Iterator[Reference]:
    named = named_as(token) or (None if body_meant(token) else party_of(token))
    if named and not words("attack.diseases").isdisjoint(named.entity.name.lower().replace("-", " ").split()):
        return
    if named:
        yield named
    elif token.lower_ == "it" and group_before(token):
        yield from group_before(token)
    elif token.pos_ == "PRON" and reference(token) is None:
        yield from (one for one in attackers(_meant(token)) if is_armed(one, token.doc[one.head]))
    else:
        yield from _by_words(token)


def _by_words(noun: Token) -> Iterator[Reference]:
    """Who attacks, where neither a name nor a pronoun says it."""
    if noun.lemma_.lower() in words("casualty.animals"):
        return
    if body_meant(noun):
        yield from body_meant(noun)
    elif _senders(noun):
        yield from attackers(_senders(noun))
    elif noun.lemma_.lower() in words("attack.munitions") and noun.dep_ == "obj" and not owners(noun):
        yield from attackers(expanded(logical_subjects(noun.head)))  # fired missiles that hit
    elif _is_sent(noun) or is_gunfire(noun):
        yield from owners(noun)
    elif noun.lemma_.lower() in words("attack.rulers"):
        yield unnamed(noun, "group")  # the Asad regime is not Asad
    else:
        yield from _commanded(noun)


def _commanded(noun: Token) -> Iterator[Reference]:
    """*Hamas militants*, *the Houthi movement*: the body; *gunmen*: themselves."""
    bodies = [one for one in (*owners(noun), *_led_by(noun)) if one.entity.type == "organization"]
    bodies = [one for one in bodies if _commands(one, noun)]
    if bodies:
        yield from bodies
    elif is_people(noun) or noun.lemma_.lower() in words("attack.armed"):
        yield unnamed(noun, "group")


def _is_sent(noun: Token) -> bool:
    """*Turkish warplanes*, *an Israeli strike*, *a Russian bomb*: whose they are did it."""
    sent = ("platforms", "events", "munitions", "bombs")
    word = noun.lemma_.lower()
    return word != "bomber" and any(word in words(f"attack.{kind}") for kind in sent)


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
    driven = words("attack.munitions") | words("attack.bombs") | words("attack.motorists")
    if weapon.lemma_.lower() not in driven:
        return []
    return expanded([one for child in weapon.rights if child.dep_ == "acl" for one in agents(child)])


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
