"""Do several speak with each other, or each to an audience: *spoke by phone*, *spoke at the funeral*?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import preposition

LINES = frozenset({"phone", "telephone", "call", "videoconference", "teleconference", "video", "link"})
TOPICS = frozenset({"about", "regarding", "on", "concerning"})
PUBLICLY = frozenset({"at", "in", "before", "from", "to", "against", "for", "of", "with", "after", "during"})


def is_mutual(trigger: Token) -> bool:
    """*spoke together*, *by phone*, *to each other*, *about Syria*, *on Sunday*; not *at the funeral*."""
    phrases = [child for child in trigger.children if child.dep_ in {"obl", "obl:unmarked", "advmod"}]
    if any(child.lower_ == "together" or child.lemma_.lower() in LINES for child in phrases):
        return True
    if any(preposition(child) in {"to", "with"} and child.lower_ in {"each", "one"} for child in phrases):
        return True
    if any(preposition(child) in PUBLICLY for child in phrases if not _is_date(child)):
        return False
    topics = [child for child in phrases if preposition(child) in TOPICS and not _is_date(child)]
    return bool(topics) or any(_is_date(child) for child in phrases)


def _is_date(token: Token) -> bool:
    start, end = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    return any(start <= date.start < end for date in token.doc._.dates)
