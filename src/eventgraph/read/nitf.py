"""NITF 3, the News Industry Text Format: https://iptc.org/standards/nitf/."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import UNSET, UnsetType

from eventgraph.errors import ReadError
from eventgraph.read.blocks import lines_of, text_of
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, overlay, parse_day
from eventgraph.read.source import Source
from eventgraph.read.xml import LANGUAGE, find, find_all, parse_xml, root_name

DOCDATA, CONTENT = "head/docdata", "body/body.content"
DATES = ("date.issue", "date.release")
# Archives give the lead twice: in a block of its own, and in this one.
FULL = "full_text"


def read_nitf(source: Source) -> Iterator[Found | ReadError]:
    """Yield the one article of a file; what its sidecar says comes before what the file says."""
    record = make_record(parse_xml(source))
    if not record.text:
        raise ValueError("is NITF without text of an article")
    found = overlay(record, source.sidecar, source.url)
    yield Found(source.name, str(record.id or source.stem), found)


def make_record(nitf: etree._Element) -> Record:
    """Return what an `nitf` element says; the text is empty if there is none."""
    content = find(nitf, CONTENT)
    blocks = [one for one in find_all(nitf, f"{CONTENT}/block") if one.get("class") == FULL]
    published = find(nitf, "head/pubdata")
    return Record(
        id=_attribute(nitf, f"{DOCDATA}/doc-id", "id-string"),
        title=text_of(find(nitf, "body/body.head/hedline/hl1")) or text_of(find(nitf, "head/title")) or None,
        text="\n".join(map(lines_of, blocks or ([] if content is None else [content]))),
        published=_find_day(nitf),
        url=published.get("ex-ref") if published is not None else None,
        publisher=_find_publisher(nitf),
        authors=tuple(_find_authors(nitf)),
        language=nitf.get(LANGUAGE),
    )


def _find_day(nitf: etree._Element) -> str | UnsetType:
    given = [_attribute(nitf, f"{DOCDATA}/{date}", "norm") for date in DATES]
    given.append(_attribute(nitf, "head/pubdata", "date.publication"))
    return next((parse_day(date.rstrip("T")) for date in given if date), UNSET)


def _find_publisher(nitf: etree._Element) -> str | None:
    return (
        _attribute(nitf, "head/pubdata", "name")
        or text_of(find(nitf, "body/body.head/distributor"))
        or _attribute(nitf, f"{DOCDATA}/doc.copyright", "holder")
    )


def _find_authors(nitf: etree._Element) -> Iterator[str]:
    """`<byline>By <person>Jane Doe</person><byttl>Staff Writer</byttl></byline>`, or without `person`."""
    for byline in find_all(nitf, "body/body.head/byline"):
        people = [text_of(person) for person in find_all(byline, "person")]
        yield from people or [text_of(byline).removeprefix("By ").removeprefix("BY ")]


def _attribute(nitf: etree._Element, path: str, name: str) -> str | None:
    """Return an attribute of the first element at `path` that has one."""
    return next((value for one in find_all(nitf, path) if (value := one.get(name))), None)


NITF = Reader("NITF", (".nitf", ".xml"), lambda head: root_name(head) == "nitf", read_nitf)
