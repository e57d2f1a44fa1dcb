"""The attributes of a claim that a model server tells: words and numbers of its quote, read by our code."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span, Token

from eventgraph.annotate.office import Office, read_office
from eventgraph.annotate.references import Reference, clean
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.timing import date_of
from eventgraph.extract.asked.types import Told
from eventgraph.extract.asked.words import find_words
from eventgraph.extract.casualties.numbers import figures
from eventgraph.extract.roles.tenure import is_history, is_over, tenure_dates
from eventgraph.extract.statements.edges import content_text, stripped
from eventgraph.model import Value

Values = Mapping[str, Value]


def read_values(told: Told, trigger: Token, quote: Span) -> Values | None:
    """Return the attributes but for modality, without those unknown; None if one is not in the quote."""
    match told.type:
        case "communication":
            return {"kind": told.value("kind"), "date": date_of(trigger)}
        case "visit":
            return {"date": date_of(trigger)}
        case "attack":
            kind = told.value("kind")
            found = _words(kind, quote).lower() if kind else trigger.lemma_.lower()
            return {"kind": found, "date": date_of(trigger)} if found else None
        case "statement":
            content = _content(told.value("content"), quote)
            return {"cue": trigger.text, "content": content} if content else None
        case "casualties":
            return _harm(told, quote)
    raise AssertionError(f"offices are read by read_title, and there is no {told.type}")


def _words(words: str, quote: Span) -> str:
    """The words as the quote has them, on one line; "" if it has them not."""
    found = next(find_words(words, quote), None)
    return clean(found.text) if found is not None else ""


def _content(words: str, quote: Span) -> str:
    found = next(find_words(words, quote), None)
    return content_text(stripped(found)) if found is not None else ""


def _harm(told: Told, quote: Span) -> Values | None:
    group = told.value("group")
    number = next((one for one in figures(quote) if one.value == told.value("count")), None)
    if number is None or (group is not None and not _words(group, quote)):
        return None
    return {
        "effect": told.value("effect"),
        "count": number.value,
        "bound": number.bound,
        "group": _words(group, quote) if group else "people",
    }


def read_title(told: Told, quote: Span) -> tuple[Office, Token] | None:
    """Return the office that the title's words tell, and their noun; None if the quote has no such office."""
    for words in find_words(told.value("title"), quote):
        head = next((token for token in (words.root, *words) if is_title(token)), None)
        office = read_office(tuple(words), head) if head is not None else None
        if office and head is not None:
            return office, head
    return None


def role_values(told: Told, trigger: Token, office: Office, head: Token) -> Values:
    """Return title, status and the change or the dates of an office."""
    change = told.value("change")
    dates = {"change": change, "date": date_of(trigger)} if change else tenure_dates(trigger)
    return {"title": office.title, "status": _status(told, trigger, office, head), **dates}


def _status(told: Told, trigger: Token, office: Office, head: Token) -> str:
    """What the phrase says comes first (*acting*), then a past tense, then the server."""
    said = str(told.value("status"))
    if office.status != "current" or said != "current":
        return office.status if office.status != "current" else said
    over = is_over(trigger, by_tense=trigger.pos_ != "VERB") or is_history(trigger, head)
    return "former" if over else said


def with_office(arguments: dict[str, list[Reference]], office: Office) -> dict[str, list[Reference]]:
    """Return the arguments with the body and the country that the title names: *Israeli defense minister*."""
    inside = {"organization": office.organization, "country": office.country}
    return arguments | {name: [one] for name, one in inside.items() if one}
