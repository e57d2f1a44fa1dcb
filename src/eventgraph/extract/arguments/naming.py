"""Who somebody is said to be: *a man, later identified as Omar Khan*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference

NAMING = frozenset({"name", "identify", "call", "suspect", "believe"})


def named_as(noun: Token) -> Reference | None:
    """*a woman named Heather Heyer*, *a man, later identified as Omar Khan*: Heather Heyer, Omar Khan."""
    for verb in noun.children:
        if (
            verb.dep_ in {"acl", "appos", "parataxis"}
            and verb.lemma_.lower() in NAMING
            and verb.tag_ in {"VBN", "VBD"}
        ):
            found = (reference(child) for child in verb.rights if child.dep_ in {"xcomp", "obj", "obl"})
            return next((one for one in found if one and one.entity.type == "person"), None)
    return None
