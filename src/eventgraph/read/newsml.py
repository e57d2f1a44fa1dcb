"""NewsML-G2: a news item, or a message of several: https://iptc.org/standards/newsml-g2/."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from lxml import etree

from eventgraph.errors import ReadError
from eventgraph.read.blocks import lines_of, lines_of_html, text_of
from eventgraph.read.nitf import make_record as make_nitf_record
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, overlay, parse_day
from eventgraph.read.source import Source
from eventgraph.read.xml import LANGUAGE, find, find_all, local, parse_xml, root_name

ITEM, MESSAGE = "newsItem", "newsMessage"
DATES = ("contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated")
WITHDRAWN = ("stat:canceled", "stat:withheld")


def read_newsml(source: Source) -> Iterator[Found | ReadError]:
    """Yield an article, or an error that names the item, for each news item.

    Raises ValueError if the file is no XML, or holds none.
    """
    root = parse_xml(source)
    items = [root] if local(root) == ITEM else [*find_all(root, f"itemSet/{ITEM}")]
    if not items:
        raise ValueError("is NewsML-G2 without a news item")
    for number, item in enumerate(items, 1):
        name = source.name if len(items) == 1 else f"{source.name}: item {number}"
        try:
            yield _read_item(item, name, source)
        except ValueError as error:
            yield ReadError(name, str(error))


def _read_item(item: etree._Element, name: str, source: Source) -> Found:
    status = find(item, "itemMeta/pubStatus")
    if status is not None and status.get("qcode") in WITHDRAWN:
        raise ValueError(f"is not to be published: its status is {status.get('qcode')}")
    record = make_record(item)
    if not record.text:
        raise ValueError("is a news item without text in it")
    found = overlay(record, source.sidecar if item.getparent() is None else None, source.url)
    return Found(name, str(record.id or source.stem), found)


def make_record(item: etree._Element) -> Record:
    """Return what a news item says of its text, and where it is silent what the text's own format says."""
    content = next(filter(None, (_read_content(one) for one in find_all(item, "contentSet/*"))), Record())
    day = next((text for date in DATES if (text := text_of(find(item, date)))), None)
    language = find(item, "contentMeta/language")
    said = {
        "id": item.get("guid"),
        "title": text_of(find(item, "contentMeta/headline")),
        "published": parse_day(day) if day else content.published,
        "url": guid if (guid := item.get("guid", "")).startswith(("http://", "https://")) else None,
        "publisher": _name_of(find(item, "itemMeta/provider")),
        "authors": tuple(filter(None, map(_name_of, find_all(item, "contentMeta/creator")))),
        "language": language.get("tag") if language is not None else item.get(LANGUAGE),
    }
    return msgspec.structs.replace(content, **{name: value for name, value in said.items() if value})


def _read_content(content: etree._Element) -> Record | None:
    """Return the record of a text, or None for pictures, and what is elsewhere."""
    kind, inner = local(content), next(iter(content), None)
    if kind == "inlineData":
        markup = content.get("contenttype", "") in ("text/html", "application/xhtml+xml")
        text = (content.text or "").strip("\n")
        return Record(text=lines_of_html(text) if markup else text) if text.strip() else None
    if kind != "inlineXML" or inner is None:
        return None
    record = make_nitf_record(inner) if local(inner) == "nitf" else Record(text=lines_of(inner))
    return record if record.text else None


def _name_of(party: etree._Element | None) -> str | None:
    """Return the name of a person or body, which may be given in three ways, else None."""
    if party is None:
        return None
    code = party.get("qcode", "").rpartition(":")[2]
    return text_of(find(party, "name")) or party.get("literal") or code or None


def looks_like_newsml(head: bytes) -> bool:
    """Tell whether an item or a message begins here."""
    return root_name(head) in (ITEM, MESSAGE)


NEWSML = Reader("NewsML-G2", (".newsml", ".xml"), looks_like_newsml, read_newsml)
