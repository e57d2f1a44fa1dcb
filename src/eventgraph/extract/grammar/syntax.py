"""What stands where in a sentence: small questions about one token, answered with lists of tokens.

Every function returns heads of arguments, a coordination by its first word (`conjuncts` gives the others),
relative pronouns replaced by what they stand for, in the order of the text within each kind of link. Trees
are Universal Dependencies v2 as in GUM and EWT.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Token

from eventgraph.extract.grammar.coordination import conjuncts, first_conjunct
from eventgraph.extract.grammar.subject import (
    antecedent,
    expanded,
    governor_subjects,
    late_subjects,
    nonfinite,
    participle,
    possessors,
    subjects,
)

__all__ = [
    "agents",
    "antecedent",
    "between",
    "conjuncts",
    "expanded",
    "first_conjunct",
    "following",
    "governor_subjects",
    "indirect_objects",
    "logical_objects",
    "logical_subjects",
    "nonfinite",
    "objects",
    "obliques",
    "participle",
    "passive",
    "possessors",
    "preposition",
    "subjects",
]

OBLIQUE = frozenset({"obl", "nmod", "obl:agent"})
TITLES = frozenset({"nmod:desc", "compound"})
MODIFIERS = frozenset({"det", "amod", "compound", "nmod:desc", "nmod:poss", "nummod", "nmod:unmarked"})
FAR = 6  # words to a preposition that the parser hangs on another phrase
PHRASES = 3  # how many a noun may have before the one asked for
NAMED = frozenset({"person", "organization", "country"})
ADVERBS = frozenset({"ADV", "ADP", "SCONJ"})
TIMES = frozenset({"obl:unmarked", "nmod:unmarked"})
Find = Callable[[Token], list[Token]]


def _children(token: Token, *labels: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def passive(verb: Token) -> bool:
    """Is the verb passive? *Kamel was met by Sullivan*; *a man arrested by police*; *was tried and shot*."""
    late = late_subjects(verb)
    labels = {child.dep_ for child in verb.children if child not in late}
    if labels & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return "aux:pass" in labels or "obj" not in labels  # troops killed ten men, read as "were killed"
    if verb.tag_ != "VBN" or _children(verb, "nsubj", "aux"):
        return False
    if _children(verb, "obj") and verb.dep_ != "acl":  # a woman named president
        return False
    if verb.dep_ == "conj":
        return passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "xcomp"} or bool(_children(verb, "obl:agent"))


def agents(token: Token) -> list[Token]:
    """Return who does it in a passive or nominal: *was met by Sullivan*, *a visit by Sullivan*."""
    by = obliques(token, {"by"}) if token.pos_ in {"NOUN", "PROPN"} or passive(token) else []
    found = _unique([antecedent(child) for child in _children(token, "obl:agent")] + by)
    return found or (_stray_agent(token) if token.pos_ == "VERB" and passive(token) else [])


def _stray_agent(verb: Token) -> list[Token]:
    """*was received by King Haakon*: who follows *by*, whatever the parser hangs it on."""
    after = verb.doc[verb.i + 1 : min(verb.i + 2, verb.sent.end)]
    return [by.head for by in after if by.lower_ == "by" and by.dep_ == "case" and by.head.i > by.i]


def logical_subjects(verb: Token) -> list[Token]:
    """Return who does it, in either voice: Sullivan, in *Sullivan met Kamel*, *Kamel was met by Sullivan*."""
    return agents(verb) if passive(verb) else subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return whom it is done to, in either voice: Kamel, in *Sullivan met Kamel*, *Kamel was met*."""
    return subjects(verb) if passive(verb) else objects(verb)


def objects(verb: Token) -> list[Token]:
    """Return direct objects: *Sullivan met Kamel*; *the man whom Sullivan met*, *the man Sullivan met*: man;
    shared ones too: *Sullivan met and thanked Kamel*.
    """
    own = [antecedent(child) for child in _children(verb, "obj")] or _counted_head(verb) or _unlinked(verb)
    return own or _gap(verb) or _shared(verb, lambda one: _children(one, "obj"))


def _unlinked(verb: Token) -> list[Token]:
    """*who met President Kamel*: a name after an active verb that the parser takes for something else."""
    if passive(verb) or verb.pos_ != "VERB":
        return []
    bare = [one for one in verb.rights if one.dep_ in {"obl", "obl:unmarked"}]
    names = [one for one in (*bare, *late_subjects(verb), *_titles_over(verb)) if one.ent_type_ in NAMED]
    return [one for one in names if not preposition(one)][:1]


