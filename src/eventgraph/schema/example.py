"""The example of `example.yml` as a graph, and from it one for each term of the ontology."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from eventgraph.graph.namespaces import DEFAULT_BASE, expand, prefixes_below
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.triples import make_triples
from eventgraph.graph.turtle import TYPE, TurtleWriter, sort_triples
from eventgraph.model import Article, Claim, Entity, Evidence, make_entity


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim as `example.yml` writes it."""

    type: str
    quote: str
    arguments: dict[str, str]
    attributes: dict[str, str | int]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    article: dict[str, str | list[str]]
    sentences: dict[str, str]
    claims: tuple[Told, ...]


@cache
def example() -> tuple[Article, tuple[Claim, ...]]:
    """The example's article and claims."""
    told = msgspec.convert(
        yaml.safe_load(files("eventgraph.schema").joinpath("example.yml").read_text("utf-8")), Example
    )
    text = " ".join(told.sentences.values())
    article = msgspec.convert({**told.article, "text": text}, Article)
    return article, tuple(_claim(n, one, article, told.sentences) for n, one in enumerate(told.claims))


@cache
def example_triples() -> tuple[Triple, ...]:
    """Its graph, sorted."""
    article, claims = example()
    return tuple(sort_triples(make_triples([article], claims, DEFAULT_BASE)))


def example_of(curie: str) -> str:
    """Turtle in which the term is used, in a few lines, or nothing. Prefixes are those of a graph."""
    return _turtle(_instance(expand(curie)) or _use(expand(curie)))


def _claim(number: int, told: Told, article: Article, sentences: dict[str, str]) -> Claim:
    quote = sentences[told.quote]
    start = article.text.index(quote)
    evidence = Evidence(article.id, start, start + len(quote), quote, 0)
    arguments: dict[str, tuple[Entity, ...]] = {n: (_entity(text),) for n, text in told.arguments.items()}
    id, rule = f"example-{number:02}", f"{told.type}/example"
    return Claim(id, article.id, told.type, arguments, dict(told.attributes), evidence, {}, rule, 0.9)


def _entity(text: str) -> Entity:
    type, _, name = text.partition("/")
    return msgspec.convert(make_entity(name, type), Entity)  # type: ignore[arg-type]


def _instance(term: Iri) -> list[Triple]:
    """What is said of the first instance of a class."""
    first = next((s for s, p, o in example_triples() if p == TYPE and o == term), None)
    return [triple for triple in example_triples() if triple[0] == first]


def _use(term: Iri) -> list[Triple]:
    """The first triple with a property or with a concept, after the subject's types."""
    first = next((t for t in example_triples() if term in t[1:]), None)
    types = [t for t in example_triples() if first and t[0] == first[0] and t[1] == TYPE]
    return [*types, *([first] if first else [])]


def _turtle(triples: list[Triple]) -> str:
    writer = TurtleWriter(prefixes_below(DEFAULT_BASE))
    return writer.subject(triples[0][0], triples) if triples else ""
