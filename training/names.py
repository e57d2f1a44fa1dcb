"""GUM's nested mentions to flat name tags and to the kind of thing each word stands for.

The rule for names. A mention of a person, organisation, place or event whose head is a proper noun
gives at most one name:
1. Trim a leading determiner and a trailing possessive; for persons also leading title words.
2. Organisations, places, events: the whole mention is the name if each of its words is a name word
   (a proper noun, or capitalised, or a number) or an inner connector (of, the, and, ...).
3. Otherwise the name is the run of proper nouns around the head, joined by the tighter connectors.
4. A person's name is the run of proper nouns and hyphens around the head, from after its last title word
   and less other mentions it begins with ("[US] President Donald Trump" gives "Donald Trump").
Where names overlap the longest wins among organisations, places and events, then persons fill in.
A plural single word for people ("Americans") is a nationality or a family: left open.
All other proper nouns are left open, except in times, where they are outside; words outside names
are outside, but capitalised ones may be MISC, which GUM does not mark ("Afghan").
"""

from __future__ import annotations

from collections.abc import Sequence

from training.conllu import Tree
from training.sentence import Mention, Syntax
from training.tags import ANY, OUTSIDE, Allowed, Span, mark, outside_or

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}
CONNECTORS = frozenset({"of", "the", "and", "-", "–", "'s", "’s", "for", "&", "de", "da", "la"})
TIGHT = CONNECTORS - {"and", "for"}
HYPHENS = frozenset({"-", "–", "‑"})
TITLE_WORDS = """president vice prime first deputy chief mr. mr mrs. mrs ms. ms dr. dr sir dame lord lady
    senator sen. sen secretary minister chancellor ambassador governor gov. mayor professor prof. judge
    justice king queen prince princess emperor empress pope cardinal bishop archbishop rev. reverend
    father sister saint st. general gen. colonel col. captain capt. major lieutenant lt. sergeant sgt.
    admiral commander congressman congresswoman representative rep. speaker chairman director
    attorney coach former uncle aunt commissioner sheriff baron poet minister-president"""
TITLES = frozenset(TITLE_WORDS.split())


def head_of(mention: Mention, syntax: Syntax) -> int:
    """Return the word of the mention whose own head lies outside it (or which is the root)."""
    for word in range(mention.start, mention.end):
        head = syntax.heads[word]
        if head == word or not mention.start <= head < mention.end:
            return word
    return mention.end - 1


def kinds_of(tree: Tree, syntax: Syntax) -> tuple[str, ...]:
    """Return for each word the type of the longest mention it heads, or `none`."""
    kinds = ["none"] * len(tree.sentence.forms)
    for mention in sorted(tree.mentions, key=lambda mention: mention.end - mention.start):
        kinds[head_of(mention, syntax)] = mention.type
    return tuple(kinds)


def name_tags(tree: Tree, syntax: Syntax, places: frozenset[str]) -> tuple[Allowed, ...]:
    """Return the allowed tags of each word; an organisation that is a place elsewhere may be either."""
    names = [open_tags(tree, syntax, word) for word in range(len(tree.sentence.forms))]
    for start, end, type_ in flat_names(tree, syntax):
        either = type_ == "ORG" and " ".join(tree.sentence.forms[start:end]) in places
        mark(names, start, end, ("ORG", "LOC") if either else (type_,))
    return tuple(names)


def open_tags(tree: Tree, syntax: Syntax, word: int) -> Allowed:
    """Return the tags of a word that is in no name we trust."""
    if syntax.upos[word] != "PROPN":
        return outside_or("MISC") if tree.sentence.forms[word][0].isupper() else OUTSIDE
    times = (mention for mention in tree.mentions if mention.type == "time")
    return OUTSIDE if any(time.start <= word < time.end for time in times) else ANY


def flat_names(tree: Tree, syntax: Syntax) -> list[Span]:
    """Return the names of a sentence, none overlapping, by the rule of this module."""
    found = [span for mention in tree.mentions if (span := name_of(mention, tree, syntax))]
    found.sort(key=lambda span: (span[2] == "PER", span[0] - span[1]))
    chosen: list[Span] = []
    for span in found:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in chosen):
            chosen.append(span)
    return chosen


def name_of(mention: Mention, tree: Tree, syntax: Syntax) -> Span | None:
    """Return the name inside a mention, or None."""
    head = head_of(mention, syntax)
    if mention.type not in TYPES or syntax.upos[head] != "PROPN":
        return None
    type_ = TYPES[mention.type]
    start, end = trim(mention, syntax)
    if type_ == "PER":
        return person_name(mention, head, tree, syntax)
    if start < end and is_whole_name(start, end, tree.sentence.forms, syntax):
        return start, end, type_
    start, end = proper_run(mention, head, tree.sentence.forms, syntax, TIGHT)
    return start, end, type_


def trim(mention: Mention, syntax: Syntax) -> tuple[int, int]:
    """Return the mention's bounds without a leading determiner and a trailing possessive."""
    start = mention.start + (syntax.upos[mention.start] == "DET")
    return start, mention.end - (syntax.xpos[mention.end - 1] == "POS")


def is_whole_name(start: int, end: int, forms: Sequence[str], syntax: Syntax) -> bool:
    """Tell whether name words fill the span, connectors only between them."""
    proper = [tag == "PROPN" for tag in syntax.upos[start:end]]
    solid = [
        ok or form[0].isupper() or form.isdigit() for ok, form in zip(proper, forms[start:end], strict=True)
    ]
    joined = all(ok or forms[start + i] in CONNECTORS for i, ok in enumerate(solid))
    return solid[0] and solid[-1] and joined and not is_list(start, end, forms, syntax)


def is_list(start: int, end: int, forms: Sequence[str], syntax: Syntax) -> bool:
    """Tell whether the span coordinates several short names ("Paris and London"), not one long one."""
    return end - start == 3 and forms[start + 1] == "and" and syntax.deprels[end - 1] == "conj"


def proper_run(
    mention: Mention, head: int, forms: Sequence[str], syntax: Syntax, joins: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """Return the longest run of proper nouns around the head in the mention, over `joins` between them."""
    bounds = []
    for step, limit in ((-1, mention.start - 1), (1, mention.end)):
        edge = word = head
        while (word := word + step) != limit and (syntax.upos[word] == "PROPN" or forms[word] in joins):
            edge = word if syntax.upos[word] == "PROPN" else edge
        bounds.append(edge)
    return bounds[0], bounds[1] + 1


def person_name(mention: Mention, head: int, tree: Tree, syntax: Syntax) -> Span | None:
    """Return the run of proper nouns around a person's head without titles and inner mentions before it."""
    forms = tree.sentence.forms
    start, end = proper_run(mention, head, forms, syntax, HYPHENS)
    inner = {other.start: other.end for other in tree.mentions if other.end <= end and other.type != "person"}
    start = max((i + 1 for i in range(start, end) if forms[i].lower() in TITLES), default=start)
    start = inner.get(start, start)
    plural = end - start == 1 and syntax.xpos[start] == "NNPS"
    return None if start >= end or plural else (start, end, "PER")
