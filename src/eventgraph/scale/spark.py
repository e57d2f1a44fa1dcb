"""Map on a cluster: the function of `map.py`, done by the executors of Apache Spark (`DataFrame.mapInArrow`).

Executors need this package installed. A run of articles travels at a time, so memory stays bounded here, and
results come back in order: what is built does not depend on where it was analysed.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from eventgraph.errors import ReadError, UsageError
from eventgraph.model import Article

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

RUN = 512  # articles for each core of the cluster that travel together
PART = 16  # articles a task
BATCH = 4  # articles that a Python process of an executor is given at once
ARTICLES, RESULTS = "place long, article binary", "place long, result binary"
T = TypeVar("T")
Attempt = Callable[[Article], T | ReadError]


def map_on_spark(
    attempt: Attempt[T], alone: Attempt[T], articles: Iterable[Article], master: str
) -> Iterator[T | ReadError]:
    """Yield what `attempt` makes of each article, in order, done by the cluster `master`.

    A run that the cluster gives up, because an article ends its processes, is done here by `alone`.
    Raises UsageError if Spark is not installed or does not answer.
    """
    spark = open_session(master)
    try:
        rest = iter(articles)
        while run := list(islice(rest, RUN * spark.sparkContext.defaultParallelism)):
            try:
                yield from _map_run(spark, attempt, run)
            except _given_up():
                yield from map(alone, run)
    finally:
        spark.stop()


def open_session(master: str) -> SparkSession:
    """Return a session of the cluster: `local[4]`, `spark://HOST:7077`, `yarn`, `k8s://…`."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark is not installed; pip install 'eventgraph-news[spark]'") from error
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings: dict[str, bool | float | int | str | None] = {
        "spark.app.name": "eventgraph",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    try:
        session = SparkSession.builder.master(master).config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session
    except Exception as error:  # pyspark tells of a missing Java, a wrong address, … each in its own way
        raise UsageError(f"the Spark cluster {master} can't be used: {error}") from error


def _map_run(spark: SparkSession, attempt: Attempt[T], run: list[Article]) -> Iterator[T | ReadError]:
    rows = [(place, bytearray(msgspec.json.encode(article))) for place, article in enumerate(run)]
    frame = spark.createDataFrame(rows, ARTICLES).repartition(-(-len(run) // PART))
    found = frame.mapInArrow(partial(_of_batches, attempt), RESULTS).collect()
    yield from (pickle.loads(row.result) for row in sorted(found, key=lambda row: row.place))


def _of_batches(attempt: Attempt[Any], batches: Iterator[Any]) -> Iterator[Any]:
    """What an executor does: Arrow batches of articles to Arrow batches of results."""
    import pyarrow as pa

    for batch in batches:
        articles = [msgspec.json.decode(body, type=Article) for body in batch["article"].to_pylist()]
        results = pa.array([pickle.dumps(attempt(article)) for article in articles], pa.binary())
        yield pa.RecordBatch.from_arrays([batch["place"], results], ["place", "result"])


def _given_up() -> tuple[type[Exception], ...]:
    """What pyspark raises where a task has failed four times."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    return PySparkException, Py4JError
