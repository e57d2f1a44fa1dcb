"""The claims in words, an event each, as the page tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from eventgraph.model import Article, Claim
from eventgraph.report.section import Line, Source
from eventgraph.view.drawing import load_drawing, mark_of
from eventgraph.view.facts import event_of, tell, told_of
from eventgraph.view.rest import make_article

if TYPE_CHECKING:
    from eventgraph.graph import Graph

SOURCES = 3  # quotes at most below a line


class Event(NamedTuple):
    """Claims of one event, by article and place."""

    iri: str
    claims: tuple[Claim, ...]

    @property
    def type(self) -> str:
        """Of its claims."""
        return self.claims[0].type

    @property
    def date(self) -> str:
        """ISO date, month or year, or empty."""
        return str(self.claims[0].attributes.get("date") or "")

    @property
    def mark(self) -> str:
        """Why it is no plain fact, or empty."""
        return mark_of(self.claims[0])

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({claim.article for claim in self.claims})


class Told:
    """All events of a graph, and the words for them."""

    def __init__(self, graph: Graph) -> None:
        self.drawing = load_drawing()
        self._articles = {article.id: article for article in graph.articles}
        self._witnesses = graph.witnesses
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in graph.merged:
            claims[event_of(claim)].append(claim)
        self.events = tuple(Event(iri, tuple(same)) for iri, same in sorted(claims.items()))

    def where(self, wanted: Callable[[Event], bool]) -> Iterator[Event]:
        """Events, the earliest first, then those without a date."""
        yield from sorted(
            filter(wanted, self.events), key=lambda event: (not event.date, event.date, event.iri)
        )

    def words(self, event: Event) -> str:
        """The fullest wording of an event, with its mark."""
        _, relation = self.drawing.relation(event.claims[0])
        wordings = (tell(claim, relation.words, self.drawing.terms) for claim in event.claims)
        text = max(wordings, key=lambda words: (len(words), words))
        return f"{text} ({self.drawing.mark(event.mark).label})" if event.mark else text

    def line(self, event: Event) -> Line:
        """An event with its sources."""
        return Line(self.words(event), event.date, self.sources(event.claims), self.support(event.claims))

    def support(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """How many articles say so, if several do; copies of one text are one witness."""
        articles = {claim.article for claim in claims}
        witnesses = len(set(map(self._witness, claims)))
        independent = "all" if witnesses == len(articles) else str(witnesses)
        several = len(articles) > 1
        return (f"told by {len(articles)} articles, {independent} of them independent",) if several else ()

    def sources(self, claims: Sequence[Claim]) -> tuple[Source, ...]:
        """A quote a witness, the surest of each, at most SOURCES of them."""
        best: dict[str, Claim] = {}
        for claim in sorted(claims, key=lambda one: (-one.confidence, one.evidence.start, one.id)):
            best.setdefault(self._witness(claim), claim)
        chosen = sorted(best.values(), key=lambda one: (-one.confidence, one.article))[:SOURCES]
        return tuple(self._source(claim) for claim in chosen)

    def _witness(self, claim: Claim) -> str:
        return self._witnesses.get(claim.article, claim.article)

    def _source(self, claim: Claim) -> Source:
        article = make_article(self._articles.get(claim.article) or Article(id=claim.article, text=""))
        told = told_of(claim, self.drawing)
        parts = (article["publisher"], article["published"], told and f"tells it as {told}")
        details = ", ".join(part for part in parts if part)
        return Source(claim.evidence.quote, article["title"] or claim.article, details, article["url"])

    def is_contact(self, event: Event) -> bool:
        """Were words exchanged in it?"""
        return self.drawing.relation(event.claims[0])[1].contact
