"""Modifiers of a title that are no part of the office: articles, ages, praise, parties."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.lexicon import words

NO_WORDS = frozenset({"DET", "PUNCT", "PART", "ADV", "SYM", "SPACE", "NUM"})
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only"})
NUMBERED = frozenset(
    {"minister", "secretary", "lady", "gentleman", "lord", "mate", "class", "party", "attaché"}
)
RANKED = frozenset({"vice", "deputy", "assistant", "lieutenant", "sergeant", "officer", "sea"})
FIELDED = frozenset({"minister", "secretary"})  # what stands before them may be their field
COUNTED = frozenset({"time", "year", "term"})  # *part time mayor*, *a fourth year student*
VIEWS = frozenset(
    {"conservative", "liberal", "socialist", "communist", "centrist", "populist", "nationalist"}
)
POLITICAL = frozenset(
    {"leader", "candidate", "whip", "nominee", "politician", "lawmaker", "senator", "member"}
)
CHURCHES = frozenset({"Roman", "Catholic", "Anglican", "Orthodox", "Episcopal", "Lutheran", "Methodist"})
CLERGY = frozenset({"pope", "pontiff", "cardinal", "archbishop", "bishop", "patriarch"})
FIELDS = ("ious", "al", "ic", "ign")  # adjectives of a field, not of praise or age
MEASURES = frozenset({"time", "term", "level", "profile", "wing", "tech", "year", "class"})


def is_noise(token: Token, head: Token) -> bool:
    """Is a modifier no part of the office: articles, ages, praise?"""
    if (token.pos_ in NO_WORDS and token.text != "-") or _is_counted(token) or _is_compound(token):
        return True
    if _is_party(token, head) or _is_ordinal(token) or _is_view(token, head):
        return True
    if token.text in COUNTED or token.lower_ == "fellow" or _is_church(token, head):
        return True
    describing = token.pos_ in {"ADJ", "VERB"} and (not token.text[0].isupper() or bool(token.is_sent_start))
    if token.head.dep_ == "compound" and token.head.i == token.i + 1 and token.lower_.endswith(FIELDS):
        return False  # infectious disease expert, foreign policy adviser
    return describing and token.lower_ not in words("titles.modifiers")


def _is_party(token: Token, head: Token) -> bool:
    """*Republican senator*, *Democratic mayor*, but a party's own *Labour leader*, and *Labour Minister*."""
    elected = (words("legislators") | words("local.heads") | words("national") | {"governor"}) - FIELDED
    named = token.text[0].isupper() and token.lower_ in words("party_words")
    return named and head.lemma_.lower() in elected


def _is_view(token: Token, head: Token) -> bool:
    """*a conservative lawyer*: what somebody thinks; but *conservative leader*, *Liberal whip*."""
    return token.text in VIEWS and head.lemma_.lower() not in POLITICAL


def _is_church(token: Token, head: Token) -> bool:
    """*Roman Catholic bishop*."""
    return token.text in CHURCHES and head.lemma_.lower() in CLERGY


def _is_ordinal(token: Token) -> bool:
    """*the country's first president*, *a third mayor*, but *First Minister*, *second secretary*."""
    return (
        token.lower_ in ORDINALS
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ not in NUMBERED | RANKED
    )


def _is_compound(token: Token) -> bool:
    """*long-time* adviser, *high-ranking* official: where the second word is a participle or measure."""
    doc, i = token.doc, token.i
    start = i if doc[i + 1 : i + 2].text == "-" else i - 2 if i > 1 and doc[i - 1].text == "-" else i - 1
    if start < 0 or start + 2 >= len(doc) or doc[start + 1].text != "-":
        return False
    first, last = doc[start], doc[start + 2]
    return first.is_lower and last.is_lower and (last.tag_ in {"VBG", "VBN"} or last.lower_ in MEASURES)


def _is_counted(token: Token) -> bool:
    """*two-time* champion, *43-year-old* lawyer."""
    if token.i < 2 or token.nbor(-1).text != "-":
        return False
    return token.nbor(-2).pos_ == "NUM" or (token.i > 2 and token.nbor(-3).text == "-")
