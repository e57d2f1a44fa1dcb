"""Settle the names the network found: trim titles, tell countries from places, add what lexicons know."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from eventgraph.annotate.bounds import bounds_of_body
from eventgraph.annotate.known_names import TAILS, is_small, known_names
from eventgraph.annotate.names_joined import SUFFIXES, joined_names
from eventgraph.lexicon import (
    Territory,
    find_capital,
    find_country,
    find_demonym,
    find_metonym,
    find_organization,
    find_place,
    full_title,
    gender_of,
    is_holders_name,
    is_honorific,
    is_title_head,
    load,
    tenure_of,
    words,
)

GLUE = frozenset({"of", "for", "the", "and"})
LIES_IN = frozenset({"in", "at", "near", "into", "outside", "around", "across", "through", "towards"})
GIVEN = frozenset({"shah"})  # a title of old, a given name in the news of today
LONGEST_DEMONYM = 3  # words
PLACE_WORDS = frozenset({"Camp", "Fort", "Mount", "Lake", "Cape", "Port"})


@Language.component("eventgraph_names", requires=["doc.ents"], assigns=["doc.ents", "doc.spans"])
def settle_names(doc: Doc) -> Doc:
    """Rewrite `doc.ents`; nationality words go to `doc.spans["demonyms"]`, labelled with the country code."""
    found = [span for ent in joined_names(doc) if (span := _settle(ent)) is not None]
    found = _people_again(doc, found)
    found += known_names(doc, found)
    doc.set_ents(filter_spans(found), default="outside")
    doc.spans["demonyms"] = list(_demonyms(doc))
    inside = {token.i for span in doc.spans["demonyms"] for token in span}
    ents = [ent for ent in doc.ents if ent.label_ != "place" or ent.start not in inside]
    doc.set_ents(ents, default="outside")  # South, of South African
    return doc


def _people_again(doc: Doc, found: list[Span]) -> list[Span]:
    """A family name met in full is that person's wherever it stands alone, whatever the network says."""
    full = {span[-1].text for span in found if span.label_ == "person" and len(span) > 1}
    fixed = [_as_person(span) if span.text in full and span.label_ != "country" else span for span in found]
    taken = {token.i for span in fixed for token in span}
    alone = (
        t for t in doc if t.text in full and t.i not in taken and t.pos_ == "PROPN" and t.text[0].isupper()
    )
    return fixed + [Span(doc, token.i, token.i + 1, "person") for token in alone]


def _as_person(span: Span) -> Span:
    return Span(span.doc, span.start, span.end, "person")


def _settle(ent: Span) -> Span | None:
    start, end = ent.start, ent.end
    while end > start and (_ends_nothing(ent.doc[end - 1]) or _is_honour(ent.doc[end - 1], ent.label_)):
        end -= 1
    while (
        start < end and _leads(ent.doc[start], ent.label_) and (start + 1 < end or is_small(ent.doc[start]))
    ):
        start += 1
    if ent.label_ == "person" and is_holders_name(ent.text):
        start = ent.start  # Sheikh Hasina
    if start + 1 == end and (_is_plain(ent.doc[start]) or _is_short_title(ent)):
        return None
    if start < end and (_portfolio(ent.doc, start, end) or ent.doc[start:end].text.islower()):
        return None
    if start == end or not any(token.is_alpha or token.is_digit for token in ent.doc[start:end]):
        return None
    if ent.label_ == "organization":
        start, end = bounds_of_body(ent.doc, start, end)
        if start >= end:
            return None
    if ent.label_ in {"place", "person"} and start and _is_generic(ent.doc[start - 1]):
        return Span(ent.doc, start - 1, end, "place")
    span = Span(ent.doc, start, end, ent.label_)
    return Span(ent.doc, start, end, _type(span))


def _is_plain(token: Token) -> bool:
    """*Pirates attacked a tanker*: a common noun with the capital of its sentence."""
    begins = token.is_sent_start and token.tag_ == "NNS"
    return bool(begins) and token.lemma_.lower() in words("attack.armed") | words("casualty.people")


def _is_short_title(ent: Span) -> bool:
    """*NSA Ajit Rao*: the title, and not the agency."""
    known = full_title(ent.text) != ent.text and ent.text.isupper() and ent.label_ == "organization"
    behind = ent.doc[ent.end : ent.end + 1]
    return known and bool(behind) and behind[0].ent_type_ == "person" and ent[0].head.i >= ent.end


def _ends_nothing(token: Token) -> bool:
    """Is it a mark or preposition after the name? *Moon Jae-in* ends with what looks like one."""
    joined = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    tail = token.text in TAILS or token.text == "the"
    return token.is_space or (tail and not (joined and token.is_alpha))


