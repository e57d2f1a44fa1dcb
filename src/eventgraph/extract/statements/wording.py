"""What is said, in the text's own words: from where a rule found it to all of its clause or quotation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from eventgraph.extract.statements.beside import phrase_start
from eventgraph.extract.statements.clauses import clause_words
from eventgraph.extract.statements.edges import stripped
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.extract.statements.quoted import following, second_part
from eventgraph.lexicon import words

ENOUGH = 3  # words behind a cue that may be what is said
ASIDE = 3  # tokens from a speaker to the cue
FRONTED = frozenset({"obl", "obl:unmarked"})


def words_said(
    cue: Token, heads: Sequence[Token], speakers: Sequence[Token], quotations: Collection[Quotation]
) -> list[Token]:
    """Return the tokens of what is said, given the heads of its clauses or phrases.

    Not those between speaker and cue: *Lee of "Have Hope" said …*.
    """
    free = [head for head in heads if not any(one.i < head.i < cue.i for one in speakers)]
    found = _said(
        cue, min(free or heads, key=lambda head: head.left_edge.i if head.i > cue.i else head.i), quotations
    )
    found = _past_medium(cue, found)
    found = _from_the_start(cue, _without_cue(cue, speakers, _behind_semicolon(cue, found)))
    return following(cue, found, quotations) or found


def _said(trigger: Token, head: Token, quotations: Collection[Quotation]) -> list[Token]:
    """The tokens of what is said, given the head of its clause or phrase.

    A clause is taken without the cue that stands in its midst; of an object all that follows it under the
    cue's verb; a quotation that begins or ends it is taken whole, and so is its second part after the cue.
    """
    found = stripped(clause_words(trigger, head))
    outside = [q for q in quotations if trigger not in q]
    first = next((q for q in outside if found and found[0] in q), None)
    last = next((q for q in outside if found and found[-1] in q), None)
    if found and not last:
        last = next((q for q in outside if q.start == found[-1].i + 1 and q.start < trigger.sent.end), None)
    if last:
        found += [t for t in last.words(trigger.doc) if t.i > found[-1].i]
    if first:
        found = _unmarked(trigger, found, first)
        found += second_part(trigger, found, outside)
    return found


def _behind_semicolon(cue: Token, tokens: Sequence[Token]) -> list[Token]:
    """*Some were critical; the mayor said it would pass*: what stands before is not said."""
    before = [token.i for token in cue.doc[cue.sent.start : cue.i] if token.text == ";"]
    inverted = sum(token.is_alpha for token in cue.doc[cue.i + 1 : cue.sent.end]) < ENOUGH
    kept = not before or inverted or any(token.is_quote for token in tokens)
    return [token for token in tokens if kept or token.i > before[-1]]


def _past_medium(cue: Token, tokens: Sequence[Token]) -> list[Token]:
    """*said in an interview with Reuters she was ill*: without where, if the tree has that said."""
    first = tokens[0] if tokens else cue
    noun = first.head
    opens = first.dep_ == "case" and first.i == cue.i + 1 and noun.i > first.i
    medium = opens and noun.lemma_.lower() in words("reporting.documents")
    after = [token for token in tokens if token.i > noun.right_edge.i]
    return after if medium and after else [*tokens]


def past_date(cue: Token, tokens: Sequence[Token]) -> list[Token]:
    """*According to Lee on Saturday, it is open*: without the day that it was said."""
    dates = (cue.doc.char_span(one.start, one.end, alignment_mode="expand") for one in cue.doc._.dates)
    span = next((one for one in dates if one and tokens and tokens[0] in one), None)
    if span is None or tokens[0].i < cue.i or cue.doc[min(span.end, len(cue.doc) - 1)].text != ",":
        return [*tokens]
    return stripped([token for token in tokens if token.i > span.end]) or [*tokens]


def _from_the_start(cue: Token, tokens: Sequence[Token]) -> list[Token]:
    """*In Lima, three died, the mayor said*: what stands before the clause is said, too."""
    if not tokens or tokens[-1].i > cue.i:
        return [*tokens]
    before = cue.doc[cue.sent.start : tokens[0].i]
    fronted = [child for child in cue.lefts if child.dep_ in FRONTED and child.i < tokens[0].i]
    own = {token.i for child in fronted for token in child.subtree}
    whole = bool(fronted) and all(token.i in own or token.text == "," for token in before)
    return [*before, *tokens] if whole else [*tokens]


def to_the_left(trigger: Token, tokens: Sequence[Token]) -> list[Token]:
    """*Ten rockets struck the base, according to Lee*: all before the pause, if the tree has only a part."""
    start = tokens[0].i if tokens else 0
    while start > trigger.sent.start and tokens[-1].i < trigger.i and not trigger.doc[start - 1].is_punct:
        start -= 1
    return [*trigger.doc[start : tokens[0].i], *tokens] if tokens else []


def _without_cue(trigger: Token, speakers: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """*The figure, the agency's data indicate, fell*: without the data, where the tree has them fall."""
    near = [one for one in speakers if one in tokens and 0 < trigger.i - one.i <= ASIDE]
    cue = {i for one in near for i in range(phrase_start(one), trigger.i + 1)}
    return stripped([token for token in tokens if token.i not in cue]) if cue else list(tokens)


def _unmarked(trigger: Token, tokens: list[Token], quotation: Quotation) -> list[Token]:
    """With the quotation's beginning; without its marks, if all of it, before or after the cue, is quoted."""
    whole = quotation.last - 1 <= tokens[-1].i <= quotation.end
    if whole or tokens[0].i < trigger.i < tokens[-1].i:
        return list(quotation.words(trigger.doc))
    return [t for t in quotation.words(trigger.doc) if t.i < tokens[0].i] + tokens
