"""To whom or what a verb is done, also where the parser links it otherwise."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.own_subject import late_subjects
from eventgraph.extract.grammar.passive import passive
from eventgraph.extract.grammar.preposition import preposition
from eventgraph.extract.grammar.relative import antecedent
from eventgraph.extract.grammar.shared import shared
from eventgraph.extract.grammar.titled_over import titles_over
from eventgraph.extract.grammar.tokens import linked

NAMED = frozenset({"person", "organization", "country"})


def objects(verb: Token) -> list[Token]:
    """Return direct objects: *Sullivan met Kamel*; *the man whom Sullivan met*, *the man Sullivan met*: man;
    shared ones too: *Sullivan met and thanked Kamel*.
    """
    own = [antecedent(child) for child in linked(verb, "obj")] or _counted_head(verb) or _unlinked(verb)
    return own or _gap(verb) or shared(verb, lambda one: linked(one, "obj"))


def _unlinked(verb: Token) -> list[Token]:
    """*who met President Kamel*: a name after an active verb that the parser takes for something else."""
    if passive(verb) or verb.pos_ != "VERB":
        return []
    bare = [one for one in verb.rights if one.dep_ in {"obl", "obl:unmarked"}]
    names = [one for one in (*bare, *late_subjects(verb), *titles_over(verb)) if one.ent_type_ in NAMED]
    return [one for one in names if not preposition(one)][:1]


def _counted_head(verb: Token) -> list[Token]:
    """*A bomb wounded 19 students*: students, where the tree has *wounded* modify them."""
    head, after = verb.head, verb.doc[verb.i + 1 : verb.i + 2]
    modifies = verb.dep_ == "amod" and verb.tag_ == "VBD" and head.i > verb.i
    counted = [one for one in after if one.dep_ == "nummod" and one.head == head]
    return [head] if modifies and counted else []


def indirect_objects(verb: Token) -> list[Token]:
    """Return indirect objects: *Sullivan gave Kamel a letter*: Kamel."""
    return [antecedent(child) for child in linked(verb, "iobj")]


def _gap(verb: Token) -> list[Token]:
    """*the man Sullivan met*, *the man he said he met*: the antecedent of a clause without pronoun."""
    if linked(verb, "ccomp", "xcomp") or passive(verb) or not linked(verb, "nsubj", "aux"):
        return []
    clause = verb
    while clause.dep_ in {"ccomp", "xcomp", "conj"}:
        clause = clause.head
    if clause.dep_ != "acl:relcl" or _pronoun(clause):
        return []
    stranded = any(child.pos_ == "ADP" and child.dep_ == "obl" for child in verb.children)
    return [] if stranded else [clause.head]


def _pronoun(clause: Token) -> bool:
    """Does the relative clause have its pronoun or adverb? *who*, *where*, *with whom*."""
    return any(one.tag_ in {"WP", "WDT", "WP$", "WRB"} for one in clause.subtree if one.i < clause.i)
