"""The page: pyvis' network in a template of our own, everything inlined, nothing asked of any network."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from eventgraph.model import Article, Claim
from eventgraph.view.drawing import Drawing, load_drawing
from eventgraph.view.facts import Fact, make_fact
from eventgraph.view.network import make_network

if TYPE_CHECKING:
    from eventgraph.graph import Graph

SOURCE_MAP = re.compile(
    r"^//# sourceMappingURL=.*$", re.MULTILINE
)  # a name to fetch; nothing must be fetched
LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def make_page(graph: Graph) -> str:
    """Return `graph` as one self-contained HTML page, to be written as UTF-8.

    The same claims and articles, in any order, give the same text.
    """
    drawing = load_drawing()
    articles = sorted(graph.articles, key=lambda article: article.id)
    claims = sorted((claim for claim in graph.claims_all if claim.arguments), key=_order)
    places = {article.id: (place, article) for place, article in enumerate(articles)}
    facts = [make_fact(claim, places, drawing) for claim in claims]
    network = make_network(claims, drawing)
    network.heading = _heading(articles)
    network.templateEnv = make_environment(network.templateEnv.loader)
    network.templateEnv.globals["rest"] = _rest(articles, facts, claims, drawing)
    network.path = "page.html"
    return str(network.generate_html())


def make_environment(pyvis: BaseLoader) -> Environment:
    """Return where templates come from: ours, which includes the vis-network that pyvis carries."""
    loader = ChoiceLoader([PackageLoader("eventgraph", "view"), pyvis])
    environment = Environment(loader=loader, autoescape=True)

    def source(name: str) -> Markup:
        text = loader.get_source(environment, name)[0].replace("\r\n", "\n")
        return Markup(SOURCE_MAP.sub("", text))

    environment.globals["source"] = source
    environment.filters["digest"] = digest
    return environment


def digest(text: str) -> str:
    """Return the hash by which a Content-Security-Policy admits a script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _order(claim: Claim) -> tuple[bool, str, str, int, str, str]:
    """Earliest events first, undated ones last."""
    date = claim.attributes.get("date")
    return date is None, str(date), claim.article, claim.evidence.start, claim.type, claim.id


def _heading(articles: list[Article]) -> str:
    """Return what the page is about, in one line."""
    dates = sorted(article.published for article in articles if article.published)
    count = f"{len(articles)} article{'' if len(articles) == 1 else 's'}"
    if not dates:
        return count
    return f"{count}, {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "")


def _rest(
    articles: list[Article], facts: list[Fact], claims: list[Claim], drawing: Drawing
) -> dict[str, Any]:
    """Return what the page tells beside nodes and edges."""
    relations = dict(drawing.relation(claim) for claim in claims)
    order = [*drawing.relations, *sorted(relations)]
    marks = {fact.mark for fact in facts if fact.mark}
    return {
        "articles": [_article(article) for article in articles],
        "facts": msgspec.to_builtins(facts),
        "relations": [
            {
                "name": name,
                "label": one.label,
                "section": one.section,
                "colour": one.colour,
                "contact": one.contact,
            }
            for name, one in sorted(relations.items(), key=lambda item: order.index(item[0]))
        ],
        "types": [{"name": name, **msgspec.to_builtins(style)} for name, style in drawing.entities.items()],
        "marks": {mark: drawing.marks.get(mark, mark) for mark in sorted(marks)},
    }


def _article(article: Article) -> dict[str, str | None]:
    url = article.url if article.url and LINK.fullmatch(article.url) else None
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "url": url,
    }
