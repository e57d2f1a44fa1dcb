"""A million triples made, written, loaded, asked: `python benchmarks/triples.py [TRIPLES] [--alone]`.

Made-up claims of every type become a graph as a build makes it. Then the same work is done by pyoxigraph with
our sorted Turtle, and by rdflib alone, in the same run; `--alone` leaves rdflib out. Seconds are of CPU, so
that a busy machine changes little; of queries the median of five (rdflib: one). What rdflib does not end in
LIMITS is stopped there, so that a million triples take less than eight minutes in all; its ratio is then a
lower bound.
"""

from __future__ import annotations

import datetime
import hashlib
import random
import resource
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import pyoxigraph as ox
import rdflib

from eventgraph.graph import DEFAULT_BASE
from eventgraph.graph.namespaces import prefixes_below
from eventgraph.graph.query import run_query
from eventgraph.graph.ready import ready_queries
from eventgraph.graph.terms import Triple
from eventgraph.graph.triples import make_triples
from eventgraph.graph.turtle import write_turtle
from eventgraph.model import Article, Claim, Entity, Evidence, Value, make_entity

T = TypeVar("T")
LIMITS = {"load": 180, "write": 60, "query": 10}  # seconds of CPU
PER_ARTICLE = 12
TEXT = "The two ministers spoke by telephone on Monday about the talks that are to begin next month. " * 12
TITLES = [
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "envoy",
    "ambassador",
    "judge",
]
WHO = "Person Number 0"
TYPICAL: list[tuple[str, dict[str, str]]] = [
    ("who-spoke-with-whom", {"person": WHO, "since": "2020"}),
    ("who-met-whom", {"person": WHO}),
    ("visits", {"place": "Town 3", "since": "2021-05"}),
    ("statements-of-a-person", {"person": "Person Number 4"}),
    ("who-holds-which-office", {"person": WHO}),
    ("who-held-this-office-when", {"office": "envoy", "country": "Country 5"}),
    ("evidence-of-a-fact", {"person": "Person Number 9"}),
    ("shortest-chain", {"from": WHO, "to": "Person Number 77"}),
    ("what-happened", {"person": WHO, "since": "2021-05-01", "until": "2021-05-31"}),
    ("most-connected-people", {}),
]


