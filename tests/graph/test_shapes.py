"""What is built conforms to the shapes, and each shape notices when something is missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib import RDFS, SH
from rdflib.collection import Collection

from eventgraph.graph import Graph
from eventgraph.graph.namespaces import expand
from eventgraph.schema.ontology import load_ontology
from eventgraph.validate import Violation, validate

from .factory import ANNA, EVERY_TYPE, OMAR, claim, graph_of
from .test_hostile import NAMES, hostile_graph

SHAPES = Path(__file__).parents[2] / "ontology" / "shapes.ttl"
OWN = claim("funded", {"who": ANNA, "whom": OMAR}, modality="asserted")
FULL = graph_of(*EVERY_TYPE, OWN)


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


def conforms(data: Graph) -> bool:
    return validate(data.to_turtle(), data.articles) == []


def test_every_type_of_claim_conforms() -> None:
    assert conforms(FULL)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))
def test_hostile_text_conforms(name: str) -> None:
    assert conforms(hostile_graph(name))


def test_an_empty_graph_conforms() -> None:
    assert conforms(Graph((), ()))


# What breaks each shape, as an update of a graph that conforms.
BREAKS = {
    "FactShape": "DELETE {?f eg:evidence ?e} WHERE {?f a org:Membership; eg:evidence ?e}",
    "FactShape, claim": "DELETE WHERE {?c eg:states ?f}",
    "FactShape, date": "INSERT {?f eg:date 'soon'} WHERE {?f a eg:Visit}",
    "ClaimShape": "DELETE WHERE {?c eg:confidence ?n}",
    "ClaimShape, sure": "DELETE {?c eg:confidence ?n} INSERT {?c eg:confidence 1.5} "
    "WHERE {?c eg:confidence ?n}",
    "ClaimShape, evidence": "DELETE {?f eg:evidence ?e} WHERE {?f a eg:Visit; eg:evidence ?e}",
    "ClaimShape, program": "DELETE WHERE {?c prov:wasAttributedTo ?a}",
    "AgentShape": "DELETE WHERE {?a schema:softwareVersion ?v}",
    "EvidenceShape": "DELETE WHERE {?e oa:exact ?q}",
    "EvidenceShape, article": "DELETE WHERE {?e oa:hasSource ?q}",
    "EvidenceShape, offsets": "DELETE {?e oa:end ?n} INSERT {?e oa:end 0} WHERE {?e oa:end ?n}",
    "EvidenceShape, length": "DELETE {?e oa:exact ?q} INSERT {?e oa:exact 'short'} WHERE {?e oa:exact ?q}",
    "ArticleShape": "DELETE WHERE {?a eg:digest ?d}",
    "ArticleShape, address": "INSERT {?a schema:url <javascript:x>} WHERE {?a a schema:NewsArticle}",
    "EntityShape": "DELETE WHERE {<https://w3id.org/eventgraph/id/person/cleo-ruiz> rdfs:label ?l}",
    "EntityShape, two names": "INSERT {?p rdfs:label 'Another'} WHERE {?p a foaf:Person}",
    "MembershipShape": "DELETE WHERE {?m eg:status ?s}",
    "IntervalShape": "DELETE WHERE {?i time:hasBeginning ?t}",
    "InstantShape": "DELETE WHERE {?i time:inXSDgYearMonth ?t}",
    "ModalityShape": "INSERT {?e eg:modality eg:negated} WHERE {?e eg:modality eg:asserted}",
    "CommunicationShape": "DELETE WHERE {?e eg:recipient ?p}",
    "VisitShape": "DELETE WHERE {?e eg:visitor ?p}",
    "AttackShape": "DELETE {?e eg:attacker ?a; eg:target ?t} WHERE {?e eg:attacker ?a; eg:target ?t}",
    "StatementShape": "DELETE WHERE {?e eg:content ?c}",
    "CasualtyShape": "DELETE WHERE {?r eg:count ?n}",
    "CasualtyShape, whole": "DELETE {?r eg:count ?n} INSERT {?r eg:count 2.5} WHERE {?r eg:count ?n}",
    "SpokeWithShape": "DELETE {?e eg:modality ?m} INSERT {?e eg:modality eg:negated} "
    "WHERE {?e a eg:Conversation; eg:modality ?m}",
    "MetWithShape": "INSERT {?a eg:metWith ?b} WHERE {?a eg:spokeWith ?b}",
    "WroteToShape": "INSERT {?b eg:wroteTo ?a} WHERE {?a eg:wroteTo ?b}",
    "VisitedShape": "INSERT {?a eg:visited ?p} WHERE {?e eg:visitor ?a; sem:hasPlace ?p}",
    "AttackedShape": "INSERT {?a eg:attacked ?b} WHERE {?a eg:metWith ?b}",
    "AddressedShape": "INSERT {?b eg:addressed ?a} WHERE {?a eg:addressed ?b}",
    "HoldsRoleShape": "DELETE {?m eg:status ?s} INSERT {?m eg:status eg:former} WHERE {?m eg:status ?s}",
    "HoldsOfficeInShape": "DELETE WHERE {?m eg:country ?c}",
    "MemberOfShape": "DELETE WHERE {?m org:organization ?o}",
    "OwnPropertyShape": "DELETE {?e eg:modality ?m} INSERT {?e eg:modality eg:planned} "
    "WHERE {?e eg:modality ?m . ?e a ?own . ?own rdfs:subClassOf eg:Event}",
}


def broken(update: str) -> bytes:
    """The Turtle of a full graph after an update that changed something."""
    data = FULL.to_rdflib()
    before = set(data)
    data.update(update)
    assert set(data) != before
    return data.serialize(format="turtle").encode()


def of_shape(found: list[Violation]) -> set[str]:
    return {violation.shape.partition("#")[2].rstrip(">") for violation in found}


@pytest.mark.parametrize("shape", BREAKS)
def test_each_shape_notices(shape: str) -> None:
    assert shape.partition(",")[0] in of_shape(validate(broken(BREAKS[shape])))


def test_every_shape_is_broken_above() -> None:
    named = {str(s).partition("#")[2] for s in shapes().subjects(RDFS.comment)}
    assert named == {name.partition(",")[0] for name in BREAKS}


def test_values_allowed_are_the_concepts_of_the_scheme() -> None:
    ontology = load_ontology()
    ranges = {expand(curie): ontology.schemes.get(p.range) for curie, p in ontology.properties.items()}
    lists = [(shapes().value(node, SH.path), values) for node, values in shapes().subject_objects(SH["in"])]
    assert lists
    for path, values in lists:
        scheme = ranges[expand("eg:" + str(path).partition("#")[2])]
        assert scheme and {str(v) for v in Collection(shapes(), values)} == {
            expand(f"eg:{name}") for name in scheme.concepts
        }
