"""Who does what a verb says: its own subject, or the one understood from the clause above.

The cases are those of Universal Dependencies (de Marneffe et al. 2021), on basic trees as in GUM and EWT.
"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.control import control
from eventgraph.extract.grammar.own_subject import late_subjects, own_subjects, stray_subjects
from eventgraph.extract.grammar.possessor import case_of, possessors
from eventgraph.extract.grammar.relative import antecedent
from eventgraph.extract.grammar.verb_form import nonfinite

OBJECTS = frozenset({"obj", "iobj"})
RAISED = frozenset({"obj", "nsubj", "nsubj:pass"})


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb or of a noun or adjective with a copula.

    own: *Sullivan met Kamel*; *Kamel was met*. Shared: *Sullivan met Kamel and spoke with Shoukry*. Control:
    *Sullivan agreed to meet Kamel*; *Sullivan asked Shoukry to meet Kamel*: Shoukry. Relative: *the official
    who met Kamel*: official. Participle: *officials meeting in Vienna*; *Speaking in Cairo, Sullivan said*.
    Infinitive of a noun: *Sullivan has a plan to meet Kamel*.
    """
    return own_subjects(verb) or _understood(verb)


def _understood(verb: Token) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if dep in {"advcl", "xcomp"} and (given := _invitation(head)) is not None and nonfinite(verb):
        return _invited(given)
    if dep == "conj":
        return subjects(head) or _shooters(head)
    if dep == "xcomp":
        return _controller(head)
    if dep == "acl:relcl":
        return [head]
    if dep == "acl":
        return _of_noun(verb, head)
    if dep == "advcl":
        return _of_adverbial(verb, head) if nonfinite(verb) else []
    if dep == "ccomp":
        return subjects(head) if nonfinite(verb) else stray_subjects(head) or _raised(verb)
    return []


def _raised(clause: Token) -> list[Token]:
    """*reported the mayor had left*: the mayor, where the tree makes him the object of *reported*."""
    between = [child for child in clause.head.rights if child.dep_ in RAISED and child.i < clause.i]
    return [antecedent(child) for child in between[-1:]]


def _shooters(shot: Token) -> list[Token]:
    """*Police shot and killed a man*: police, where the tree takes *police shot* for a noun."""
    misread = shot.lower_ == "shot" and shot.pos_ == "NOUN"
    return [child for child in shot.lefts if child.dep_ == "compound"] if misread else []


def _controller(head: Token) -> list[Token]:
    if head.lemma_ not in control("subject"):
        controlled = [child for child in head.children if child.dep_ in OBJECTS]
        if controlled:
            return [antecedent(child) for child in controlled]
    return subjects(head)


def _of_adverbial(verb: Token, head: Token) -> list[Token]:
    """*Sullivan sent McGurk to meet Kamel*: McGurk. *Sullivan called him after meeting Kamel*: Sullivan."""
    told = _told_before(verb, head)
    if told:
        return subjects(told[0])
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if head.lemma_ in control("object") and marks & {"to", "of", "from", "into", "for", "as"}:
        return _affected(head) or subjects(head)
    return subjects(head) or ([head] if head.pos_ in {"NOUN", "PROPN"} else [])


def _told_before(verb: Token, head: Token) -> list[Token]:
    """*Rebels shelled the town, the mayor said, killing two*: shelled, where *killing* hangs on *said*."""
    if verb.lemma_ not in control("results") or verb.i < head.i:
        return []
    if head.dep_ == "parataxis" and head.head.i < head.i:
        return [head.head]
    return [child for child in head.lefts if child.dep_ == "ccomp" and child.pos_ == "VERB"]


def _affected(verb: Token) -> list[Token]:
    """To whom it is done: *sentenced Smith for*, *Smith was sentenced for*."""
    own = [child for child in verb.children if child.dep_ == "obj"] or late_subjects(verb)
    passive = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    return [antecedent(child) for child in own or passive]


def _of_noun(verb: Token, noun: Token) -> list[Token]:
    """*officials meeting in Vienna*: officials. *Sullivan has a plan to meet Kamel*: Sullivan.

    *A day after meeting Kamel, Sullivan left*: Sullivan.
    """
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & {"after", "before"}:
        return subjects(noun.head) if noun.head != noun else []
    if not marks & {"to", "of", "for"}:
        return [antecedent(noun)]
    if marks & {"for", "of"} and noun.dep_ in {"obl", "advcl"} and noun.head.lemma_ in control("object"):
        return _affected(noun.head)  # sentenced Smith to life in prison for killing two
    ranks = {child.lemma_.lower() for child in noun.children}
    if ranks & control("ranks") or noun.pos_ in {"PROPN", "PRON"}:
        is_predicate = any(child.dep_ == "cop" for child in noun.lefts)
        return (subjects(noun) if is_predicate else []) or [noun]  # Lee was the first leader to visit
    if noun.lemma_.lower() == "invitation":
        return _invited(noun)
    return possessors(noun) or governor_subjects(noun)


def _invitation(verb: Token) -> Token | None:
    """*extended an invitation to Lee to come*, where the tree hangs *come* on the verb."""
    own = (child for child in verb.rights if child.dep_ == "obj")
    return next((child for child in own if child.lemma_.lower() == "invitation"), None)


def _invited(invitation: Token) -> list[Token]:
    """*Lee accepted Kim's invitation to come*: Lee; *Kim's invitation to Lee to come*: Lee; never Kim."""
    to = [child for child in (*invitation.rights, *invitation.head.rights) if case_of(child) == "to"]
    if invitation.head.lemma_.lower() in control("accepting"):
        return subjects(invitation.head)
    return [child for child in to if child.dep_ in {"nmod", "obl"} and child._.kind == "person"]


def governor_subjects(noun: Token) -> list[Token]:
    """Return the subjects of the verb that has the noun as object or complement.

    *Sullivan held talks with Kamel*: Sullivan, for talks; *Sullivan arrived for talks*: Sullivan.
    """
    if noun.dep_ == "conj":
        return governor_subjects(noun.head)
    if noun.dep_ in {"obj", "obl", "xcomp"} and noun.head.i != noun.i:
        return subjects(noun.head)
    return []
