"""Every class, property and concept that a graph uses is declared in the ontology."""

from __future__ import annotations

from pathlib import Path

import rdflib

from eventgraph.graph.namespaces import EG, PREFIXES

from .factory import EVERY_TYPE, graph_of

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "eventgraph.ttl"
# What every RDF reader knows, and classes of PROV and FOAF that stand beside ours.
KNOWN = {PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", PREFIXES["prov"] + "Entity"}
KNOWN |= {PREFIXES["skos"] + "altLabel", PREFIXES["owl"] + "sameAs", PREFIXES["foaf"] + "Organization"}


def test_every_term_used_is_declared() -> None:
    data = graph_of(*EVERY_TYPE).to_rdflib()
    declared = {str(s) for s in rdflib.Graph().parse(ONTOLOGY).subjects(rdflib.RDF.type)}
    used = {str(p) for p in data.predicates()} | {str(c) for c in data.objects(None, rdflib.RDF.type)}
    used |= {str(o) for o in data.objects() if str(o).startswith(EG)}
    assert len(used) > 50
    assert used - declared <= KNOWN
