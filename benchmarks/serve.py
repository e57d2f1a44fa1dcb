"""How many questions a served graph answers: `python benchmarks/serve.py DIR [CLIENTS] [SECONDS] [OPTION]…`.

50 clients and 60 seconds; options such as `--cache 0` are for `eventgraph serve`.
DIR is the folder of a build. A real `eventgraph serve` process on loopback is asked by clients in this
process, each with a connection of its own, one request after another: the ready queries, pages of entities,
searches. It prints requests a second, times, and every status; CPU seconds are those of all the server's
processes, which tell more than the clock where the machine has other work.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import httpx

from eventgraph.graph.ready import ready_queries

THINGS = """SELECT ?x (COUNT(?f) AS ?n) { ?f ?p ?x ; eg:evidence ?e . ?x rdfs:label ?l }
GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 200"""
BASE = "https://w3id.org/eventgraph/id/"


async def paths(client: httpx.AsyncClient) -> list[str]:
    """Entity pages of the graph, the busiest ones."""
    answer = await client.get("/sparql", params={"query": THINGS})
    found = [row["x"]["value"] for row in answer.json()["results"]["bindings"]]
    return [f"/id/{iri.removeprefix(BASE)}" for iri in found if iri.startswith(BASE)]


def questions(pages: list[str]) -> list[str]:
    """The ready queries; the shortest chain is between people of the busiest pages."""
    slugs = [page.rpartition("/")[2] for page in pages if "/person/" in page]
    ends = dict(zip(("from", "to"), (slug.replace("-", " ").title() for slug in slugs), strict=False))
    return [one.fill(ends if one.name == "shortest-chain" else {}) for one in ready_queries().values()]


async def one_client(
    address: str, number: int, pages: list[str], end: float, seen: list[tuple[float, int]]
) -> None:
    """Ask until the time is over."""
    chance, queries = random.Random(number), questions(pages)
    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        while time.perf_counter() < end:
            start = time.perf_counter()
            kind = chance.random()
            if kind < 0.6:
                answer = await client.post("/sparql", data={"query": chance.choice(queries)})
            elif kind < 0.9:
                answer = await client.get(chance.choice(pages), headers={"Accept": "text/html"})
            else:
                answer = await client.get(
                    "/search", params={"q": chance.choice(["min", "john", "united", "a"])}
                )
            seen.append((time.perf_counter() - start, answer.status_code))


async def load(address: str, clients: int, seconds: float) -> list[tuple[float, int]]:
    """Seconds and status of every request."""
    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        pages = await paths(client)
    seen: list[tuple[float, int]] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(one_client(address, number, pages, end, seen) for number in range(clients)))
    return seen


def cpu_seconds(pid: int) -> float:
    """What a process and those that come from it have used so far; Linux says so below /proc."""
    stats: dict[int, list[str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            stats[int(path.parent.name)] = path.read_text().rpartition(")")[2].split()
    family, ticks = {pid}, 0
    for number, stat in sorted(stats.items()):
        if number == pid or int(stat[1]) in family:
            family.add(number)
            ticks += sum(map(int, stat[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def main(folder: str, clients: int, seconds: float, options: list[str]) -> None:
    command = [
        sys.executable,
        "-c",
        "from eventgraph.cli import main; main()",
        "serve",
        folder,
        "--port",
        "0",
        *options,
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    address = server.stdout.readline().split()[0]
    print(f"load average at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    before, start = cpu_seconds(server.pid), time.perf_counter()
    seen = asyncio.run(load(address, clients, seconds))
    wall, work = time.perf_counter() - start, cpu_seconds(server.pid) - before
    server.send_signal(2)
    server.wait()
    times = [took * 1000 for took, _ in sorted(seen)]
    middle, p99 = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"{len(seen)} requests of {clients} clients in {wall:.1f} s: {len(seen) / wall:.1f} a second")
    print(f"median {middle:.0f} ms, p99 {p99:.0f} ms, longest {times[-1]:.0f} ms")
    print(f"statuses {dict(sorted(Counter(status for _, status in seen).items()))}")
    print(f"CPU of the server and its processes {work:.1f} s: {work / len(seen) * 1000:.1f} ms a request")


if __name__ == "__main__":
    main(
        sys.argv[1],
        int(sys.argv[2] if len(sys.argv) > 2 else 50),
        float(sys.argv[3] if len(sys.argv) > 3 else 60),
        sys.argv[4:],
    )
