"""*if they meet*, *travelled to meet*: an event in an adverbial clause."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import nonfinite
from eventgraph.extract.modality.cues import Event, Modality, combine, cue, still_open, verb_keys, words
from eventgraph.extract.modality.local import PRESENT, helpers_of

NOUN_TAGS = frozenset({"NN", "NNS"})  # open to talks, read as "to talk"


def as_adverbial(
    verb: Token, head: Token, introduced: list[str], marked: Modality | None, event: Event
) -> Modality:
    """*if they meet*, *without meeting*, *travelled to meet*, *will travel to Paris, meeting Kamel*."""
    if marked:
        return marked
    links = introduced if verb.tag_ in NOUN_TAGS else [one for one in introduced if one != "to"]
    listed = cue("verbs", verb_keys(head, links, bare="to" in introduced))
    instead = "to" in introduced and head.lemma_.lower() in words("avoided")
    if listed and nonfinite(verb) and not instead:  # skipped the summit to meet Kamel
        return combine(listed, event(head))
    if "to" in introduced and verb.tag_ != "VBG":  # confessed to killing
        return combine("planned", event(head))
    dependent = nonfinite(verb) or (verb.tag_ in PRESENT and not helpers_of(verb))
    outer = event(head) if dependent else "asserted"
    return still_open(outer)
