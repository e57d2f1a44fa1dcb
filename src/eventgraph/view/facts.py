"""Claims as the page tells them: one line of words, the quote in its context, who takes part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from eventgraph.graph.facts import fact_iri, form_of
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import DEFAULT_BASE
from eventgraph.graph.own import is_own, own_iri
from eventgraph.model import Article, Claim, Evidence
from eventgraph.view.drawing import Drawing, mark_of

CONTEXT = 140  # characters
MINT = Mint(DEFAULT_BASE)
BOUNDARY = re.compile(r"""[.!?…]["'”’)]*\s+|\n+""")


class Fact(msgspec.Struct, frozen=True):
    """One claim; `article` is a place in the page's list of articles, `parties` are ids of entities.

    `event` is the path of the fact's IRI: claims of the same event have the same. `date` may be a month or a
    year; `since` and `until` are those of a role. `brief` leaves out whose role it is. `told` is how its
    article tells it, where other sources have decided otherwise: a meeting as planned that has taken place.
    """

    relation: str
    mark: str
    told: str
    event: str
    text: str
    brief: str
    date: str | None
    since: str | None
    until: str | None
    parties: tuple[str, ...]
    article: int
    before: str
    quote: str
    after: str
    confidence: float


def make_fact(claim: Claim, articles: Mapping[str, tuple[int, Article]], drawing: Drawing) -> Fact:
    """Return `claim` in words; `articles` gives each article and its place by id."""
    name, relation = drawing.relation(claim)
    place, article = articles[claim.article]
    before, after = context(article.text, claim.evidence)
    dates = (claim.attributes.get(key) for key in ("date", "since", "until"))
    date, since, until = (None if value is None else str(value) for value in dates)
    return Fact(
        relation=name,
        mark=mark_of(claim),
        told=told_of(claim, drawing),
        event=event_of(claim),
        text=tell(claim, relation.words, drawing.terms),
        brief=tell(claim, relation.brief, drawing.terms),
        date=date,
        since=since,
        until=until,
        parties=tuple(sorted({entity.id for group in claim.arguments.values() for entity in group})),
        article=place,
        before=before,
        quote=claim.evidence.quote,
        after=after,
        confidence=round(claim.confidence, 2),
    )


def told_of(claim: Claim, drawing: Drawing) -> str:
    """Return the modality or status that the claim's article gives, in words, or "" if it is the fact's."""
    value = claim.said.get("modality") or claim.said.get("status")
    return drawing.mark(str(value)).label if value else ""


def event_of(claim: Claim) -> str:
    """Return the path of the IRI that the claim's fact has in the graph, below whatever base."""
    if is_own(claim):
        return own_iri(claim, MINT).removeprefix(MINT.base)
    return fact_iri(form_of(claim), claim, MINT).removeprefix(MINT.base)


def tell(claim: Claim, words: Sequence[str], terms: Mapping[str, str]) -> str:
    """Join the parts of `words` whose every value is known, filled in."""
    values = {name: str(terms.get(str(value), value)) for name, value in claim.attributes.items() if value}
    values |= {name: join([one.name for one in group]) for name, group in claim.arguments.items() if group}
    return "".join(part.format_map(values) for part in words if _names(part) <= values.keys()).strip(" ,:")


def join(names: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def context(text: str, evidence: Evidence) -> tuple[str, str]:
    """Return what stands before and after the quote in its sentence, at most CONTEXT characters of each."""
    before = text[max(0, evidence.start - CONTEXT) : evidence.start]
    after = text[evidence.end : evidence.end + CONTEXT]
    starts = [match.end() for match in BOUNDARY.finditer(before)]
    if starts:
        before = before[starts[-1] :]
    elif evidence.start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    end = BOUNDARY.search(after)
    if BOUNDARY.search(evidence.quote[-2:] + " ") or (end and end.start() == 0 and "\n" in end.group()):
        after = ""
    elif end:
        after = after[: end.end()].rstrip()
    elif evidence.end + CONTEXT < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before.lstrip("\n"), after.rstrip("\n")


def _names(part: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", part))
