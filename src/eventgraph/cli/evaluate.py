"""`eventgraph evaluate`: claims against gold annotations."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from eventgraph.evaluate import GoldArticle, Score

FILE = click.Path(path_type=Path)


@click.command()
@click.option("--gold", "folder", required=True, type=FILE, help="Folder of gold: ID.json beside ID.txt.")
@click.option("--claims", type=FILE, help="claims.jsonl of a build; without it the gold's texts are built.")
@click.option("--compare", type=FILE, help="Another claims.jsonl: how much better is the first?")
@click.option("--errors", is_flag=True, help="List what was missed or wrong, with its sentence.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes to use.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
def evaluate(
    folder: Path,
    claims: Path | None,
    compare: Path | None,
    errors: bool,
    workers: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Precision, recall and F1 by type of claim.

    core: the claim's arguments are right; full: so are its attributes. Saying the same twice costs
    nothing; a claim whose evidence is not at its place in the text counts as wrong.
    """
    from eventgraph.evaluate import format_comparison, format_errors, format_table, load_gold, make_table

    gold = load_gold(folder)
    found = _score(gold, read_records(claims) if claims else build_records(gold, folder, workers, quiet))
    table = make_table(found)
    other = make_table(_score(gold, read_records(compare))) if compare else None
    if errors:
        click.echo("\n".join(format_errors(found.mistakes)), err=as_json)
    if as_json:
        click.echo(json.dumps(table if other is None else {"claims": table, "compared": other}))
        return
    click.echo(format_table(table))
    if other is not None:
        click.echo(f"\nagainst {compare}:\n{format_comparison(table, other)}")


def read_records(path: Path) -> list[dict[str, Any]]:
    """Return the records of a claims.jsonl; raises StoreError."""
    from eventgraph.errors import StoreError
    from eventgraph.export.claims_jsonl import read_records as parse

    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}; name a claims.jsonl") from error


def build_records(gold: list[GoldArticle], folder: Path, workers: int, quiet: bool) -> list[dict[str, Any]]:
    """Build the gold's texts and return their claims as records."""
    from eventgraph.cli.build import report_failures
    from eventgraph.cli.progress import progress_bar
    from eventgraph.export.claims_jsonl import claim_record, load_claim_types
    from eventgraph.pipeline import build

    texts = [str(folder / f"{article.id}.txt") for article in gold]
    with progress_bar(quiet) as progress:
        graph = build(texts, workers=workers, progress=progress)
    report_failures(graph)
    return [claim_record(claim) for claim in graph.claims_all if claim.type in load_claim_types()]


def _score(gold: list[GoldArticle], records: list[dict[str, Any]]) -> Score:
    from eventgraph.evaluate import score

    by_article = defaultdict(list)
    for record in records:
        by_article[record["article"]].append(record)
    return score(gold, by_article)
