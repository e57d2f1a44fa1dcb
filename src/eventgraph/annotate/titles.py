"""Titles beside names: *Israeli defense minister Benny Gantz*, *Knox Thames, the special advisor*.

Finds the phrase; `office.py` reads what the phrase says.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from eventgraph.lexicon import find_demonym, is_title_head, tenure_of, words

Construction = Literal["before", "apposition"]

REACH = 18  # tokens between a title and the name it stands before
LEFT = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nmod", "flat", "nummod", "det", "advmod", "nmod:unmarked"})
RIGHT = frozenset({"nmod", "flat", "compound", "nmod:unmarked"})
PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
# Of these no one holds two: *the Prime Minister and President Hollande* are two people.
SOVEREIGN = frozenset({"president", "king", "queen", "chancellor", "premier", "pope", "prince", "princess"})
AFTER = frozenset({"-", "elect", "designate", "nominee"})
LINKS = frozenset({"nmod:desc", "compound", "flat", "amod", "appos", "nmod", "dep", "nmod:unmarked"})
LOOSE = frozenset({"appos", "conj", "list", "parataxis", "nsubj", "obl", "nmod", "root", "dep"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class TitlePhrase(NamedTuple):
    """Tokens of a title, in order; `head` is its noun; `person` the head token of the name."""

    person: Token
    head: Token
    tokens: tuple[Token, ...]
    construction: Construction


def is_title(token: Token) -> bool:
    """Is the token a noun that names a position, outside any name?"""
    return (
        token.pos_ in {"NOUN", "PROPN", "ADJ"}
        and token.ent_type_ in {"", "misc"}
        and (is_title_head(token.lemma_.lower()) or is_title_head(token.lower_))
        and not (token.i and _pair(token.nbor(-1)) and token.head == token.nbor(-1))
    )


def _pair(token: Token) -> bool:
    """Is the token with the next one a title of two words, such as *director general*?"""
    if token.i + 1 >= len(token.doc):
        return False
    pair = f"{token.lower_} {token.nbor().lower_}"
    return pair in words("titles.multiword") or pair in words("titles.ranks")


def find_titles(doc: Doc) -> list[TitlePhrase]:
    """Return every title that stands before a name or in apposition to it, in the order of the text."""
    found: dict[tuple[int, int], TitlePhrase] = {}
    for ent in doc.ents:
        if ent.label_ == "person":
            for phrase in (*_before(ent), *_appositions(ent)):
                found.setdefault((phrase.head.i, ent.start), phrase)
    return [found[key] for key in sorted(found)]


def _before(name: Span) -> Iterator[TitlePhrase]:
    """The nearest title head to the left that belongs to the name, and those coordinated with it."""
    sentence_start = name.root.sent.start
    for i in range(name.start - 1, max(sentence_start, name.start - REACH) - 1, -1):
        token = name.doc[i]
        if token.lower_ in AFTER and i + 1 == name.start:
            continue
        if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in {",", ";", ":", "”", '"', "("}:
            if not _inside_complement(token, name):
                return
        if is_title(token) and not _field(token) and _belongs(token, name):
            yield from _stacked(token, _left(token, name), _between(token, name), name)
            yield from _coordinated(token, name)
            return


def _field(token: Token) -> bool:
    """*Secretary of Justice*: a title noun that is another's field."""
    if token.i < 2 or token.nbor(-1).lower_ not in {"of", "for"}:
        return False
    return is_title(token.nbor(-2)) and token.lower_ in words("titles.modifiers")


def _stacked(
    title: Token, left: tuple[Token, ...], rest: tuple[Token, ...], name: Span
) -> Iterator[TitlePhrase]:
    """*Coast Guard Commandant Admiral Ann Lee* holds two titles; *Prime Minister* is one."""
    cut = next((k for k in range(len(left) - 1, -1, -1) if _stands_alone(left, k, title)), None)
    if cut is None:
        yield TitlePhrase(name.root, title, left + rest, "before")
        return
    yield TitlePhrase(name.root, title, left[cut + 1 :] + rest, "before")
    yield TitlePhrase(name.root, left[cut], left[: cut + 1], "before")


