"""The place that *where* speaks of."""

from __future__ import annotations

from spacy.tokens import Token

FAR = 6  # tokens back to the place: *Oslo, Norway, on 4 May, where*
PLACES = frozenset({"place", "country"})


def where(verb: Token) -> list[Token]:
    """Return the place before the clause: Oslo, in *flew from Rome to Oslo, where she met the king*.

    It is the nearest one, whichever the parser hangs the clause on.
    """
    words = [child for child in verb.lefts if child.lower_ == "where"]
    if not words or verb.dep_ not in {"acl:relcl", "advcl", "conj"}:
        return []
    near = verb.doc[max(words[0].i - FAR, verb.sent.start) : words[0].i]
    found = [token for token in near if token.ent_type_ in PLACES]
    while len(found) > 1 and near.doc[found[-2].i + 1 : found[-1].i].text == ",":
        found.pop()  # the country of the city before it
    return found[-1:]
