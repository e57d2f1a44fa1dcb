"""XML read so that it can't do harm: no network, no external files, no entities of its own, bounded depth.

The ways in which XML does harm: https://docs.python.org/3/library/xml.html#xml-security.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from eventgraph.read.source import LIMIT, Source

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = 65_536  # bytes in which the first element begins


def parse_xml(source: Source) -> etree._Element:
    """Return the root. Raises ValueError with a one-line reason."""
    if len(source.data) > LIMIT:
        raise ValueError(f"is too large: more than {LIMIT:,} bytes")
    try:
        root = etree.fromstring(source.data, _make_parser())
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is no well-formed XML: {' '.join(error.msg.split())}") from error
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise ValueError("declares entities of its own, which are not read; save it without them")
    return root


def local(element: etree._Element) -> str:
    """Return the name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def find(element: etree._Element, path: str) -> etree._Element | None:
    """Return the first element at `path`, steps in any namespace: `head/docdata`."""
    return next(find_all(element, path), None)


def find_all(element: etree._Element, path: str) -> Iterator[etree._Element]:
    """Yield the elements at `path`, in order."""
    yield from element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/")))


def root_name(head: bytes) -> str:
    """Return the local name of the first element, empty if there is none in sight."""
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True)
    with suppress(etree.XMLSyntaxError):
        parser.feed(head[:HEAD])
    return next((local(element) for _, element in parser.read_events()), "")


def _make_parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
