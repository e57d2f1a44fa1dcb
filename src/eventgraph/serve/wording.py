"""IRIs of classes, properties and concepts in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eventgraph.graph.namespaces import shorten
from eventgraph.schema.ontology import load_ontology

# How often and when it is told: after what is told.
COUNTED = ("eg:articleCount", "eg:witnessCount", "eg:firstSeen", "eg:lastSeen")
HIDDEN = ("rdf:type", "rdfs:label", "eg:digest", "schema:identifier")


def class_label(types: Iterable[str]) -> str:
    """The most special of a thing's classes, by its label."""
    ontology = load_ontology()
    known = [curie for curie in map(shorten, types) if curie in ontology.classes]
    best = max(known, key=lambda curie: (len(ontology.lineage(curie)), curie), default=None)
    return ontology.classes[best].label if best else ""


def property_label(iri: str) -> str:
    """A property's label, or else its name."""
    curie = shorten(iri)
    known = load_ontology().properties.get(curie or "")
    return known.label if known else local_name(iri)


def local_name(iri: str) -> str:
    """`altLabel` as `alt label`."""
    name = re.split(r"[/#:]", iri.rstrip("/#"))[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("-", " ").lower()


def is_hidden(iri: str) -> bool:
    """Whether a property is only for machines."""
    return shorten(iri) in HIDDEN


def order(iri: str) -> tuple[int, str]:
    """By label, and what is counted at the end."""
    curie = shorten(iri)
    return (COUNTED.index(curie) + 1 if curie in COUNTED else 0), property_label(iri)


def parents_of(iri: str) -> set[str]:
    """CURIEs of the properties of our own that it is a special case of."""
    known = load_ontology().properties.get(shorten(iri) or "")
    return set(known.parents) if known else set()
