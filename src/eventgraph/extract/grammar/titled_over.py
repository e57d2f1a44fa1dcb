"""A name that the parser takes for a title of the subject."""

from __future__ import annotations

from spacy.tokens import Token


def titles_over(verb: Token) -> list[Token]:
    """Return names after the verb that hang on its subject.

    *President Lee met Chancellor Kamel*: Kamel, where the tree takes him for a title of Lee.
    """
    subject = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return [one for noun in subject for one in noun.rights if one.dep_ == "nmod:desc" and one.i > verb.i]
