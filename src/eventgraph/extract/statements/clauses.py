"""The words said as the tree has them: all of the clause or phrase, without those of the cue."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import agents, first_conjunct, nonfinite, passive
from eventgraph.lexicon import words

RAISED = frozenset({"obj", "iobj", "nsubj", "nsubj:pass"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
CLAUSES = frozenset({"ccomp", "parataxis"})
OTHERS = frozenset({"conj", "cc", "parataxis", "discourse", "punct", "list"})


def clause_words(trigger: Token, head: Token) -> list[Token]:
    """Return the tokens of what is said, given the head of its clause or phrase."""
    raised = [c for c in trigger.rights if c.dep_ in RAISED and c.i < head.i]
    if raised and (head.dep_ == "xcomp" or nonfinite(head) or _lacks_subject(head)):
        return _phrase(trigger, raised[0])
    if _above(trigger, head) or (head.dep_ in CLAUSES and head.i < trigger.i):
        return _clause(trigger, head)
    if trigger.is_ancestor(head) and head.head.i != trigger.i and head.i < trigger.i:
        return _range(head.subtree, ())  # condemnation, in "statements of condemnation came"
    return _phrase(trigger, head) if head.i > trigger.i else _passive(trigger, head)


def _lacks_subject(clause: Token) -> bool:
    """*reported the mayor had left*: where the tree makes the mayor the object of *reported*."""
    return clause.dep_ == "ccomp" and not any(child.dep_ in SUBJECTS for child in clause.children)


def _above(trigger: Token, head: Token) -> bool:
    """Does the cue hang on what is said? *Ten drowned, Lee said*; not *the plan that Lee condemned*."""
    return head.is_ancestor(trigger) and first_conjunct(trigger).dep_ not in {"acl", "acl:relcl"}


def _clause(trigger: Token, head: Token) -> list[Token]:
    """The clause without the cue's own words: *Ten people, Lee said, drowned*."""
    top = trigger
    while head.is_ancestor(trigger) and top.head.i != head.i:
        top = top.head
    inner = set() if head.is_ancestor(trigger) else {t.i for t in head.subtree}
    return _range(head.subtree, {t.i for t in top.subtree} - inner)


def _phrase(trigger: Token, head: Token) -> list[Token]:
    """All that follows under the verb from the phrase on."""
    others = {t.i for child in trigger.children if _apart(child) for t in child.subtree}
    found = [t for t in trigger.subtree if t.i >= head.left_edge.i and t.i not in others]
    return _range(found or head.subtree, others)


def _passive(trigger: Token, head: Token) -> list[Token]:
    """What stands around the verb but for the agent; of an object that stands before it what follows it."""
    obliques = (child for child in trigger.rights if child.dep_ == "obl")
    papers = [child for child in obliques if child.lemma_.lower() in words("reporting.documents")]
    others = {t.i for aside in (*agents(trigger), *papers) for t in aside.subtree}
    if trigger.dep_ == "conj" and passive(trigger):
        return _range(head.subtree, others)
    start = head.left_edge.i if head.head.i == trigger.i else trigger.i + 1
    return _range([t for t in trigger.subtree if t.i >= start and t.i not in others], others)


def _range(tokens: Iterable[Token], others: Collection[int]) -> list[Token]:
    """From the first to the last of the tokens, the others left out; a parser's slip leaves no gap."""
    found = sorted(tokens, key=lambda t: t.i)
    return [t for t in found[0].doc[found[0].i : found[-1].i + 1] if t.i not in others] if found else []


def _apart(child: Token) -> bool:
    """Is it another act beside the one told: *condemned the attack and urged restraint, saying …*?"""
    if child.dep_ in OTHERS:
        return True
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return child.dep_ == "advcl" and child.tag_ == "VBG" and before.text == ","
