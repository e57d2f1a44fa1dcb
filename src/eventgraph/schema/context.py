"""The JSON-LD context that follows from the ontology."""

from __future__ import annotations

import json

from eventgraph.graph.namespaces import PREFIXES
from eventgraph.schema.ontology import Ontology


def jsonld_context(ontology: Ontology) -> bytes:
    """`ontology/context.jsonld`: prefixes, and each property of ours under its local name."""
    names = {curie: p.range for curie, p in ontology.properties.items()}
    names |= {rule.property: ontology.properties[rule.to].range for rule in ontology.direct}
    own = {c.partition(":")[2]: _term(c, range) for c, range in names.items() if c.startswith("eg:")}
    context = {**PREFIXES, "id": "@id", "type": "@type", **dict(sorted(own.items()))}
    return (json.dumps({"@context": context}, indent=1) + "\n").encode()


def _term(curie: str, range: str) -> dict[str, str]:
    """Dates stay untyped here, since each value says itself whether it is a day, month or year."""
    if range in ("date", "xsd:string"):
        return {"@id": curie}
    return {"@id": curie, "@type": range if range.startswith("xsd:") else "@id"}
