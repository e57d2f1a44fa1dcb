"""What is said, in the text's own words: from where a rule found it to all of its clause or quotation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc, Token

from eventgraph.extract.grammar.syntax import agents, first_conjunct, nonfinite, passive
from eventgraph.extract.statements.beside import phrase_start
from eventgraph.extract.statements.quotations import CLOSING, MARKS, Quotation
from eventgraph.lexicon import words

LONGEST_CONTENT = 300  # code points
PAUSES = frozenset({",", ".", "!", "?", "…", ";", "]"})
ASIDE = 3  # tokens from a speaker to the cue
NEAR = 12  # tokens between a cue and its quotation
# What begins the words said only for grammar's sake.
LEADING = frozenset(
    {"that", "for", "of", "on", "upon", "about", "against", "at", "by", "as", ":", ",", ";", "–", "—", "-"}
)
TRAILING = frozenset({",", ";", ":", "–", "—", "("})
RAISED = frozenset({"obj", "iobj", "nsubj", "nsubj:pass"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
CLAUSES = frozenset({"ccomp", "parataxis"})
OTHERS = frozenset({"conj", "cc", "parataxis", "discourse", "punct", "list"})


def said(trigger: Token, head: Token, quotations: Collection[Quotation]) -> list[Token]:
    """Return the tokens of what is said, given the head of its clause or phrase.

    A clause is taken without the cue that stands in its midst; of an object all that follows it under the
    cue's verb; a quotation that begins or ends it is taken whole, and so is its second part after the cue.
    """
    found = stripped(_words(trigger, head))
    outside = [q for q in quotations if trigger not in q]
    first = next((q for q in outside if found and found[0] in q), None)
    last = next((q for q in outside if found and found[-1] in q), None)
    if found and not last:
        last = next((q for q in outside if q.start == found[-1].i + 1 and q.start < trigger.sent.end), None)
    if last:
        found += [t for t in last.words(trigger.doc) if t.i > found[-1].i]
    if first:
        found = _unmarked(trigger, found, first)
        found += _second_part(trigger, found, outside)
    return found


def following(trigger: Token, tokens: Sequence[Token], quotations: Collection[Quotation]) -> list[Token]:
    """The quotation right after the cue, where the tree has only another sentence before it said."""
    if not tokens or tokens[-1].i > trigger.i or any(tokens[0] in one for one in quotations):
        return []
    found = quoted(trigger, quotations)
    return found if found and found[0].i > trigger.i else []


def to_the_left(trigger: Token, tokens: Sequence[Token]) -> list[Token]:
    """*Ten rockets struck the base, according to Lee*: all before the pause, if the tree has only a part."""
    start = tokens[0].i if tokens else 0
    while start > trigger.sent.start and tokens[-1].i < trigger.i and not trigger.doc[start - 1].is_punct:
        start -= 1
    return [*trigger.doc[start : tokens[0].i], *tokens] if tokens else []


def without_cue(trigger: Token, speakers: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
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


def _words(trigger: Token, head: Token) -> list[Token]:
    raised = [c for c in trigger.rights if c.dep_ in RAISED and c.i < head.i]
    if raised and (head.dep_ == "xcomp" or nonfinite(head) or _lacks_subject(head)):
        return _phrase(trigger, raised[0])
    if _above(trigger, head) or (head.dep_ in CLAUSES and head.i < trigger.i):
        return _clause(trigger, head)
    if trigger.is_ancestor(head) and head.head.i != trigger.i and head.i < trigger.i:
        return _range(head.subtree, ())  # condemnation, in "statements of condemnation came"
    return _phrase(trigger, head) if head.i > trigger.i else _passive(trigger, head)


def _lacks_subject(clause: Token) -> bool:
    """*reported the mayor had left*: where the tree makes the mayor the object of *reported*."""
    return clause.dep_ == "ccomp" and not any(child.dep_ in SUBJECTS for child in clause.children)


def quoted(trigger: Token, quotations: Collection[Quotation]) -> list[Token]:
    """Return the words of the quotation that the cue stands beside; none if there is none near."""
    sentence = trigger.sent
    outside = [q for q in quotations if trigger not in q]
    before = [q for q in outside if sentence.start <= q.end <= trigger.i and _ends_speech(trigger, q)]
    after = [q for q in outside if trigger.i < q.start <= sentence.end + 1 and _opens_speech(trigger, q)]
    whole = before[-1:] + after[:1]
    if not whole:
        return []
    if after and trigger.doc[whole[0].last - 1].text == ".":
        whole = after[:1]  # "We stay." Lee said, "We go."
    found = list(whole[0].words(trigger.doc))
    return found + _second_part(trigger, found, outside)


def _opens_speech(trigger: Token, quotation: Quotation) -> bool:
    """Does the quotation follow the cue as what is said, not as a word or two in a clause of another?"""
    between = trigger.doc[trigger.i + 1 : quotation.start]
    if len(between) > NEAR or any(_other_clause(t) for t in between):
        return False
    return not len(between) or between[-1].pos_ not in {"DET", "ADP", "ADJ", "AUX", "PART", "PRON", "CCONJ"}


def _ends_speech(trigger: Token, quotation: Quotation) -> bool:
    """Does only the speaker stand between the cue and a quotation that ends at a comma or full stop?"""
    doc = trigger.doc
    between = doc[quotation.end : trigger.i]
    beside = {doc[quotation.last - 1].text, doc[quotation.end].text}
    return bool(beside & PAUSES) and len(between) < NEAR and not any(_other_clause(t) for t in between)


def _other_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "SCONJ"} or token.tag_ in {"WDT", "WP", "WRB"}


def _second_part(trigger: Token, found: Sequence[Token], quotations: Collection[Quotation]) -> list[Token]:
    """*"We will stay," Lee said, "and win."*: the part after the cue."""
    if found[-1].i > trigger.i:
        return []
    after = [q for q in quotations if trigger.i < q.start < trigger.sent.end]
    return list(after[0].words(trigger.doc)) if after and _paused(trigger.doc, after[0]) else []


def _paused(doc: Doc, quotation: Quotation) -> bool:
    return doc[quotation.start - 1].text in {",", ":", ";", ".", "–", "—"}


# --- from the tree ----------------------------------------------------------------------------------------


def _above(trigger: Token, head: Token) -> bool:
    """Does the cue hang on what is said? *Ten drowned, Lee said*; not *the plan that Lee condemned*."""
    return head.is_ancestor(trigger) and first_conjunct(trigger).dep_ not in {"acl", "acl:relcl"}


def _clause(trigger: Token, head: Token) -> list[Token]:
    """The clause without the cue's own words: *Ten people, Lee said, drowned*."""
    top = trigger
    while head.is_ancestor(trigger) and top.head.i != head.i:
        top = top.head
    inner = set() if head.is_ancestor(trigger) else {t.i for t in head.subtree}
    return _range(head.subtree, {t.i for t in top.subtree} - inner)