def _stands_alone(left: tuple[Token, ...], k: int, title: Token) -> bool:
    token, following = left[k], left[k + 1] if k + 1 < len(left) else title
    return (
        is_title(token)
        and token.lower_ not in words("titles.modifiers")
        and is_title(following)
        and not _pair(token)
    )


def _inside_complement(token: Token, name: Span) -> bool:
    return any(is_title(a) and a.i < token.i and _attached(a, name) for a in token.ancestors)


def _attached(title: Token, name: Span) -> bool:
    if title.head.i in range(name.start, name.end):
        return title.dep_ in LINKS
    return any(token.head == title and token.dep_ in LINKS for token in name)


def _belongs(title: Token, name: Span) -> bool:
    between = title.doc[title.i + 1 : name.start]
    if not len(between) or all(token.lower_ in AFTER for token in between):
        return True
    if any(token.text == "," or token.ent_type_ == "person" for token in between):
        return False
    if _attached(title, name):
        return True
    # The parser may miss the link: title, preposition, bare nouns, name.
    nouns = all(t.pos_ in NOMINAL or t.lower_ in {"the", "and", "-", "of", "for", "'s", "’s"} for t in between)
    return between[0].lower_ in {"of", "for"} and nouns and not any(is_title(t) for t in between)


def _between(title: Token, name: Span) -> tuple[Token, ...]:
    return tuple(title.doc[title.i : name.start])


def _left(title: Token, name: Span) -> tuple[Token, ...]:
    """Modifiers to the left of a title: all that hang on it or, in a flat analysis, on the name."""
    taken: list[Token] = []
    owners = {title.i, *(t.i for t in name)}
    for i in range(title.i - 1, title.sent.start - 1, -1):
        token = title.doc[i]
        if token.is_space or token.ent_type_ == "person" or not _modifies(token, owners):
            break
        taken.append(token)
        owners.add(token.i)
    while taken and taken[-1].text in {"'s", "’s", "-", "and", "&", "of"}:
        taken.pop()
    return tuple(reversed(taken))


def _modifies(token: Token, owners: set[int]) -> bool:
    if token.text in {"-", "'s", "’s", "'", "’"} or tenure_of(token.lower_):
        return True
    if any(child.dep_ == "case" and child.pos_ == "ADP" for child in token.lefts):
        return False  # "In Turkey Minister Lee met …"
    linked = token.head.i in owners or any(a.i in owners for a in token.ancestors)
    if token.pos_ in {"DET", "PRON"}:
        return linked and token.dep_ in {"det", "nmod:poss"}
    adjacent = (
        token.lower_ in words("titles.modifiers")
        or token.ent_type_ in {"country", "organization"}
        or find_demonym(token.text) is not None
    )
    return token.pos_ in NOMINAL and token.lower_ not in words("calendar") and (linked or adjacent)


def _coordinated(title: Token, name: Span) -> Iterator[TitlePhrase]:
    """*businessman and philanthropist Ann Lee*: the first of two titles before one name."""
    if title.lower_ in SOVEREIGN:
        return
    before = title.i - len(_left(title, name)) - 1
    if before > title.sent.start and title.doc[before].lower_ == "and":
        for i in range(before - 1, max(title.sent.start, before - 8) - 1, -1):
            other = title.doc[i]
            if is_title(other) and (title in other.conjuncts or i == before - 1):
                tokens = _left(other, name) + tuple(title.doc[i:before])
                yield TitlePhrase(name.root, other, tokens, "before")
                return
            if other.pos_ in {"VERB", "AUX"} or other.ent_type_ == "person":
                return


