"""Did it happen? An event is asserted, planned, possible or negated, by the words around its trigger and above.

What stands with the trigger gives a first answer (*will meet*, *did not meet*, *planned talks*); then each
word above that bears on the event changes it (*plans to meet*, *refused to plan a meeting*), until a word that
does not: *said that they met* asserts the meeting, whoever says it. The words are in `modality.yml`. The method is
that of factuality profiling over a dependency tree (Saurí and Pustejovsky 2012; Stanovsky et al. 2017).
"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract import cues
from eventgraph.extract.cues import Modality, cue, graded, is_negated, verb_keys, words
from eventgraph.extract.syntax import first_conjunct, nonfinite, preposition

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
FINITE_PAST = frozenset({"VBD"})
PRESENT = frozenset({"VBP", "VBZ"})
NEAR = 3  # cues a noun may have on it through its modifiers' modifiers

__all__ = ["Modality", "modality"]


def modality(token: Token) -> Modality:
    """Return whether the event that the verb or noun tells is asserted, planned, possible or negated.

    *Sullivan met Kamel*: asserted. *is due to meet*: planned. *denied meeting*: negated. *urged to meet*:
    possible. *did not rule out meeting*: possible. A plan that is denied is negated: *has no plans to meet*.
    """
    found = _event(token)
    return "possible" if found in {"asserted", "planned"} and _asked(token) else found


def combine(inner: Modality, outer: Modality) -> Modality:
    """Return what becomes of an event under a word above it: denial of a denial leaves it possible."""
    if inner == "negated" and outer == "negated":
        return "possible"
    order: tuple[Modality, ...] = ("asserted", "planned", "possible", "negated")
    return max(inner, outer, key=order.index)


def _event(token: Token) -> Modality:
    return combine(_local(token), _above(token))


def _local(token: Token) -> Modality:
    """What the words on the trigger say."""
    if token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children):
        return _of_verb(token)
    return _of_noun(token)


# --- the trigger's own words ----------------------------------------------------------------------------


def _of_verb(verb: Token) -> Modality:
    helpers = _helpers(verb)
    found = _auxiliary(verb, helpers)
    if found == "asserted":
        found = _bare(verb, helpers)
    if any(child.dep_ == "advmod" and child.lower_ in graded("adverbs") for child in verb.children):
        found = combine(found, "possible")
    if any(_is_condition(child) for child in verb.children) and helpers & {*graded("auxiliaries")}:
        found = combine(found, "possible")
    if is_negated(verb):
        return "possible" if helpers & {"may", "might"} else combine(found, "negated")
    return found


def _helpers(verb: Token) -> set[str]:
    """The verb's auxiliaries; a coordinated verb without its own has those of the first."""
    own = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    if not own and _shares(verb):
        return _helpers(verb.head)
    return own


def _shares(verb: Token) -> bool:
    """*will meet Kamel and hold talks*: is the form one that needs an auxiliary from before?"""
    own_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return verb.dep_ == "conj" and not own_subject and verb.tag_ in {"VB", "VBN", "VBG"}


def _auxiliary(verb: Token, helpers: set[str]) -> Modality:
    if helpers & words("would") and not helpers & {"have", "been"} and _reported(verb):
        return "planned"
    if helpers & words("would") and helpers & {"had"}:
        return "asserted"  # 'd for had
    found = [graded("auxiliaries")[word] for word in sorted(helpers & graded("auxiliaries").keys())]
    return "possible" if "possible" in found else (found or ["asserted"])[0]


def _reported(verb: Token) -> bool:
    """*said he would meet Kamel*: future in the past, unless it hangs on a condition."""
    if any(_is_condition(child) for child in verb.children):
        return False
    clause = first_conjunct(verb)
    marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
    if clause.dep_ == "acl" and "that" in marks:
        return True
    return clause.dep_ in {"ccomp", "parataxis"} and not marks & {"if", "whether"}


def _is_condition(child: Token) -> bool:
    return child.dep_ == "advcl" and cue("marks", _marks(child)) == "possible"


