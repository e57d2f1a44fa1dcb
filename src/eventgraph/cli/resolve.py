"""`eventgraph resolve`: people decide which names are one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventgraph.cli import options

if TYPE_CHECKING:
    from eventgraph.resolve import Resolution
    from eventgraph.resolve.review import Pair

ANSWERS = {"s": "same", "d": "different", "u": "unsure"}
FOLDER = click.argument("folder", metavar="PROJECT", type=click.Path(path_type=Path))


@click.group()
def resolve() -> None:
    """Decide which names are one; what you decide always wins, and stays when articles are added."""


@resolve.command()
@FOLDER
@click.option("--most", default=20, show_default=True, type=click.IntRange(1), help="How many pairs to ask.")
def review(folder: Path, most: int) -> None:
    """Show the least certain pairs of names with their evidence, and ask about each.

    Answers go to PROJECT/judgements.yml; the next build applies them, or `eventgraph resolve apply`.
    """
    from eventgraph.resolve.judgements import FILE, add_judgement, read_judgements
    from eventgraph.resolve.review import judge, uncertain_pairs

    path = folder / FILE
    pairs = list(uncertain_pairs(resolution_of(folder), read_judgements(path)))[:most]
    decided = 0
    for number, pair in enumerate(pairs, 1):
        show(pair, number, len(pairs))
        answer = click.prompt("[s]ame, [d]ifferent, [u]nsure, [n]ext, [q]uit", type=click.Choice([*"sdunq"]))
        if answer == "q":
            break
        if answer in ANSWERS:
            add_judgement(path, judge(pair.one, pair.other, ANSWERS[answer]))  # type: ignore[arg-type]
            decided += 1
    click.echo(f"{decided} decided" + (f"; apply with: eventgraph {_command(folder)}" if decided else ""))


@resolve.command()
@FOLDER
def undo(folder: Path) -> None:
    """Take back the last decision; once applied, the graph is as it was before it."""
    from eventgraph.resolve.judgements import FILE, undo_judgement

    taken = undo_judgement(folder / FILE)
    click.echo(f"taken back: {taken.one.name} and {taken.other.name} are {taken.verdict}")


@resolve.command()
@FOLDER
@options.reconcile
def apply(folder: Path, reconcile: str | None) -> None:
    """Resolve the claims of a build anew, with all decisions, and write its files; nothing is analysed again.

    A project that grows by `eventgraph add` is written anew by `eventgraph rebuild`.
    """
    from eventgraph.errors import UsageError
    from eventgraph.graph import Graph
    from eventgraph.resolve import read_judgements
    from eventgraph.resolve import resolve as resolved
    from eventgraph.resolve.judgements import FILE
    from eventgraph.resolve.reconciled import Reconciler
    from eventgraph.store import has_store, open_project
    from eventgraph.store.copies import find_witnesses, make_signature

    if has_store(folder):
        raise UsageError(f"{folder} grows by additions; apply decisions with eventgraph rebuild {folder}")
    project = open_project(folder)
    claims = resolved(project.claims, read_judgements(folder / FILE), Reconciler(folder, reconcile))
    witnesses = find_witnesses((a.id, make_signature(a.text)) for a in project.articles)
    Graph(project.articles, claims, base=base_of(project.graph_ttl), witnesses=witnesses).save(folder)


def _command(folder: Path) -> str:
    from eventgraph.store import has_store

    return f"rebuild {folder}" if has_store(folder) else f"resolve apply {folder}"


def base_of(turtle: Path) -> str:
    """What the IRIs of a graph start with, from its prefixes; raises StoreError."""
    from eventgraph.errors import StoreError

    found = re.search(r"^@prefix person: <(.*)person/>", turtle.read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise StoreError(f"{turtle} has no prefix person:, so its base is not known; build it again")
    return found[1]


def resolution_of(folder: Path) -> Resolution:
    """Resolve a project's claims anew, with its judgements; raises StoreError."""
    from eventgraph.resolve import read_judgements, resolve_with_reasons
    from eventgraph.resolve.judgements import FILE
    from eventgraph.store import open_project

    return resolve_with_reasons(open_project(folder).claims, read_judgements(folder / FILE))


def show(pair: Pair, number: int, of: int) -> None:
    """Print a pair: how it compares, and the quotes of both sides one below the other."""
    from eventgraph.cli.lines import plain
    from eventgraph.resolve.explain import describe

    score, now = pair.link.comparison.score, "one" if pair.is_one else "two"
    click.echo(
        f"\n{number} of {of}: score {score:.2f}, now {now}"
        + (f" ({pair.link.why_not})" if pair.link.why_not else "")
    )
    for reason in pair.link.comparison.reasons:
        click.echo(plain(f"  {reason.weight:+.2f} they {reason.says}"))
    for bearer, quotes in zip((pair.one, pair.other), pair.quotes, strict=True):
        click.echo(plain(describe(bearer)))
        for quote in quotes:
            click.echo(plain(f"    {quote}"))
