"""What is built conforms to the shapes, and each shape notices when something is missing."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path

import pytest
import rdflib

from eventgraph.graph import Graph

from .factory import EVERY_TYPE, graph_of
from .test_hostile import NAMES, hostile_graph

SHAPES = Path(__file__).parents[2] / "ontology" / "shapes.ttl"
SH = "http://www.w3.org/ns/shacl#"


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


def conforms(data: rdflib.Graph) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import pyshacl

        return bool(pyshacl.validate(data, shacl_graph=shapes())[0])


def test_every_type_of_claim_conforms() -> None:
    assert conforms(graph_of(*EVERY_TYPE).to_rdflib())


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:12]))
def test_hostile_text_conforms(name: str) -> None:
    assert conforms(hostile_graph(name).to_rdflib())


def test_an_empty_graph_conforms() -> None:
    assert conforms(Graph((), ()).to_rdflib())


BREAKS = {
    "FactShape": "DELETE {?f eg:evidence ?e} WHERE {?f a org:Membership; eg:evidence ?e}",
    "FactShape, claim": "DELETE WHERE {?c eg:states ?f}",
    "ClaimShape": "DELETE WHERE {?c eg:confidence ?n}",
    "EvidenceShape": "DELETE WHERE {?e oa:exact ?q}",
    "EvidenceShape, article": "DELETE WHERE {?e oa:hasSource ?q}",
    "EvidenceShape, offsets": "DELETE {?e oa:end ?n} INSERT {?e oa:end 0} WHERE {?e oa:end ?n}",
    "ArticleShape": "DELETE WHERE {?a eg:digest ?d}",
    "ArticleShape, address": "INSERT {?a schema:url <javascript:x>} WHERE {?a a schema:NewsArticle}",
    "EntityShape": "DELETE WHERE {<https://w3id.org/eventgraph/id/person/cleo-ruiz> rdfs:label ?l}",
    "MembershipShape": "DELETE WHERE {?m eg:status ?s}",
    "IntervalShape": "DELETE WHERE {?i time:hasBeginning ?t}",
    "ModalityShape": "INSERT {?e eg:modality eg:negated} WHERE {?e eg:modality eg:asserted}",
    "CommunicationShape": "DELETE WHERE {?e eg:recipient ?p}",
    "VisitShape": "DELETE WHERE {?e eg:visitor ?p}",
    "StatementShape": "DELETE WHERE {?e eg:content ?c}",
    "CasualtyShape": "DELETE WHERE {?r eg:count ?n}",
}


@pytest.mark.parametrize("shape", BREAKS)
def test_each_shape_notices(shape: str) -> None:
    data = graph_of(*EVERY_TYPE).to_rdflib()
    before = set(data)
    data.update(BREAKS[shape])
    assert set(data) != before
    assert not conforms(data)


def test_every_shape_is_broken_above() -> None:
    named = {str(s).partition("#")[2] for s in shapes().subjects(predicate=None) if "eventgraph#" in str(s)}
    assert named == {name.partition(",")[0] for name in BREAKS}
