"""All formats, and which tool takes which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from eventgraph.errors import UsageError

if TYPE_CHECKING:
    from eventgraph.export.property_graph import PropertyGraph
    from eventgraph.export.shapes import Shape
    from eventgraph.graph import Graph

# One file, or several in a folder by name.
Output: TypeAlias = bytes | Mapping[str, bytes]


class Exporter(NamedTuple):
    """A format. `home` is the function that writes it, as `module:function` so that it loads when used.

    One that has shapes takes a `PropertyGraph`, all others the `Graph`. `files` are names in a folder,
    or the usual suffix of a single file.
    """

    name: str
    home: str
    files: str
    shapes: bool
    tools: str

    def write(self, graph: Graph, shape: Shape) -> Output:
        """The content of the file or files."""
        from eventgraph.export.shapes import make_property_graph

        return self.make(make_property_graph(graph, shape) if self.shapes else graph)

    def make(self, of: Graph | PropertyGraph) -> Output:
        """The content, from a `PropertyGraph` if the format has shapes, else from the `Graph`."""
        module, function = self.home.split(":")
        home = import_module(f"{__package__}.{module}")
        return cast("Callable[[Graph | PropertyGraph], Output]", getattr(home, function))(of)


EXPORTERS = (
    Exporter("turtle", "rdf:write_turtle", ".ttl", False, "Protégé, GraphDB, Jena, rdflib: RDF to read"),
    Exporter("nt", "rdf:write_ntriples", ".nt", False, "bulk loaders, grep, diff: a triple a line"),
    Exporter("nquads", "rdf:write_nquads", ".nq", False, "Oxigraph, Virtuoso: a named graph an article"),
    Exporter("trig", "rdf:write_trig", ".trig", False, "GraphDB, Jena Fuseki, rdflib: the same to read"),
    Exporter("jsonld", "jsonld:write_jsonld", ".jsonld", False, "web applications, JSON tools: RDF as JSON"),
    Exporter("rdfxml", "rdfxml:write_rdfxml", ".rdf", False, "older RDF tools, XSLT"),
    Exporter("graphml", "graphml:write_graphml", ".graphml", True, "igraph (R, Python), NetworkX, yEd"),
    Exporter("gexf", "gexf:write_gexf", ".gexf", True, "Gephi and Gephi Lite, with timeline"),
    Exporter("cytoscape", "cytoscape:write_cytoscape", ".cyjs", True, "Cytoscape, cytoscape.js"),
    Exporter("cx2", "cx2:write_cx2", ".cx2", True, "Cytoscape 3.10 and later, Cytoscape Web, NDEx"),
    Exporter("neo4j", "neo4j:write_neo4j", "nodes.csv, edges.csv, import.cypher", True, "Neo4j, Memgraph"),
    Exporter("csv", "tables:write_csv", "nodes.csv, edges.csv", True, "Excel, LibreOffice, R, pandas"),
    Exporter("parquet", "parquet:write_parquet", "nodes.parquet, edges.parquet", True, "DuckDB, pandas, R"),
    Exporter("ftm", "ftm:write_ftm", ".ftm.json", False, "Aleph, OpenAleph, yente: FollowTheMoney entities"),
    Exporter("dot", "dot:write_dot", ".dot", True, "Graphviz: a picture"),
)


def get_exporter(name: str) -> Exporter:
    """The format of that name. Raises UsageError if there is none."""
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    raise UsageError(f"no format {name!r}; take one of {' '.join(e.name for e in EXPORTERS)}")


def export(graph: Graph, to: str, path: str | Path, shape: Shape = "simple") -> None:
    """Write the graph as format `to` into `path`, for formats of several files a folder.

    Raises UsageError for an unknown format, StoreError if `path` can't be written.
    """
    from eventgraph.store import write_outputs

    path, content = Path(path), get_exporter(to).write(graph, shape)
    if isinstance(content, bytes):
        write_outputs(path.absolute().parent, {path.name: content})
    else:
        write_outputs(path, content)
