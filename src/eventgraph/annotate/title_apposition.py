"""Titles in apposition to a name: *Knox Thames, the special advisor*; *The mayor of Paris, Anne Hidalgo*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.title_phrase import TitlePhrase, former_among, is_title, phrase
from eventgraph.lexicon import is_honorific, tenure_of

LOOSE = frozenset({"appos", "conj", "list", "parataxis", "nsubj", "obl", "nmod", "root", "dep"})
BREAKS = frozenset({"VERB", "AUX", "PUNCT"})
PLURAL = frozenset({"NNS", "NNPS"})
NAMED = frozenset({"country", "place", "organization"})
AFTER_TITLE = frozenset({"-", "elect", "designate"})
AFTER, BEFORE = 8, 12  # tokens of an apposition that the tree does not show


def appositions(name: Span) -> Iterator[TitlePhrase]:
    """Yield the titles in apposition to the name, by the tree, else by the commas."""
    for token in name:
        for child in token.children:
            if child.dep_ in {"appos", "list", "parataxis"} and child.i >= name.end and _is_free(child, name):
                yield from _phrases(child, name)
    for child in name.root.rights:
        if child.dep_ == "conj" and _goes_on(child):
            yield TitlePhrase(name.root, child, phrase(child), "apposition")
    head = name.root.head
    if (
        name.root.dep_ in {"appos", "flat"}
        and is_title(head)
        and _is_free(head, name)
        and head.i < name.start - 1
        and not any(token.ent_type_ == "person" for token in name.doc[head.i + 1 : name.start])
    ):
        yield from _phrases(head, name)
    else:
        yield from _after_comma(name)
        yield from _before_comma(name)


def _goes_on(title: Token) -> bool:
    """*Ann Lee, a former mayor and a candidate for governor, lost*: with an article, and no comma before."""
    first = title.left_edge
    joined = first.i > 1 and first.lower_ == "and" and first.nbor().lower_ in {"a", "an"}
    single = title.tag_ not in PLURAL and is_title(title) and not _is_named(title)
    first_too = any(c.dep_ == "appos" and _has_article(c) for c in title.head.children)
    return joined and single and first_too and first.nbor(-1).text != ","


def _is_free(title: Token, name: Span) -> bool:
    """Does the title belong to no other name beside it, nor before *and* (*the king and President Lee*)?"""
    edge = title.left_edge
    comma = edge if edge.text == "," or not edge.i else edge.nbor(-1)
    follows_other = comma.text == "," and comma.i > name.end and comma.nbor(-1).ent_type_ == "person"
    coordinated = title.i + 1 < name.start and title.nbor().lower_ == "and"
    return not (_is_named(title) or _names_other(title, name) or follows_other or coordinated)


def _names_other(title: Token, name: Span) -> bool:
    """*First Minister of Scotland Nicola Sturgeon, MP Tom Watson*: another's name ends the title's phrase."""
    end = min(phrase(title)[-1].i + 3, len(title.doc))
    return any(
        token.ent_type_ == "person"
        and (token.nbor(-1).ent_type_ in NAMED or is_honorific(token.nbor(-1).text))
        and token not in name
        for token in title.doc[title.i + 1 : end]
    )


def _after_comma(name: Span) -> Iterator[TitlePhrase]:
    """*Anne Hidalgo, mayor of Paris, wrote*, where the parser took the title for something else."""
    doc, end = name.doc, name.root.sent.end
    if name.end + 1 >= end or doc[name.end].text != ",":
        return
    for token in doc[name.end + 1 : min(name.end + AFTER, end)]:
        if _breaks(token) or token.pos_ == "ADP":
            return
        if is_title(token) and token.tag_ not in PLURAL and not _is_anothers(token, name):
            if _has_left(token.head):
                yield TitlePhrase(name.root, token, (token.head, *phrase(token)), "apposition")
                return
            if token.dep_ in LOOSE:
                yield from _phrases(token, name)
                return


def _before_comma(name: Span) -> Iterator[TitlePhrase]:
    """*The mayor of Paris, Anne Hidalgo, wrote*, where the parser took the name for something else."""
    doc, start = name.doc, name.root.sent.start
    first = _titled_start(name)
    before = first - 2
    closed = doc[min(_end(name), len(doc) - 1)].text in {",", "."}
    if before <= start or doc[first - 1].text != "," or not closed:
        return
    for token in reversed(doc[max(start, before - BEFORE) : before + 1]):
        if token.lower_ in AFTER_TITLE and token.i > before - 2:
            continue  # *the president-elect, Ann Lee*
        if _breaks(token):
            return
        determined = any(c.dep_ in {"det", "nmod:poss"} for c in token.children)
        if is_title(token) and determined and token.tag_ not in PLURAL:
            yield from _phrases(token, name)
            return


def _titled_start(name: Span) -> int:
    """*the archbishop of Lima, | Cardinal Juan Ruiz*: where a name begins with the titles before it."""
    first = name.start
    while first > 0 and (is_title(name.doc[first - 1]) or is_honorific(name.doc[first - 1].text)):
        first -= 1
    return first


def _end(name: Span) -> int:
    """*Abdou Kane of Niger |*: where a name ends with the country it is of."""
    behind = name.doc[name.end : name.end + 2]
    of_land = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].ent_type_ == "country"
    return name.end + 2 if of_land else name.end


def _has_left(word: Token) -> bool:
    """*the sacked prime minister*, where the tree takes *sacked* for a verb of its own."""
    left = word.tag_ == "VBN" and tenure_of(word.lower_) == "former"
    return left and word.i > 0 and word.nbor(-1).pos_ == "DET"


def _breaks(token: Token) -> bool:
    """Does no apposition go on over the token?"""
    if _has_left(token):
        return False
    pronoun = token.pos_ == "PRON" and token.dep_ != "nmod:poss"
    clause = token.pos_ == "CCONJ" and token.i > 0 and token.nbor(-1).text == ","
    return token.pos_ in BREAKS or pronoun or clause or token.ent_type_ == "person"


def _is_anothers(title: Token, name: Span) -> bool:
    """Is it the title of somebody else: before a name of its own, or in a list of people?"""
    return _is_named(title) or any(child.dep_ == "cc" and child.i >= name.end for child in title.children)


def _is_named(title: Token) -> bool:
    after = title.doc[title.i + 1 : title.i + 2]
    return any(t.ent_type_ == "person" or is_title(t) for t in after)


def _phrases(head: Token, name: Span) -> Iterator[TitlePhrase]:
    without = {t.i for t in name}
    first = phrase(head, without)
    if is_title(head) and not _is_of_several(head, name):
        yield TitlePhrase(name.root, head, first, "apposition")
    for token in () if _is_of_several(head, name) else head.conjuncts:
        if any(t.ent_type_ == "person" for t in name.doc[name.end : token.i]):
            continue  # *the minister, Ann Lee, and Tom Kim, the mayor*
        another = _is_of_other(token, head) or (head.i < name.start and _stands_apart(token))
        if token.i > head.i and is_title(token) and not another:
            tenure = () if _has_article(token) else former_among(_before(head, first))
            yield TitlePhrase(name.root, token, tenure + phrase(token, without), "apposition")


def _is_of_several(head: Token, name: Span) -> bool:
    """*his two counterparts, and with Minister Ann Lee*: people of whom the name is none."""
    alone = not any(child.dep_ == "conj" for child in name.root.children) and name.root.dep_ != "conj"
    return head.tag_ in PLURAL and head.i < name.start and alone


def _before(head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*formerly | the president*: the phrase up to its noun, and the adverb before it."""
    start = tokens[0].i
    return (*head.doc[max(start - 1, head.sent.start) : start], *(t for t in tokens if t.i < head.i))


def _stands_apart(title: Token) -> bool:
    """*the leader, Ann Lee, and not its president*: a title of its own, of somebody else."""
    return any(c.dep_ in {"det", "nmod:poss", "case", "advmod"} for c in title.children)


def _has_article(title: Token) -> bool:
    return any(c.dep_ == "det" for c in title.children)


def _is_of_other(title: Token, first: Token) -> bool:
    """*Lee, head of the bank, and a spokesman*: a second title with an article that the first lacks."""
    first_has, has = _has_article(first), _has_article(title)
    own = any(t.ent_type_ == "person" for t in title.doc[title.i + 1 : title.i + 3])
    return (has and not first_has) or own or any(c.ent_type_ == "person" for c in title.children)
