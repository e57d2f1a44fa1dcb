"""Numbers beside a word of harm, wherever the tree hangs them: *six were killed and 200 wounded*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.casualties.toll import is_equated
from eventgraph.extract.grammar.coordination import conjuncts, first_conjunct
from eventgraph.extract.grammar.syntax import passive, preposition
from eventgraph.lexicon import words

PARENTS = frozenset({"mother", "father", "parent", "grandmother", "grandfather", "dad", "mum", "mom"})
OTHERS = frozenset({"more", "others", "other"})
SKIPPED = frozenset({"AUX", "ADV"})
BOUND = 4  # words from a verb to its object's figure: *wounded at least five*
OPENING = frozenset(" ".join(words("numbers.bounds.at-least") | words("numbers.bounds.about")).split())
TENS = frozenset({"tens", "hundreds", "thousands"})  # of thousands
WHERE = frozenset({"in", "at", "near", "from", "on"})
HARMS = ("killed.verbs", "killed.adjectives", "injured.verbs", "injured.adjectives", "others")


def beside(trigger: Token) -> list[Token]:
    """Return the numbers next to the word: *six were killed and 200 wounded*, *wounding 12*."""
    i = trigger.i - 1
    while i > trigger.sent.start and trigger.doc[i].pos_ in SKIPPED:
        i -= 1
    after = trigger.nbor() if trigger.i + 1 < trigger.sent.end else trigger
    follows = trigger.pos_ in {"VERB", "ADJ"} and after.dep_ != "nummod"
    counted = _counted_after(trigger)
    near = [trigger.doc[max(i, trigger.sent.start)], *([after] if follows else [])]
    return [*counted, *_as_well(trigger), *_elsewhere(trigger)] + [
        one
        for one in near
        if (one.pos_ == "NUM" and not _are_children(one))
        or one.lower_ in words("numbers.vague")
        or (one.lower_ == "another" and one.i < trigger.i)
        or (one.tag_ == "NNS" and passive(trigger))
    ]


def _are_children(number: Token) -> bool:
    """*a mother of three was killed*: the three live."""
    parent = number.dep_ == "nmod" and number.head.lemma_.lower() in PARENTS
    return parent and any(child.lower_ == "of" for child in number.lefts)


def _counted_after(verb: Token) -> list[Token]:
    """*killed one and wounded five others*: the others, though the tree may hang them on *killed*."""
    if verb.pos_ != "VERB" or any(child.dep_ in {"obj", "nsubj:pass"} for child in verb.children):
        return []
    number = next((one for one in verb.doc[verb.i + 1 : verb.i + BOUND] if one.pos_ == "NUM"), None)
    listed_with = (
        number is not None and number.dep_ == "conj" and number.head == verb.head
    )  # of *people*, too
    if number is None or not (number.dep_ in {"nummod", "obj"} or listed_with):
        return []
    if any(one.lower_ not in OPENING for one in verb.doc[verb.i + 1 : number.i]):
        return []
    head = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    stray = head.lower_ in OTHERS and head.dep_ == "advmod"
    return [head] if head.dep_ in {"obj", "conj", "nummod"} or stray else []


def _elsewhere(verb: Token) -> list[Token]:
    """*killed five in Poland and three others in Germany*: the others, though hung on Poland.

    *injured five people in Kent and three in Essex*: the three.
    """
    if verb.pos_ != "VERB":
        return []
    found = [one for one in verb.doc[verb.i + 1 : verb.sent.end - 1] if _is_share(one, verb)]
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ in {"VERB", "AUX"}:
            break
        first = first_conjunct(token)
        stray = token.dep_ == "conj" and first.dep_ in {"obl", "nmod"} and verb in token.ancestors
        if stray and is_people(token) and _has_number(token) and (not is_people(first) or _is_whole(first)):
            found.append(token)
    return found


def _is_whole(noun: Token) -> bool:
    """*six members of the police and two civilians*: the police, of whom there are six."""
    of = noun.dep_ == "nmod" and preposition(noun) == "of" and not _has_number(noun)
    return of and _has_number(noun.head)


def _is_share(number: Token, verb: Token) -> bool:
    """*five people in Kent, three in Essex*: a number with a place, in a list with one before it."""
    listed = number.nbor(-1).lower_ in {",", "and"} and number.nbor().lower_ in WHERE
    placed = listed and number.i + 2 < number.sent.end and number.nbor(2).pos_ in {"PROPN", "DET"}
    between = verb.doc[verb.i + 1 : number.i]
    return placed and number.pos_ == "NUM" and not any(one.pos_ in {"VERB", "AUX"} for one in between)


def _has_number(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.lefts)


def _as_well(trigger: Token) -> list[Token]:
    """*40 men were wounded, as were six women*: the women, though hung on the verb above *wounded*."""
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end - 1]:
        if (
            token.lower_ == "as"
            and token.nbor().lower_ in {"was", "were"}
            and {trigger, trigger.head} & {*token.head.ancestors}
        ):
            return conjuncts(token.head)
    return []


def listed(trigger: Token) -> list[Token]:
    """*the 132 students and nine staff killed by rebels*: both, where *killed* hangs on the staff."""
    head = trigger.head
    if trigger.dep_ != "acl" or head.dep_ != "conj" or not _has_number(head):
        return []
    return [one for one in conjuncts(first_conjunct(head)) if _has_number(one) and one.i < head.i]


def is_of_other(head: Token, trigger: Token) -> bool:
    """Does the head stand beside another word of harm? *killed five and wounded 12*: the 12, for *killed*."""
    if trigger.lemma_.lower() in words("casualty.figures") and head.pos_ == "NUM" and is_equated(head):
        return False  # the toll was 13 dead
    bare = head.pos_ == "NUM" or head.lower_ in words("numbers.vague") or head.lower_ in TENS
    first = _before_bound(head) if bare and head.i > head.sent.start else head.i + 1
    if any(head in _counted_after(one) for one in head.doc[trigger.i + 1 : head.i] if _is_harm(one)):
        return True
    if _is_harm(head) and head.dep_ == "conj" and head != trigger:
        return True
    around = head.doc[first : min(head.i + 2, head.sent.end)]
    beside = {one.i for one in (*around, *head.lefts) if _is_harm(one)}
    parts = (child.i for child in trigger.children if child.dep_ != "conj")  # shot two officers dead
    own = {trigger.i, *parts}
    return bool(beside) and beside.isdisjoint(own)


def _before_bound(figure: Token) -> int:
    """Where the word before a figure and its bound stands: *wounded*, for *wounded about 500*."""
    at = figure.i - 1
    while at > figure.sent.start and figure.doc[at].lower_ in OPENING and figure.doc[at].pos_ != "CCONJ":
        at -= 1
    return at


def _is_harm(token: Token) -> bool:
    harms = frozenset[str]().union(*(words(f"casualty.{one}") for one in HARMS))
    return token.lemma_.lower() in harms or token.lower_ in harms
