"""The report as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.report.section import Line, Report, Source

MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
BLOCK = re.compile(r"^([-+#=]|\d+(?=[.)]))")  # what begins a list, a heading or a line at the start of a text
SPACE = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")


def write_markdown(report: Report) -> str:
    """CommonMark; names and quotes are escaped, so that none is read as markup."""
    return "\n".join(_parts(report)).rstrip() + "\n"


def escape(text: str) -> str:
    """The text in one line, as it is read; nothing in it is markup. Lone surrogates become U+FFFD."""
    plain = SPACE.sub(" ", text).strip().encode("utf-8", "replace").decode()
    return BLOCK.sub(_at_start, MARKUP.sub(r"\\\1", plain))


def _at_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _parts(report: Report) -> Iterator[str]:
    yield f"# {escape(report.title)}\n"
    yield f"{escape(report.heading)}.\n"
    for section in report.sections:
        yield f"## {escape(section.title)}\n"
        yield f"{escape(section.about)}\n"
        yield from map(_line, section.lines)
        yield "" if section.lines else "None.\n"
        if section.rest:
            yield f"{escape(section.rest)}\n"


def _line(line: Line) -> str:
    date = f"**{escape(line.date)}** " if line.date else ""
    below = [*map(escape, line.more), *map(_source, line.sources)]
    return "\n".join([f"- {date}{escape(line.text)}", *(f"  - {one}" for one in below)])


def _source(source: Source) -> str:
    title = escape(source.title)
    link = f"[{title}](<{source.url}>)" if source.url else title
    return f"“{escape(source.quote)}” {link}" + (f", {escape(source.details)}" if source.details else "")
