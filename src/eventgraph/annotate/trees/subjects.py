"""Subjects that the parser hung on the wrong word: repaired where the words around leave no doubt."""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECT = frozenset({"nsubj", "nsubj:pass"})
OPENING = SUBJECT | {"mark"}
MARKS = frozenset({"after", "before", "since", "until", "as"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def settle_subjects(doc: Doc) -> None:
    """*Lawyers of Ann Lee said*: who speaks are the lawyers; *Ann Lee remains mayor*: she is who remains;
    *Ann Lee is to travel, the ministry said*: she travels, and the ministry said so; *A man was held after
    Ann Lee was shot*: she was shot, not held; *Ann Lee, the long-serving mayor, died*: they are one; *chose
    Kim as chief after Lee was shot*: Lee was.
    """
    for token in doc:
        if token.dep_ == "obl" and (mark := _mark(token)) and (clause := _clause_behind(token)):
            mark.head, mark.dep_ = clause, "mark"
            _make_subject(token, clause)
        elif token.dep_ in {"obl", "nmod"} and (clause := _marked_before(token)):
            _make_subject(token, clause)
        if token.dep_ not in SUBJECT:
            continue
        whole = _whole(token)
        if whole is not None:
            token.head, token.dep_ = whole, "nmod"
        elif _is_before(token):
            token.head = token.head.head
        elif first := _apposed(token):
            token.head, token.dep_ = first, "appos"
        elif clause := _said(token) or _after_mark(token):
            token.head = clause


def _make_subject(noun: Token, clause: Token) -> None:
    passive = any(child.dep_ == "aux:pass" for child in clause.lefts)
    noun.head, noun.dep_ = clause, "nsubj:pass" if passive else "nsubj"


def _whole(subject: Token) -> Token | None:
    """The subject before it that it is an *of* of."""
    case = next((child for child in subject.lefts if child.dep_ == "case" and child.lower_ == "of"), None)
    if case is None or case.i == 0:
        return None
    before = case.nbor(-1)
    return before if before.dep_ in SUBJECT and before.head == subject.head else None


def _apposed(subject: Token) -> Token | None:
    """The person before it, another subject of the verb behind, if a comma alone stands between the two."""
    doc, start = subject.doc, subject.left_edge.i
    start += doc[start].text == ","
    firsts = [c for c in subject.head.lefts if c.dep_ in SUBJECT and c.i < subject.i]
    if not firsts or start < 2 or doc[start - 1].text != "," or not doc[start].dep_.startswith("det"):
        return None
    first = firsts[-1]
    before = doc[start - 2]
    return first if first.ent_type_ == "person" and (before == first or first.is_ancestor(before)) else None


def _is_before(subject: Token) -> bool:
    """Does it stand before the verb that its head completes, which has no subject of its own?"""
    complement, verb = subject.head, subject.head.head
    open_ = complement.dep_ == "xcomp" and subject.i < verb.i < complement.i and verb.pos_ == "VERB"
    return open_ and not any(child.dep_ in SUBJECT for child in verb.children)


def _said(subject: Token) -> Token | None:
    """What is said before the verb of saying, if that has a subject of its own behind it."""
    children = list(subject.head.children)
    said = next((c for c in children if c.dep_ == "ccomp" and subject.i < c.i < subject.head.i), None)
    if said is None or any(child.dep_ in SUBJECT for child in said.children):
        return None
    return said if any(c.dep_ in SUBJECT and c.i > said.i for c in children) else None


def _after_mark(subject: Token) -> Token | None:
    """The clause behind it whose mark stands before it, if that has no subject and the verb has another."""
    if not any(c.dep_ in SUBJECT and c.i < subject.i for c in subject.head.lefts):
        return None
    clauses = (c for c in subject.head.rights if c.dep_ in {"advcl", "ccomp"} and c.i > subject.i)
    clause = next(clauses, None)
    if clause is None or any(child.dep_ in SUBJECT for child in clause.children):
        return None
    return clause if any(c.dep_ == "mark" and c.i < subject.i for c in clause.lefts) else None


def _marked_before(noun: Token) -> Token | None:
    """The clause behind whose mark stands right before the noun, which has no preposition of its own."""
    start = noun.left_edge.i
    mark = noun.doc[start - 1] if start else noun
    clause = mark.head
    beside = mark.dep_ == "mark" and clause.i > noun.i and clause.head == noun.head
    opened = any(child.dep_ in SUBJECT for child in clause.children)
    cased = any(child.dep_ == "case" for child in noun.lefts)
    return clause if beside and not opened and not cased else None


def _mark(noun: Token) -> Token | None:
    """*after*, in *after Ann Lee, the mayor, was shot*: it may be a preposition, too."""
    return next((c for c in noun.lefts if c.dep_ == "case" and c.lower_ in MARKS), None)


def _clause_behind(noun: Token) -> Token | None:
    """The finite clause right behind, beside the same verb, if nothing else opens it."""
    clause = next((c for c in noun.head.rights if c.dep_ == "advcl" and c.i > noun.i), None)
    if clause is None or clause.left_edge.i != noun.right_edge.i + 1:
        return None
    verbs = [clause, *(child for child in clause.lefts if child.dep_ in {"aux", "aux:pass", "cop"})]
    opened = any(child.dep_ in OPENING for child in clause.children)
    return clause if not opened and any(one.tag_ in FINITE for one in verbs) else None
