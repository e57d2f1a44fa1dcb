"""How fast claims come out of annotated articles, on one core.

    EVENTGRAPH_SHARED=… python benchmarks/extract.py [--profile]

Every fourth article of Wikinews, each annotated anew and read once, as in a build; the rules are read before.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time

from corpus import load_wikinews
from spacy.tokens import Doc

from eventgraph.annotate import annotate
from eventgraph.extract import EXTRACTORS, extract
from eventgraph.model import Article

EVERY = 4
SHOWN = 25  # lines of the profile


def main(arguments: list[str]) -> None:
    docs = read_docs()
    extract(docs.pop())
    words = sum(map(len, docs))
    if "--profile" in arguments:
        profile(docs)
        return
    start = time.process_time()
    claims = sum(len(extract(doc)) for doc in docs)
    seconds = time.process_time() - start
    print(f"{len(docs)} articles, {words:,} words, {claims:,} claims: {words / seconds:,.0f} words/s")
    shares(read_docs())


def read_docs() -> list[Doc]:
    """Return the articles, annotated."""
    records = load_wikinews()[::EVERY]
    return [
        annotate(Article(id=one["id"], text=one["text"], title=one["title"], published=one["published"]))
        for one in records
    ]


def shares(docs: list[Doc]) -> None:
    """Print what each extractor takes of the time; what two share counts for the first."""
    for extractor in EXTRACTORS:
        start = time.process_time()
        for doc in docs:
            list(extractor(doc))
        print(f"  {extractor.name:14} {time.process_time() - start:6.2f} s")


def profile(docs: list[Doc]) -> None:
    """Print the functions that take most of the time themselves."""
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [extract(doc) for doc in docs])
    pstats.Stats(profiler).sort_stats("tottime").print_stats(SHOWN)


if __name__ == "__main__":
    main(sys.argv[1:])
