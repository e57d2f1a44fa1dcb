"""A corpus made by hand: who met whom, an article a day, in words that no two articles share."""

from __future__ import annotations

from eventgraph.model import Article, Claim, Evidence, Mention, make_entity
from eventgraph.store.store import Result

PEOPLE = ("Eva Berg", "Jan Olsen", "Cleo Ruiz", "Omar Haddad", "Ada Novak")


def result(number: int, text: str = "") -> Result:
    """Article `a-NN` and its one claim: a person met the next one."""
    first, second = PEOPLE[number % 5], PEOPLE[(number + 1 + number // 5) % 5]
    tail = " ".join(f"word{number}x{i}" for i in range(20))
    text = text or f"{first} met {second} in Oslo. {tail}"
    id = f"a-{number:02}"
    day = f"2021-05-{1 + number % 28:02}"
    claim = Claim(
        id=f"c{number:02}",
        article=id,
        type="communication",
        arguments={"from": (make_entity(first, "person"),), "to": (make_entity(second, "person"),)},
        attributes={"kind": "met", "date": day, "modality": "asserted"},
        evidence=Evidence(id, 0, len(first), text[: len(first)], 0),
        mentions={"from": (Mention(0, len(first), first, "name"),)},
        extractor="communication/verb",
        confidence=0.9,
    )
    return Result(Article(id=id, text=text, published=day, authors=("J. Doe", "“X”")), [claim])