def _appositions(name: Span) -> Iterator[TitlePhrase]:
    for token in name:
        for child in token.children:
            if child.dep_ in {"appos", "list", "parataxis"} and child.i >= name.end:
                yield from _phrases(child, name)
    head = name.root.head
    if name.root.dep_ in {"appos", "flat"} and is_title(head) and head.i < name.start - 1:
        yield from _phrases(head, name)
    else:
        yield from _beside_comma(name)


def _beside_comma(name: Span) -> Iterator[TitlePhrase]:
    """Appositions the parser took for something else: *The mayor of Paris, Anne Hidalgo, wrote*."""
    doc, sentence = name.doc, name.root.sent
    if name.end + 1 < sentence.end and doc[name.end].text == ",":
        for token in doc[name.end + 1 : min(name.end + 8, sentence.end)]:
            if token.pos_ in {"VERB", "AUX", "PUNCT", "PRON", "ADP"} or token.ent_type_ == "person":
                break
            if is_title(token) and token.dep_ in LOOSE and not _another(token):
                yield from _phrases(token, name)
                break
    before = name.start - 2
    if before > sentence.start and doc[name.start - 1].text == "," and doc[min(name.end, len(doc) - 1)].text in {",", "."}:
        for token in reversed(doc[max(sentence.start, before - 12) : before + 1]):
            if token.pos_ in {"VERB", "AUX", "PUNCT", "PRON"} or token.ent_type_ == "person":
                break
            if is_title(token) and any(c.dep_ in {"det", "nmod:poss"} for c in token.children):
                yield from _phrases(token, name)
                break


def _another(title: Token) -> bool:
    """Is it the title of somebody else: before a name of its own, or in a list of people?"""
    after = title.doc[title.i + 1 : title.i + 2]
    named = any(t.ent_type_ == "person" or is_title(t) for t in after)
    return named or any(child.dep_ == "cc" for child in title.children)


def _phrases(head: Token, name: Span) -> Iterator[TitlePhrase]:
    beside = [token for token in head.conjuncts if token.i > head.i and head.i > name.start]
    for token in (head, *beside):
        if is_title(token) and (token == head or not _someone_else(token, head)):
            yield TitlePhrase(name.root, token, phrase(token, {t.i for t in name}), "apposition")


def _someone_else(title: Token, first: Token) -> bool:
    """*Lee, head of the bank, and a spokesman*: a second title with an article that the first lacks."""
    first_has, has = (any(c.dep_ == "det" for c in t.children) for t in (first, title))
    own = any(t.ent_type_ == "person" for t in title.doc[title.i + 1 : title.i + 3])
    return (has and not first_has) or own or any(c.ent_type_ == "person" for c in title.children)


def phrase(head: Token, without: Set[int] = frozenset()) -> tuple[Token, ...]:
    """Return the title phrase around its head noun: modifiers, and complements with a preposition."""
    taken = {head.i}
    for child in head.children:
        if child.i in without:
            continue
        if child.i < head.i and child.dep_ in LEFT:
            taken.update(t.i for t in child.subtree)
        elif child.i > head.i and (_complements(child) or (child.i == head.i + 1 and _pair(head))):
            taken.update(t.i for t in _subtree(child, without))
    first, last = _contiguous(head, taken)
    return tuple(head.doc[first : last + 1])


def _complements(child: Token) -> bool:
    if child.lower_ in AFTER:
        return True
    case = [c.lower_ for c in child.children if c.dep_ == "case"]
    return child.dep_ in RIGHT and (child.dep_ != "nmod" or any(c in PREPOSITIONS for c in case))


def _subtree(token: Token, without: Set[int]) -> Iterator[Token]:
    if token.i in without:
        return
    yield token
    for child in token.children:
        if child.dep_ not in {"appos", "acl:relcl", "parataxis", "list"} and child.text not in {",", "("}:
            yield from _subtree(child, without)


def _contiguous(head: Token, taken: set[int]) -> tuple[int, int]:
    first = last = head.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken:
        last += 1
    return first, last
