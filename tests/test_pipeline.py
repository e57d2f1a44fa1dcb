"""The main job, end to end: from files to the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

import eventgraph as eg
from eventgraph.resources import find_resource

# Each says who communicated with whom, or held what, and that it is no plain fact.
NO_FACTS = {
    "negated": "Antony Blinken did not meet Sergei Lavrov in Geneva.",
    "denied": "Dmitry Peskov denied that Vladimir Putin had spoken with Joe Biden.",
    "planned": "Angela Merkel will call Emmanuel Macron on Friday.",
    "possible": "Boris Johnson may meet Mario Draghi next week.",
    "accused": "Iran accused Joe Biden of meeting Benny Gantz in Rome.",
    "over": "Angela Merkel no longer speaks with Vladimir Putin.",
    "gone": "Juan Guaido is no longer president of Venezuela.",
    "former": "Theresa May, the former prime minister of Britain, stayed at home.",
    "proposed": "President Joe Biden nominated Ann Lee as ambassador to Norway.",
}
DIRECT = "eg:spokeWith|eg:metWith|eg:wroteTo|eg:holdsRole"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> eg.Graph:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in NO_FACTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return eg.build(str(folder), date="2021-05-12")


MODALITY = [
    ("negated", "negated"),
    ("denied", "negated"),
    ("planned", "planned"),
    ("possible", "possible"),
    ("over", "negated"),
]


@pytest.mark.parametrize(("name", "modality"), MODALITY)
def test_event_is_in_the_graph_as_what_it_is(graph: eg.Graph, name: str, modality: str) -> None:
    claims = [c for c in graph.claims(type="communication") if c.article == name]
    assert [c.attributes["modality"] for c in claims] == [modality]


@pytest.mark.parametrize(("person", "status"), [("Theresa May", "former"), ("Ann Lee", "elect")])
def test_role_is_in_the_graph_as_what_it_is(graph: eg.Graph, person: str, status: str) -> None:
    roles = list(graph.claims(type="role", person=person))
    assert [c.attributes["status"] for c in roles] == [status]


def test_none_of_them_is_a_plain_triple(graph: eg.Graph) -> None:
    rows = graph.query(f"SELECT ?label WHERE {{ ?a ({DIRECT}) ?b . ?a rdfs:label ?label }}")
    assert {row["label"] for row in rows} <= {"Joe Biden"}  # President Biden is president


def test_same_bytes_in_any_order_and_number_of_processes(tmp_path: Path) -> None:
    sample = find_resource("data/sample")
    files = sorted(str(path) for path in sample.iterdir() if path.suffix in {".txt", ".html", ".jsonl"})
    first = eg.build(files)
    second = eg.build(files[::-1], workers=2)
    for number, graph in enumerate((first, second)):
        graph.save(tmp_path / str(number))
    for name in ("graph.ttl", "claims.jsonl", "articles.jsonl", "graph.html"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name


@pytest.mark.shared
def test_a_real_article(shared: Path) -> None:
    graph = eg.build(str(shared / "gold" / "dev" / "seed-000.txt"), date="2021-05-12")
    text = graph.articles[0].text
    store = graph.to_rdflib()
    assert store.query("""
        ASK { ?sullivan rdfs:label "Jake Sullivan" ; eg:spokeWith ?kamel, ?shabbat .
              ?kamel rdfs:label "Abbas Kamel" . ?shabbat rdfs:label "Meir Ben-Shabbat" .
              ?call eg:initiator ?sullivan ; eg:recipient ?kamel ;
                    eg:date "2021-05-11"^^xsd:date ; eg:evidence ?e }
    """).askAnswer
    assert store.query("""
        ASK { ?blinken rdfs:label ?name ; eg:spokeWith ?ashkenazi . ?ashkenazi rdfs:label "Gabi Ashkenazi" .
              ?call eg:initiator ?blinken ; eg:recipient ?ashkenazi ; eg:date "2021-05-11"^^xsd:date .
              FILTER(CONTAINS(?name, "Blinken")) }
    """).askAnswer
    assert store.query("""
        ASK { ?m org:member/rdfs:label "Hady Amr" ; org:role/rdfs:label ?role
              FILTER(STRSTARTS(?role, "deputy assistant secretary")) }
    """).askAnswer
    assert store.query("""
        ASK { ?m org:member/rdfs:label "Benny Gantz" ; org:role/rdfs:label ?role ;
                 eg:country/rdfs:label "Israel"
              FILTER(LCASE(STR(?role)) = "defense minister") }
    """).askAnswer
    quotes = store.query("SELECT ?q ?a ?b { ?e oa:exact ?q ; oa:start ?a ; oa:end ?b }")
    assert len(quotes) > 10
    for quote, start, end in quotes:
        assert text[int(start) : int(end)] == str(quote)
