"""The command line: one file a command. They import what they need when they run, so that help is fast."""

from __future__ import annotations

import click

import eventgraph
from eventgraph.cli.add import add
from eventgraph.cli.build import build
from eventgraph.cli.conflicts import conflicts
from eventgraph.cli.evaluate import evaluate
from eventgraph.cli.explain import explain
from eventgraph.cli.export import export
from eventgraph.cli.push import push
from eventgraph.cli.query import query
from eventgraph.cli.rebuild import rebuild
from eventgraph.cli.remove import remove
from eventgraph.cli.resolve import resolve
from eventgraph.cli.rules import rules
from eventgraph.cli.serve import serve
from eventgraph.cli.status import status
from eventgraph.cli.validate import validate
from eventgraph.cli.view import view
from eventgraph.errors import EventgraphError


class Refused(click.ClickException):
    """The command could not be carried out."""

    exit_code = 2


class Commands(click.Group):
    """Shows our errors as one line, with exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except EventgraphError as error:
            raise Refused(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(eventgraph.__version__, prog_name="eventgraph")
def main() -> None:
    """Knowledge graphs from news: who did what, with whom, when; every fact with its quote."""


COMMANDS = (
    *(build, add, remove, status, rebuild),
    *(query, serve, push, view, export),
    *(resolve, explain, conflicts),
    *(validate, evaluate, rules),
)
for command in COMMANDS:
    main.add_command(command)
