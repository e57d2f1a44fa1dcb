"""Records of claims, one a line: what `claims.jsonl` and `claims.extra.jsonl` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from eventgraph.errors import StoreError
from eventgraph.model import Claim, Entity, Evidence, Mention, Value

Record = dict[str, Any]
T = TypeVar("T")
FIXED = ("id", "article", "type", "evidence", "mentions", "x_unresolved", "extractor", "confidence")


def claim_order(claim: Claim) -> tuple[str, int, str, str]:
    """The order of claims in all files: by article, place of evidence, type and id."""
    return claim.article, claim.evidence.start, claim.type, claim.id


def make_record(claim: Claim, said: Mapping[str, Any]) -> Record:
    """Return the claim's record; `said` holds its arguments and attributes as they are written."""
    return {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        **said,
        "evidence": {name: getattr(claim.evidence, name) for name in ("quote", "start", "end", "sentence")},
        "mentions": {name: msgspec.to_builtins([*claim.mentions[name]]) for name in sorted(claim.mentions)},
        **({"x_unresolved": msgspec.to_builtins(claim.unresolved)} if claim.unresolved else {}),
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def plain(claim: Claim, argument: str) -> list[Record]:
    """Return what a record says of an argument's entities: id, type, the name that the article gives in full.

    `canonical` is the name in the graph, where that is another: one id, and the words of each source.
    """
    entities = claim.arguments.get(argument, ())
    told = claim.unresolved.get(argument, entities)
    names = [one.name for one in (told if len(told) == len(entities) else entities)]
    return [
        {"id": e.id, "name": name, "type": e.type, **({"canonical": e.name} if e.name != name else {})}
        for e, name in zip(entities, names, strict=True)
    ]


def _entity(record: Any) -> Entity:
    """The entity of a record, under its canonical name."""
    entity = msgspec.convert(record, Entity)
    return msgspec.structs.replace(entity, name=record.get("canonical", entity.name))


def read_record(record: Record, parties: Mapping[str, Any], attributes: Mapping[str, Value]) -> Claim:
    """Return the claim that a record describes, with these arguments and attributes.

    Raises StoreError if it describes none.
    """
    try:
        return Claim(
            **{name: record[name] for name in ("id", "article", "type", "extractor", "confidence")},
            arguments={name: tuple(_entity(one) for one in many) for name, many in parties.items()},
            attributes=dict(attributes),
            evidence=msgspec.convert({"article": record["article"], **record["evidence"]}, Evidence),
            mentions=msgspec.convert(record.get("mentions", {}), dict[str, tuple[Mention, ...]]),
            unresolved=msgspec.convert(record.get("x_unresolved", {}), dict[str, tuple[Entity, ...]]),
        )
    except KeyError as error:
        raise StoreError(f"claim {record.get('id')}: {error} is missing; build again") from error
    except (TypeError, msgspec.ValidationError) as error:
        raise StoreError(f"claim {record.get('id')}: {error}; build again") from error


def write_lines(items: Iterable[T], record: Callable[[T], Any]) -> Iterator[bytes]:
    """Yield the records of `items`, a line each."""
    for item in items:
        yield msgspec.json.encode(record(item)) + b"\n"


def parse_lines(lines: Iterable[bytes], kind: type[T]) -> Iterator[T]:
    """Yield the record of each line that is not blank; raises StoreError naming a broken one."""
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise StoreError(f"line {number} is no record: {error}") from error
