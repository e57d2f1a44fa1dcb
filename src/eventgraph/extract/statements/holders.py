"""Who speaks under a title: *the archbishop* of before; *OPEC chief Ann Lee*, where the tree has OPEC."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.annotate.titles import is_title
from eventgraph.lexicon import office_country

MODIFIERS = frozenset({"amod", "compound"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})
FAR = 12  # tokens from a body to its officer
MARKS = frozenset({"(", ")", "-", "–"})
SINGULAR = frozenset({"NN", "NNP"})


def holder_of(title: Token) -> Reference | None:
    """Return the only person told of before with the title; *the foreign minister* is no *prime minister*."""
    if title.tag_ not in SINGULAR:
        return None
    wanted = {title.lower_} | {child.lower_ for child in title.lefts if child.dep_ in MODIFIERS}
    found: dict[str, Reference] = {}
    for phrase, _ in title.doc._.titles or ():
        person = reference(phrase.person)
        before = phrase.head.i < title.i and phrase.head.lower_ == title.lower_
        if person and before and wanted <= {token.lower_ for token in phrase.tokens}:
            found[person.entity.id] = person
    found = found or _known(title)
    if len(found) != 1:
        return None
    mention = mention_of(title.doc[title.i : title.i + 1], "inferred", "title-holder")
    return Reference(next(iter(found.values())).entity, mention, title.i)


def _known(title: Token) -> dict[str, Reference]:
    """*The Foreign Secretary … since Boris Johnson was appointed*: who is known to have had the office."""
    if any(child.dep_ == "nmod" for child in title.rights):
        return {}
    modifiers = [child.text for child in title.lefts if child.dep_ in MODIFIERS]
    office = " ".join([*modifiers, title.text]).lower()
    named = (one for one in title.doc._.references.values() if one.entity.type == "person")
    people = {one.entity.id: one for one in named if " " in one.entity.name}
    return {id: one for id, one in people.items() if office_country(office, one.entity.name)}


def officer_after(body: Token) -> Reference | None:
    """*OPEC trade commissioner Ann Lee*: Ann Lee, for OPEC."""
    own = reference(body)
    if own is None or own.entity.type != "organization":
        return None
    titled = False
    for token in body.doc[body.i + 1 : min(body.i + FAR, body.sent.end)]:
        found = reference(token)
        if found and found.entity.type == "person" and found.mention.via == "name":
            return found if titled else None
        if found != own and token.text not in MARKS and token.pos_ not in NOMINAL:
            return None
        titled = titled or is_title(token)
    return None


def named_after(title: Token) -> Reference | None:
    """*its representative in Niamey, Ann Lee*: the name behind, wherever the tree hangs it."""
    for token in title.doc[title.i + 1 : min(title.i + FAR, title.sent.end)]:
        found = reference(token)
        if found and found.entity.type == "person":
            apposed = token.nbor(-1).text == "," and not _acts(token, found)
            return found if apposed and found.mention.via == "name" else None
        if token.pos_ in {"VERB", "AUX", "PRON"}:
            return None
    return None


def _acts(name: Token, person: Reference) -> bool:
    """*According to her publicist, Lee died*: does a verb follow the name?"""
    rest = (token for token in name.doc[name.i + 1 : name.sent.end] if reference(token) != person)
    after = next(rest, name)
    return after.pos_ in {"VERB", "AUX", "ADV"}
