"""What the words beside a trigger say: auxiliaries, negation, adverbs, adjectives, its own form."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import first_conjunct, participle
from eventgraph.extract.modality.cues import Modality, combine, cue, graded, is_negated, marks, words

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
PRESENT = frozenset({"VBP", "VBZ"})
FINITE = frozenset({"ccomp", "acl", "acl:relcl", "csubj", "csubj:pass"})
SINGULAR = frozenset({"NN", "NNP"})
BEING = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
ROOTS = frozenset({"root", "ROOT"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
BESIDE = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "advmod"})


def local_modality(token: Token) -> Modality:
    """Return what the words on the trigger say: *will meet*, *did not meet*, *planned talks*."""
    if token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children):
        return _of_verb(token)
    return _of_noun(token)


def _of_verb(verb: Token) -> Modality:
    helpers = helpers_of(verb)
    found = _auxiliary(verb, helpers)
    if found == "asserted":
        found = _bare(verb, helpers)
    hedges = [child.lower_ for child in verb.children if child.dep_ == "advmod"]
    found = combine(found, cue("adverbs", hedges) or "asserted")
    if _is_inverted(verb):
        found = combine(found, "possible")
    if any(is_condition(child) for child in verb.children) and helpers & {*graded("auxiliaries")}:
        found = combine(found, "possible")
    if is_negated(verb):
        return "possible" if helpers & {"may", "might"} else combine(found, "negated")
    return found


def helpers_of(verb: Token) -> set[str]:
    """Return the verb's auxiliaries; a coordinated verb without its own has those of the first."""
    own = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    if not own and _shares(verb):
        return helpers_of(verb.head)
    return own


def _shares(verb: Token) -> bool:
    """*will meet Kamel and hold talks*: is the form one that needs an auxiliary from before?"""
    own_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return verb.dep_ == "conj" and not own_subject and (verb.tag_ == "VB" or participle(verb))


def _auxiliary(verb: Token, helpers: set[str]) -> Modality:
    if helpers & words("would") and not helpers & {"have", "been"} and _reported(verb):
        return "planned"
    if helpers & words("would") and helpers & {"had"}:
        return "asserted"  # 'd for had
    found = [graded("auxiliaries")[word] for word in sorted(helpers & graded("auxiliaries").keys())]
    return "possible" if "possible" in found else (found or ["asserted"])[0]


def _reported(verb: Token) -> bool:
    """*said he would meet Kamel*: future in the past, unless it hangs on a condition."""
    if any(is_condition(child) for child in verb.children):
        return False
    clause = first_conjunct(verb)
    introduced = set(marks(clause))
    if clause.dep_ == "acl" and "that" in introduced:
        return True
    return clause.dep_ in {"ccomp", "parataxis"} and not introduced & {"if", "whether"}


def is_condition(child: Token) -> bool:
    """Is the clause a condition? *if they agree*, *had they agreed*."""
    return child.dep_ == "advcl" and (cue("marks", marks(child)) == "possible" or _is_inverted(child))


def _is_inverted(verb: Token) -> bool:
    """*Had they met, it would have ended*: a condition without a conjunction, its auxiliary first."""
    first = next((token for token in verb.subtree if not token.is_punct), verb)
    inverted = (
        first.lower_ in words("inverted") and first.head == verb and first.dep_ in {*AUXILIARIES, "mark"}
    )
    return inverted and any(child.dep_ in SUBJECTS and first.i < child.i < verb.i for child in verb.children)


def _bare(verb: Token, helpers: set[str]) -> Modality:
    """Forms that say it themselves: *PM to meet Kamel*, *is due to*, *is meeting Kamel tomorrow*"""
    if any(child.dep_ == "mark" and child.lower_ == "due" for child in verb.children):
        return "planned"
    to = any(child.dep_ in {"mark", "aux"} and child.lower_ == "to" for child in verb.children)
    root = verb.dep_ in ROOTS
    if to and (root or helpers & {"is", "are", "was", "were"}):
        return "planned"
    if _is_subjunctive(verb, helpers):
        return "possible"
    if helpers & BEING and participle(verb) and _tells_future(verb):
        return "planned"
    if verb.tag_ in PRESENT and not helpers and _tells_future(verb):
        return "planned"
    subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return "possible" if root and verb.tag_ == "VB" and not helpers and not subject and not to else "asserted"


def _is_subjunctive(verb: Token, helpers: set[str]) -> bool:
    """*insisted that Lee meet Kim*, *a motion that he meet her*: the plain form; a fact has an ending."""
    introduced = marks(verb)
    clause = verb.dep_ in FINITE or (verb.dep_ == "advcl" and "that" in introduced)
    if helpers or not clause or verb.tag_ not in {"VB", "VBP"} or "to" in introduced:
        return False
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i]
    singular = [one for one in subjects if one.tag_ in SINGULAR or one.lower_ in {"he", "she", "it"}]
    if singular and not any(child.dep_ == "conj" for child in singular[0].children):
        return True
    return bool(subjects) and verb.head.lemma_.lower() in words("mandative")


def _tells_future(verb: Token) -> bool:
    near = [
        child for child in verb.children if child.dep_ in {"obl", "obl:unmarked", "advmod", "nmod:unmarked"}
    ]
    return any(one.lower_ in words("future") for child in near for one in (child, *child.children))


def _of_noun(noun: Token) -> Modality:
    """*planned talks*, *next week's meeting*, *no meeting*, *possible attack*."""
    near = [child for child in noun.children if child.dep_ in BESIDE]
    near += [inner for child in near for inner in child.children if inner.dep_ in {"amod", "compound"}]
    found: Modality = "asserted"
    for one in near:
        found = combine(found, cue("attributes", [one.lower_, one.lemma_.lower()]) or "asserted")
    return combine(found, "negated") if is_negated(noun) else found
