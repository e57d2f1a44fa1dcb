"""Equal full names are one entity, whatever the order."""

from random import Random

import pytest

from eventgraph.model import Claim, Entity, Evidence, Mention, make_entity
from eventgraph.resolve import resolve


def role(article: str, start: int, person: Entity, title: str) -> Claim:
    evidence = Evidence(article, start, start + 3, "abc", 0)
    mention = Mention(start, start + 3, "abc", "name")
    id = f"{article}-{start}"
    return Claim(
        id, article, "role", {"person": (person,)}, {"title": title}, evidence, {"person": (mention,)}, "x", 1
    )


CLAIMS = [
    role("a", 0, make_entity("Tony Blinken", "person", ("Blinken", "Tony Blinken")), "minister"),
    role("b", 0, make_entity("Tony Blinken", "person", ("Mr Blinken", "Tony Blinken")), "minister"),
    role("b", 9, make_entity("Hady Amr", "person"), "envoy"),
]


def test_one_entity_with_all_names() -> None:
    first, second, other = resolve(CLAIMS)
    assert first.arguments["person"] == second.arguments["person"]
    assert first.arguments["person"][0].names == ("Blinken", "Mr Blinken", "Tony Blinken")
    assert other.arguments["person"][0].id == "person/hady-amr"


def test_order_does_not_matter() -> None:
    shuffled = CLAIMS[:]
    Random(3).shuffle(shuffled)
    assert resolve(shuffled) == resolve(CLAIMS)


@pytest.mark.parametrize(
    "unnamed", [make_entity("leaders", "group"), make_entity("ministry", "organization")]
)
def test_who_has_no_name_stays_in_its_article(unnamed: Entity) -> None:
    first, second = resolve([role("a", 0, unnamed, "guest"), role("b", 0, unnamed, "guest")])
    assert first.arguments["person"][0].id == f"{unnamed.id}-a"
    assert second.arguments["person"][0].id == f"{unnamed.id}-b"
