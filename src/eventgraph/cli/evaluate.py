"""`eventgraph evaluate`: claims against gold annotations."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventgraph.cli import options
from eventgraph.scale.map import Workers

if TYPE_CHECKING:
    from eventgraph.evaluate import GoldArticle, Run, Score

FILE = click.Path(path_type=Path)


@click.command()
@click.option("--gold", "folder", required=True, type=FILE, help="Folder of gold: ID.json beside ID.txt.")
@click.option("--claims", type=FILE, help="claims.jsonl of a build; without it the gold's texts are built.")
@click.option("--compare", type=FILE, help="Another claims.jsonl, or a kept run: what was won and lost?")
@click.option("--keep", type=FILE, help="Keep the verdict on every claim in a file, to compare with later.")
@click.option("--errors", is_flag=True, help="List what was missed, wrong or flawed, with its sentence.")
@options.pipeline
@options.workers
@click.option("--quiet", is_flag=True, help="No progress bar.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
def evaluate(
    folder: Path,
    claims: Path | None,
    compare: Path | None,
    keep: Path | None,
    errors: bool,
    pipeline: str | None,
    workers: Workers,
    quiet: bool,
    as_json: bool,
) -> None:
    """Precision, recall and F1 by type of claim.

    core: the claim's arguments are right; full: so are its attributes. Saying the same twice costs
    nothing; a claim whose evidence is not at its place in the text counts as wrong. modality: the share
    of claims with the right arguments whose modality is right.
    """
    from eventgraph import evaluate as eg

    gold = eg.load_gold(folder)
    records = read_records(claims) if claims else build_records(gold, folder, workers, quiet, pipeline)
    found = _score(gold, records)
    table, run = eg.make_table(found.counts), eg.make_run(found.verdicts)
    other = _read_run(compare, gold) if compare else None
    if keep:
        _write(keep, eg.write_run(run))
    if errors:
        click.echo("\n".join(eg.format_errors(found.verdicts)), err=as_json)
    if as_json:
        compared = {"compared": eg.make_table(eg.counts_of(other))} if other else None
        click.echo(json.dumps({"claims": table, **compared} if compared else table))
        return
    click.echo(eg.format_table(table))
    if other:
        texts = {article.id: article.text for article in gold}
        click.echo(f"\nagainst {compare}:\n{eg.format_comparison(table, eg.make_table(eg.counts_of(other)))}")
        click.echo("\n".join(eg.format_changes(eg.changes(other, run), texts)))


def _read_run(path: Path, gold: list[GoldArticle]) -> Run:
    """The verdicts that a file holds, or those on the claims that it holds."""
    from eventgraph.evaluate import is_run, make_run, read_run

    data = _read(path)
    if is_run(data):
        return read_run(data)
    return make_run(_score(gold, read_records(path)).verdicts)


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a claims.jsonl; raises StoreError."""
    from eventgraph.export.claims_jsonl import read_records as parse

    return parse(_read(path))


def _read(path: Path) -> bytes:
    from eventgraph.errors import StoreError

    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}; name a claims.jsonl") from error


def _write(path: Path, text: str) -> None:
    from eventgraph.errors import StoreError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{path} can't be written: {error.strerror}") from error


def build_records(
    gold: list[GoldArticle], folder: Path, workers: Workers, quiet: bool, pipeline: str | None = None
) -> list[dict[str, Any]]:
    """Build the gold's texts and return their claims as records."""
    from eventgraph.cli.progress import progress_bar
    from eventgraph.cli.summary import report_failures
    from eventgraph.export.claims_jsonl import claim_record, load_claim_types
    from eventgraph.pipeline import build

    texts = [str(folder / f"{article.id}.txt") for article in gold]
    with progress_bar(quiet) as progress:
        graph = build(texts, workers=workers, pipeline=pipeline, progress=progress)
    report_failures(graph.failures, len(graph.articles))
    return [claim_record(claim) for claim in graph.claims_all if claim.type in load_claim_types()]


def _score(gold: list[GoldArticle], records: list[dict[str, Any]]) -> Score:
    from eventgraph.evaluate import score

    by_article = defaultdict(list)
    for record in records:
        by_article[record["article"]].append(record)
    return score(gold, by_article)
