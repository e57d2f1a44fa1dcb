"""A pipeline that is not ours stands in the place of our model; all that comes after works on its Doc."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import jsonschema
import pytest
import spacy
import yaml
from spacy.tokens import Doc

from eventgraph.annotate import annotate, load
from eventgraph.annotate.component import shipped_network
from eventgraph.annotate.coreference.chains import has_vectors
from eventgraph.annotate.foreign import Foreign
from eventgraph.annotate.foreign_labels import name_type, relation
from eventgraph.export.claims_jsonl import claim_record
from eventgraph.means import Means, claims_of
from eventgraph.model import Article
from eventgraph.pipeline import build_project
from eventgraph.resources import find_resource
from eventgraph.store import PIPELINE, open_project

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "foreign.yml").read_text("utf-8"))
SAMPLE = str(find_resource("data/sample"))
WIRE = """GENEVA, May 24 (Reuters) - John Smith met President Joe Biden in Geneva.

• Lt. Gen. Robert Gates visited Canada on Monday. He said the talks were good."""


def article(text: str) -> Article:
    return Article(id="a", text=text, published="2021-05-26")


@pytest.mark.shared
def test_simple_sentences_make_their_claims(ud_pipeline: Path) -> None:
    wanted = {case["text"]: case["claim"] for case in CASES}
    found = {text: {c.extractor for c in claims_of(article(text), (), str(ud_pipeline))} for text in wanted}
    wrong = {t: found[t] for t, rule in wanted.items() if not (rule in found[t] if rule else not found[t])}
    assert not wrong


@pytest.fixture(scope="module")
def built(ud_pipeline: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the pipeline annotates it."""
    folder = tmp_path_factory.mktemp("built")
    assert not build_project(SAMPLE, folder, pipeline=str(ud_pipeline)).failures
    return folder


@pytest.mark.shared
def test_every_claim_is_of_the_schema_and_has_its_quote(built: Path, ud_pipeline: Path, shared: Path) -> None:
    schema = jsonschema.Draft202012Validator(json.loads((shared / "claims.schema.json").read_text()))
    claims = 0
    for one in open_project(built).articles:
        for claim in claims_of(one, (), str(ud_pipeline)):
            assert one.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
            schema.validate(claim_record(claim))
            claims += 1
    assert claims > 50


@pytest.mark.shared
def test_same_bytes_with_any_number_of_processes(built: Path, ud_pipeline: Path, tmp_path: Path) -> None:
    build_project(SAMPLE, tmp_path, workers=2, pipeline=str(ud_pipeline))
    names = sorted(path.name for path in built.iterdir())
    assert PIPELINE in names and names == sorted(path.name for path in tmp_path.iterdir())
    for name in names:
        assert (built / name).read_bytes() == (tmp_path / name).read_bytes(), name


@pytest.mark.shared
def test_what_travels_to_other_processes_is_its_name(ud_pipeline: Path) -> None:
    work = pickle.loads(pickle.dumps(Means(pipeline=str(ud_pipeline)).work()))
    assert work(article(WIRE)).claims == claims_of(article(WIRE), (), str(ud_pipeline))


@pytest.mark.shared
def test_its_tree_and_names_and_our_kinds_and_vectors(ud_pipeline: Path) -> None:
    doc = annotate(article(WIRE), str(ud_pipeline))
    theirs = spacy.load(ud_pipeline)(Doc(load(str(ud_pipeline)).vocab, words=["China", "met", "Iran", "."]))
    ours = load(str(ud_pipeline))(Doc(load(str(ud_pipeline)).vocab, words=["China", "met", "Iran", "."]))
    assert [token.head.i for token in ours] == [token.head.i for token in theirs]
    assert doc.text == WIRE and has_vectors(doc)
    assert {token.dep_ for token in doc} <= {*shipped_network().labels.deprel}
    assert {token.tag_ for token in doc} <= {*shipped_network().labels.xpos, "_SP"}
    assert all(token.lemma_ for token in doc)


@pytest.mark.shared
def test_dateline_bullet_and_white_space_are_no_words_to_it(ud_pipeline: Path) -> None:
    doc = annotate(article(WIRE), str(ud_pipeline))
    (bullet,) = (token for token in doc if token.text == "•")
    (title,) = (token for token in doc if token.text == "Lt.")
    assert (bullet.tag_, bullet.head) == ("NFP", title) and title.is_sent_start is not None
    assert all(token.tag_ == "NFP" for token in doc[: [t.text for t in doc].index("-") + 1])
    assert not {ent.text for ent in doc.ents} & {"GENEVA", "Reuters", "May"}


def test_a_doc_that_has_a_tree_keeps_it() -> None:
    """As Stanza's: its tokenizer annotates the whole text, white space and all."""
    words = ["Ann", "Lee", "\n", "met", "the", "Acme", "board", "."]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=["PROPN", "PROPN", "SPACE", "VERB", "DET", "PROPN", "NOUN", "PUNCT"],
        tags=["NNP", "NNP", "_SP", "VBD", "DT", "NNP", "NN", "."],
        lemmas=["Ann", "Lee", "\n", "meet", "the", "Acme", "board", "."],
        heads=[3, 0, 1, 3, 6, 6, 3, 3],
        deps=["nsubj", "flat:name", "", "ROOT", "det", "compound", "obj", "punct"],
        ents=["B-PERSON", "I-PERSON", "I-PERSON", "O", "O", "B-ORG", "O", "O"],
    )
    load()  # registers what a Doc of ours has
    Foreign(spacy.blank("en"), shipped_network())(doc)
    assert " ".join(token.dep_ for token in doc) == "nsubj flat dep root det compound obj punct"
    assert [token.head.i for token in doc] == [3, 0, 1, 3, 6, 6, 3, 3]
    assert [(ent.text.strip(), ent.label_) for ent in doc.ents] == [
        ("Ann Lee", "person"),
        ("Acme", "organization"),
    ]
    assert doc[0]._.kind == "person" and has_vectors(doc)


@pytest.mark.parametrize(
    ("label", "type_"),
    [("PERSON", "person"), ("PER", "person"), ("GPE", "place"), ("FAC", "place"), ("org", "organization"),
     ("NORP", "misc"), ("WORK_OF_ART", "misc"), ("EVENT", "event"), ("DATE", None), ("MONEY", None)],
)  # fmt: skip
def test_labels_of_names(label: str, type_: str | None) -> None:
    assert name_type(label) == type_


@pytest.mark.parametrize(
    ("label", "ours"),
    [("obl", "obl"), ("nsubj:pass", "nsubj:pass"), ("obl:tmod", "obl:unmarked"), ("flat:name", "flat"),
     ("nmod:xyz", "nmod"), ("pobj", "dep")],
)  # fmt: skip
def test_labels_of_relations(label: str, ours: str) -> None:
    assert relation(label) == ours
