"""For how many of PLOVER's gold records a claim with the right source and target comes out.

    EVENTGRAPH_SHARED=… python benchmarks/plover.py [--missed] [CATEGORY …]

The records are those of the PLOVER ontology's manual (Open Event Data Alliance, CC BY-SA 4.0): a sentence,
an event of a category, who does it to whom, each actor in the sentence's words. CONSULT asks for a
communication, ASSAULT and FIGHT for an attack. A record counts if one claim holds both sides:

- a side holds if a mention of one of the claim's arguments there overlaps, in the sentence, the words of one
  of the record's actors; a side for which the record names nobody holds. *Israeli tanks* for *Israeli* do;
- of an attack, attackers are the source; targets and the place are the target, as in the gold's scoring;
- the sides of a communication may be the other way round, and of two sources without a target each must be
  on a side of its own.

The sentence alone is read, as an article of the record's date. Each sentence has one record, whatever else
it tells, and some records code what the guidelines call no attack (a thwarted attempt, a breach of a
ceasefire): all are counted.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eventgraph.annotate import annotate
from eventgraph.extract import extract
from eventgraph.model import Article, Claim

Record = dict[str, Any]
Spans = list[tuple[int, int]]

TYPES = {"CONSULT": "communication", "ASSAULT": "attack", "FIGHT": "attack"}


def main(arguments: Sequence[str]) -> None:
    shared = Path(os.environ["EVENTGRAPH_SHARED"])
    path = shared / "corpora" / "plover_gsr" / "PLOVER_GSR_CAMEO.txt"
    records: list[Record] = json.loads(path.read_text(encoding="utf-8"))
    for category in [one for one in arguments if one in TYPES] or list(TYPES):
        asked = [record for record in records if record["event"] == category]
        missed = [record for record in asked if not is_found(record)]
        found = len(asked) - len(missed)
        print(f"{category:8} {TYPES[category]:14} {found:3} of {len(asked):3}  {found / len(asked):.2f}")
        if "--missed" in arguments:
            print(*(f"  {one['id']}: {one['text']}" for one in missed), sep="\n")


def is_found(record: Record) -> bool:
    """Does a claim of the category's type hold the record's source and target?"""
    text = record["text"]
    doc = annotate(Article(id=record["id"], text=text, published=record["date"]))
    claims = [claim for claim in extract(doc) if claim.type == TYPES[record["event"]]]
    source, target = (
        [_places(text, one) for one in _actors(record.get(side))] for side in ("source", "target")
    )
    if TYPES[record["event"]] == "attack":
        return any(_is_attack(claim, source, target) for claim in claims)
    if not target:
        source, target = source[:1], source[1:]
    return any(_are_sides(claim, source, target) or _are_sides(claim, target, source) for claim in claims)


def _is_attack(claim: Claim, source: list[Spans], target: list[Spans]) -> bool:
    return _holds(claim, ("attacker",), source) and _holds(claim, ("target", "place"), target)


def _are_sides(claim: Claim, first: list[Spans], second: list[Spans]) -> bool:
    return _holds(claim, ("from",), first) and _holds(claim, ("to",), second)


def _holds(claim: Claim, arguments: Sequence[str], actors: list[Spans]) -> bool:
    mentions = [one for name in arguments for one in claim.mentions.get(name, ())]
    near = (span for spans in actors for span in spans)
    return not actors or any(one.start < end and start < one.end for start, end in near for one in mentions)


def _actors(side: Any) -> Iterator[str]:
    """The words of each actor; of *Israel ... refugees* the longer part."""
    for actor in side or ():
        yield max(actor["actorText"].split("..."), key=len).strip()


def _places(text: str, actor: str) -> Spans:
    return [match.span() for match in re.finditer(re.escape(actor), text)]


if __name__ == "__main__":
    main(sys.argv[1:])