def _bare(verb: Token, helpers: set[str]) -> Modality:
    """Forms that say it themselves: *PM to meet Kamel*, *is meeting Kamel tomorrow*, *Meet Kamel!*"""
    to = any(child.dep_ in {"mark", "aux"} and child.lower_ == "to" for child in verb.children)
    root = verb.dep_ in {"root", "ROOT", "parataxis"}
    if to and (root or helpers & {"is", "are", "was", "were"}):
        return "planned"
    if helpers & {"is", "are", "'s", "’s", "'re", "’re"} and verb.tag_ == "VBG" and _tells_future(verb):
        return "planned"
    if verb.tag_ in PRESENT and not helpers and _tells_future(verb):
        return "planned"
    subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return "possible" if root and verb.tag_ == "VB" and not helpers and not subject and not to else "asserted"


def _tells_future(verb: Token) -> bool:
    near = [child for child in verb.children if child.dep_ in {"obl", "obl:unmarked", "advmod", "nmod:unmarked"}]
    return any(one.lower_ in words("future") for child in near for one in (child, *child.children))


def _of_noun(noun: Token) -> Modality:
    """*planned talks*, *next week's meeting*, *no meeting*, *possible attack*."""
    near = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod:poss", "nmod:desc", "advmod"}]
    near += [inner for child in near for inner in child.children if inner.dep_ in {"amod", "compound"}]
    found: Modality = "asserted"
    for one in near:
        found = combine(found, cue("attributes", [one.lower_, one.lemma_.lower()]) or "asserted")
    return combine(found, "negated") if is_negated(noun) else found


# --- the words above ------------------------------------------------------------------------------------


def _above(token: Token) -> Modality:
    first = first_conjunct(token)
    if first.head.i == first.i:
        return "asserted"
    if first.i != token.i and _of_other_kind(token, first):
        return "asserted"
    if first.dep_ in CLAUSES or first.dep_ in {"advcl", "acl", "acl:relcl", "parataxis"}:
        return _clause(first, first.head)
    return _nominal(first, first.head)


def _of_other_kind(token: Token, first: Token) -> bool:
    return (token.pos_ == "VERB") != (first.pos_ in {"VERB", "AUX", "ADJ"})


def _marks(clause: Token) -> list[str]:
    """The words that introduce a clause, each and together: *if*, *without*, *in order to*."""
    found = [child for child in clause.children if child.dep_ in {"mark", "case"}]
    phrases = [" ".join(word.lower_ for word in (one, *one.children) if word.dep_ != "punct") for one in found]
    return phrases + [one.lower_ for one in found]


def _clause(verb: Token, head: Token) -> Modality:
    marks = _marks(verb)
    marked = cue("marks", marks)
    if verb.dep_ in {"acl:relcl", "parataxis"}:
        return "asserted"
    if head.pos_ in {"NOUN", "PROPN"} and not any(child.dep_ == "cop" for child in head.children):
        return combine(marked or "asserted", _under_noun(verb, head, marks))
    if verb.dep_ == "advcl":
        return _adverbial(verb, head, marks, marked)
    governing = _governing(verb, head, marks)
    return combine(marked or "asserted", governing)


def _governing(verb: Token, head: Token, marks: list[str]) -> Modality:
    """*plans to meet*, *denied that they met*, *wants them to meet*, *said that they met*."""
    listed = cue("verbs", verb_keys(head, marks))
    if listed:
        return combine(listed, _event(head)) if _bears(listed, verb, head) else "asserted"
    if verb.dep_ == "xcomp" or nonfinite(verb):
        implied = head.lemma_.lower() in words("implicatives") or verb.tag_ in {"VBG", "VBN"}
        return _event(head) if implied else combine("possible", _event(head))
    return "negated" if is_negated(head) and head.lemma_.lower() in {"happen", "case"} else "asserted"


def _bears(listed: Modality, verb: Token, head: Token) -> bool:
    """A full clause is not under every verb that governs infinitives: *told them that he met*."""
    if verb.dep_ == "xcomp" or nonfinite(verb) or listed == "negated":
        return True
    return verb.tag_ == "VB" or head.lemma_.lower() in words("finite")


