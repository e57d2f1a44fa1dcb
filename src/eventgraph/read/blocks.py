"""The text of marked-up prose: a line for each block, as a browser would show it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml
from lxml import etree
from lxml.html import fragment_fromstring

from eventgraph.read.decode import CONTROL
from eventgraph.read.html_limits import check_limits
from eventgraph.read.xml import local

END = "\n"


def text_of(element: etree._Element | None) -> str:
    """Return all text below an element in one line."""
    return " ".join("".join(_parts(element)).split()) if element is not None else ""


def lines_of(element: etree._Element) -> str:
    """Return the prose below an element, a line for each block; white space in a line is one space."""
    lines = (" ".join(line.split()) for line in "".join(_parts(element)).split(END))
    return "\n".join(line for line in lines if line)


def lines_of_html(fragment: str) -> str:
    """Return the prose of a piece of HTML. Raises ValueError if it is too large, too deep or too full."""
    check_limits(fragment)
    if not fragment.strip():
        return ""
    return lines_of(fragment_fromstring(CONTROL.sub(" ", fragment), create_parent="div"))


def _parts(root: etree._Element) -> Iterator[str]:
    """Yield pieces of text, line ends only at the borders of blocks; not recursive, as trees may be deep."""
    blocks, skipped = load_names()
    waiting: list[etree._Element | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag is etree.Entity:
            yield html.unescape(node.text)
        elif (name := local(node)) and name not in skipped:
            border = END if name in blocks else ""
            yield border + _flat(node.text)
            waiting.append(border)
            for child in reversed(node):
                waiting += [_flat(child.tail), child]


def _flat(text: str | None) -> str:
    return (text or "").replace(END, " ")


@cache
def load_names() -> tuple[frozenset[str], frozenset[str]]:
    """Load the names of the elements that are blocks, and of those that are no prose."""
    data = yaml.safe_load(files(__package__).joinpath("blocks.yml").read_text("utf-8"))
    return frozenset(data["blocks"].split()), frozenset(data["skipped"].split())
