"""Which tokens refer to which entity of the article: names and nationality words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate import organizations, persons
from eventgraph.lexicon import Territory, country_by_code, find_country
from eventgraph.model import Entity, EntityType, Mention, Via, make_entity

WIKIDATA = "http://www.wikidata.org/entity/"

# Where spaCy keeps `doc._.references`: the way over `doc._` takes ten times as long, at every token.
KEPT: Any = ("._.", "references", None, None)


class Reference(msgspec.Struct, frozen=True):
    """A mention, the entity (local to its article) it refers to, and the mention's head token."""

    entity: Entity
    mention: Mention
    head: int


def mention_of(span: Span, via: Via, rule: str | None = None) -> Mention:
    """Return the span as a Mention."""
    return Mention(span.start_char, span.end_char, span.text, via, rule)


def reference(token: Token) -> Reference | None:
    """Return what the token refers to, wherever in the mention it stands."""
    found: Reference | None = token.doc.user_data[KEPT].get(token.i)
    return found


def refer(doc: Doc, span: Span, entity: Entity, via: Via, rule: str | None = None) -> Reference:
    """Record that `span` refers to `entity`."""
    made = Reference(entity, mention_of(span, via, rule), span.root.i)
    tokens: Iterable[Token] = span if via in {"name", "demonym"} else [span.root]
    for token in tokens:
        doc._.references[token.i] = made
    return made


def country_entity(territory: Territory) -> Entity:
    """Return the country as an entity with its Wikidata IRI."""
    same_as = (WIKIDATA + territory.qid,) if territory.qid else ()
    return make_entity(territory.name, "country", same_as=same_as)


def clean(name: str) -> str:
    """Return a name as one line, without honorifics' noise of white space."""
    return " ".join(name.split())


@Language.component("eventgraph_references", requires=["doc.ents"], assigns=["doc._.references"])
def link_names(doc: Doc) -> Doc:
    """Fill `doc._.references` with every name and nationality word of the article."""
    if not Doc.has_extension("references"):
        Doc.set_extension("references", default=None)
    doc._.references = {}
    by_type: dict[str, list[Span]] = defaultdict(list)
    for ent in doc.ents:
        by_type[ent.label_].append(ent)
    _cluster(doc, by_type["person"], "person", persons.link)
    _cluster(doc, by_type["organization"], "organization", organizations.link)
    _cluster(doc, by_type["place"], "place", _by_text)
    for ent in by_type["country"]:
        territory = find_country(ent.text)
        if territory:
            refer(doc, ent, country_entity(territory), "name")
    for span in doc.spans.get("demonyms", ()):
        refer(doc, span, country_entity(country_by_code(span.label_)), "demonym")
    return doc


def _cluster(
    doc: Doc,
    spans: list[Span],
    type: EntityType,
    link: Callable[[Sequence[str]], list[int]],
) -> None:
    texts = [clean(span.text) for span in spans]
    home = link(texts)
    names: dict[int, set[str]] = defaultdict(set)
    for text, owner in zip(texts, home, strict=True):
        names[owner].add(text)
    for span, owner in zip(spans, home, strict=True):
        refer(doc, span, make_entity(texts[owner], type, tuple(sorted(names[owner]))), "name")


def _by_text(names: Sequence[str]) -> list[int]:
    first: dict[str, int] = {}
    return [first.setdefault(organizations.fold(name), i) for i, name in enumerate(names)]
