"""Who takes part: from the head of an argument to the entities it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from eventgraph.annotate.bodies import body_of_country, body_of_phrase
from eventgraph.annotate.references import Reference, clean, country_entity, mention_of, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.grammar.syntax import conjuncts, expanded, objects, obliques, preposition
from eventgraph.lexicon import find_capital, words
from eventgraph.model import make_entity

NATIONS = frozenset({"country", "organization"})
PARTY_TYPES = frozenset({"person", "organization", "country", "group"})
SHORT = 6  # tokens after an office that may still be its name
HUMAN = frozenset({"person", "organization"})
OF_NATION = frozenset({"amod", "compound", "nmod:poss"})
LEFT = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat", "nmod:unmarked"})


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
    collectives = words("communication.delegates") | words("communication.visited")
    return token.tag_ == "NNS" or token.lemma_.lower() in collectives
