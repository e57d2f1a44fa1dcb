"""`eventgraph rules`: the rules that are read, tried on a sentence, and audited on articles."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventgraph.cli import options
from eventgraph.cli.tree import shorten
from eventgraph.scale.map import Workers

if TYPE_CHECKING:
    from eventgraph.extract.engine.firings import Firing

EXTRACTORS = click.option(
    "--extractors", metavar="DIR", type=click.Path(path_type=Path), help="Folder with rules of your own."
)
DATE = click.option("--date", metavar="YYYY-MM-DD", help="Date of writing, for *Monday* and *last week*.")
WORDS = 44  # characters of trigger words in the list


@click.group(invoke_without_command=True)
@EXTRACTORS
@click.pass_context
def rules(context: click.Context, extractors: Path | None) -> None:
    """List the rules, each with its trigger words and an example.

    `rules try` shows what they make of a sentence, `rules audit` where they fired in vain.
    """
    if context.invoked_subcommand:
        return
    from eventgraph.audit import all_rules

    found = all_rules(extractors)
    width = max(len(rule.id) for rule in found)
    for rule in found:
        click.echo(f"{rule.id:{width}}  {shorten(sorted(rule.trigger.lemma), WORDS):{WORDS}}  {rule.about}")


@rules.command("try")
@click.argument("sentence")
@EXTRACTORS
@options.pipeline
@DATE
def try_sentence(sentence: str, extractors: Path | None, pipeline: str | None, date: str | None) -> None:
    """Show the tree of SENTENCE, every rule whose trigger stands in it, and the claims.

    A rule that made no claim says why: what it excludes, which argument it misses.
    """
    from eventgraph.cli.trial import format_trial

    click.echo(format_trial(sentence, extractors, date, pipeline))


@rules.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@EXTRACTORS
@options.pipeline
@DATE
@options.workers
@click.option("--sentences", is_flag=True, help="List the sentences without a claim, with the reason.")
@click.option("--rule", metavar="TYPE/NAME", help="Only this rule, or all of a type.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each firing.")
def audit(
    paths: tuple[str, ...],
    extractors: Path | None,
    pipeline: str | None,
    date: str | None,
    workers: Workers,
    sentences: bool,
    rule: str | None,
    as_json: bool,
) -> None:
    """Count by rule the sentences where its trigger fired, and those that gave no claim of its type."""
    from eventgraph.audit import audit as audit_paths
    from eventgraph.cli.progress import progress_bar

    with progress_bar(as_json) as progress:
        found = audit_paths(
            paths, date=date, workers=workers, extractors=extractors, pipeline=pipeline, progress=progress
        )
    for failure in found.failures:
        click.echo(f"eventgraph: {failure}", err=True)
    chosen = [one for one in found.firings if rule in (None, one.rule, one.rule.partition("/")[0])]
    for line in format_json(chosen) if as_json else format_audit(chosen, sentences):
        click.echo(line)
    sys.exit(1 if found.failures else 0)


def format_json(firings: list[Firing]) -> list[str]:
    """Return a line of JSON for each firing."""
    import msgspec

    return [json.dumps(msgspec.to_builtins(one), ensure_ascii=False) for one in firings]


def format_audit(firings: list[Firing], sentences: bool) -> list[str]:
    """Return the table of counts, after the sentences without a claim if they are wanted."""
    from eventgraph.extract.engine.firings import count

    counts = count(firings)
    width = max([len(one.rule) for one in counts] + [len("rule")])
    idle = [one for one in firings if one.reason] if sentences else []
    listed = [
        f"{one.article}  {one.rule} at {one.trigger!r}: {one.reason}\n    {one.sentence}" for one in idle
    ]
    table = [f"{one.rule:{width}}  {one.fired:6}  {one.idle:8}" for one in counts]
    return [*listed, f"{'rule':{width}}  {'fired':>6}  {'no claim':>8}", *table]
