"""Two dates that are one range: *from Monday to Friday*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.annotate.dates.expression import DateExpression

_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|until|till|through)\s", re.IGNORECASE)


def join_ranges(text: str, found: list[DateExpression]) -> Iterator[DateExpression]:
    """From Monday to Friday: two expressions become one range."""
    waiting: DateExpression | None = None
    for expression in found:
        if waiting and _is_range(text, waiting, expression):
            whole = text[waiting.start : expression.end]
            expression = DateExpression(
                waiting.start,
                expression.end,
                waiting.value,
                whole,
                expression.value,
                first=waiting.first,
                last=expression.last,
            )
        elif waiting:
            yield waiting
        waiting = expression
    if waiting:
        yield waiting


def _is_range(text: str, first: DateExpression, second: DateExpression) -> bool:
    gap = text[first.end : second.start]
    between = text[max(0, first.start - 8) : first.start].lower() == "between " and gap == " and "
    until = gap == " " and second.text.lower().startswith(("until ", "till "))
    apart = not (first.value and second.value.startswith(first.value))
    ordered = first.last < second.first and apart
    single = not (first.until or second.until)
    return ordered and single and bool(between or until or _JOINT.fullmatch(gap))
