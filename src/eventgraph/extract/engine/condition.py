"""What a rule asks of one token: its lemma, part of speech, what it refers to."""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc, Token


class Condition(msgspec.Struct, frozen=True):
    """Every field that is not empty must hold; an empty Condition asks only that the token exists.

    `lemma` in lower case; `pos` and `tag` as in Universal Dependencies; `entity` the type of what the token
    refers to (`person`, `country`, …, by name, pronoun or title) or the kind of its noun; `text` in lower
    case.
    """

    lemma: frozenset[str] = frozenset()
    pos: frozenset[str] = frozenset()
    tag: frozenset[str] = frozenset()
    dep: frozenset[str] = frozenset()
    entity: frozenset[str] = frozenset()
    text: frozenset[str] = frozenset()

    def __call__(self, token: Token) -> bool:
        """Does the token meet the condition?"""
        return (
            (not self.lemma or token.lemma_.lower() in self.lemma)
            and (not self.pos or token.pos_ in self.pos)
            and (not self.tag or token.tag_ in self.tag)
            and (not self.dep or token.dep_ in self.dep)
            and (not self.text or token.lower_ in self.text)
            and (not self.entity or not self.entity.isdisjoint(entity_types(token)))
        )


def entity_types(token: Token) -> set[str]:
    """Return the types of what the token refers to: by its reference and name and, if no person, its noun."""
    found = {token.ent_type_}
    if Doc.has_extension("references") and token.doc._.references:
        reference = token.doc._.references.get(token.i)
        if reference:
            found.add(reference.entity.type)
    if "person" not in found and Token.has_extension("kind") and token._.kind:
        found.add(token._.kind)
    return found - {""}
