"""Whom it is said to: a person, body or country that is named; reporters and the public are nobody."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.parties import parties
from eventgraph.lexicon import words
from eventgraph.model import Entity

PLURAL = frozenset({"NNS", "NNPS"})
BEGINS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
PRONOUNS = frozenset({"PRON", "DET"})
ARTICLE = 2  # tokens from a cue to a name with its article


def addressee_of(tokens: Sequence[Token], speaker: Entity, content: Sequence[Token]) -> list[Reference]:
    """Return the first named party among the tokens that neither speaks nor is spoken of, or nothing."""
    said = {token.i for token in content}
    singular = [token for token in tokens if token.tag_ not in PLURAL or token.ent_type_]
    return [one for one in parties(singular, groups=False) if one.entity != speaker and one.head not in said][
        :1
    ]


def told_next(trigger: Token) -> list[Token]:
    """The name right after a verb of telling, whatever the tree makes of it."""
    after = trigger.doc[trigger.i + 1 : min(trigger.i + 1 + ARTICLE, trigger.sent.end)]
    noun = next((token for token in after if token.pos_ != "DET"), None)
    tells = noun is not None and trigger.lemma_.lower() in words("reporting.telling")
    return [noun] if noun is not None and tells and noun.ent_type_ else []


def told_first(trigger: Token, content: Sequence[Token]) -> int:
    """How many of the words said are whom it is told: one in *told Reuters sailors had left*, if they are one
    phrase in the tree.
    """
    tells = trigger.lemma_.lower() in words("reporting.telling")
    if not tells or not content or content[0].i <= trigger.i:
        return 0
    before = reference(content[0].nbor(-1))
    if before is not None and before == reference(content[0]):  # the rest of a name the tree has cut
        return next((k for k, one in enumerate(content) if reference(one) != before), 0)
    if content[0].i - trigger.i > ARTICLE:
        return 0
    start = 1 if content[0].pos_ == "DET" else 0
    found = reference(content[start]) if len(content) > start else None
    if found is None or found.mention.via != "name":
        return 0
    end = next((k for k in range(start, len(content)) if reference(content[k]) != found), len(content))
    follows = BEGINS if found.entity.type == "organization" else PRONOUNS
    return end if end < len(content) and content[end].pos_ in follows else 0
