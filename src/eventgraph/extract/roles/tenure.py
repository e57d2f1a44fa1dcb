"""How long an office was held: *since 2015*, *until last year*, *was president*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.extract.arguments.timing import date_of
from eventgraph.lexicon import words
from eventgraph.model import Value

FROM = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "to"})
BREAKS = frozenset({"VERB", "AUX", "PUNCT"})
LONG_AGO = 15  # years that hardly anybody holds an office
PAST = frozenset({"was", "were", "had"})


def is_over(trigger: Token, by_tense: bool) -> bool:
    """Is the tenure that the verb or noun tells over: told to last *until* something, or by a past tense?"""
    until = tenure_dates(trigger).get("until")
    lasts = until is not None and not has_ended(trigger, until)
    ended = not lasts and any(word.lower_ in {"until", "till"} for word in _markers(trigger))
    helpers = {c.lower_ for c in trigger.children if c.dep_ in {"cop", "aux"}}
    past = trigger.tag_ == "VBD" or bool(helpers & PAST)
    return ended or (by_tense and past)


def has_ended(token: Token, until: Value) -> bool:
    """Does a tenure *until* this date (ISO, may be a year) end before the article is written?"""
    published = token.doc._.article.published or ""
    return not published or str(until) <= published[: len(str(until))]


def is_history(token: Token, title: Token) -> bool:
    """*In 1938, Prime Minister Chamberlain met*: is what the sentence tells so long ago that it is over?"""
    published, date = token.doc._.article.published, date_of(token)
    if not is_office(title):
        return False
    for_life = title.lemma_.lower() in words("titles.for_life")
    if not published or date is None or for_life or "since" in tenure_dates(token):
        return False
    return int(published[:4]) - int(date[:4]) >= LONG_AGO


def is_office(title: Token) -> bool:
    """*prime minister*, *governor*; not *writer* or *designer*, which one remains."""
    word = title.lemma_.lower()
    public = words("national") | words("local.heads") | words("local.regional")
    return word in public | words("titles.in_turn")


def tenure_dates(trigger: Token, *, beside_name: bool = False) -> dict[str, Value]:
    """Return the dates between which the office is told to be held, as `since` and `until`, where given."""
    found: dict[str, Value] = {}
    for date, marker in _marked(trigger, beside_name):
        if marker in FROM:
            found.setdefault("since", date.value)
            if date.until:
                found.setdefault("until", date.until)
        elif marker in UNTIL:
            found.setdefault("until", date.value)
    return found


def _markers(trigger: Token) -> Iterator[Token]:
    for verb in (trigger, *trigger.conjuncts):
        for child in verb.rights:
            yield from (c for c in child.children if c.dep_ in {"case", "mark"})


def _marked(trigger: Token, beside_name: bool) -> Iterator[tuple[DateExpression, str]]:
    """The dates below the trigger, or right after a title beside a name, with the word before each."""
    doc = trigger.doc
    for date in doc._.dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None or not span.start:
            continue
        if _follows(span, trigger) if beside_name else _is_below(span.root, trigger):
            before = doc[span.start - 1] if span[0].lower_ not in FROM | UNTIL else span[0]
            yield date, before.lower_


def _is_below(date: Token, trigger: Token) -> bool:
    """Is it a date of the verb's own, and not of a clause on its subject: *Lee, mayor since 2015, became*?"""
    above = list(date.ancestors)
    if trigger not in above:
        return False
    return not any(one.dep_ == "acl:relcl" and one.i < trigger.i for one in above[: above.index(trigger)])


def _follows(span: Span, title: Token) -> bool:
    """*prime minister of Israel from 2006 to 2009*: the parser may hang the dates on the sentence's verb."""
    if span.start <= title.i or span.sent != title.sent:
        return False
    between = [t for t in title.doc[title.i + 1 : span.start] if t.lower_ not in FROM | UNTIL]
    return all(title in t.ancestors and t.pos_ not in BREAKS for t in between)
