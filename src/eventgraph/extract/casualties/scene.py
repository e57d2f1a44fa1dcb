"""Where people were killed or injured."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.location import place_of
from eventgraph.extract.arguments.places import places
from eventgraph.extract.casualties.fates import Harm
from eventgraph.extract.grammar.syntax import expanded, objects, obliques, preposition, subjects
from eventgraph.lexicon import words

CAUSED = frozenset({"in", "by", "from", "during", "after"})


def scene_of(harm: Harm) -> Reference | None:
    """Return the place beside the victims (not whence they came), else beside the harm or its cause."""
    found = place_of(harm.victims.head)
    origin = found is not None and preposition(harm.trigger.doc[found.head]) == "from"
    return (None if origin else found) or place_of(harm.trigger) or _place_of_cause(harm.trigger)


def _place_of_cause(harmed: Token) -> Reference | None:
    """*The blast in Lima killed two*, *left two dead*; *killed in the shelling of Kherson*."""
    clause = harmed.head if harmed.dep_ in {"obj", "xcomp"} else harmed
    causes = [one for one in (*subjects(clause), *obliques(clause, CAUSED)) if _is_event(one)]
    causes += [part for told in clause.rights if _is_when(told) for part in (told, *expanded(objects(told)))]
    at = [place for cause in causes for place in places(obliques(cause, {"of", "on"}))]
    return next(iter(at), None) or next((found for cause in causes if (found := place_of(cause))), None)


def _is_when(clause: Token) -> bool:
    """*killed when gunmen attacked a church in Derbent*; not *as negotiators met in Istanbul*."""
    violent = clause.dep_ == "advcl" and clause.lemma_.lower() in words("attack.verbs")
    return violent and any(child.lower_ == "when" for child in clause.lefts)


def _is_event(noun: Token) -> bool:
    return noun._.kind == "event" or noun.lemma_.lower() in words("attack.events")
