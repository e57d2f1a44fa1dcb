"""What draws the network: vis-network up to two thousand names, above that sigma, on the graphics card."""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

from eventgraph.errors import UsageError

MANY = 2000  # nodes
SLOW = (
    "This page was made without sigma, which is built in where Node is installed: all names at once are slow."
)


class Painter(NamedTuple):
    """Our part of the page's script that speaks to the library, and the library, as the template's names.

    `note` is what the reader should know of it.
    """

    script: str
    library: str
    note: str = ""


PAINTERS = {
    "vis": Painter("paint-vis", "lib/vis-9.1.2/vis-network.min.js"),  # pyvis carries it
    "sigma": Painter("paint-sigma", "assets/sigma.js"),  # bundled when the wheel is built, if Node is there
}


def choose_painter(nodes: int, name: str | None = None) -> Painter:
    """Return the painter called `name`, or without it the one for so many nodes.

    Where sigma was not built in, vis-network draws everything. Raises UsageError if the one asked for is
    missing.
    """
    if name is None:
        name = "sigma" if nodes > MANY and has_sigma() else "vis"
    if name not in PAINTERS or (name == "sigma" and not has_sigma()):
        raise UsageError(
            f"the page can't be drawn by {name!r} here; vis always can, sigma if built with Node"
        )
    painter = PAINTERS[name]
    return painter._replace(note=SLOW) if name == "vis" and nodes > MANY else painter


def has_sigma() -> bool:
    """Was sigma built into this installation?"""
    return files("eventgraph.view").joinpath(PAINTERS["sigma"].library).is_file()
