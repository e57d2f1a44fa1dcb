"""What a rule's match says was said: the words that its paths and the quotations around it give."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.statements.addressees import told_first, told_next
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.extract.statements.quoted import quoted
from eventgraph.extract.statements.saying import Saying
from eventgraph.extract.statements.wording import past_date, to_the_left, words_said


def saying_by_rule(match: Match, quotations: Sequence[Quotation]) -> Saying:
    """Return who says what to whom, as far as the rule and the quotations tell; `content` may be empty."""
    tokens, flags, cue = match.arguments, match.rule.flags, match.trigger
    to = tokens.get("addressee", ()) or told_next(cue)
    if "quoted" in flags:
        content = quoted(cue, quotations)
    else:
        content = words_said(cue, tokens["content"], tokens["speaker"], quotations)
        content = past_date(cue, to_the_left(cue, content)) if "source" in flags else content
    first = told_first(cue, content)
    if first:
        to, content = to or (content[first - 1],), content[first:]
    return Saying(cue, match.rule.name, flags, tokens["speaker"], to, content)
