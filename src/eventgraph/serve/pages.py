"""Pages to read: of every thing in the graph, of what a search finds, of the queries that are ready."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from eventgraph.errors import EventgraphError, UsageError
from eventgraph.graph.namespaces import expand
from eventgraph.graph.ready import ReadyQuery, ready_queries
from eventgraph.serve.addresses import HERE, Addresses
from eventgraph.serve.called import find_called
from eventgraph.serve.endpoint import choose_formats, respond
from eventgraph.serve.errors import RefusedError
from eventgraph.serve.facts import offset, read_facts, read_passages, read_said
from eventgraph.serve.formats import GRAPHS
from eventgraph.serve.negotiate import choose, parse_accept
from eventgraph.serve.pool import Pool
from eventgraph.serve.protocol import QUERY, parameters
from eventgraph.serve.questions import Row, ask, iri, select, string
from eventgraph.serve.wording import class_label

FACTS = 50
LABELS = tuple(map(expand, ("rdfs:label", "schema:headline", "schema:identifier")))
TYPE = expand("rdf:type")
# The page of the network brings a policy of its own, by the hashes of its scripts.
NETWORK_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
HTML = "text/html"


def make_environment() -> Environment:
    """Templates in which everything from the graph is escaped."""
    loader = PackageLoader("eventgraph.serve", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@dataclass
class Pages:
    """Handlers. `texts` leads from an article's IRI to its text; `drawn` is the network's page."""

    pool: Pool
    addresses: Addresses
    texts: Mapping[str, str]
    drawn: Path
    environment: Environment = field(default_factory=make_environment)

    async def home(self, request: Request) -> Response:
        """The way in."""
        rows = await select(self.pool, "busiest")
        return self._page("home.html", busiest=[(*self._named(row), row["facts"].value) for row in rows])

    async def search(self, request: Request) -> Response:
        """Things by name."""
        wanted = next((value for name, value in parameters(request) if name == "q"), "").strip()[:200]
        rows = await select(self.pool, "search", text=string(wanted.lower())) if wanted else []
        found = [(*self._named(row), row["thing"].value) for row in rows if "name" in row]
        return self._page("search.html", wanted=wanted, found=found)

    async def query(self, request: Request) -> Response:
        """The query page: YASGUI where it is part of the installation, else a plain form."""
        bundled = files("eventgraph.serve").joinpath("assets", "query.js").is_file()
        graph = {"base": self.addresses.base, "prefixes": self.pool.prefixes}
        return self._page("query.html", ready=self._ready.values(), bundled=bundled, graph=graph)

    async def ready(self, request: Request) -> Response:
        """A ready query with the values in the address, as SPARQL to read, change and ask."""
        query = self._ready.get(request.path_params["name"])
        if query is None:
            raise RefusedError(404, "there is no such query here")
        try:
            return Response(query.fill(dict(parameters(request))), media_type=QUERY)
        except UsageError as error:
            raise RefusedError(400, str(error)) from None

    async def network(self, request: Request) -> Response:
        """The page that the build has drawn."""
        return FileResponse(self.drawn, headers={"Content-Security-Policy": NETWORK_POLICY})

    async def thing(self, request: Request) -> Response:
        """An entity, event, article or other node: for people, or for machines at the same address."""
        path = request.scope["raw_path"].decode("latin-1").partition("?")[0].removeprefix(HERE)
        node = iri(self.addresses.iri(path))
        pairs = dict(parameters(request))
        accept = parse_accept(request.headers.get("accept"))
        if "format" not in pairs and choose(accept, [HTML, *GRAPHS]) == HTML:
            return await self._read(path, node, pairs.get("page", "1"))
        _, graph = choose_formats(request.headers.get("accept"), pairs.get("format"))
        if graph is None:
            raise RefusedError(406, f"this comes as {HTML} or {', '.join(GRAPHS)}")
        if not await select(self.pool, "about", thing=node):
            return await self._called(path)
        return respond(await ask(self.pool, "description", None, graph, thing=node))

    async def _called(self, path: str) -> Response:
        """To what has a name of which the address could be made; a choice, where there are several."""
        found = await find_called(self.pool, self.addresses, path)
        if not found:
            raise RefusedError(404, "the graph has nothing of this name")
        links = [(name, self.addresses.link(iri), iri) for iri, name in found.items()]
        if len(links) > 1:
            return self._page("search.html", 300, wanted=path, found=links)
        return RedirectResponse(str(links[0][1]), 303, {"Vary": "Accept"})

    async def _read(self, path: str, node: str, page: str) -> Response:
        about = await select(self.pool, "about", thing=node)
        if not about:
            return await self._called(path)
        number = max(1, offset(page))
        span = {"thing": node, "limit": str(FACTS), "offset": str((number - 1) * FACTS)}
        facts = await select(self.pool, "facts", **span)
        evidence = await select(self.pool, "evidence", **span)
        found = read_facts(facts, evidence, self.addresses, self.texts)
        return self._page(
            "thing.html",
            iri=node[1:-1],
            name=_label(about),
            kind=class_label(row["value"].value for row in about if row["property"].value == TYPE),
            said=read_said((row for row in about if row["property"].value not in LABELS), self.addresses),
            facts=found,
            page=number,
            more=len(found) == FACTS,
            passages=read_passages(node[1:-1], evidence, self.texts),
        )

    @cached_property
    def _ready(self) -> Mapping[str, ReadyQuery]:
        try:
            return ready_queries()
        except EventgraphError:
            return {}  # they are data of the installation; the page does without

    def _named(self, row: Row) -> tuple[str, str | None]:
        return row["name"].value, self.addresses.link(row["thing"].value)

    def _page(self, template: str, status: int = 200, **values: Any) -> Response:
        html = self.environment.get_template(template).render(values)
        return HTMLResponse(html.encode("utf-8", "replace"), status, {"Vary": "Accept"})


def _label(about: list[Row]) -> str:
    values = {row["property"].value: row["value"].value for row in about}
    return next((values[name] for name in LABELS if name in values), "")
