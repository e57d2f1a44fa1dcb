"""Plans that came to nothing: *was to fly to Lima, but called off the trip*; *The meeting was postponed.*"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from eventgraph.extract.arguments.places import PLACES
from eventgraph.extract.grammar.syntax import logical_objects, passive
from eventgraph.extract.modality import modality
from eventgraph.extract.modality.cues import verb_keys
from eventgraph.lexicon import words

DEFINITE = frozenset({"the", "this", "that"})
BACK = frozenset({"it", "that", "this", "them"})


def is_called_off(event: Token, plans: Collection[str]) -> bool:
    """Does the text go on to call off what was planned? `plans` are the nouns by which it may say so."""
    return any(_calls_off(verb, plans) for verb in _verbs_after(event))


def _verbs_after(token: Token) -> Iterator[Token]:
    """The verbs behind it in its sentence, and the main verb of the next."""
    doc, end = token.doc, token.sent.end
    yield from (one for one in doc[token.i + 1 : end] if one.pos_ == "VERB")
    if end < len(doc):
        root = doc[end].sent.root
        if root.pos_ == "VERB" and passive(root):
            yield root


def _calls_off(verb: Token, plans: Collection[str]) -> bool:
    """Is it such a plan that is cancelled?"""
    if words("travel.calling_off").isdisjoint(verb_keys(verb, [])) or modality(verb) != "asserted":
        return False
    return any(_leads_back(thing, plans) for thing in logical_objects(verb))


def _leads_back(thing: Token, plans: Collection[str]) -> bool:
    """*the trip*, *it*; not *a visit to Laos*, another one."""
    if thing.lower_ in BACK:
        return True
    definite = any(child.lower_ in DEFINITE or child.dep_ == "nmod:poss" for child in thing.lefts)
    elsewhere = any(token.ent_type_ in PLACES for token in thing.subtree)
    return definite and not elsewhere and thing.lemma_.lower() in plans
