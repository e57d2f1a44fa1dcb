"""`claims.jsonl` and `articles.jsonl`: one record a line, sorted, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from eventgraph.errors import PatternError, StoreError
from eventgraph.model import Article, Claim, Entity, Evidence, Mention, Value

Record = dict[str, Any]
T = TypeVar("T")


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
    return _lines(sorted(articles, key=lambda article: article.id))


def read_articles(data: bytes) -> list[Article]:
    """Return the articles of `articles.jsonl`; raises StoreError naming a broken line."""
    return _parse(data, Article)


def write_claims(claims: Iterable[Claim]) -> bytes:
    """Return `claims.jsonl`, sorted by article, evidence start, type and id."""
    ordered = sorted(claims, key=lambda claim: (claim.article, claim.evidence.start, claim.type, claim.id))
    return _lines(map(claim_record, ordered))


def read_claims(data: bytes) -> list[Claim]:
    """Return the claims of `claims.jsonl`, their entities with id, name and type only.

    Raises StoreError naming a broken line.
    """
    return [read_claim(record) for record in read_records(data)]


def read_records(data: bytes) -> list[Record]:
    """Return the records of a JSONL file as they are; raises StoreError naming a broken line."""
    return _parse(data, Record)


def claim_record(claim: Claim) -> Record:
    """Return the claim as a flat record: names that its type requires are there, null if unknown.

    Raises PatternError for a type or a name that schema/claims.yml doesn't know.
    """
    kind = get_claim_type(claim.type)
    unknown = {*claim.arguments, *claim.attributes} - {*kind.names}
    if unknown:
        raise PatternError(f"claims of type {claim.type} have no {min(unknown)}: see schema/claims.yml")
    values = {name: _value(claim, kind, name) for name in kind.names}
    return {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        **{name: value for name, value in values.items() if name in kind.required or value not in (None, [])},
        "evidence": {name: getattr(claim.evidence, name) for name in ("quote", "start", "end", "sentence")},
        "mentions": {name: msgspec.to_builtins([*claim.mentions[name]]) for name in sorted(claim.mentions)},
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def read_claim(record: Record) -> Claim:
    """Return the claim that a record describes; raises StoreError if it is none."""
    try:
        kind = get_claim_type(record["type"])
        parties = {name: _entities(record.get(name)) for name in kind.arguments}
        attributes: dict[str, Value] = {name: record.get(name) for name in kind.attributes}
        return Claim(
            id=record["id"],
            article=record["article"],
            type=record["type"],
            arguments={name: entities for name, entities in parties.items() if entities},
            attributes={name: value for name, value in attributes.items() if value is not None},
            evidence=msgspec.convert({"article": record["article"], **record["evidence"]}, Evidence),
            mentions=msgspec.convert(record.get("mentions", {}), dict[str, tuple[Mention, ...]]),
            extractor=record["extractor"],
            confidence=record["confidence"],
        )
    except KeyError as error:
        raise StoreError(f"claim {record.get('id')}: {error} is missing; build again") from error
    except msgspec.ValidationError as error:
        raise StoreError(f"claim {record.get('id')}: {error}; build again") from error


def get_claim_type(name: str) -> ClaimType:
    """Return what claims of this type may hold; raises PatternError for an unknown type."""
    if name not in load_claim_types():
        raise PatternError(f"no claims of type {name!r}: declare it in schema/claims.yml")
    return load_claim_types()[name]


def _value(claim: Claim, kind: ClaimType, name: str) -> Any:
    if name not in kind.arguments:
        return claim.attributes.get(name)
    entities = [{"id": e.id, "name": e.name, "type": e.type} for e in claim.arguments.get(name, ())]
    return entities if kind.arguments[name] == "many" else next(iter(entities), None)


def _entities(value: Any) -> tuple[Entity, ...]:
    return msgspec.convert(value if isinstance(value, list) else [value] if value else [], tuple[Entity, ...])


def _lines(records: Iterable[Any]) -> bytes:
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


def _parse(data: bytes, kind: type[T]) -> list[T]:
    decoder = msgspec.json.Decoder(kind)
    found: list[T] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            found += [decoder.decode(line)] if line.strip() else []
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise StoreError(f"line {number} is no record: {error}") from error
    return found
