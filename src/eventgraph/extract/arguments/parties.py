"""Who takes part: from the head of an argument to the entities it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.bodies import body_of_country, body_of_phrase
from eventgraph.annotate.references import Reference, clean, country_entity, mention_of, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.grammar.syntax import conjuncts, expanded, obliques
from eventgraph.lexicon import find_capital, words
from eventgraph.model import make_entity

NATIONS = frozenset({"country", "organization"})
PARTY_TYPES = frozenset({"person", "organization", "country", "group"})
SHORT = 4  # tokens after an office that may still be its name
HUMAN = frozenset({"person", "organization"})
LEFT = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat", "nmod:unmarked"})


def parties(tokens: Iterable[Token], *, groups: bool = True) -> list[Reference]:
    """Return the persons, bodies, countries and (if wanted) groups that `tokens` name.

    A capital stands for its country's government (*Cairo said*); a group is a noun phrase of people without
    a name, called by its words (*senior Iraqi officials*). What can't be a party is left out.
    """
    found: dict[str, Reference] = {}
    for token in _members(tokens):
        party = party_of(token) or (group_of(token) if groups else None)
        if party:
            found.setdefault(party.entity.id, party)
    return list(found.values())


def by_nation(token: Token) -> list[Reference]:
    """*Greek and Turkish diplomats*: Greek diplomats, Turkish diplomats; none of one nation alone."""
    group = group_of(token) if token.tag_ == "NNS" and party_of(token) is None else None
    modifiers = [
        one for child in token.lefts if child.dep_ in {"amod", "compound"} for one in conjuncts(child)
    ]
    nations = [one for one in modifiers if (found := reference(one)) and found.entity.type in NATIONS]
    if group is None or len(nations) < 2:
        return []
    entities = (make_entity(f"{one.text} {token.text}", "group") for one in nations)
    return [Reference(entity, group.mention, group.head) for entity in entities]


def places(tokens: Iterable[Token]) -> list[Reference]:
    """Return the places and countries that `tokens` name."""
    found = (reference(token) for token in tokens)
    return [r for r in found if r and r.entity.type in {"place", "country"} and r.mention.via == "name"]


def _members(tokens: Iterable[Token]) -> Iterator[Token]:
    """*a number of ministers and officials* is the ministers and the officials."""
    for token in tokens:
        counted = obliques(token, {"of"}) if token.lemma_.lower() in words("partitives") else []
        yield from expanded(counted) or [token]


def party_of(token: Token) -> Reference | None:
    """Return the named or linked party a token refers to."""
    found = reference(token) or _appositive(token)
    if found is None:
        return None
    if found.entity.type == "place":
        territory = find_capital(found.entity.name)
        return Reference(country_entity(territory), found.mention, found.head) if territory else None
    if found.mention.via == "demonym":
        return None  # "Israelis" are a group, "Israeli" modifies another word
    return found if found.entity.type in PARTY_TYPES else None


def _appositive(token: Token) -> Reference | None:
    """*his Egyptian counterpart, Abbas Kamel*, *foreign minister Sameh Shoukry*: the name beside the noun."""
    for child in token.children:
        if child.dep_ in {"appos", "flat", "nmod:desc"}:
            found = reference(child)
            if found and found.entity.type in {"person", "organization"} and found.mention.via == "name":
                return found
    return None


def group_of(token: Token) -> Reference | None:
    """Return the group of people that a common noun names, or the body: *Norwegian government*."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not _human(token):
        return None
    span = group_span(token)
    body = body_of_country(tuple(span)) or body_of_phrase(token)
    if body and body.head == token.i:
        return body
    return Reference(
        make_entity(_owner(token) + clean(span.text), "group"), mention_of(span, "nominal"), token.i
    )


def _owner(token: Token) -> str:
    """*his team*, told of Biden, is Biden's team."""
    for child in token.lefts:
        found = reference(child) if child.dep_ == "nmod:poss" and child.pos_ in {"PRON", "DET"} else None
        if found:
            return f"{found.entity.name}'s "
    return ""


def _human(token: Token) -> bool:
    word = token.lemma_.lower()
    if word in words("not_parties") or (word == "party" and _is_either(token)):
        return False
    plural_people = token.tag_ in {"NNS", "NNPS"} and reference(token) is not None
    return token._.kind in HUMAN or is_title(token) or plural_people or word in words("groups")


def _is_either(token: Token) -> bool:
    """*both parties*: those told of before."""
    return any(child.lower_ in {"both", "all", "two", "warring"} for child in token.lefts)


def group_span(token: Token) -> Span:
    """The noun phrase without article, and without what follows the noun but for *secretary of state*."""
    first = token.i
    for child in token.lefts:
        if child.dep_ in LEFT and child.pos_ not in {"PRON", "DET"}:
            first = min(first, child.left_edge.i)
    while first < token.i and (token.doc[first].pos_ in {"DET", "PRON", "PUNCT", "CCONJ"}):
        first += 1
    return token.doc[first : _end(token)]


def _end(token: Token) -> int:
    """Where the phrase ends: *of* belongs to an office (*the secretary of state*) and to people without a
    name (*families of the victims*, *a delegation of Chilean lawmakers*), if what it introduces is short.
    """
    if (is_title(token) and token.tag_ in {"NN", "NNP"}) or _is_collective(token):
        for child in token.rights:
            own = child.dep_ == "nmod" and child.left_edge.lower_ == "of" and child.left_edge.i == token.i + 1
            if own and child.right_edge.i - token.i <= SHORT:
                return child.right_edge.i + 1
    return token.i + 1


def _is_collective(token: Token) -> bool:
    return token.tag_ == "NNS" or token.lemma_.lower() in words("communication.delegates")
