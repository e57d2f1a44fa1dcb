"""The page: pyvis' network in a template of our own, everything inlined, nothing asked of any network."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from eventgraph.model import Claim
from eventgraph.view.drawing import load_drawing
from eventgraph.view.network import make_network
from eventgraph.view.painter import choose_painter
from eventgraph.view.rest import heading_of, heading_of_rows, make_rest

if TYPE_CHECKING:
    from eventgraph.graph import Graph

# The page's script in the order in which its parts need each other; the painter's part comes in between.
BEFORE = ("data", "element", "choice", "focus", "place", "scene")
AFTER = (
    *("drawing", "picture", "event", "overview", "node", "edge", "path", "search", "filters", "groups"),
    *("timeline", "save", "address", "keys", "start"),
)
SOURCE_MAP = re.compile(
    r"^//# sourceMappingURL=.*$", re.MULTILINE
)  # a name to fetch; nothing must be fetched


def make_page(graph: Graph, painter: str | None = None, question: str = "") -> str:
    """Return `graph` as one self-contained HTML page, to be written as UTF-8.

    The same claims and articles, in any order, give the same text. vis-network draws up to 2,000 names,
    sigma more if the package was built with it; `painter` (`vis` or `sigma`) asks for one of the two. With a
    `question` the graph is that of an answer to it (`answer.py`).
    Raises UsageError if that is not there.
    """
    drawing = load_drawing()
    articles = sorted(graph.articles, key=lambda article: article.id)
    claims = sorted((claim for claim in graph.merged if claim.arguments), key=_order)
    network = make_network(claims, drawing, graph.witnesses)
    network.heading = heading_of_rows(claims) if question else heading_of(articles)
    network.templateEnv = make_environment(network.templateEnv.loader)
    chosen = choose_painter(len(network.nodes), painter)
    note = " ".join(filter(None, (graph.note and f"{graph.note}.", chosen.note)))
    parts = [f"page/{name}.js" for name in (*BEFORE, chosen.script, *AFTER)]
    network.templateEnv.globals |= {
        "rest": {**make_rest(articles, claims, drawing, graph.witnesses), "note": note, "question": question},
        "library": chosen.library,
        "parts": parts,
    }
    network.path = "page/page.html"
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
