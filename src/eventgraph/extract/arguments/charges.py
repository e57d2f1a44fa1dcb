"""What a person is charged with did happen, whoever did it: *charged with killing two men*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.grammar.syntax import logical_objects
from eventgraph.lexicon import words


def charge_of(deed: Token) -> Token | None:
    """Return the verb by which a person is charged with the deed; a state may be accused of anything."""
    verb = deed.head
    if deed.dep_ == "advcl" and _pleads_guilty(verb):
        return verb
    if deed.dep_ not in {"advcl", "acl", "xcomp"} or verb.lemma_.lower() not in words("attack.charges"):
        return None
    return verb if any(_is_person(one) for one in logical_objects(verb)) else None


def _pleads_guilty(verb: Token) -> bool:
    """*pleaded guilty to murdering a grocer*; not *pleaded not guilty*."""
    guilty = [child for child in verb.rights if child.lower_ == "guilty"]
    denied = any(token.lower_ == "not" for one in guilty for token in verb.doc[verb.i : one.i])
    return verb.lemma_.lower() == "plead" and bool(guilty) and not denied


def _is_person(token: Token) -> bool:
    party = party_of(token)
    if party is not None and party.entity.type != "group":
        return party.entity.type == "person"
    people = words("casualty.people") | words("attack.suspects") | words("attack.fighters")
    return token.lemma_.lower() in people and token.tag_ in {"NN", "NNS"}
