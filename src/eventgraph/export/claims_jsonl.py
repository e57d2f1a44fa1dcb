"""`claims.jsonl` and `articles.jsonl`: one record a line, sorted, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

from eventgraph.errors import PatternError, StoreError
from eventgraph.export.records import (
    Record,
    claim_order,
    make_record,
    parse_lines,
    plain,
    read_record,
    write_lines,
)
from eventgraph.model import Article, Claim, Value


class ClaimType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a type of claim may hold; see schema/claims.yml."""

    arguments: dict[str, Literal["one", "many"]]
    attributes: tuple[str, ...]
    required: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Arguments and attributes in the order of a record: required ones first."""
        return tuple(dict.fromkeys((*self.required, *self.arguments, *self.attributes)))


@cache
def load_claim_types() -> dict[str, ClaimType]:
    """Load the types of claim by name."""
    text = files("eventgraph.schema").joinpath("claims.yml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, ClaimType])


def write_articles(articles: Iterable[Article]) -> bytes:
    """Return `articles.jsonl`, sorted by id; absent names were unknown."""
    return b"".join(article_lines(sorted(articles, key=lambda article: article.id)))


def article_lines(articles: Iterable[Article]) -> Iterator[bytes]:
    """Yield the lines of `articles.jsonl` for articles that are sorted by id."""
    return write_lines(articles, lambda article: article)


def read_articles(data: bytes) -> list[Article]:
    """Return the articles of `articles.jsonl`; raises StoreError naming a broken line."""
    return list(parse_lines(data.split(b"\n"), Article))


def write_claims(claims: Iterable[Claim]) -> bytes:
    """Return `claims.jsonl`, sorted by article, evidence start, type and id."""
    return b"".join(write_lines(sorted(claims, key=claim_order), claim_record))


def read_claims(data: bytes) -> list[Claim]:
    """Return the claims of `claims.jsonl`, their entities with id, name and type only.

    Raises StoreError naming a broken line.
    """
    return [read_claim(record) for record in read_records(data)]


def read_records(data: bytes) -> list[Record]:
    """Return the records of a JSONL file as they are; raises StoreError naming a broken line."""
    return list(parse_lines(data.split(b"\n"), Record))


def claim_record(claim: Claim) -> Record:
    """Return the claim as a flat record: names that its type requires are there, null if unknown.

    Raises PatternError for a type or a name that schema/claims.yml doesn't know.
    """
    kind = get_claim_type(claim.type)
    unknown = {*claim.arguments, *claim.attributes} - {*kind.names}
    if unknown:
        raise PatternError(f"claims of type {claim.type} have no {min(unknown)}: see schema/claims.yml")
    values = {name: _value(claim, kind, name) for name in kind.names}
    said = {name: value for name, value in values.items() if name in kind.required or value not in (None, [])}
    return make_record(claim, said)


def read_claim(record: Record) -> Claim:
    """Return the claim that a record describes; raises StoreError if it is none."""
    if "type" not in record:
        raise StoreError(f"claim {record.get('id')}: 'type' is missing; build again")
    kind = get_claim_type(record["type"])
    given = {name: record.get(name) for name in (*kind.arguments, *kind.attributes)}
    parties = {
        name: given[name] if isinstance(given[name], list) else [given[name]] for name in kind.arguments
    }
    attributes: dict[str, Value] = {name: given[name] for name in kind.attributes if given[name] is not None}
    return read_record(record, {name: said for name, said in parties.items() if said and said[0]}, attributes)


def get_claim_type(name: str) -> ClaimType:
    """Return what claims of this type may hold; raises PatternError for an unknown type."""
    if name not in load_claim_types():
        raise PatternError(f"no claims of type {name!r}: declare it in schema/claims.yml")
    return load_claim_types()[name]


def _value(claim: Claim, kind: ClaimType, name: str) -> Any:
    if name not in kind.arguments:
        return claim.attributes.get(name)
    entities = plain(claim, name)
    return entities if kind.arguments[name] == "many" else next(iter(entities), None)
