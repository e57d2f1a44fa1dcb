"""Claims as JSON Lines: flat, sorted, valid against the shared schema, and back again."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.errors import PatternError
from eventgraph.export.claims_jsonl import (
    claim_record,
    load_claim_types,
    read_articles,
    read_claims,
    write_articles,
    write_claims,
)
from eventgraph.model import Article, Claim, Entity, Evidence, Mention

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
OFFSETS = st.integers(0, 500)
CHOICES: dict[str, list[str]] = {
    "status": ["current", "former", "acting", "elect"],
    "change": ["appointed", "elected", "nominated", "resigned", "dismissed", "died"],
    "kind": ["spoke", "met", "wrote"],
    "modality": ["asserted", "planned", "negated", "possible"],
    "effect": ["killed", "injured"],
    "bound": ["exact", "at-least", "at-most", "about"],
    "date": ["2021", "2021-05", "2021-05-11"],
}
OPTIONAL = {"date", "topic", "group", "since", "until", "change"}
PRESENT = {"person", "speaker", "from", "to", "who"}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Any claim that the shared schema allows."""
    type = draw(st.sampled_from(sorted(load_claim_types())))
    kind = load_claim_types()[type]
    entity = st.builds(Entity, NAMES, NAMES, st.sampled_from(["person", "country", "group"]))
    arguments: dict[str, tuple[Entity, ...]] = {}
    attributes: dict[str, Any] = {}
    for name, many in kind.arguments.items():
        least = 1 if name in PRESENT or (type, name) == ("visit", "place") else 0
        found = draw(st.lists(entity, min_size=least, max_size=3 if many == "many" else 1))
        arguments |= {name: tuple(found)} if found else {}
    for name in kind.attributes:
        value: Any = (
            st.integers(0, 10**6) if name == "count" else st.sampled_from(CHOICES.get(name, ["x", "“y”"]))
        )
        if name not in OPTIONAL or draw(st.booleans()):
            attributes[name] = draw(value)
    mention = st.builds(
        Mention, OFFSETS, OFFSETS, NAMES, st.sampled_from(["name", "inferred"]), st.none() | NAMES
    )
    mentions = {name: tuple(draw(st.lists(mention, max_size=2))) for name in arguments}
    evidence = Evidence(article := draw(NAMES), draw(OFFSETS), draw(st.integers(1, 500)), draw(NAMES), 3)
    changed = draw(st.lists(st.sampled_from(sorted(arguments)), unique=True)) if arguments else []
    return Claim(
        draw(NAMES),
        article,
        type,
        arguments,
        attributes,
        evidence,
        mentions,
        "x/y",
        draw(st.floats(0, 1)),
        unresolved={name: arguments[name] for name in changed},
    )


BERG = Entity("person/berg", "Eva Berg", "person", ("Eva Berg", "Berg"), ("https://example.org/berg",))
ROLE = Claim(
    id="1",
    article="a",
    type="role",
    arguments={"person": (BERG,)},
    attributes={"title": "minister", "status": "current"},
    evidence=Evidence("a", 4, 8, "Berg", 0),
    mentions={"person": (Mention(4, 8, "Berg", "name"),)},
    extractor="roles/x",
    confidence=0.5,
)


def test_a_record_is_flat_and_says_null_for_what_is_unknown() -> None:
    assert claim_record(ROLE) == {
        "id": "1",
        "article": "a",
        "type": "role",
        "person": {"id": "person/berg", "name": "Eva Berg", "type": "person"},
        "title": "minister",
        "organization": None,
        "country": None,
        "status": "current",
        "evidence": {"quote": "Berg", "start": 4, "end": 8, "sentence": 0},
        "mentions": {"person": [{"start": 4, "end": 8, "text": "Berg", "via": "name"}]},
        "extractor": "roles/x",
        "confidence": 0.5,
    }


@given(st.lists(claims(), max_size=4))
def test_what_is_written_is_read_again(written: list[Claim]) -> None:
    def key(claim: Claim) -> tuple[str, int, str, str]:
        return claim.article, claim.evidence.start, claim.type, claim.id

    assert read_claims(write_claims(written)) == sorted(written, key=key)


@pytest.mark.shared
@pytest.mark.skipif("EVENTGRAPH_SHARED" not in os.environ, reason="EVENTGRAPH_SHARED is not set")
@given(claims())
def test_records_are_valid(claim: Claim) -> None:
    schema = json.loads(Path(os.environ["EVENTGRAPH_SHARED"], "claims.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(write_claims([claim])))


def test_order_of_input_does_not_matter() -> None:
    later = Claim("0", "a", "role", *(getattr(ROLE, name) for name in ROLE.__struct_fields__[3:]))
    assert write_claims([ROLE, later]) == write_claims([later, ROLE])


@pytest.mark.parametrize(
    ("type", "attributes", "reason"),
    [("rumour", {}, "no claims of type 'rumour'"), ("visit", {"colour": "red"}, "visit have no colour")],
)
def test_unknown_types_and_names_are_errors(type: str, attributes: dict[str, Any], reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        claim_record(Claim("1", "a", type, {}, attributes, ROLE.evidence, {}, "x/y", 1.0))


def test_articles_are_written_and_read_again() -> None:
    articles = [
        Article(id="b", text="“Two” lines\n"),
        Article(id="a", text="x", authors=("J",), published="2021-05-12"),
    ]
    assert read_articles(write_articles(articles)) == articles[::-1]
