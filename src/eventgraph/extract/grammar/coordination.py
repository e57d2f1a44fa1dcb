"""Which words stand side by side: *Blinken, Sullivan and Kamel*, *Blinken, along with Sullivan*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
COMPANIONS = frozenset({"along", "together"})
REACH = 25  # tokens between a noun and its "along with"


def first_conjunct(token: Token) -> Token:
    """Return the word that stands for its whole coordination in the tree, the first.

    *Blinken and Sullivan met Kamel*: Blinken, for Sullivan.
    """
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """Return the token and those coordinated with it, in the order of the text.

    *Blinken, Sullivan and Kamel met*: all three, for Blinken. *as well as*, *along with* and *together with*
    count as *and*. For a name with an apposition, a name coordinated with the apposition is coordinated with
    the name: *Kamel, the spy chief, and Shoukry*: Kamel and Shoukry, for Kamel. Several who are named after a
    plural stand for it: *the two envoys, Kamel and Shoukry*: Kamel and Shoukry.
    """
    named = _named_after(token)
    if named is not None:
        return conjuncts(named)
    found = {one.i: one for one in _coordinated(token)}
    return [found[i] for i in sorted(found)]


def _named_after(plural: Token) -> Token | None:
    """*the two envoys, Kamel and Shoukry*: Kamel."""
    if plural.tag_ != "NNS":
        return None
    names = [one for one in plural.rights if one.dep_ == "appos" and one.pos_ == "PROPN"]
    return next((one for one in names if any(child.dep_ == "conj" for child in one.rights)), None)


def _coordinated(token: Token) -> Iterator[Token]:
    yield token
    nominal = token.pos_ in NOMINAL
    for child in token.rights:
        if child.dep_ == "conj" and (not nominal or child.pos_ in NOMINAL):
            if not _owns_name(child):
                yield from _coordinated(child)
        elif child.dep_ == "appos" and nominal:
            yield from _beside_apposition(child)
    if nominal:
        yield from _companions(token)
        yield from _past_clause(token)


def _owns_name(token: Token) -> bool:
    """*Seoul's Yoon and Tokyo's Kishida*: Tokyo; not Xi, in *Biden and Xi's meeting*."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].tag_ == "POS" and after[1].ent_type_ == "person"


def _beside_apposition(apposition: Token) -> Iterator[Token]:
    if apposition.pos_ == "NOUN":
        for child in apposition.rights:
            if child.dep_ == "conj" and child.pos_ == "PROPN":
                yield from _coordinated(child)


def _companions(token: Token) -> Iterator[Token]:
    """*Sullivan, along with McGurk*, *as well as McGurk*: the parser hangs it on the noun or on its verb."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + REACH, len(doc) - 2)):
        word = doc[i]
        if word.dep_ == "cc" and word.lower_ == "as" and _is_sibling(word.head, token):
            yield from _coordinated(word.head)
            return
        if word.lower_ in COMPANIONS and doc[i + 1].lower_ == "with":
            companion = doc[i + 1].head
            if companion.i > i and _follows(word, token):
                yield from _coordinated(companion)
            return
        if word.pos_ in {"VERB", "AUX"} and token not in word.ancestors:
            return


def _past_clause(token: Token) -> Iterator[Token]:
    """*firms working in Lima, alumni and students*: alumni and students, hung on Lima."""
    after = token.doc[token.i + 1] if token.tag_ == "NNS" and token.i + 1 < len(token.doc) else token
    if after.dep_ != "acl" or after.head not in {token, token.head}:
        return
    for place in after.rights:
        if place.ent_type_ in {"place", "country"}:
            added = [one for one in place.rights if one.dep_ in {"appos", "conj"} and one.tag_ == "NNS"]
            yield from added if any(one.dep_ == "conj" for one in added) else ()


def _is_sibling(added: Token, token: Token) -> bool:
    """*met the mayor, as well as officials*: officials, where the tree hangs both on the verb."""
    return added.i > token.i and added.head == token.head and added.dep_ != "conj"


def _follows(word: Token, token: Token) -> bool:
    """Does only what belongs to the noun stand between it and the word?"""
    between = token.doc[token.i + 1 : word.i]
    return all(one.is_punct or token in one.ancestors for one in between)


def expanded(tokens: list[Token]) -> list[Token]:
    """Return the tokens with all that is coordinated with each, once, in the order found."""
    found = {one.i: one for token in tokens for one in conjuncts(token)}
    return list(found.values())
