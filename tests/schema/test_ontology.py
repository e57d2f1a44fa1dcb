"""The committed ontology is what the YAML files say, and declares all that graphs use."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import rdflib
import yaml
from pyoxigraph import RdfFormat, parse

from eventgraph.graph.namespaces import DEFAULT_BASE, EG, PREFIXES, expand, prefixes_below
from eventgraph.schema.__main__ import generate
from eventgraph.schema.ontology import load_ontology

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"


@pytest.mark.parametrize("name", sorted(generate()))
def test_no_drift(name: str) -> None:
    assert (ROOT / name).read_bytes() == generate()[name], "run: python -m eventgraph.schema"


@cache
def parsed() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "eventgraph.ttl")


def declared() -> set[str]:
    return {str(subject) for subject in parsed().subjects(rdflib.RDF.type)}


def test_every_term_of_a_full_graph_is_declared() -> None:
    ontology = load_ontology()
    slots = {curie for c in ontology.classes.values() for curie in c.slots.values()}
    rules = {curie for r in ontology.direct for curie in (r.of, r.start, r.to, r.property, *r.where)}
    parents = {p for c in ontology.classes.values() for p in (*c.parents, *c.also) if p.startswith("eg:")}
    assert {expand(curie) for curie in slots | rules | parents} <= declared()


def test_each_term_of_ours_has_label_and_comment() -> None:
    graph = parsed()
    concepts = set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    for term in {s for s in graph.subjects(rdflib.RDF.type) if str(s).startswith(EG)} - concepts:
        assert graph.value(term, rdflib.RDFS.label), term
        assert graph.value(term, rdflib.RDFS.comment), term


@pytest.mark.parametrize("curie", load_ontology().terms)
def test_each_term_has_an_example_and_each_property_its_ends(curie: str) -> None:
    """Of terms of others, which mean what their own vocabularies say, it is told what they join here."""
    graph = parsed()
    term = rdflib.URIRef(expand(curie))
    example = str(graph.value(term, rdflib.SKOS.example))
    prefixes = "".join(f"@prefix {p}: <{n}> .\n" for p, n in prefixes_below(DEFAULT_BASE).items())
    used = {
        term for triple in rdflib.Graph().parse(data=prefixes + example, format="turtle") for term in triple
    }
    assert term in used
    if curie not in load_ontology().classes:
        names = ("rdfs:domain", "rdfs:range")
        if not curie.startswith("eg:"):
            names = ("schema:domainIncludes", "schema:rangeIncludes")
        assert all(graph.value(term, rdflib.URIRef(expand(name))) for name in names)


def test_the_page_shows_each_term() -> None:
    page = (ROOT / "docs" / "terms.md").read_text("utf-8")
    for curie in (*load_ontology().terms, *load_ontology().schemes):
        assert f"\n### {curie}\n" in page


def test_it_is_aligned_with_the_vocabularies_that_others_use() -> None:
    graph = parsed()
    links = (rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf, rdflib.SKOS.closeMatch, rdflib.RDFS.range)
    targets = {str(o) for link in links for o in graph.objects(None, link)}
    for prefix in ("org", "foaf", "schema", "sem", "prov", "oa"):
        assert any(target.startswith(PREFIXES[prefix]) for target in targets), prefix
    assert graph.value(rdflib.URIRef(expand("eg:Visit")), rdflib.SKOS.notation)
    assert {expand(curie) for curie in ("time:ProperInterval", "time:Instant")} <= declared()


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
