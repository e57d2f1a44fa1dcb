"""Offices told by a verb or noun: *was appointed*, *the resignation of*. See `rules/holding.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office, Status, read_office
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title, phrase
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.arguments.timing import date_of
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.modality import Modality, modality
from eventgraph.extract.roles.held import Held
from eventgraph.extract.roles.in_verbs import is_description, is_rank_beside, of_place_of_work, verbal
from eventgraph.extract.roles.tenure import is_history, is_over, tenure_dates
from eventgraph.model import Value

ELECT = frozenset({"elect", "designate"})
OPENING = frozenset({'"', "“", "‘"})
DECIDING = frozenset({"vote", "accept"})
STAYING = frozenset({"remain", "stay", "continue"})


def told(doc: Doc, matcher: Matcher) -> Iterator[Held]:
    """Yield the offices that the rules of `matcher` find; those denied or only thought of are left out."""
    for match in matcher.matches(doc):
        grade = _grade(match.trigger)
        if grade in {"asserted", "planned"}:
            yield from _holdings(match, grade)


def _grade(trigger: Token) -> Modality:
    """*serves until 2024*: an end to come does not make what is held now a plan."""
    grade = modality(trigger)
    if grade == "planned" and trigger.head.lemma_.lower() in DECIDING:
        return modality(trigger.head)  # *voted to remove him*, *accepted his resignation*
    lasts = trigger.tag_ in {"VBZ", "VBP"} and "until" in tenure_dates(trigger)
    return "asserted" if grade == "planned" and lasts else grade


def _holdings(match: Match, grade: Modality) -> Iterator[Held]:
    attributes = _attributes(match, grade)
    for title, office in verbal(match) if "verbal" in match.rule.flags else _offices(match):
        if "change" in match.rule.attributes and (is_description(office, title) or is_rank_beside(title)):
            continue
        office = of_place_of_work(office, match.trigger)
        found = office._replace(status=_status(match, office, title, grade))
        for person in _people(match, title):
            unclear = _is_unclear(match, person) or _is_said_of_another(match.trigger, person)
            if not _is_anothers(title, person) and not unclear:
                yield Held(person, found, match.trigger, title, f"roles/{match.rule.name}", attributes)


def _people(match: Match, title: Token) -> list[Reference]:
    """Whom the match names, the title aside; whose title it is in *the minister, Ann Lee, resigned*."""
    heads = match.arguments["person"]
    beside = [phrase.person for phrase, _ in title.doc._.titles if phrase.head == title]
    leaves = title in heads and match.rule.attributes.get("status") == "former"
    found = [*map(reference, beside)] if leaves else parties(heads, groups=False)
    people = {one.entity.id: one for one in found if one is not None and one.entity.type == "person"}
    return [one for one in people.values() if one.head != title.i]


def _offices(match: Match) -> Iterator[tuple[Token, Office]]:
    read: set[int] = set()
    for title in (t for noun in match.arguments["title"] for t in (noun, *_beside(noun))):
        tokens = phrase(title)
        if title.lower_ in ELECT and title.i > 1 and title.nbor(-1).text == "-":
            title = title.nbor(-2)  # President-elect
        usable = is_title(title) and title.i not in read
        office = read_office(_outside_names(tokens), title) if usable else None
        read.update(t.i for t in tokens)
        if office:
            yield title, office


def _is_anothers(title: Token, person: Reference) -> bool:
    """Does the name of somebody else follow, whose title it is? *told Lee that Minister Kim …*"""
    held = (found.person for found, _ in title.doc._.titles if found.head == title)
    after = (reference(t) for t in (*title.doc[title.i + 1 : title.i + 2], *held))
    return any(r is not None and r.entity.type == "person" and r.entity.id != person.entity.id for r in after)


def _is_unclear(match: Match, person: Reference) -> bool:
    """*Kim, the son of Lee, who was minister*: another name stands before *who*, or behind the clause."""
    if match.trigger.dep_ == "acl:relcl" and person.head > match.trigger.right_edge.i:
        return match.trigger.head.i != person.head
    if match.trigger.dep_ != "acl:relcl" or match.trigger.head.i != person.head:
        return False
    doc, edge = match.trigger.doc, match.trigger.left_edge.i
    before = [r for t in doc[max(edge - 3, person.head + 1) : edge] if (r := reference(t))]
    return any(r.entity.type == "person" and r.entity.id != person.entity.id for r in before)


def _is_said_of_another(trigger: Token, person: Reference) -> bool:
    """*Kim said, "He was a good leader"*: who speaks of himself says *I*."""
    if person.mention.text.lower() not in {"he", "she"}:
        return False
    for verb in trigger.ancestors:
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            found, between = reference(subject), trigger.doc[subject.i : trigger.i]
            if found and found.entity.id == person.entity.id and any(t.text in OPENING for t in between):
                return True
    return False


def _outside_names(tokens: tuple[Token, ...]) -> list[Token]:
    """*elected Jan Novak president*: the parser may take the name for a part of the title."""
    return [t for t in tokens if t.ent_type_ != "person"]


def _beside(noun: Token) -> list[Token]:
    """*chairman and chief executive*, *mayor of Denver and governor of Colorado*: the second."""
    below = [token for token in noun.subtree if token.dep_ == "conj" and is_title(token)]
    return [token for token in dict.fromkeys((*noun.conjuncts, *below)) if token.i > noun.i]


def _attributes(match: Match, grade: Modality) -> dict[str, Value]:
    """The change and its date; a change that is only planned has not been."""
    change = match.rule.attributes.get("change")
    if grade == "planned":
        return {}
    if change is None:
        return tenure_dates(match.trigger)
    return {"change": change, "date": date_of(match.trigger)}


def _status(match: Match, office: Office, title: Token, grade: Modality) -> Status:
    """What the phrase says comes first (*acting*), then the rule, then the tense."""
    given = cast("Status | None", match.rule.attributes.get("status"))
    if office.status != "current":
        return office.status
    if grade == "planned":
        return "current" if given == "former" or match.trigger.lemma_.lower() in STAYING else "elect"
    if given in {"former", "elect"}:
        return given
    over = is_over(match.trigger, by_tense="past-is-over" in match.rule.flags)
    over = over or (match.trigger.tag_ in {"VBD", "VBN"} and is_history(match.trigger, title))
    return "former" if over else given or "current"
