"""Where the name of a body begins and ends, if the network took a word too few or too many."""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.lexicon import find_country, find_demonym, find_organization, is_title_head

FIELD = frozenset({"of", "for", "to", "in", "on"})
INSIDE = frozenset({"of", "the", "for"})
SINGULAR = frozenset({"NN", "NNP"})
RANKS = frozenset(
    {"High", "Chief", "Deputy", "Vice", "Special", "Senior", "Permanent", "Acting", "Assistant"}
)


def bounds_of_body(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the body that the network named as tokens [start, end)."""
    end = before_office(doc, start, end)
    while end - 1 > start and doc[end - 1].text.islower() and find_organization(doc[start : end - 1].text):
        end -= 1  # European Union | observer
    return _leftmost(doc, start, end), _rightmost(doc, end)


def before_office(doc: Doc, start: int, end: int) -> int:
    """Return where the body's name ends that is part of an office's, else `end`.

    *UN | High Commissioner*; *UN | High Commissioner for Refugees* if the holder's name follows.
    """
    if _leads_title(doc, end):
        return end - 1
    title = next((i for i in range(start + 1, end) if is_title_head(doc[i].lower_)), end)
    rank = title - 1 if doc[title - 1].text in RANKS else title
    if title < end and rank > start and _leads_person(doc, end) and _is_body(doc[start:rank].text):
        return rank
    return _before_field(doc, start, end)


def _before_field(doc: Doc, start: int, end: int) -> int:
    """*UN | Special Representative* for Darfur; `start` where nothing but a title is left."""
    first, title = end - 1, doc[end - 1]
    if end == len(doc) or doc[end].lower_ not in FIELD or title.tag_ not in SINGULAR:
        return end
    while first > start and doc[first - 1].text in RANKS:
        first -= 1
    ranked = first < end - 1 and is_title_head(title.lower_)
    return first if ranked and not (first > start and doc[first - 1].lower_ in INSIDE) else end


def _leads_person(doc: Doc, end: int) -> bool:
    """Does a person follow, perhaps behind a comma?"""
    behind = [token for token in doc[end : end + 2] if token.text != ","]
    return bool(behind) and behind[0].ent_type_ == "person"


def _is_body(name: str) -> bool:
    return name.isupper() or find_organization(name) is not None


def _leads_title(doc: Doc, end: int) -> bool:
    """*UN High | Commissioner*: does the name end with the rank of the title behind it?"""
    last, title = doc[end - 1], doc[end : end + 1]
    return last.text in RANKS and last.ent_iob_ == "I" and bool(title) and is_title_head(title[0].lower_)


def _leftmost(doc: Doc, start: int, end: int) -> int:
    """*International Atomic Energy Agency*: capitalised words before a body's name belong to it."""
    while start > 0:
        token = doc[start - 1]
        inside = token.dep_ in {"amod", "compound"} and start <= token.head.i < end
        if not inside or not token.text[:1].isupper() or token.ent_type_ or token.is_sent_start:
            break
        if is_title_head(token.lower_) or find_demonym(token.text) or find_country(token.text):
            break
        start -= 1
    return start


def _rightmost(doc: Doc, end: int) -> int:
    """*United States General Services | Administration*: the capitalised noun the last word belongs to."""
    head = doc[end - 1].head
    inside = doc[end - 1].dep_ in {"amod", "compound"} and head.i == end < len(doc)
    if inside and head.pos_ == "PROPN" and head.text[:1].isupper() and not head.ent_type_:
        return end if is_title_head(head.lower_) else end + 1
    return end
