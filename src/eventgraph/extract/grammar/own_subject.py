"""The subject that a verb has in the tree, also where the parser hangs it elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.coordination import first_conjunct
from eventgraph.extract.grammar.possessor import possessors
from eventgraph.extract.grammar.relative import antecedent

SUBJECTS = ("nsubj", "nsubj:pass")
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def own_subjects(verb: Token) -> list[Token]:
    """Return the subjects that hang on the verb, or that the parser hung beside it by mistake."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS] or _at_object(verb)
    strays = [*stray_subjects(verb), *_beyond(verb), *late_subjects(verb)] if len(own) > 1 else []
    own = [child for child in own if child not in strays]
    told = (one for clause in verb.lefts for one in (clause, *_joined_to(clause)))
    own = own or [child for clause in told for child in _beyond(clause)] or _after_phrase(verb)
    if not own:
        outer = [child for child in verb.children if child.dep_ == "nsubj:outer"]
        own = [p for child in outer for p in possessors(child) or [child]]
    return [antecedent(child) for child in own]


def _beyond(clause: Token) -> list[Token]:
    """*Rebels shelled the town, the army said*: the army, where the tree gives both subjects to *shelled*."""
    first = first_conjunct(clause)
    if first.dep_ != "ccomp":
        return []
    own = [child for child in clause.children if child.dep_ in SUBJECTS]
    return [child for child in own[1:] if clause.i < child.i < first.head.i and own[0].i < clause.i]


def _joined_to(clause: Token) -> list[Token]:
    return [child for child in clause.rights if child.dep_ == "conj"] if clause.dep_ == "ccomp" else []


def late_subjects(verb: Token) -> list[Token]:
    """*Lee phoned President Kim*: Kim, where the tree makes both subjects."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not own or own[0].i > verb.i or any(child.dep_ == "obj" for child in verb.children):
        return []
    return [child for child in own if child.left_edge.i == verb.i + 1]


def _after_phrase(verb: Token) -> list[Token]:
    """*Alongside the mayor, President Lee met Kim*: Lee, where the tree has him beside the mayor."""
    if verb.tag_ not in FINITE or verb.dep_ == "conj":
        return []
    beside = (child for phrase in verb.lefts if phrase.dep_ == "obl" for child in phrase.rights)
    return [child for child in beside if child.dep_ == "appos" and child.right_edge.i == verb.i - 1]


def _at_object(verb: Token) -> list[Token]:
    """*Rebels claimed responsibility*: rebels, where the tree hangs them, or the verb too, on the object.

    *Dubois remains mayor*: Dubois, where she hangs on the copula.
    """
    copulas = [child for child in verb.lefts if child.dep_ == "cop"]
    held = [*copulas, *(child for child in verb.rights if child.dep_ == "obj")]
    if verb.dep_ == "amod" and verb.tag_ in FINITE and verb.head.i > verb.i:
        held = [verb.head]
    bare = (noun for noun in held if not any(child.dep_ == "cop" for child in noun.children))
    return [child for noun in bare for child in noun.lefts if child.dep_ in SUBJECTS and child.i < verb.i]


def stray_subjects(verb: Token) -> list[Token]:
    """*Rebels wounded two men, police said*: rebels, where the tree makes both subjects of *said*."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    for clause in verb.lefts:
        bare = clause.pos_ == "VERB" and not any(child.dep_ in SUBJECTS for child in clause.children)
        if clause.dep_ == "ccomp" and bare and own and own[-1].i > clause.i:
            return [child for child in own if child.i < clause.i]
    return []