def _counted_head(verb: Token) -> list[Token]:
    """*A bomb wounded 19 students*: students, where the tree has *wounded* modify them."""
    head, after = verb.head, verb.doc[verb.i + 1 : verb.i + 2]
    modifies = verb.dep_ == "amod" and verb.tag_ == "VBD" and head.i > verb.i
    counted = [one for one in after if one.dep_ == "nummod" and one.head == head]
    return [head] if modifies and counted else []


def _titles_over(verb: Token) -> list[Token]:
    """*President Lee met Chancellor Kamel*: Kamel, where the tree takes him for a title of Lee."""
    subject = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return [one for noun in subject for one in noun.rights if one.dep_ == "nmod:desc" and one.i > verb.i]


def indirect_objects(verb: Token) -> list[Token]:
    """Return indirect objects: *Sullivan gave Kamel a letter*: Kamel."""
    return [antecedent(child) for child in _children(verb, "iobj")]


def _gap(verb: Token) -> list[Token]:
    """*the man Sullivan met*, *the man he said he met*: the antecedent of a clause without pronoun."""
    if _children(verb, "ccomp", "xcomp") or passive(verb) or not _children(verb, "nsubj", "aux"):
        return []
    clause = verb
    while clause.dep_ in {"ccomp", "xcomp", "conj"}:
        clause = clause.head
    if clause.dep_ != "acl:relcl" or _pronoun(clause):
        return []
    stranded = any(child.pos_ == "ADP" and child.dep_ == "obl" for child in verb.children)
    return [] if stranded else [clause.head]


def _pronoun(clause: Token) -> bool:
    """Does the relative clause have its pronoun or adverb? *who*, *where*, *with whom*."""
    return any(one.tag_ in {"WP", "WDT", "WP$", "WRB"} for one in clause.subtree if one.i < clause.i)


def _shared(verb: Token, find: Find) -> list[Token]:
    """What coordinated verbs share on their right: *met and thanked Kamel*, whichever verb the tree gives it.

    A controlled infinitive shares what its governor has after it: *wants to talk with Kamel*.
    """
    if verb.dep_ in {"conj", "xcomp"}:
        shared = [one for one in find(verb.head) if one.i > verb.i]
        if shared:
            return [antecedent(one) for one in shared]
    for child in verb.rights:
        if child.dep_ == "conj" and _adjoins(verb, child):
            return [antecedent(one) for one in find(child) if one.i > child.i]
    return []


def _adjoins(verb: Token, other: Token) -> bool:
    """Does only a conjunction or an auxiliary stand between two verbs? *met and later thanked Kamel*."""
    between = verb.doc[verb.i + 1 : other.i]
    return all(one.pos_ in {"CCONJ", "PUNCT", "AUX", "ADV"} for one in between)


def preposition(noun: Token) -> str:
    """Return the preposition before a noun, all its words: *with*, *according to*, *along with*; else "".

    *along with Kamel*: the adverb counts as part of it, wherever the tree hangs it. *of party leader Berg*:
    the title before the name may hold the preposition.
    """
    case = _own_case(noun) or [one for title in noun.lefts for one in _titled(title)]
    if not case and (noun.pos_ in {"NOUN", "PROPN"} or noun.dep_ in OBLIQUE):
        case = _children(noun, "mark")  # "open to talks", read as "to talk"
    if not case and noun.dep_ in OBLIQUE:
        case = [noun.left_edge] if noun.left_edge.dep_ == "case" else []  # hung on a part of the name
    if not case:
        return ""
    parts = [word for one in case for word in (one, *_children(one, "fixed"))]
    first = min(one.i for one in parts)
    before = noun.doc[first - 1] if first else None
    if before is not None and before.lower_ in {"along", "together", "ahead"} and before not in parts:
        parts.append(before)
    return " ".join(one.lower_ for one in sorted(parts, key=lambda one: one.i))


def _own_case(noun: Token) -> list[Token]:
    """Its prepositions; not the *of* of a title before it: *Secretary of State Kerry*."""
    before = [child.left_edge.i for child in noun.lefts if child.dep_ in TITLES]
    first = min(before, default=noun.i)
    return [one for one in _children(noun, "case") if one.lower_ != "of" or one.i < first or not before]


