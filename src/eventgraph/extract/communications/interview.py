"""Is something said to the public: to a medium, an audience or a parliament?"""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.engine.matcher import Match
from eventgraph.lexicon import find_organization, words

PUBLIC = frozenset({"parliament"})
QUOTES = frozenset("'\"‘’“”")


def is_interview(match: Match, parties: Sequence[Reference]) -> bool:
    """*told The Verge*, *told host Ann Lee*, *wrote in a letter to the Post*: is it said to be published?

    An organization nobody knows that is told a quotation is most likely a medium.
    """
    doc, told = match.trigger.doc, match.trigger.pos_ == "VERB"
    quoted = any(token.text in QUOTES for token in match.trigger.sent)
    for one in parties:
        if _is_medium(one) or _is_journalist(doc, one):
            return True
        unknown = one.entity.type == "organization" and find_organization(one.entity.name) is None
        if unknown and told and quoted and one.mention.via == "name" and one.head > match.trigger.i:
            return True
    return False


def _is_journalist(doc: Doc, party: Reference) -> bool:
    """*radio host Ann Lee*, *Ann Lee of the BBC*, *our correspondent*: somebody who asks for the public."""
    if party.entity.type == "group" and doc[party.head].lemma_.lower() in words("communication.journalists"):
        return True
    titles = (office.title for title, office in doc._.titles if title.person.i == party.head)
    if any(title.lower().split()[-1] in words("communication.journalists") for title in titles):
        return True
    of = [child for child in doc[party.head].children if child.dep_ == "nmod"]
    return any(found is not None and _is_medium(found) for found in map(reference, of))


def is_public(party: Reference, doc: Doc) -> bool:
    """Is it a medium, an audience or a parliament? *Norwegian officials* and *the envoys* are none."""
    if party.entity.type == "group":
        return doc[party.head].lemma_.lower() not in words("communication.delegates")
    return _is_medium(party) or _is_known(party, PUBLIC)


def _is_medium(party: Reference) -> bool:
    if party.entity.type != "organization":
        return False
    words_in_name = set(party.entity.name.lower().replace("-", " ").split())
    return _is_known(party, {"media"}) or not words_in_name.isdisjoint(words("media_words"))


def _is_known(party: Reference, kinds: Set[str]) -> bool:
    known = find_organization(party.entity.name) if party.entity.type == "organization" else None
    return known is not None and known.kind in kinds
