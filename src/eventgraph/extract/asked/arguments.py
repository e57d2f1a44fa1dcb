"""Who is meant by the names that a model server gives: found in its quote, named by our references."""

from __future__ import annotations

from collections.abc import Container, Sequence

from spacy.tokens import Span

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.arguments.places import places
from eventgraph.extract.asked.words import find_words
from eventgraph.model.claim import takes_places


def refer_all(
    argument: str, names: Sequence[str], quote: Span, only: Container[str] | None
) -> list[Reference] | None:
    """Return whom `names` mean as an argument, once each; None if one of them is not in the quote or nobody.

    `only` are the types of entities that can be meant; None: any party, or any place where it takes places.
    """
    found: dict[str, Reference] = {}
    for name in names:
        meant = (_meant(argument, span, quote, only) for span in find_words(name, quote))
        one = next((one for one in meant if one), None)
        if one is None:
            return None
        found.setdefault(one.entity.id, one)
    return list(found.values())


def _meant(argument: str, words: Span, quote: Span, only: Container[str] | None) -> Reference | None:
    """The first that the words name for the argument, by a mention in the quote or inferred from one."""
    named = places([words.root]) if takes_places(argument) else parties([words.root])
    if only is not None:
        named = [one for one in (reference(words.root), *named) if one and one.entity.type in only]
    return next((one for one in named if _is_inside(one, quote)), None)


def _is_inside(one: Reference, quote: Span) -> bool:
    inside = quote.start_char <= one.mention.start and one.mention.end <= quote.end_char
    return inside or one.mention.via == "inferred"
