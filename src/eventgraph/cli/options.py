"""Options that several commands have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from eventgraph.scale.map import Workers

CLUSTER = r"(spark|k8s)://.|yarn$|local(\[[\d*, ]+\])?$"
Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Command], Command]

date = click.option("--date", metavar="YYYY-MM-DD", help="Date of the articles that have none of their own.")


def parse_workers(_: click.Context, __: click.Parameter, value: str) -> Workers:
    """Return a number of processes, or the address of a Spark cluster."""
    if re.match(CLUSTER, value):
        return value
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(
            f"{value!r} is neither a number from 1 nor a Spark cluster like spark://HOST:7077"
        )
    return int(value)


workers = click.option(
    "--workers",
    default="1",
    show_default=True,
    callback=parse_workers,
    metavar="N|MASTER",
    help="Processes to use, or a Spark cluster (spark://HOST:7077, yarn, local[4]).",
)
extractors = click.option(
    "--extractors",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder with rules of your own (YAML files).",
)
pipeline = click.option(
    "--pipeline",
    metavar="NAME",
    help="spaCy package or folder that annotates in the place of our model: Universal Dependencies, names.",
)
reconcile = click.option(
    "--reconcile",
    metavar="URL",
    help="W3C reconciliation service to ask for names; answers are kept in reconciled.yml.",
)
ask_model = click.option(
    "--ask-model",
    metavar="URL",
    help="Language model server to ask for more claims (OpenAI's protocol, http://localhost:8080/v1)."
    " It is sent the articles. A key is taken from EVENTGRAPH_MODEL_KEY.",
)
model = click.option("--model", metavar="NAME", help="Its model, if it has more than one.")
quiet = click.option("--quiet", is_flag=True, help="No progress bar and no summary.")
as_json = click.option("--json", "as_json", is_flag=True, help="Summary as JSON.")
project = click.argument("project", metavar="DIR", type=click.Path(path_type=Path))


def options(*chosen: Option[Any]) -> Option[Any]:
    """Return what gives a command these options, in this order."""

    def decorate(command: Any) -> Any:
        for option in reversed(chosen):
            command = option(command)
        return command

    return decorate