def _phrase(trigger: Token, head: Token) -> list[Token]:
    """All that follows under the verb from the phrase on."""
    others = {t.i for child in trigger.children if _apart(child) for t in child.subtree}
    found = [t for t in trigger.subtree if t.i >= head.left_edge.i and t.i not in others]
    return _range(found or head.subtree, others)


def _passive(trigger: Token, head: Token) -> list[Token]:
    """What stands around the verb but for the agent; of an object that stands before it what follows it."""
    obliques = (child for child in trigger.rights if child.dep_ == "obl")
    papers = [child for child in obliques if child.lemma_.lower() in words("reporting.documents")]
    others = {t.i for aside in (*agents(trigger), *papers) for t in aside.subtree}
    if trigger.dep_ == "conj" and passive(trigger):
        return _range(head.subtree, others)
    start = head.left_edge.i if head.head.i == trigger.i else trigger.i + 1
    return _range([t for t in trigger.subtree if t.i >= start and t.i not in others], others)


def _range(tokens: Iterable[Token], others: Collection[int]) -> list[Token]:
    """From the first to the last of the tokens, the others left out; a parser's slip leaves no gap."""
    found = sorted(tokens, key=lambda t: t.i)
    return [t for t in found[0].doc[found[0].i : found[-1].i + 1] if t.i not in others] if found else []


def _apart(child: Token) -> bool:
    """Is it another act beside the one told: *condemned the attack and urged restraint, saying …*?"""
    if child.dep_ in OTHERS:
        return True
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return child.dep_ == "advcl" and child.tag_ == "VBG" and before.text == ","


# --- as text ----------------------------------------------------------------------------------------------


def stripped(tokens: Iterable[Token]) -> list[Token]:
    """Return the words said without what leads to them (*that*, *for*) and without pauses at the edges."""
    kept = [t for t in tokens if not t.is_space]
    if len(kept) > 2 and (kept[0].lemma_.lower(), kept[1].lower_) in {("be", "that"), ("what", "as")}:
        kept.pop(0)
    while kept and (_leads(kept[0]) or _stray(kept[0])):
        kept.pop(0)
    while kept and (kept[-1].text in TRAILING or kept[-1].text == "."):
        kept.pop()
    return [] if all(t.pos_ in {"PRON", "DET", "PUNCT"} for t in kept) else kept


def _leads(token: Token) -> bool:
    if token.lower_ == "to":
        return token.dep_ == "case"  # "to the raid", but "to fight the raid"
    return token.lower_ in LEADING and token.dep_ not in {"det", "nsubj", "obj", "nsubj:pass"}


def _stray(token: Token) -> bool:
    """Is it a mark that closes a quotation begun elsewhere?"""
    return token.text in CLOSING and token.text not in MARKS


def content_text(tokens: Sequence[Token]) -> str:
    """Return the words as in the text, on one line, those of others left out, cut after `LONGEST_CONTENT`."""
    joined = " ".join(run for run in _runs(tokens) if run)
    return joined if len(joined) <= LONGEST_CONTENT else joined[:LONGEST_CONTENT].rsplit(" ", 1)[0]


def _runs(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each unbroken run of tokens, without pauses and lone marks at its edges."""
    for _, run in groupby(enumerate(tokens), lambda pair: pair[1].i - pair[0]):
        kept = [t for _, t in run]
        while kept and kept[0].text in {",", ";", ":"}:
            kept.pop(0)
        while kept and kept[-1].text in TRAILING:
            kept.pop()
        text = kept[0].doc[kept[0].i : kept[-1].i + 1].text if kept else ""
        yield " ".join(text.split()).strip('“”"' if text[:1] in '“"' and text.count(text[:1]) == 1 else "")
