"""Can two sides be those of a communication?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.communications.interview import QUOTES, is_interview, is_public
from eventgraph.extract.communications.mutual import is_mutual
from eventgraph.extract.engine.matcher import Match

# Rules whose verb makes a public statement if said to a medium, a crowd or a parliament.
PERSONAL = frozenset({"told", "called", "visited-person"})
TOLD = frozenset({"tell", "speak", "talk", "ask", "letter", "question", "interview"})
ALONE = frozenset({"speak", "talk", "chat"})  # can be done to an audience
OF = frozenset({"nmod:poss", "nmod:desc", "appos", "flat", "compound"})


def are_usable(match: Match, sender: Sequence[Reference], recipient: Sequence[Reference]) -> bool:
    """Return whether two sides that a rule found can be: known ones, apart, that speak with each other."""
    if not any(_is_identified(r, match.trigger.doc) for r in (*sender, *recipient)):
        return False
    if any(_is_of(match.trigger.doc, one, other) for one in sender for other in recipient):
        return False
    if match.trigger.lemma_.lower() == "see" and not _is_encounter(match.trigger, sender, recipient):
        return False
    if match.rule.name == "spoke-together" and match.trigger.lemma_.lower() in ALONE:
        return is_mutual(match.trigger)
    if match.rule.name == "hosted" and match.trigger.lemma_.lower() == "receive":
        return all(_is_guest(match.trigger.doc[r.head], r) for r in recipient)
    if match.rule.name == "visited-person" and any(_is_town(r, match.trigger.doc) for r in recipient):
        return False
    if match.rule.name in PERSONAL and any(is_public(r, match.trigger.doc) for r in recipient):
        return False
    to_publish = match.rule.attributes["kind"] == "spoke" or match.trigger.lemma_.lower() in TOLD
    return not (to_publish and is_interview(match, [*sender, *recipient]))


def _is_identified(party: Reference, doc: Doc) -> bool:
    """Has it a name, its own or that of whose it is: *Greek diplomats*, *Lee's advisers*?"""
    if party.entity.type != "group":
        return True
    named = (reference(one) for one in doc[party.head].lefts)
    return any(one is not None and one.entity.type in {"country", "organization", "person"} for one in named)


def _is_town(party: Reference, doc: Doc) -> bool:
    """*visited Kenosha*: one word, without a title anywhere in the article, is hardly a person."""
    titled = (reference(title.person) for title, _ in doc._.titles)
    unknown = all(one is None or one.entity.id != party.entity.id for one in titled)
    return party.entity.type == "person" and " " not in party.entity.name and unknown


def _is_encounter(trigger: Token, sender: Sequence[Reference], recipient: Sequence[Reference]) -> bool:
    """*Lee saw Kim on Monday*; not *voters see Kim as old*, *the best player Kim has seen*."""
    judged = any(token.lower_ == "as" for token in trigger.subtree if token.i > trigger.i)
    clause = any(child.dep_ in {"xcomp", "ccomp"} for child in trigger.children)
    persons = all(r.entity.type == "person" for r in (*sender, *recipient))
    return persons and not judged and not clause and trigger.dep_ != "acl:relcl"


def _is_guest(head: Token, party: Reference) -> bool:
    """*received the envoy*; not *received the "Hero of Labour"*."""
    quoted = any(child.text in QUOTES for child in head.lefts)
    return party.entity.type in {"person", "group"} and not quoted


def _is_of(doc: Doc, one: Reference, other: Reference) -> bool:
    """*Lee's adviser*, *the premier, Lee*: is one beside the other in a single phrase?"""
    a, b = doc[one.head], doc[other.head]
    if any(token.pos_ == "VERB" for token in doc[min(a.i, b.i) : max(a.i, b.i)]):
        return False
    return (a.head == b and a.dep_ in OF) or (b.head == a and b.dep_ in OF)
