"""Text in XML, so that every reader gets back the same characters, line ends and tabs included."""

from __future__ import annotations

from xml.sax.saxutils import escape

from eventgraph.export.property_graph import clean

# Parsers turn a bare CR into LF (those of XML 1.1 two more line ends, too), and in attributes all white space
# into blanks.
IN_TEXT = {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"}
IN_ATTRIBUTE = {**IN_TEXT, "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def text(value: object) -> str:
    """The value as character data."""
    return escape(clean(str(value)), IN_TEXT)


def attribute(value: object) -> str:
    """The value as an attribute's, in double quotes."""
    return f'"{escape(clean(str(value)), IN_ATTRIBUTE)}"'
