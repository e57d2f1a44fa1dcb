"""Sizes and times of every export: `python benchmarks/exports.py [EDGES [FORMAT…]]`, 100,000 and all.

People call and meet each other in made-up articles of a hundred claims each. Times are of one run, in
seconds; `claims to nodes and edges` is what all formats with that shape have to do first.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from eventgraph.export.exporters import EXPORTERS, Output
from eventgraph.export.shapes import make_property_graph
from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Entity, Evidence, Value, make_entity

T = TypeVar("T")
QUOTE = "The two ministers spoke by telephone on Monday about the talks that are to begin next month."


def make_graph(edges: int) -> Graph:
    """A graph with that many events between a tenth as many people, the first of them the busiest."""
    chance = random.Random(7)
    people = [make_entity(f"Person Number {i}", "person") for i in range(edges // 10)]
    articles = tuple(Article(id=f"a{i:06}", text=QUOTE) for i in range(edges // 100))
    return Graph(articles, tuple(_claim(i, people, chance) for i in range(edges)))


def _claim(number: int, people: list[Entity], chance: random.Random) -> Claim:
    first = int(len(people) * chance.random() ** 2)
    second = first - 1 - chance.randrange(len(people) - 1)
    parties: dict[str, tuple[Entity, ...]] = {"from": (people[first],), "to": (people[second],)}
    date = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    said: dict[str, Value] = {"kind": chance.choice(["spoke", "met"]), "date": date, "modality": "asserted"}
    article = f"a{number // 100:06}"
    evidence = Evidence(article, 0, len(QUOTE), QUOTE, 0)
    return Claim(f"c{number}", article, "communication", parties, said, evidence, {}, "bench/made-up", 0.9)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def size(content: Output) -> int:
    return len(content) if isinstance(content, bytes) else sum(map(len, content.values()))


def main(edges: int, wanted: list[str]) -> None:
    exporters = [one for one in EXPORTERS if not wanted or one.name in wanted]
    for exporter in exporters:
        exporter.write(make_graph(20), "simple")  # loads what it needs
    graph = make_graph(edges)
    triples, seconds = timed(graph.triples)
    print(f"{len(triples):,} triples from {edges:,} claims: {seconds:.1f} s", flush=True)
    network, seconds = timed(graph.to_networkx)
    print(f"networkx     {network.number_of_edges():,} edges {seconds:6.1f} s", flush=True)
    for shape in ("simple", "full") if any(one.shapes for one in exporters) else ():
        shaped, seconds = timed(lambda: make_property_graph(graph, shape))  # noqa: B023
        counts = f"{len(shaped.nodes):,} nodes, {len(shaped.edges):,} edges"
        print(f"claims to nodes and edges, {shape}: {seconds:.1f} s ({counts})")
        for exporter in (one for one in exporters if one.shapes):
            content, seconds = timed(lambda: exporter.make(shaped))  # noqa: B023
            print(f"  {exporter.name:10} {size(content) / 1e6:7.1f} MB {seconds:6.1f} s", flush=True)
    for exporter in (one for one in exporters if not one.shapes):
        content, seconds = timed(lambda: exporter.make(graph))  # noqa: B023
        print(f"{exporter.name:12} {size(content) / 1e6:7.1f} MB {seconds:6.1f} s", flush=True)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, sys.argv[2:])
