"""Sayings by the order of words alone, for where the tree has lost the subject or the words said.

*Lee, who spoke first, said the port was open*; *"It is open," said the harbour master Ann Lee*; *According to
Lee, it is open*: a name right beside a verb of saying says it, whatever the parser makes of the sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from eventgraph.extract.statements.beside import PERFECT, last_name, name_after, name_before
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.extract.statements.saying import Saying
from eventgraph.extract.statements.wording import quoted, stripped
from eventgraph.lexicon import words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
OPENERS = frozenset({"ADP", "ADV", "ADJ", "SCONJ"})
FEWEST = 3  # words said
OPENER = 5  # tokens before the comma in *In the long run, the port will close*


def sayings_by_order(doc: Doc, quotations: Collection[Quotation]) -> Iterator[Saying]:
    """Yield what the order of words alone lets one read, in the order of the text."""
    for token in doc:
        found = None
        if token.lower_ == "according" and token.i + 2 < len(doc) and token.nbor().lower_ == "to":
            found = _according(token)
        elif token.tag_ in FINITE or (token.tag_ == "VBN" and token.i and _is_perfect(token)):
            found = _by_verb(token, quotations)
        if found:
            yield found


def _is_perfect(token: Token) -> bool:
    i = token.i - 1
    while i and token.doc[i].pos_ == "ADV":
        i -= 1
    return token.doc[i].lower_ in PERFECT


def _by_verb(verb: Token, quotations: Collection[Quotation]) -> Saying | None:
    clausal, judging = (verb.lemma_.lower() in words(f"reporting.{kind}") for kind in ("clausal", "judging"))
    if not clausal and not judging:
        return None
    speaker, content = name_before(verb), stripped(verb.doc[_told(verb) : verb.sent.end])
    if speaker is None and clausal:
        speaker, content = name_after(verb), stripped(verb.doc[verb.sent.start : verb.i])
    if speaker is None:
        return None
    quote = quoted(verb, quotations) if clausal else []
    told = _is_clause(content) if clausal else False
    told = told or (judging and verb.nbor().pos_ not in {"ADP", "PUNCT", "SPACE"})
    said = quote or (content if told else [])
    return _saying(verb, speaker, said) if sum(token.is_alpha for token in said) >= FEWEST else None


def _told(verb: Token) -> int:
    """Where what is said begins; after whom it is told: *told the press she was ill*."""
    tells = verb.lemma_.lower() in words("reporting.telling")
    to = [child for child in verb.rights if tells and child.dep_ in {"iobj", "obj"}]
    return to[0].right_edge.i + 1 if to else verb.i + 1


def _according(token: Token) -> Saying | None:
    """*According to Lee, it is open*; *It is, according to the master Ann Lee, open*."""
    name = last_name(token.i + 2, token)
    if name is None:
        return None
    aside = range(token.i, _pause(name) + 1)
    content = stripped([one for one in token.sent if one.i not in aside])
    return _saying(token, name, content) if _is_clause(content) else None


def _saying(trigger: Token, speaker: Token, content: Sequence[Token]) -> Saying:
    return Saying(trigger, "by-order", frozenset({"order"}), [speaker], (), content)


def _pause(name: Token) -> int:
    """Where the phrase with the name ends; after *which cited the police,* too."""
    doc, last = name.doc, name.sent.end - 1
    i = next((k for k in range(name.i, last) if doc[k].text == ","), last)
    if i < last and doc[i + 1].tag_ in {"WDT", "WP"}:
        return next((k for k in range(i + 1, last) if doc[k].text == ","), last)
    return i


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Does somebody do something in it? *the port was open*; what only follows a comma does not count."""
    opened = OPENER if tokens and tokens[0].pos_ in OPENERS else 0
    pause = next((k for k, token in enumerate(tokens) if token.text == "," and k > opened), len(tokens))
    pairs = pairwise(tokens[:pause])  # not *added sugar and told a story*
    verbs = [token.i for before, token in pairs if token.tag_ in FINITE and before.pos_ != "CCONJ"]
    return bool(verbs) and any(t.i < verbs[-1] and t.pos_ in NOUNS for t in tokens)