def _adverbial(verb: Token, head: Token, marks: list[str], marked: Modality | None) -> Modality:
    """*if they meet*, *without meeting*, *travelled to meet*, *will travel to Paris, meeting Kamel*."""
    if marked:
        return marked
    listed = cue("verbs", verb_keys(head, [one for one in marks if one != "to"], bare="to" in marks))
    if listed and nonfinite(verb):
        return combine(listed, _event(head))
    if "to" in marks:
        return combine("planned", _event(head))
    dependent = nonfinite(verb) or (verb.tag_ in PRESENT and not _helpers(verb))
    outer = _event(head) if dependent else "asserted"
    return outer if outer in {"planned", "possible"} else "asserted"


def _under_noun(verb: Token, noun: Token, marks: list[str]) -> Modality:
    """*plans to meet*, *hope of meeting*, *the first official to meet*."""
    listed = cue("nouns", [noun.lemma_.lower()])
    if listed and (nonfinite(verb) or "that" in marks):
        return combine(listed, _event(noun))
    if noun.lemma_.lower() in words("containers"):
        return _event(noun)
    first = {child.lemma_.lower() for child in noun.children} & words("implicatives")
    return "possible" if "to" in marks and not first else "asserted"


def _nominal(noun: Token, head: Token) -> Modality:
    if head.pos_ in {"NOUN", "PROPN"} and not any(child.dep_ == "cop" for child in head.children):
        return _noun_under_noun(noun, head)
    if noun.dep_ in SUBJECTS:
        return _as_subject(noun, head)
    if noun.dep_ in {"obl", "obl:agent", "nmod", "advmod"}:
        return _as_oblique(noun, head)
    listed = cue("verbs", verb_keys(head, []))
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, _event(head))
    return _event(head) if _is_light(head) else "asserted"


def _is_light(verb: Token) -> bool:
    return any(key in words("light") for key in verb_keys(verb, []))


def _noun_under_noun(noun: Token, head: Token) -> Modality:
    """*plans for a meeting*, *a series of meetings*, *meeting plans*; of other nouns nothing follows."""
    listed = cue("nouns", [f"{head.lemma_.lower()} {preposition(noun)}", head.lemma_.lower()])
    of_event = preposition(noun) in {"for", "of", "to", "on"} or noun.dep_ in {"compound", "nmod:desc"}
    if listed and of_event:
        return combine(listed, _event(head))
    if head.lemma_.lower() in words("containers") and preposition(noun) in {"of", "about"}:
        return _event(head)
    return cue("prepositions", [preposition(noun)]) or "asserted"


def _as_subject(noun: Token, head: Token) -> Modality:
    """*The meeting will take place*, *talks are expected to begin*, *the summit was cancelled*."""
    for child in head.children:
        if child.dep_ == "xcomp" and child.lemma_.lower() in words("occurrence"):
            return _event(child)
    passive = noun.dep_ == "nsubj:pass" or any(child.dep_ == "cop" for child in head.children)
    listed = cue("verbs", verb_keys(head, [])) if passive else None
    if listed and head.lemma_.lower() not in words("light"):
        return combine(listed, _event(head))
    occurs = head.lemma_.lower() in words("occurrence") or (passive and _is_light(head))
    return _event(head) if occurs else "asserted"


def _as_oblique(noun: Token, head: Token) -> Modality:
    """*called for talks*, *will travel to Paris for talks*, *said ahead of the meeting*, *without talks*."""
    link = preposition(noun)
    listed = cue("verbs", verb_keys(head, [link], bare=False))
    if listed:
        return combine(listed, _event(head))
    told = cue("prepositions", [link])
    if told:
        return told
    outer = _event(head) if link in words("inherited") else "asserted"
    return outer if outer in {"planned", "possible"} or link in {"in", "for", "to"} else "asserted"


# --- questions ------------------------------------------------------------------------------------------


def _asked(token: Token) -> bool:
    """*Did Sullivan meet Kamel?*: is the event in the main clause of a question?"""
    top = first_conjunct(token)
    while top.dep_ in {"obj", "nsubj", "obl", "xcomp", "nsubj:pass"}:
        top = first_conjunct(top.head)
    if top.dep_ not in {"root", "ROOT"}:
        return False
    return any(child.text == "?" for child in top.children)
