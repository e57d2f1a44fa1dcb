"""What a name is the name of, as far as lexicons know better than the network."""

from __future__ import annotations

from spacy.tokens import Span

from eventgraph.lexicon import (
    find_capital,
    find_country,
    find_demonym,
    find_metonym,
    find_organization,
    find_place,
    gender_of,
    is_holders_name,
)

LIES_IN = frozenset({"in", "at", "near", "into", "outside", "around", "across", "through", "towards"})


def type_of(span: Span) -> str:
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
