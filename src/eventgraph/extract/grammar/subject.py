"""Who does what a verb says: its own subject, or the one understood from the clause above.

The cases are those of Universal Dependencies (de Marneffe et al. 2021), on basic trees as in GUM and EWT.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from spacy.tokens import Token

from eventgraph.extract.grammar.coordination import conjuncts, first_conjunct

CONTROL = Path(__file__).with_name("control.yml")
SUBJECTS = ("nsubj", "nsubj:pass")
OBJECTS = frozenset({"obj", "iobj"})
RAISED = frozenset({"obj", "nsubj", "nsubj:pass"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})


@cache
def _control(kind: str) -> frozenset[str]:
    content = yaml.safe_load(CONTROL.read_text(encoding="utf-8"))
    return frozenset(content[kind])


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token is its own antecedent.

    *the official who met Kamel*: official, for *who*; so for *whom*, *which*, *that*, *whose*.
    """
    if token.lower_ not in RELATIVES or token.pos_ not in {"PRON", "DET"} or token.tag_ == "DT":
        return token
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None and clause.head.i < token.i else token


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb or of a noun or adjective with a copula.

    own: *Sullivan met Kamel*; *Kamel was met*. Shared: *Sullivan met Kamel and spoke with Shoukry*. Control:
    *Sullivan agreed to meet Kamel*; *Sullivan asked Shoukry to meet Kamel*: Shoukry. Relative: *the official
    who met Kamel*: official. Participle: *officials meeting in Vienna*; *Speaking in Cairo, Sullivan said*.
    Infinitive of a noun: *Sullivan has a plan to meet Kamel*.
    """
    return _own(verb) or _understood(verb)


def _own(verb: Token) -> list[Token]:
    own = [child for child in verb.children if child.dep_ in SUBJECTS] or _at_object(verb)
    strays = [*_stray(verb), *_beyond(verb), *late_subjects(verb)] if len(own) > 1 else []
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


def _stray(verb: Token) -> list[Token]:
    """*Rebels wounded two men, police said*: rebels, where the tree makes both subjects of *said*."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    for clause in verb.lefts:
        bare = clause.pos_ == "VERB" and not any(child.dep_ in SUBJECTS for child in clause.children)
        if clause.dep_ == "ccomp" and bare and own and own[-1].i > clause.i:
            return [child for child in own if child.i < clause.i]
    return []


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
        return subjects(head) if nonfinite(verb) else _stray(head) or _raised(verb)
    return []


def _raised(clause: Token) -> list[Token]:
    """*reported the mayor had left*: the mayor, where the tree makes him the object of *reported*."""
    between = [child for child in clause.head.rights if child.dep_ in RAISED and child.i < clause.i]
    return [antecedent(child) for child in between[-1:]]


def _shooters(shot: Token) -> list[Token]:
    """*Police shot and killed a man*: police, where the tree takes *police shot* for a noun."""
    misread = shot.lower_ == "shot" and shot.pos_ == "NOUN"
    return [child for child in shot.lefts if child.dep_ == "compound"] if misread else []


def nonfinite(verb: Token) -> bool:
    """Is the verb an infinitive or participle without an auxiliary of its own? *after meeting*, *to meet*."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "cop", "aux:pass"}}
    if participle(verb) or helpers & {"having", "being", "be"}:
        return not helpers - {"having", "being", "be", "been"}
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def participle(verb: Token) -> bool:
    """Is the verb a participle or gerund? *meeting*, *met*; also one that the tagger calls a plain verb."""
    ing = verb.lower_.endswith("ing") and verb.lemma_.lower() != verb.lower_
    return verb.tag_ in {"VBG", "VBN"} or (ing and verb.pos_ == "VERB")


def _controller(head: Token) -> list[Token]:
    if head.lemma_ not in _control("subject"):
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
    if head.lemma_ in _control("object") and marks & {"to", "of", "from", "into", "for", "as"}:
        return _affected(head) or subjects(head)
    return subjects(head) or ([head] if head.pos_ in {"NOUN", "PROPN"} else [])


def _told_before(verb: Token, head: Token) -> list[Token]:
    """*Rebels shelled the town, the mayor said, killing two*: shelled, where *killing* hangs on *said*."""
    if verb.lemma_ not in _control("results") or verb.i < head.i:
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
    if marks & {"for", "of"} and noun.dep_ in {"obl", "advcl"} and noun.head.lemma_ in _control("object"):
        return _affected(noun.head)  # sentenced Smith to life in prison for killing two
    ranks = {child.lemma_.lower() for child in noun.children}
    if ranks & _control("ranks") or noun.pos_ in {"PROPN", "PRON"}:
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
    to = [child for child in (*invitation.rights, *invitation.head.rights) if _case(child) == "to"]
    if invitation.head.lemma_.lower() in _control("accepting"):
        return subjects(invitation.head)
    return [child for child in to if child.dep_ in {"nmod", "obl"} and child._.kind == "person"]


def possessors(noun: Token) -> list[Token]:
    """Return whose or of whom it is: *Sullivan's visit*, *his visit*, *a visit of the minister*."""
    own = [antecedent(child) for child in noun.children if child.dep_ == "nmod:poss"]
    of = [child for child in noun.children if child.dep_ == "nmod" and _case(child) == "of"]
    return own + of


def _case(noun: Token) -> str:
    return " ".join(child.lower_ for child in noun.children if child.dep_ == "case")


def governor_subjects(noun: Token) -> list[Token]:
    """Return the subjects of the verb that has the noun as object or complement.

    *Sullivan held talks with Kamel*: Sullivan, for talks; *Sullivan arrived for talks*: Sullivan.
    """
    if noun.dep_ == "conj":
        return governor_subjects(noun.head)
    if noun.dep_ in {"obj", "obl", "xcomp"} and noun.head.i != noun.i:
        return subjects(noun.head)
    return []


def expanded(tokens: list[Token]) -> list[Token]:
    """Return the tokens with all that is coordinated with each, once, in the order found."""
    found = {one.i: one for token in tokens for one in conjuncts(token)}
    return list(found.values())
