"""Where an event takes place: the place nearest to its trigger in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.grammar.coordination import conjuncts
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.lexicon import words

PREPOSITIONS = frozenset(
    {
        "in", "at", "near", "outside", "inside", "around", "across", "along", "throughout", "within",
        "north of", "south of", "east of", "west of", "close to", "off", "outside of", "over", "from",
    }
)  # fmt: skip
SHARED = frozenset(
    {"obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj", "xcomp", "advcl", "acl", "obl:agent"}
)
REACH = 18  # words
PLACES = frozenset({"place", "country"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def place_of(trigger: Token) -> Reference | None:
    """Return the named place or country where it happened: *killed in Aleppo*, *the blast, in Kabul*."""
    return next(iter(named_places(trigger)), None)


def named_places(trigger: Token) -> list[Reference]:
    """Return named places on the trigger or on the words above that share its place, else the next one."""
    found = [*_in_tree(trigger)] or [*_after(trigger)][:1]
    return list({one.entity.id: one for one in found}.values())


def _in_tree(trigger: Token) -> Iterator[Reference]:
    for token in _chain(trigger):
        for head in _locations(token):
            found = reference(head)
            if _is_named_place(found) and found:
                yield found
            yield from named_beside(head)
            yield from _named_before(head)


def _after(trigger: Token) -> Iterator[Reference]:
    """Places a few words on, whatever the parser hung them on; never beyond a comma."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + REACH, trigger.sent.end)]:
        if token.text in {",", ";", ":"} or _is_another_clause(token):
            return
        found = reference(token)
        if _is_named_place(found) and found and preposition(token.doc[found.head]) in PREPOSITIONS:
            yield found
        elif found is None and preposition(token) in PREPOSITIONS:
            yield from (*named_beside(token), *_named_before(token))


def _is_another_clause(token: Token) -> bool:
    """A finite verb opens one, but for *a bombing that happened in Tunis*."""
    finite = token.pos_ == "VERB" and token.tag_ in FINITE
    return finite and token.lemma_.lower() not in words("attack.occurrence")


def _is_named_place(found: Reference | None) -> bool:
    return found is not None and found.entity.type in PLACES and found.mention.via == "name"


def _chain(trigger: Token) -> Iterator[Token]:
    yield trigger
    token = trigger
    while token.dep_ in SHARED and token.head.i != token.i:
        token = token.head
        yield token


def _locations(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"obl", "nmod", "nmod:unmarked"} and preposition(child) in PREPOSITIONS:
            yield child
            yield from _locations(child)
        elif child.dep_ in {"obl", "nmod"} and preposition(child) in {"on", "against"}:
            yield from _locations(child)  # on Monday at the station, an attack on a village in Borno


def _named_before(noun: Token) -> Iterator[Reference]:
    """*Baghdad airport*, *a Lagos market*, *Cameroon's West region*: Baghdad, Lagos, West."""
    if noun.lemma_.lower() in words("attack.things") | words("attack.regions"):
        before = [child for child in noun.lefts if child.dep_ == "compound"]
        of = [child for child in noun.rights if child.dep_ == "nmod" and preposition(child) == "of"]
        found = (reference(child) for child in (*before, *of))
        yield from (one for one in found if _is_named_place(one) and one)


def named_beside(noun: Token) -> Iterator[Reference]:
    """*the town of Jabla*, *the capital, Tunis*: the name beside a word for a place."""
    if noun.lemma_.lower() in words("attack.regions"):
        for child in noun.rights:
            if child.dep_ in {"appos", "flat"} or (child.dep_ == "nmod" and preposition(child) == "of"):
                for one in conjuncts(child):
                    found = reference(one)
                    if found and found.mention.via == "name":
                        yield found
                    elif one is not child:
                        yield from named_beside(one)  # the towns of Jabla and the city of Tartus
