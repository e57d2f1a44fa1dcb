"""What stands left of a title and belongs to it: *former Israeli deputy defense | minister*."""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.noun import is_pair
from eventgraph.lexicon import find_demonym, is_title_head, tenure_of, words

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
MARKS = frozenset({"-", "'s", "’s", "'", "’"})
ALWAYS = frozenset({"founding", "managing", "ranking", "presiding"})  # whatever they are tagged as
LOOSE = frozenset({"'s", "’s", "-", "and", "&", "of"})


def modifiers_of(title: Token, name: Span) -> tuple[Token, ...]:
    """Return the modifiers left of a title: all that hang on it or, in a flat analysis, on the name."""
    taken: list[Token] = []
    owners = {title.i, *(t.i for t in name)}
    heads = {t.head.i for t in name if t.dep_ in {"flat", "appos", "compound"}}
    i = title.i - 1
    while i >= title.sent.start:
        bracket = _bracketed(title.doc[i]) or _hyphened(title.doc[i])
        found = bracket or [title.doc[i]]
        if not bracket and found[0].i not in heads and not _modifies(found[0], owners):
            break
        taken += found
        owners.update(token.i for token in found)
        i -= len(found)
    while taken and taken[-1].text in LOOSE:
        taken.pop()
    return tuple(reversed(taken))


def _bracketed(token: Token) -> list[Token]:
    """*Organisation of Islamic Cooperation (OIC) head*: the bracket and its acronym, from the right."""
    if token.text != ")" or token.i < 2 or token.nbor(-2).text != "(" or not token.nbor(-1).is_upper:
        return []
    return [token, token.nbor(-1), token.nbor(-2)]


def _hyphened(token: Token) -> list[Token]:
    """*Lt-Gen*: a hyphen without spaces and the word before it."""
    glued = token.text == "-" and token.i > 1 and not (token.whitespace_ or token.nbor(-1).whitespace_)
    rank = glued and token.nbor(-1).text[0].isupper() and is_title_head(token.nbor(-1).lower_)
    return [token, token.nbor(-1)] if rank else []


def _modifies(token: Token, owners: set[int]) -> bool:
    """Does the token belong to the title, of which the words at `owners` are known?"""
    if _is_apart(token, owners):
        return False
    if _is_always_part(token, owners):
        return True
    if _opens_phrase(token):
        return False
    if token.lower_ == "and":
        return _joins_fields(token, owners)
    if token.pos_ in {"DET", "PRON"} and not token.ent_type_:
        return _is_linked(token, owners) and token.dep_ in {"det", "nmod:poss"}
    if _in_name(token) and token.ent_type_ == "organization":
        return True
    return _is_nominal(token) and (_is_linked(token, owners) or _is_kin(token, owners))


def _is_apart(token: Token, owners: set[int]) -> bool:
    """Is it white space, another person, or the dash of *Khartoum (AFP) - General Lee*?"""
    if token.is_space or (token.ent_type_ == "person" and not _is_patron(token, owners)):
        return True
    return bool(token.text == "-" and token.whitespace_ and token.i and token.nbor(-1).whitespace_)


def _is_always_part(token: Token, owners: set[int]) -> bool:
    """A mark inside the title, *founding*, *Under* Secretary; *former*, but for *The House impeached Lee*."""
    held = tenure_of(token.lower_) and not _is_verb(token)
    return token.text in MARKS or token.lower_ in ALWAYS or _is_under(token, owners) or bool(held)


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and (token.dep_ != "amod" or _after_noun(token))


def _opens_phrase(token: Token) -> bool:
    """*In Turkey Minister Lee met …*: Turkey is no part of the title."""
    case = any(child.dep_ == "case" and child.pos_ == "ADP" for child in token.lefts)
    return case and not _in_name(token)


def _is_linked(token: Token, owners: set[int]) -> bool:
    return token.head.i in owners or any(a.i in owners for a in token.ancestors)


def _is_nominal(token: Token) -> bool:
    """Is it a noun, an adjective, a name, or a field that looks like a verb (*ranking*), and no day?"""
    field = token.pos_ == "VERB" and token.lower_ in words("titles.modifiers") and not _is_verb(token)
    nominal = field or token.pos_ in NOMINAL or token.ent_type_ in {"country", "place", "organization"}
    return nominal and token.lower_ not in words("calendar")


def _is_kin(token: Token, owners: set[int]) -> bool:
    """Is it of a kind that stands before titles: a field, a nation, a body, the first of two words?"""
    return (
        token.lower_ in words("titles.modifiers")
        or token.ent_type_ in {"country", "organization"}
        or find_demonym(token.text) is not None
        or (token.i + 1 in owners and is_pair(token))
    )


def _is_under(token: Token, owners: set[int]) -> bool:
    """*Under Secretary of State*, which the tagger may take for a preposition."""
    return token.text == "Under" and token.i + 1 in owners and token.nbor().lower_ == "secretary"


def _joins_fields(token: Token, owners: set[int]) -> bool:
    """*trade and industry commissioner*: is it between two fields of one office?"""
    if token.i < 1 or token.i + 1 not in owners:
        return False
    fields = token.nbor(-1).lower_, token.nbor().lower_
    return words("titles.modifiers").issuperset(fields)


def _is_patron(token: Token, owners: set[int]) -> bool:
    """*Trump adviser*: the surname of whom the holder serves, as a modifier of the title."""
    alone = token.ent_iob_ == "B" and (token.i + 1 in owners or token.nbor().ent_iob_ != "I")
    return alone and token.i + 1 in owners and token.dep_ in {"compound", "nmod"}


def _after_noun(token: Token) -> bool:
    """Does a noun stand right before? Whom the Senate *ousted* is no *ousted president* of it."""
    return token.i > token.sent.start and token.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}


def _in_name(token: Token) -> bool:
    """Is the token inside a name that goes on to its left?"""
    return token.ent_iob_ == "I"
