"""*The firm's managing director*: the firm that the sentence or the one before it named last."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.lexicon import find_organization, words

PUBLIC = frozenset({"media", "government", "parliament", "ministry", "court", "military", "police"})


def firm_before(noun: Token) -> Reference | None:
    """Return the body named last before *the firm*, if it may be one; None for other nouns."""
    definite = any(child.lower_ in {"the", "this"} for child in noun.lefts)
    if noun.lemma_.lower() not in words("companies.nouns") or not definite:
        return None
    start = noun.doc[max(noun.sent.start - 1, 0)].sent.start
    named = [noun.doc._.references.get(i) for i in range(noun.i - 1, start - 1, -1)]
    return next((one for one in named if one is not None and _may_be_firm(one)), None)


def _may_be_firm(one: Reference) -> bool:
    known = find_organization(one.entity.name) if one.entity.type == "organization" else None
    named = one.entity.type == "organization" and one.mention.via == "name"
    return named and (known is None or known.kind not in PUBLIC)
