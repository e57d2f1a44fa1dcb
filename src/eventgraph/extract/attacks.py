"""Attacks: who did violence to whom or what. What counts is in `rules/attack.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.claims import make_claim
from eventgraph.extract.incidents import Telling, incidents, inferred
from eventgraph.extract.location import named_places
from eventgraph.extract.matcher import Match, Matcher
from eventgraph.extract.modality import modality
from eventgraph.extract.quotations import find_quotations
from eventgraph.extract.responsibility import with_claimants
from eventgraph.extract.rules import BUILT_IN, load_rules
from eventgraph.extract.syntax import conjuncts, first_conjunct, logical_objects, logical_subjects, objects
from eventgraph.extract.targets import attackers, is_armed, is_thing, owners, targets
from eventgraph.extract.timing import date_of
from eventgraph.lexicon import load, words
from eventgraph.model import Claim

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
NEW = frozenset({"a", "an", "another", "second", "third", "other"})
PLACES = frozenset({"place", "country"})


class Attacks:
    """Claims of type `attack`."""

    name = "attacks"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "attack.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each incident the article tells apart."""
        told = with_claimants(doc, incidents(self._tellings(doc)))
        for one in told:
            claim = _claim(one)
            if claim:
                yield claim

    def _tellings(self, doc: Doc) -> Iterator[Telling]:
        done: set[int] = set()
        last: Telling | None = None
        quotations = find_quotations(doc)
        for match in self._matcher.matches(doc):
            if match.trigger.i in done or not match.trigger._.prose or not _has_verb(match.trigger):
                continue
            told = _telling(match, last)
            if told:
                done.add(match.trigger.i)
                quoted = any(match.trigger in one for one in quotations)
                last = told = told._replace(quoted=quoted)
                yield from _by_place(told)


def _has_verb(trigger: Token) -> bool:
    """Captions and labels have none."""
    return any(one.pos_ in {"VERB", "AUX"} for one in trigger.sent)


def _telling(match: Match, follows: Telling | None) -> Telling | None:
    """What one match tells; None where it has no target or place, or may be no violence at all."""
    trigger, flags = match.trigger, match.rule.flags
    event = "event" in flags
    if event and (trigger.dep_ in {"compound", "amod"} or _is_vague(trigger, follows is not None)):
        return None
    if event and follows and match.rule.name in {"hit-by-event", "attack-in"} and _is_definite(trigger):
        return None  # the attack told before
    who = attackers(match.arguments.get("attacker", ()))
    if event and not who:
        who = owners(trigger)
    what = targets(match.arguments.get("target", ()))
    where = [*_before(trigger), *named_places(trigger)] if event else named_places(trigger)
    what = [one for one in what if one.entity.id not in {w.entity.id for w in who} and _is_told(one)]
    if event and follows and not (what or where) and _is_new(trigger):
        where = [inferred(one, "same-story") for one in follows.places[:1]]
    grade = _modality(trigger)
    if not _violent(match, who, what) or not (what or (event and where)):
        return None
    if grade != "asserted" and (event or not _are_named(who) or not _are_named(what)):
        return None
    return Telling(
        trigger, tuple(who), tuple(what), tuple(where), _kind(match), date_of(trigger), grade, match.rule.id,
        event and _is_new(trigger), event and _is_definite(trigger),
    )


def _is_definite(noun: Token) -> bool:
    """*the attack*, *these attacks*, with no name of its own: *the attack in Paris*, *the Paris attacks*."""
    definite = any(child.lower_ in DEFINITE for child in noun.children if child.dep_ == "det")
    return definite and not any(reference(child) for child in noun.children)


def _is_new(noun: Token) -> bool:
    """*a bombing that happened on June 27*: one that the article has not told, where it tells of others."""
    before = {child.lower_ for child in noun.children if child.dep_ in {"det", "amod", "nummod", "det:predet"}}
    counted = any(child.dep_ == "nummod" for child in noun.children)
    return bool(before & NEW) or (counted and not before & (DEFINITE | {"all"}))


def _are_named(references: Sequence[Reference]) -> bool:
    return any(one.mention.via != "nominal" for one in references)


def _is_told(target: Reference) -> bool:
    return target.entity.name.lower() not in {"people", "others", "person"}


