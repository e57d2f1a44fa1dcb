"""Who *the archbishop* is: the one person whom the article has called so before."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference

MODIFIERS = frozenset({"amod", "compound"})
SINGULAR = frozenset({"NN", "NNP"})


def holder_of(title: Token) -> Reference | None:
    """Return the only person told of before with the title; *the foreign minister* is no *prime minister*."""
    if title.tag_ not in SINGULAR:
        return None
    wanted = {title.lower_} | {child.lower_ for child in title.lefts if child.dep_ in MODIFIERS}
    found: dict[str, Reference] = {}
    for phrase, _ in title.doc._.titles or ():
        person = reference(phrase.person)
        before = phrase.head.i < title.i and phrase.head.lower_ == title.lower_
        if person and before and wanted <= {token.lower_ for token in phrase.tokens}:
            found[person.entity.id] = person
    if len(found) != 1:
        return None
    mention = mention_of(title.doc[title.i : title.i + 1], "inferred", "title-holder")
    return Reference(next(iter(found.values())).entity, mention, title.i)
