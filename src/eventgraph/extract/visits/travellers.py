"""Who travels: persons and delegations, with those named as their leaders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.grammar.syntax import agents, conjuncts, expanded, obliques
from eventgraph.lexicon import words

LEADING = frozenset({"lead", "head", "spearhead"})
HOLDING = frozenset({"include", "comprise", "consist"})
CLAUSES = frozenset({"acl", "acl:relcl"})


def travellers(heads: Iterable[Token], doc: Doc) -> list[Reference]:
    """Persons and groups that may be on a journey, among those that the heads name or are led by."""
    heads = [one for head in heads for one in conjuncts(head)]
    led = parties([leader for head in heads for leader in _leaders(head)], groups=False)
    found = [one for one in (*parties(heads), *led) if _travels(one, doc)]
    return list({one.entity.id: one for one in found}.values())


def _leaders(group: Token) -> Iterator[Token]:
    """*a delegation led by Lee*, *a team that includes Lee*: Lee."""
    for clause in group.rights:
        lemma = clause.lemma_.lower()
        if clause.dep_ in CLAUSES and lemma in LEADING:
            yield from agents(clause)
        elif clause.dep_ in CLAUSES and lemma in HOLDING:
            objects = [child for child in clause.rights if child.dep_ == "obj"]
            yield from expanded([*objects, *obliques(clause, {"of"})])


def _travels(party: Reference, doc: Doc) -> bool:
    """Persons, and groups of office holders: no tourists, refugees or troops."""
    if party.entity.type == "person":
        return not _is_storm(party, doc)
    head = doc[party.head]
    return party.entity.type == "group" and (
        is_title(head) or head.lemma_.lower() in words("travel.delegations")
    )


def _is_storm(party: Reference, doc: Doc) -> bool:
    """*Hurricane Dora reached Haiti*, *after Dora reached Haiti*."""
    heads = [one.head for one in doc._.references.values() if one.entity.id == party.entity.id]
    before = {child.lemma_.lower() for i in heads for child in (doc[i], *doc[i].lefts)}
    return not before.isdisjoint(words("travel.storms"))
