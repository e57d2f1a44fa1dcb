"""Who follows whom in an office told of one of the two: *Lee succeeds Kim*, *Kim handed over to Lee*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Status
from eventgraph.annotate.references import Reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.grammar.syntax import expanded, logical_objects, logical_subjects, obliques, subjects
from eventgraph.extract.modality import modality
from eventgraph.extract.roles.held import Held, is_handed_on

FOLLOW = frozenset({"succeed", "replace"})
CHOOSE = frozenset({"appoint", "name", "elect", "choose", "pick", "install", "nominate", "select", "hire"})
OVER = frozenset({"over"})
NEAR = 40  # tokens between the verb and a title of one who follows or is followed


class Succession(NamedTuple):
    """`new` follows `old` in an office; `verb` tells so."""

    verb: Token
    new: Reference
    old: Reference


def successions(doc: Doc, held: Sequence[Held]) -> Iterator[Held]:
    """Yield the office of the one of whom it is not told, as the other has or had it."""
    for one in _told(doc):
        grade = modality(one.verb)
        if grade in {"asserted", "planned"}:
            new, old = _nearest(one, one.new, held), _nearest(one, one.old, held)
            if new and not old and (grade == "asserted" or new.office.status == "elect"):
                yield _given(new, one.old, one.verb, "former" if grade == "asserted" else "current")
            elif old and not new:
                yield _given(old, one.new, one.verb, "current" if grade == "asserted" else "elect")


def _told(doc: Doc) -> Iterator[Succession]:
    """The verbs that tell of two persons and of no office; where *as* tells which, rules read it."""
    for verb in doc:
        follows = verb.pos_ == "VERB" and verb.lemma_.lower() in FOLLOW | {"take"}
        if not follows or any(is_title(one) for one in obliques(verb, {"as"})):
            continue
        old = _people(_old(verb))
        new = _people(_new(verb)) if old else []
        if len(new) == len(old) == 1 and new[0].entity.id != old[0].entity.id:
            yield Succession(verb, new[0], old[0])


def _old(verb: Token) -> list[Token]:
    """Whom it is told that somebody follows: *succeeds Kim*, *takes over from Kim*."""
    if verb.lemma_.lower() in FOLLOW:
        return logical_objects(verb)
    takes_over = verb.lemma_.lower() == "take" and any(child.lower_ in OVER for child in verb.rights)
    return obliques(verb, {"from", "over from"}) if takes_over and subjects(verb) else []


def _new(verb: Token) -> list[Token]:
    """Who follows: *Lee succeeds Kim*; whom somebody chose: *named Lee as chief, replacing Kim*."""
    chosen = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.lemma_.lower() in CHOOSE
    return logical_objects(verb.head) if chosen else logical_subjects(verb)


def _people(heads: list[Token]) -> list[Reference]:
    return [one for one in parties(expanded(heads), groups=False) if one.entity.type == "person"]


def _nearest(one: Succession, person: Reference, held: Sequence[Held]) -> Held | None:
    """The office told of the person nearest to the verb."""
    own = [each for each in held if each.person.entity.id == person.entity.id and is_handed_on(each)]
    near = [each for each in own if abs(each.title.i - one.verb.i) <= NEAR]
    return min(near, key=lambda each: abs(each.title.i - one.verb.i), default=None)


def _given(of: Held, person: Reference, verb: Token, status: Status) -> Held:
    office = of.office._replace(status=status)
    return Held(person, office, verb, of.title, "roles/succession", {})
