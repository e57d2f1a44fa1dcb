"""The place that *where* speaks of."""

from __future__ import annotations

from spacy.tokens import Token

PLACES = frozenset({"place", "country"})


def where(verb: Token) -> list[Token]:
    """Return the place before the clause: Oslo, in *flew from Rome to Oslo, where she met the king*.

    It is the nearest one, whichever the parser hangs the clause on.
    """
    words = [child for child in verb.lefts if child.lower_ == "where"]
    if not words or verb.dep_ not in {"acl:relcl", "advcl", "conj"}:
        return []
    before = words[0].i - 1
    while before > verb.sent.start and verb.doc[before].is_punct:
        before -= 1
    return [verb.doc[before]] if verb.doc[before].ent_type_ in PLACES else []
