"""SPARQL 1.1 Service Description (W3C Recommendation, 21 March 2013)."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
NAMES = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPH_NAMES = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def describe(endpoint: str, format: ox.RdfFormat, updates: bool) -> bytes:
    """What the endpoint at this address can do."""
    prefixes = {"sd": SD, "formats": FORMATS}
    return ox.serialize(_triples(endpoint, updates), format=format, prefixes=prefixes) or b""


def _triples(endpoint: str, updates: bool) -> Iterator[ox.Triple]:
    service = ox.NamedNode(endpoint)
    dataset, graph = ox.NamedNode(f"{endpoint}#dataset"), ox.NamedNode(f"{endpoint}#graph")
    yield ox.Triple(service, TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    if updates:
        update = ox.NamedNode(f"{endpoint.rpartition('/')[0]}/update")
        yield ox.Triple(update, TYPE, _sd("Service"))
        yield ox.Triple(update, _sd("endpoint"), update)
        yield ox.Triple(update, _sd("supportedLanguage"), _sd("SPARQL11Update"))
    for name in (*NAMES, *GRAPH_NAMES):
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, _sd("defaultGraph"), graph)
    yield ox.Triple(graph, TYPE, _sd("Graph"))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)
