"""The complements of a title: *for Near Eastern affairs*, *of the Ministry*, and those that say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from eventgraph.annotate.bodies import body_apposed, body_named, body_of_country
from eventgraph.annotate.bodies.unmarked import body_unlisted
from eventgraph.annotate.references import Reference, reference
from eventgraph.lexicon import tenure_of, words

KEEP = frozenset({"of", "for", "to", "on", "in", "at", "with", "from"})
EDGES = KEEP | frozenset({"the", "a", "an", "and", "'s", "’s", "-", ",", "&", ".", "(", ")"})
EXAMPLES = frozenset({"such", "including", "like"})  # *musicians such as* Lee
NATIONS = frozenset({"country", "nation"})
LANDS = frozenset(
    {"city", "state", "region", "province", "town", "county", "district", "village", "island", "territory"}
)
MINISTERS = frozenset({"minister", "vice-minister", "ministers"})
SENT = frozenset({"coordinator", "rapporteur"})


def split_complements(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut complements at their prepositions: *of state | for Near Eastern affairs*.

    A sort of place before its name is left out: *of the Polish city | of Gdańsk*.
    """
    parts: list[list[Token]] = []
    for token in tokens:
        complement = token.pos_ in {"ADP", "SCONJ"} and token.lower_ in KEEP and not reference(token)
        joined = token.text == "-" and token.i + 1 < len(token.doc) and tenure_of(token.nbor().lower_)
        if not parts or complement or token.lower_ in EXAMPLES or joined:  # President-elect
            parts.append([])
        parts[-1].append(token)
    return [part for part, after in zip(parts, [*parts[1:], []], strict=False) if not _is_sort(part, after)]


def _is_sort(part: Sequence[Token], after: Sequence[Token]) -> bool:
    """*of the Polish city | of Gdańsk*: the first only says what sort of place it is."""
    the_land = part[0].lower_ == "of" and part[-1].text in LANDS and any(t.pos_ == "DET" for t in part)
    return the_land and bool(after) and after[0].lower_ == "of"


def is_void(part: Sequence[Token], inner: Sequence[Token], known: Sequence[Reference]) -> bool:
    """Does it say nothing of the office: *of the city*, *of his party*, *to 2014*, *for Ann Lee*?"""
    field = bool(inner) and all(t.lower_ in words("titles.modifiers") for t in inner)  # Secretary of State
    if not field and any(t.ent_type_ == "person" for t in _whole_phrase(part)):
        return True
    if not inner or known:
        return False
    generic = part[0].lower_ == "of" and (
        inner[-1].text in NATIONS
        or (inner[-1].text in LANDS and any(t.pos_ == "DET" for t in part))
        or (inner[0].lower_ in words("bodies_untold") and len(inner) == 1 and part[0].lower_ == "of")
        or (inner[0].pos_ == "PRON" and inner[0].dep_ == "nmod:poss" and len(inner) == 2)
    )
    return generic or all(t.pos_ in {"NUM", "ADP"} or t.lower_ in words("calendar") for t in inner)


def _whole_phrase(part: Sequence[Token]) -> list[Token]:
    """*for the late Senator Ann Lee*: the complement with what of it the title's tokens leave out."""
    end = part[-1].i + 1
    rest = part[0].doc[end : end + 1] if part[0].pos_ == "ADP" and part[0].head.i >= end else ()
    return [*part, *rest]


def rest_of(part: Sequence[Token], inner: Sequence[Token]) -> list[Token]:
    """*of state of Chile*: what is left of a complement without the country."""
    rest = [t for t in inner if reference(t) is None and t.text not in EDGES]
    return [part[0], *rest] if any(t.pos_ in {"NOUN", "PROPN"} for t in rest) else []


def is_portfolio(part: Sequence[Token], head: Token) -> bool:
    """*Minister | of Economic Development*: what a minister is minister of is a field, if it is no body."""
    of_minister = part[0].lower_ == "of" and head.lemma_.lower() in MINISTERS
    return of_minister and words("state_words.bodies").isdisjoint(t.lower_ for t in part)


def unmarked_body(inner: Sequence[Token]) -> Reference | None:
    """Return the body of a complement in which the network found none."""
    return body_of_country(inner) or body_unlisted(inner) or _sole_body(inner) or body_apposed(inner[-1])


def is_field(inner: Sequence[Token], head: Token) -> bool:
    """*minister for the Commonwealth*, *director for African Affairs*; not *for the Ministry of Works*."""
    known = any(t.ent_type_ == "organization" for t in inner)
    unnamed = head.lemma_.lower() in SENT and not known
    fielded = unnamed or head.lemma_.lower() in words("titles.fielded") or inner[-1].lower_ == "affairs"
    return fielded and words("state_words.bodies").isdisjoint(t.lower_ for t in inner)


def _sole_body(inner: Sequence[Token]) -> Reference | None:
    """*of the bank*: the bank named before."""
    return body_named(inner[0]) if len(inner) == 1 else None