def _modality(trigger: Token) -> str:
    """*urged them to cease the strikes*: the strikes are a fact."""
    presupposed = trigger.dep_ == "obj" and trigger.head.lemma_.lower() in words("attack.presuppose")
    return "asserted" if presupposed else modality(trigger)


def _by_place(told: Telling) -> list[Telling]:
    """*attacks on Aleppo and Daraya*: one at each."""
    named = [one for one in told.targets if one.entity.type in PLACES and one.mention.via == "name"]
    if told.trigger.tag_ not in {"NNS", "NNPS"}:
        return [told._replace(places=told.places[:1])]
    if len(named) > 1 and len(named) == len(told.targets):
        return [told._replace(targets=(one,), places=(one,)) for one in named]
    if not named and len(told.places) > 1 and _side_by_side(told.places, told.trigger):
        return [told._replace(places=(one,)) for one in told.places if _side_by_side((told.places[0], one), told.trigger)]
    return [told._replace(places=told.places[:1])]


def _side_by_side(places: Sequence[Reference], trigger: Token) -> bool:
    """Are the places coordinated, not one in the other?"""
    doc = trigger.doc
    first = conjuncts(first_conjunct(doc[places[0].head]))
    return any(doc[one.head] in first for one in places[1:]) or len(places) == 1 or places[0] == places[1]


def _is_vague(noun: Token, follows: bool) -> bool:
    """*a campaign*, *a strike* with nothing that tells of weapons; *the second blast* after an attack is told."""
    word = noun.lemma_.lower()
    if word not in words("attack.vague") or (follows and word in {"blast", "explosion"}):
        return False
    before = {child.lower_ for child in noun.lefts if child.dep_ in {"compound", "amod"}}
    return not before & words("attack.armed_words")


def _before(noun: Token) -> list[Reference]:
    """*the Paris attacks*: Paris."""
    found = (reference(child) for child in noun.lefts if child.dep_ == "compound")
    return [one for one in found if one and one.entity.type == "place"]


def _violent(match: Match, who: Sequence[Reference], what: Sequence[Reference]) -> bool:
    """Verbs with peaceful senses need arms: *hit the base*, not *hit a record*; *attacked*, not in words."""
    flags, heads = match.rule.flags, match.arguments.get("attacker", ())
    weapon = any(head.lemma_.lower() in words("attack.munitions") for head in heads)
    if "weapon" in flags and heads and not who and not weapon:
        return False
    if "armed" not in flags or weapon:
        return True
    if not heads:
        return match.rule.name == "attacked"
    bears = any(is_armed(one, match.trigger.doc[one.head]) for one in who if one.entity.type != "country")
    thing = any(one.entity.type == "place" or is_thing(match.trigger.doc[one.head]) for one in what)
    state = any(one.entity.type == "country" for one in who)
    return bears or (thing and state) or (match.rule.name == "attacked" and state)


def _kind(match: Match) -> str:
    """The weapon or manner, in the text's words where it names one."""
    trigger = match.trigger
    if "event" in match.rule.flags:
        modifiers = [child for child in trigger.lefts if child.dep_ in {"compound", "amod"}]
        named = [one.text for one in modifiers if one.lower_ in words("attack.armed_words")]
        return " ".join([*named, trigger.text]).lower()
    heads = [*objects(trigger), *logical_subjects(trigger), *logical_objects(trigger)]
    thrown = [one for one in heads if one.lemma_.lower() in words("attack.munitions")]
    if match.rule.name in {"fired-weapon", "hit", "killed"} and thrown:
        noun = thrown[0]
        before = [child.text for child in noun.lefts if child.dep_ == "compound"]
        return " ".join([*before, noun.text]).lower()
    set_by_rule = match.attributes.get("kind")
    return str(set_by_rule or load("attack")["violent"].get(trigger.lemma_.lower(), trigger.lemma_.lower()))


def _claim(one: Telling) -> Claim | None:
    return make_claim(
        one.trigger,
        "attack",
        {"attacker": one.attackers, "target": one.targets, "place": one.places[:1]},
        {"kind": one.kind, "date": one.date, "modality": one.modality},
        one.rule,
        0.7,
    )