def _titled(title: Token) -> list[Token]:
    """The preposition before a title that stands before its name."""
    return [one for one in _children(title, "case") if one.i < title.i] if title.dep_ in TITLES else []


def following(noun: Token, prepositions: Collection[str]) -> list[Token]:
    """Return what follows a noun with one of the prepositions, whatever the tree hangs it on.

    *an attack by rebels on a town*, {on}: town, over one phrase.
    """
    at = noun.i + 1
    for _ in range(PHRASES):
        at = _after_time(noun.doc[at]) if at < noun.sent.end else at
        case = noun.doc[min(at, noun.sent.end - 1)]
        if case.dep_ != "case" or case.head.i < case.i:
            break
        if case.lower_ in prepositions:
            return [antecedent(case.head)]
        at = max([case.head.i, *(one.i for one in case.head.rights if one.dep_ == "flat")]) + 1
    return []


def _after_time(word: Token) -> int:
    """Where a time that begins with the word ends: *a letter earlier this week to Kamel*."""
    first = word.nbor() if word.pos_ == "ADV" and word.i + 1 < word.sent.end else word
    times = [one for one in (first, *first.ancestors) if one.dep_ in TIMES and one.left_edge in {first, word}]
    return times[-1].right_edge.i + 1 if times else word.i


def between(noun: Token) -> list[Token]:
    """Return what stands between: *talks between Israel and Egypt*, *talks in Cairo between the two*."""
    found = obliques(noun, {"between", "among"})
    if found or noun.pos_ not in {"NOUN", "PROPN"}:
        return found
    for case in noun.doc[noun.i + 1 : min(noun.i + 1 + FAR, noun.sent.end - 1)]:
        if case.pos_ in {"VERB", "AUX"}:
            break
        if case.lower_ == "between" and case.head.i < case.i:  # hung on the phrase before it
            return [_phrase_head(case.nbor())]
    return []


def _phrase_head(word: Token) -> Token:
    """The head of the noun phrase that a word opens."""
    while word.head.i > word.i and word.dep_ in MODIFIERS:
        word = word.head
    return word


def obliques(token: Token, prepositions: Collection[str]) -> list[Token]:
    """Return what hangs on a verb or noun with one of the prepositions.

    *spoke with Kamel*, *talks with Kamel*, {with}. *the man with whom he spoke*, *the man he spoke with*.
    Several words: *ahead of*, *together with*, *on behalf of*, *in front of*. Shared by coordinated verbs:
    *met and spoke with Kamel*, for both.
    """
    wanted = frozenset(prepositions)

    def find(one: Token) -> list[Token]:
        return _prepositional(one, wanted)

    return find(token) or _shared(token, find)


def _prepositional(token: Token, wanted: frozenset[str]) -> list[Token]:
    found = [antecedent(child) for child in _phrases(token) if preposition(child) in wanted]
    return _unique(found + list(_compound(token, wanted)) + list(_stranded(token, wanted)))


def _phrases(token: Token) -> Iterator[Token]:
    """Oblique dependents, also those under an adverb or a time: *ahead of the vote*, *each with Kamel*."""
    for child in token.children:
        if child.dep_ in OBLIQUE:
            yield child
        elif child.dep_ in TIMES or (child.dep_ == "advmod" and child.pos_ in ADVERBS):
            yield from (one for one in child.children if one.dep_ in OBLIQUE)
    yield from _titles_over(token)


def _compound(token: Token, wanted: frozenset[str]) -> Iterator[Token]:
    """*on behalf of the minister*: the minister, for {on behalf of}."""
    if any(" " in one for one in wanted):
        for noun in _children(token, "obl", "nmod"):
            for inner in _children(noun, "nmod"):
                if f"{preposition(noun)} {noun.lower_} {preposition(inner)}" in wanted:
                    yield inner


def _stranded(token: Token, wanted: frozenset[str]) -> Iterator[Token]:
    """*the man he spoke with*: the antecedent, for a preposition that stands alone after its verb."""
    if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and passive(token)):
        for child in token.rights:
            if child.pos_ == "ADP" and child.dep_ in {"obl", "case"} and child.lower_ in wanted:
                yield token.head


def _unique(tokens: list[Token]) -> list[Token]:
    return list({one.i: one for one in tokens}.values())
