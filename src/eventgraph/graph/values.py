"""The values of claims as RDF terms."""

from __future__ import annotations

from eventgraph.errors import UsageError
from eventgraph.graph import terms
from eventgraph.graph.namespaces import EG
from eventgraph.graph.terms import Iri, Term
from eventgraph.model import Value
from eventgraph.schema.ontology import load_ontology


def to_term(curie: str, value: Value) -> Term:
    """The value as the property's range wants it. Raises UsageError where it doesn't fit."""
    ontology = load_ontology()
    expected = ontology.properties[curie].range
    if expected in ontology.schemes:
        if value not in ontology.schemes[expected].concepts:
            raise UsageError(f"{value!r} is no {ontology.schemes[expected].label}; see {expected}")
        return Iri(f"{EG}{value}")
    if isinstance(value, int):
        return terms.integer(value)
    return terms.date(str(value)) if expected == "date" else terms.text(str(value))