class World:
    """Made-up people, bodies and places, and what articles claim of them; the first ones are the busiest."""

    def __init__(self, claims: int) -> None:
        self.chance = random.Random(7)
        self.people = [make_entity(f"Person Number {i}", "person") for i in range(max(90, claims // 10))]
        self.bodies = [make_entity(f"Ministry {i}", "organization") for i in range(200)]
        self.countries = [make_entity(f"Country {i}", "country") for i in range(190)]
        self.towns = [make_entity(f"Town {i}", "place") for i in range(2000)]
        self.claims = tuple(self._claim(i) for i in range(claims))
        count = range(0, claims, PER_ARTICLE)
        self.articles = tuple(
            Article(id=f"a{i:06}", text=TEXT, published=self._date(), publisher=f"Daily {i % 40}")
            for i in count
        )

    def _claim(self, number: int) -> Claim:
        type, arguments, attributes = self._said()
        article, start = f"a{number // PER_ARTICLE * PER_ARTICLE:06}", number % PER_ARTICLE * 93
        evidence = Evidence(article, start, start + 92, TEXT[start : start + 92], 0)
        parties = {name: (entity,) for name, entity in arguments.items()}
        return Claim(f"c{number}", article, type, parties, attributes, evidence, {}, "bench/made-up", 0.9)

    def _said(self) -> tuple[str, dict[str, Entity], dict[str, Value]]:
        one, other, place = self._one(self.people), self._one(self.people), self._one(self.towns)
        modality = self.chance.choice(["asserted"] * 8 + ["planned", "negated"])
        done: dict[str, Value] = {"date": self._date(), "modality": modality}
        kind = self.chance.randrange(10)
        if kind < 4:
            done["kind"] = self.chance.choice(["spoke", "met", "wrote"])
            return "communication", {"from": one, "to": other}, done
        if kind < 6:
            country, title = self._one(self.countries), self.chance.choice(TITLES)
            status = self.chance.choice(["current", "former"])
            return "role", {"person": one, "country": country}, {"title": title, "status": status}
        if kind == 6:
            return "visit", {"who": one, "place": place}, done
        if kind == 7:
            return (
                "attack",
                {"attacker": self._one(self.bodies), "target": place},
                {**done, "kind": "rockets"},
            )
        if kind == 8:
            counted: dict[str, Value] = {
                "effect": "killed",
                "count": self.chance.randrange(90),
                "bound": "exact",
            }
            return "casualties", {"place": place, "source": self._one(self.bodies)}, counted
        return (
            "statement",
            {"speaker": one},
            {"cue": "said", "content": f"there is hope, {self.chance.random()}"},
        )

    def _one(self, many: list[Entity]) -> Entity:
        return many[int(len(many) * self.chance.random() ** 2)]

    def _date(self) -> str:
        day = datetime.date(2015, 1, 1) + datetime.timedelta(days=self.chance.randrange(3000))
        return day.isoformat()


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


class StoppedError(BaseException):
    """Time is up; rdflib catches exceptions of the ordinary kind."""


class Theirs(NamedTuple):
    """Seconds of rdflib, or those after which it was stopped."""

    seconds: float
    ended: bool


def bounded(work: Callable[[], T], kind: str) -> tuple[T | None, Theirs]:
    """What it gives, None if it was stopped."""

    def stop(*_: object) -> None:
        raise StoppedError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LIMITS[kind], 1)  # again, should one be lost in a callback
    try:
        given, seconds = timed(work)
        return given, Theirs(seconds, True)
    except StoppedError:
        return None, Theirs(LIMITS[kind], False)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def row(what: str, ours: float, theirs: Theirs | None = None) -> None:
    line = f"{what:46} {ours:9.3f}"
    if theirs:
        more = "  " if theirs.ended else "> "
        line += f" {theirs.seconds:9.2f} {more}{theirs.seconds / ours:7.1f} x"
        line += "" if theirs.ended else f", did not finish in {theirs.seconds:.0f} s"
    print(line, flush=True)


def make(triples: int) -> set[Triple]:
    """A graph of about so many triples: how many claims that takes is tried with few."""
    few = World(2000)
    each = len(make_triples(few.articles, few.claims, DEFAULT_BASE)) / 2000
    world, seconds = timed(lambda: World(int(triples / each)))
    print(f"{len(world.claims):,} claims made up: {seconds:.1f} s")
    made, seconds = timed(lambda: make_triples(world.articles, world.claims, DEFAULT_BASE))
    print(f"{len(made):,} triples from them: {seconds:.1f} s")
    return made


def load(turtle: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(input=turtle, format=ox.RdfFormat.TURTLE)
    store.optimize()
    return store


def by_rdflib(turtle: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


def same_bytes(made: set[Triple], turtle: bytes) -> bool:
    """Whether the triples in another order give the same file."""
    shuffled = list(made)
    random.Random(1).shuffle(shuffled)
    again = write_turtle(shuffled, prefixes_below(DEFAULT_BASE))
    return hashlib.sha256(again).digest() == hashlib.sha256(turtle).digest()


def ask(store: ox.Store, graph: rdflib.Graph | None) -> Iterator[float]:
    ready = ready_queries()
    for name, values in TYPICAL:
        sparql = ready[name].fill(values)
        rows = run_query(store, sparql)
        seconds = statistics.median(timed(lambda: run_query(store, sparql))[1] for _ in range(5))  # noqa: B023
        theirs = bounded(lambda: list(graph.query(sparql)), "query")[1] if graph is not None else None  # noqa: B023
        row(f"  {name} ({len(rows)} rows)", seconds, theirs)
        yield seconds


def main(triples: int, alone: bool) -> None:
    made = make(triples)
    print(f"{'seconds':46} {'eventgraph':>9} {'rdflib':>8}")
    turtle, writing = timed(lambda: write_turtle(made, prefixes_below(DEFAULT_BASE)))
    store, loading = timed(lambda: load(turtle))
    graph, parsing = (None, None) if alone else bounded(lambda: by_rdflib(turtle), "load")
    row(f"load {len(turtle) / 1e6:.0f} MB of Turtle", loading, parsing)
    serialising = None if graph is None else bounded(lambda: graph.serialize(format="turtle"), "write")[1]
    row("write sorted Turtle", writing, serialising)
    medians = list(ask(store, graph))
    print(f"median of the {len(medians)} queries: {statistics.median(medians) * 1000:.1f} ms")
    print(f"in another order the same bytes: {same_bytes(made, turtle)}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--alone"]
    main(int(words[0]) if words else 1_000_000, "--alone" in sys.argv)