def _is_generic(token: Token) -> bool:
    """*Camp Hurriya*, *Mount Etna*: the word for what it is begins the name."""
    return token.text in PLACE_WORDS and not token.ent_type_ and not token.is_sent_start


def _portfolio(doc: Doc, start: int, end: int) -> bool:
    """*Secretary of State*, *the Defence Secretary*: a field of government beside a title is no name."""
    if any(
        token.lower_ not in words("titles.modifiers") and token.lower_ not in GLUE for token in doc[start:end]
    ):
        return False
    before = start - 1
    while before > 0 and doc[before].lower_ in GLUE:
        before -= 1
    titled = (
        before >= 0 and is_title_head(doc[before].lower_) and before < start - (doc[start].lower_ not in GLUE)
    )
    return titled or (end < len(doc) and is_title_head(doc[end].lower_))


def _is_honour(token: Token, label: str) -> bool:
    """*Ann Lee QC*: letters after a person's name."""
    letters = token.is_upper and token.text in load("honorifics")["suffixes"]
    return label == "person" and letters and token.lower_ not in SUFFIXES and token.ent_iob_ == "I"


def _leads(token: Token, label: str) -> bool:
    if is_small(token) or (label == "organization" and token.is_lower and token.pos_ == "ADJ"):
        return True
    if label != "person":
        return False
    word = token.lower_.rstrip(".")
    if (word in GIVEN and token.ent_iob_ == "B") or _is_given(token):
        return False
    return (
        is_honorific(token.text)
        or is_title_head(word)
        or tenure_of(word) is not None
        or word in words("titles.modifiers")
        or word == "emeritus"
        or find_demonym(token.text) is not None
    )


def _is_given(token: Token) -> bool:
    """*Energy Minister German Galushchenko*, *poet Danish Khan*: no nation stands after a title."""
    if not token.i or find_demonym(token.text) is None:
        return False
    return token.nbor(-1).tag_ in {"NN", "NNP"} and is_title_head(token.nbor(-1).lower_)


def _type(span: Span) -> str:
    """Return what the lexicons say the name is, else what the network said."""
    text = span.text
    nation = span.label_ in {"organization", "place"} and find_demonym(text) and not find_country(text)
    if nation and not find_organization(text):
        return "misc"  # Syrian government forces, Israeli air strikes
    if span.label_ in {"place", "organization", "misc", "event"}:
        if find_country(text):
            return "country"
        if find_metonym(text) or find_organization(text):
            return "organization"
    if span.label_ == "place" and (_is_holder(span) or (len(span) > 1 and span.root._.kind == "person")):
        return "person"
    if span.label_ == "person" and find_capital(text) and not gender_of(text):
        return "place"  # Bamako; whoever bears such a name is named in full somewhere (`_people_again`)
    known = find_organization(text) if span.label_ == "person" else None
    if known and (text.isupper() or known.kind != "company"):
        return "organization"  # TASS, the Houthis, Xinhua; a company may have a founder's name
    return span.label_


def _is_holder(span: Span) -> bool:
    """*Ramaphosa hosted the summit*: a president's name, that of no known place, where a person may stand.

    Not *in Santos*, *the Park*, *Kings, Kern and Fresno*.
    """
    root = span.root
    listed = len(span) == 1 and (root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.rights))
    if listed or any(child.dep_ == "det" or child.lower_ in LIES_IN for child in root.lefts):
        return False
    return is_holders_name(span.text) and find_place(span.text) is None


def _demonyms(doc: Doc) -> Iterator[Span]:
    """The longest words for nations: *Papua New Guinean*, *South African*, *Syrian*."""
    end = 0
    for token in doc:
        if token.i >= end and token.text[:1].isupper() and not is_small(token):
            spans = (doc[token.i : token.i + size] for size in range(LONGEST_DEMONYM, 0, -1))
            for span in spans:
                territory = _nation(span)
                if territory:
                    end = span.end
                    yield Span(doc, span.start, span.end, territory.code)
                    break


def _nation(span: Span) -> Territory | None:
    """The country that the words are an adjective of; not where they are or belong to a name."""
    known = {"", "misc", "place"} if len(span) > 1 else {"", "misc"}
    named = any(token.ent_type_ not in known or token.is_space for token in span)
    if named or (len(span) > 1 and (find_country(span.text) or find_place(span.text))):
        return None
    if span.text.lower() in words("ambiguous.regional"):
        return None
    return find_demonym(span.text)
