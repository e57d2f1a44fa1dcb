"""Which names are one, whatever the order; what people decide wins."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.export.claims_jsonl import read_claims, write_claims
from eventgraph.model import Claim, make_entity
from eventgraph.resolve import Judgement, resolve, resolve_with_reasons
from eventgraph.resolve.judgements import Side
from tests.resolve.articles import claim, entity_of, tell

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yml").read_text("utf-8"))
Told = dict[str, Any]


def ids(*claims: Claim, judgements: tuple[Judgement, ...] = ()) -> list[str]:
    return [entity_of(one).id for one in resolve(claims, judgements)]


def name(pair: list[Told]) -> str:
    return " / ".join(f"{told['name']} {told.get('office') or told.get('land', '')}".strip() for told in pair)


@pytest.mark.parametrize("pair", PAIRS["same"], ids=name)
def test_one(pair: list[Told]) -> None:
    assert len({*ids(*(tell(article, told) for article, told in zip("ab", pair, strict=True)))}) == 1


@pytest.mark.parametrize("pair", PAIRS["different"], ids=name)
def test_two(pair: list[Told]) -> None:
    assert len({*ids(*(tell(article, told) for article, told in zip("ab", pair, strict=True)))}) == 2


def test_one_entity_has_all_names_and_the_commonest_is_canonical() -> None:
    said = [("a", "Tony Blair"), ("b", "Tony Blair"), ("c", "Anthony Blair")]
    first = entity_of(resolve(tell(article, {"name": name}) for article, name in said)[0])
    assert (first.id, first.name) == ("person/tony-blair", "Tony Blair")
    assert first.names == ("Anthony Blair", "Tony Blair")


def test_a_short_name_that_fits_two_stays_in_its_article() -> None:
    full = [tell("a", {"name": "Bill Clinton", "office": "president/United States"}),
            tell("b", {"name": "Hillary Clinton", "office": "senator/United States"})]  # fmt: skip
    short = tell("c", {"name": "Clinton", "office": "governor/United States"})
    assert ids(*full, short)[2] == "person/clinton-c"


def test_a_name_between_two_that_differ_joins_neither() -> None:
    told = ["George W. Bush", "George H. W. Bush", "George Bush"]
    assert len({*ids(*(tell(a, {"name": n}) for a, n in zip("abc", told, strict=True)))}) == 3


def test_an_acronym_that_one_article_explains_is_understood_in_others() -> None:
    explained = tell("a", {"name": "Harbour Workers Front", "type": "organization", "names": ["HWF"]})
    assert len({*ids(explained, tell("b", {"name": "HWF", "type": "organization"}))}) == 1


def test_homonyms_get_a_mark_and_the_best_attested_none() -> None:
    norwegian = [tell(a, {"name": "John Berg", "office": "foreign minister/Norway"}) for a in "bc"]
    american = tell("a", {"name": "John Berg", "office": "senator/United States"})
    found = ids(american, *norwegian)
    assert found[1:] == ["person/john-berg"] * 2
    assert found[0].startswith("person/john-berg-")


@pytest.mark.parametrize(
    "unnamed", [make_entity("leaders", "group"), make_entity("ministry", "organization")]
)
def test_who_has_no_name_stays_in_its_article(unnamed: Any) -> None:
    found = resolve(claim(a, 0, "statement", {"speaker": (unnamed,)}) for a in "ab")
    assert [entity_of(one).id for one in found] == [f"{unnamed.id}-a", f"{unnamed.id}-b"]


NAMES = st.sampled_from(
    ["Tony Blair", "Anthony Blair", "Blair", "T. Blair", "Cherie Blair", "Tony Blair Jr.", "Tony A. Blair"]
)
OFFICES = st.sampled_from(["/", "minister/Norway", "minister/France", "striker/Norway", "judge/"])
TOLD = st.lists(st.builds(lambda name, office: {"name": name, "office": office}, NAMES, OFFICES), max_size=9)


@settings(deadline=None)
@given(TOLD, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_resolving_again_changes_nothing(told: list[Told], random: Random) -> None:
    claims = [tell(f"a{i % 4}", one, start=10 * i) for i, one in enumerate(told)]
    shuffled = claims[:]
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(claims) == resolve(resolve(claims))


@settings(deadline=None)
@given(TOLD)
def test_no_cluster_holds_two_that_were_forbidden(told: list[Told]) -> None:
    found = resolve_with_reasons(tell(f"a{i}", one) for i, one in enumerate(told))
    vetoed = [link for link in found.against if link.comparison.veto]
    assert all(found.entities[link.one].id != found.entities[link.other].id for link in vetoed)


def judge(verdict: str, one: Side, other: Side) -> Judgement:
    return Judgement(verdict, "person", one, other)  # type: ignore[arg-type]


def test_people_join_what_stayed_apart_and_part_what_was_joined() -> None:
    claims = [
        tell("a", {"name": "Tony Blair"}),
        tell("b", {"name": "Anthony Blair"}),
        tell("c", {"name": "Lou Reed"}),
    ]
    tony, anthony, lou = (Side(n) for n in ("Tony Blair", "Anthony Blair", "Lou Reed"))
    assert len({*ids(*claims, judgements=(judge("different", tony, anthony),))}) == 3
    assert len({*ids(*claims, judgements=(judge("same", tony, lou),))}) == 1


def test_two_of_one_name_are_parted_by_their_articles_also_when_more_come() -> None:
    apart = judge("different", Side("John Berg", "a"), Side("John Berg", "b"))
    claims = [tell(article, {"name": "John Berg"}) for article in "abcde"]
    found = ids(*claims, judgements=(apart,))
    assert found[0] != found[1]
    assert len({*found[2:]} - {*found[:2]}) == 1  # the others fit both as well, so they join neither


def test_the_last_of_two_judgements_on_a_pair_counts() -> None:
    sides = Side("Tony Blair"), Side("Lou Reed")
    claims = [tell("a", {"name": "Tony Blair"}), tell("b", {"name": "Lou Reed"})]
    assert len({*ids(*claims, judgements=(judge("same", *sides), judge("different", *sides[::-1])))}) == 2


def test_other_names_of_one_article_outlive_the_file() -> None:
    """`claims.jsonl` keeps of an entity no other names, so those of its article stand in `x_unresolved`."""
    body = {"name": "African Union", "type": "organization", "names": ("AU", "African Union")}
    once = resolve([tell("a", body)])
    again = resolve(read_claims(write_claims(once)))
    assert write_claims(again) == write_claims(once)
    assert again[0].arguments["organization"][0].names == ("AU", "African Union")
