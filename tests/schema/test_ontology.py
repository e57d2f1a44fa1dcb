"""The committed ontology is what the YAML files say, and declares all that graphs use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
import yaml
from pyoxigraph import RdfFormat, parse

from eventgraph.graph.namespaces import EG, expand
from eventgraph.schema.__main__ import generate
from eventgraph.schema.ontology import load_ontology

ONTOLOGY = Path(__file__).parents[2] / "ontology"


@pytest.mark.parametrize("name", ["eventgraph.ttl", "context.jsonld"])
def test_no_drift(name: str) -> None:
    assert (ONTOLOGY / name).read_bytes() == generate()[name], "run: python -m eventgraph.schema"


def declared() -> set[str]:
    graph = rdflib.Graph().parse(ONTOLOGY / "eventgraph.ttl")
    return {str(subject) for subject in graph.subjects(rdflib.RDF.type)}


def test_every_term_of_a_full_graph_is_declared() -> None:
    ontology = load_ontology()
    slots = {curie for c in ontology.classes.values() for curie in c.slots.values()}
    rules = {curie for r in ontology.direct for curie in (r.of, r.start, r.to, r.property, *r.where)}
    parents = {p for c in ontology.classes.values() for p in (*c.parents, *c.also) if p.startswith("eg:")}
    assert {expand(curie) for curie in slots | rules | parents} <= declared()


def test_each_term_of_ours_has_label_and_comment() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / "eventgraph.ttl")
    concepts = set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    for term in {s for s in graph.subjects(rdflib.RDF.type) if str(s).startswith(EG)} - concepts:
        assert graph.value(term, rdflib.RDFS.label), term
        assert graph.value(term, rdflib.RDFS.comment), term


def test_concepts_classes_and_properties_have_names_of_their_own() -> None:
    ontology = load_ontology()
    names = [f"eg:{name}" for scheme in ontology.schemes.values() for name in scheme.concepts]
    names += [
        *ontology.classes,
        *ontology.properties,
        *ontology.schemes,
        *(r.property for r in ontology.direct),
    ]
    assert len(names) == len(set(names))


def test_every_argument_and_attribute_of_a_claim_has_a_place() -> None:
    """`since` and `until` become an interval; `kind` of a communication is its mode."""
    ontology = load_ontology()
    path = Path(__file__).parents[2] / "src/eventgraph/schema/claims.yml"
    for type, claim in yaml.safe_load(path.read_text("utf-8")).items():
        forms = [c for c in ontology.classes.values() if c.states == type]
        assert forms, type
        for form in forms:
            slots = {slot for c in ontology.lineage(form.iri) for slot in c.slots}
            assert {*claim["arguments"], *claim["attributes"]} - {"since", "until"} == slots, form.iri


def test_the_context_leads_terms_to_their_iris() -> None:
    document = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))
    document |= {"id": "urn:e", "modality": "eg:asserted", "count": 3}
    triples = {(t.predicate.value, t.object.value) for t in parse(json.dumps(document), RdfFormat.JSON_LD)}
    assert triples == {(EG + "modality", EG + "asserted"), (EG + "count", "3")}
