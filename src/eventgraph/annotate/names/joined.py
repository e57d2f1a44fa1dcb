"""Names that the network broke in two, put together again."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.names.known import SMALL
from eventgraph.lexicon import is_honorific, is_title_head

QUOTES = frozenset("\"'“”‘’")
SYLLABLES = frozenset({"in", "un", "il"})  # also words that the tagger knows better
SYLLABLE = 6  # letters that the lower half of an East Asian given name hardly has
SUFFIXES = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi", "jr", "sr"})


def joined_names(doc: Doc) -> list[Span]:
    """The names of the network, whole: broken at a hyphen, a nickname, before *II* or *Jr.*."""
    joined: list[Span] = []
    for ent in doc.ents:
        end = ent.end
        while end < len(doc) and _continues(doc, end, ent.label_):
            end += 1
        end = _nickname(doc, _opening(doc, ent.start, end), ent.label_)
        last = joined[-1] if joined else None
        if last and (last.end > ent.start or (last.end == ent.start and _glued(doc, ent.start))):
            joined.pop()
            joined.append(Span(doc, last.start, max(end, last.end), last.label_))
        else:
            joined.append(Span(doc, ent.start, end, ent.label_))
    return [span for span in joined if not _title_alone(span)]


def _opening(doc: Doc, start: int, end: int) -> int:
    """Where the nickname begins that the network took without its end: *Jack "Ace | " Miller*."""
    quoted = [i for i in range(start + 1, end) if doc[i].text in QUOTES]
    return quoted[0] if len(quoted) == 1 and quoted[0] == end - 2 else end


def _nickname(doc: Doc, end: int, label: str) -> int:
    """Return where *Jack "Ace" Miller* ends, whose given name ends at `end`; `end` if no nickname follows."""
    after = doc[end : end + 4]
    quoted = len(after) == 4 and after[0].text in QUOTES and after[2].text in QUOTES
    named = quoted and after[1].text[0].isupper() and after[3].text[0].isupper()
    return end + 4 if named and label == "person" and after[3].pos_ == "PROPN" else end


def _title_alone(span: Span) -> bool:
    """*King* before *Abdullah*, where the network made two names of them; *the Prime Minister*."""
    if len(span) != 1 or not (is_title_head(span.text) or is_honorific(span.text)):
        return span.text == "Emeritus"
    following, before = span.doc[span.end : span.end + 1], span.doc[max(span.start - 1, 0) : span.start]
    named = any(t.ent_type_ == "person" or t.lower_ == "of" for t in following)
    return named or (span.label_ == "person" and any(t.lower_ in SMALL for t in (*before, *span[0].lefts)))


def _glued(doc: Doc, i: int) -> bool:
    """Does the token stand right at a hyphen?"""
    return not doc[i - 1].whitespace_ and (doc[i - 1].text == "-" or doc[i].text == "-")


def _continues(doc: Doc, i: int, label: str) -> bool:
    token = doc[i]
    if token.text == "-" and i + 1 < len(doc):
        return not doc[i - 1].whitespace_ and not token.whitespace_ and _is_second_part(doc[i + 1], label)
    if doc[i - 1].text == "-" and not doc[i - 1].whitespace_:
        return _is_second_part(token, label)
    return label == "person" and token.lower_.rstrip(".") in SUFFIXES


def _is_second_part(token: Token, label: str) -> bool:
    """What follows a name's hyphen: *al-Sisi*, *Moon Jae-in*, but *Trump-backed*."""
    small = label == "person" and token.is_lower and token.is_alpha and len(token) < SYLLABLE
    named = token.pos_ == "PROPN" or token.dep_ == "flat" or token.text in SYLLABLES
    return token.text[:1].isupper() or (small and named)
