"""Who takes part: from the head of an argument to the entities it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, clean, country_entity, mention_of, reference
from eventgraph.extract.arguments.group import group_of, group_span
from eventgraph.extract.grammar.syntax import conjuncts, expanded, objects, obliques, preposition
from eventgraph.lexicon import find_capital, words
from eventgraph.model import make_entity

NATIONS = frozenset({"country", "organization"})
PARTY_TYPES = frozenset({"person", "organization", "country", "group"})
OF_NATION = frozenset({"amod", "compound", "nmod:poss"})


def parties(tokens: Iterable[Token], *, groups: bool = True) -> list[Reference]:
    """Return the persons, bodies, countries and (if wanted) groups that `tokens` name.

    A capital stands for its country's government (*Cairo said*); a group is a noun phrase of people without
    a name, called by its words (*senior Iraqi officials*). What can't be a party is left out.
    """
    found: dict[str, Reference] = {}
    told: set[int] = set()
    for token in (one for head in tokens for one in (head, *_included(head))):
        if token.i not in told:
            members = _members(token)
            told |= {one.i for one in members}
            for party in _together(members) if groups and members != [token] else _each(members, groups):
                found.setdefault(party.entity.id, party)
    return list(found.values())


def _included(token: Token) -> list[Token]:
    """*met officials, including the premier, Ann Lee*: the premier."""
    behind = [one for one in token.rights if one.lower_ == "including" or preposition(one) == "including"]
    return expanded([one for head in behind for one in ([head] if head.pos_ != "VERB" else objects(head))])


def by_nation(token: Token) -> list[Reference]:
    """*Greek and Turkish diplomats*, *Greece's and Turkey's*: those of each; none of one nation alone."""
    group = group_of(token) if token.tag_ == "NNS" and party_of(token) is None else None
    modifiers = [one for child in token.lefts if child.dep_ in OF_NATION for one in conjuncts(child)]
    nations = [one for one in modifiers if (found := reference(one)) and found.entity.type in NATIONS]
    if group is None or len(nations) < 2:
        return []
    entities = (make_entity(f"{one.text}{_possessive(one)} {token.text}", "group") for one in nations)
    return [Reference(entity, group.mention, group.head) for entity in entities]


def _possessive(noun: Token) -> str:
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return after.text if any(token.tag_ == "POS" for token in after) else ""


def _each(members: Iterable[Token], groups: bool) -> Iterator[Reference]:
    for member in members:
        party = party_of(member) or (group_of(member) if groups else None)
        if party:
            yield party


def _members(token: Token) -> list[Token]:
    """*a number of ministers and officials* is the ministers and the officials."""
    if token.lemma_.lower() not in words("partitives"):
        return [token]
    bare = [one for one in conjuncts(token)[1:] if one.tag_ == "NNS" and not _determined(one)]
    counted = expanded(obliques(token, {"of"}))
    return [*counted, *(one for one in bare if one not in counted)] if counted else [token]


def _determined(noun: Token) -> bool:
    return any(child.dep_ in {"det", "nummod", "nmod:poss"} for child in noun.lefts)


def _together(members: Sequence[Token]) -> list[Reference]:
    """*a number of ministers and officials*: who are counted together are one group."""
    groups = [group_of(one) for one in members]
    each = list(_each(members, groups=True))
    plural = all(one.tag_ == "NNS" for one in members)
    if len(members) < 2 or not plural or not all(groups) or any(party_of(one) for one in members):
        return each
    whole = members[0].doc[group_span(members[0]).start : group_span(members[-1]).end]
    return [Reference(make_entity(clean(whole.text), "group"), mention_of(whole, "nominal"), members[0].i)]


def party_of(token: Token) -> Reference | None:
    """Return the named or linked party a token refers to."""
    found = None if _is_two(token) else reference(token)
    if found is None or found.mention.via == "demonym":
        found = _appositive(token)  # an Australian, John Smith
    if found is None:
        return None
    if found.entity.type == "place":
        territory = find_capital(found.entity.name)
        return Reference(country_entity(territory), found.mention, found.head) if territory else None
    return found if found.entity.type in PARTY_TYPES else None


def _is_two(token: Token) -> bool:
    """*both sides*: whom nothing that is one can mean."""
    return token.tag_ == "NNS" and any(child.lower_ in {"both", "two"} for child in token.lefts)


def _appositive(token: Token) -> Reference | None:
    """*his Egyptian counterpart, Abbas Kamel*, *foreign minister Sameh Shoukry*: the name beside the noun."""
    for child in token.children:
        if child.dep_ in {"appos", "flat", "nmod:desc"}:
            found = reference(child)
            if found and found.entity.type in {"person", "organization"} and found.mention.via == "name":
                return found
    return None
