"""The YAML files: readable, without surprises of the format, and reached by path."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from eventgraph.errors import PatternError
from eventgraph.lexicon import load, words
from eventgraph.lexicon.data import FOLDER

NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
KEYS = {
    "ambiguous": {"names", "demonyms", "capitals", "organizations", "everyday", "regional"},
    "attack": {
        "verbs",
        "nouns",
        "weapons",
        "target_prepositions",
        "attacker_prepositions",
        "attempted",
        "confess",
        "firing",
        "drills",
        "mock",
        "practised",
        "diseases",
        "attackers",
        "hostages",
        "intercepted",
        "rulers",
        "takers",
        "violent",
        "munitions",
        "bombs",
        "events",
        "vague",
        "peaceful",
        "fighters",
        "mutual",
        "motorists",
        "fiction",
        "occurrence",
        "struck",
        "generic",
        "armed_words",
        "patient",
        "light",
        "armed",
        "agents",
        "platforms",
        "things",
        "presuppose",
        "regions",
        "accuse",
        "suspects",
        "civilians",
        "recalled",
        "unknown",
        "spans",
        "gatherings",
        "strings",
        "counting",
        "said_group",
        "hold",
        "spots",
        "branches",
        "takings",
        "charges",
        "holders",
        "meant",
        "without_hand",
    },
    "casualty": {
        "killed",
        "injured",
        "either",
        "others",
        "causes",
        "people",
        "sources",
        "actors",
        "animals",
        "documents",
        "anybody",
        "violent_ends",
        "counting",
        "wounds",
        "figures",
        "people_ends",
    },
    "communication": {
        "verbs",
        "nouns",
        "light",
        "prepositions",
        "carriers",
        "delegates",
        "journalists",
        "pairs",
        "plans",
        "pair_nations",
        "venues",
        "hosted",
        "hosts",
        "visited",
        "relations",
    },
    "gendered": {"f", "m"},
    "given_names": {"f", "m"},
    "honorifics": {"f", "m", "neutral", "suffixes"},
    "kinship": {"f", "m", "neutral"},
    "local": {"heads", "modifiers", "regional"},
    "nicknames": {"pet_forms", "spellings"},
    "numbers": {
        "units",
        "tens",
        "scales",
        "articles",
        "collectives",
        "vague",
        "indefinite",
        "bounds",
        "ordinals",
        "fractions",
    },
    "places": {"regions", "cities"},
    "reporting": {
        "verbs",
        "nouns",
        "prepositions",
        "light",
        "spokespeople",
        "offices",
        "documents",
        "utterances",
        "platforms",
        "clausal",
        "telling",
        "judging",
        "national",
        "of_state",
        "benches",
        "settings",
    },
    "tense": {"modals", "planning", "timetabled"},
    "titles": {
        "heads",
        "modifiers",
        "multiword",
        "relational",
        "verbal",
        "ranks",
        "abbreviations",
        "implied_organizations",
        "implied_countries",
        "not_titles",
        "tenure",
        "generals",
        "partisans",
        "fielded",
        "apart",
        "sovereign",
        "in_turn",
        "for_life",
        "diplomats",
        "leading",
        "rulers",
        "serving",
    },
    "travel": {
        "verbs",
        "nouns",
        "light",
        "storms",
        "delegations",
        "venues",
        "calling_off",
        "plans",
        "accepting",
        "turning_down",
        "ones_own",
        "seats",
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_text(name: str) -> None:
    """YAML reads a bare `no` or `on` as a truth value and `1` as a number."""
    others = {"numbers": int, "titles": bool, "past_holders": date}
    allowed = (str, others.get(name, str))
    assert all(isinstance(leaf, allowed) for leaf in _leaves(load(name)))
    assert name == "titles" or not any(isinstance(leaf, bool) for leaf in _leaves(load(name)))


@pytest.mark.parametrize("name", NAMES)
def test_no_key_stands_twice(name: str) -> None:
    for mapping in _mappings(yaml.compose((FOLDER / f"{name}.yml").read_text("utf-8"))):
        keys = [key.value for key, _ in mapping.value]
        assert len(keys) == len(set(keys)), {key for key in keys if keys.count(key) > 1}


@pytest.mark.parametrize("name", sorted(KEYS))
def test_has_the_known_sections(name: str) -> None:
    assert set(load(name)) == KEYS[name]


def test_words_are_reached_by_path_in_lower_case() -> None:
    assert "minister" in words("titles.heads")
    assert "mr" in words("honorifics.m")
    assert "object" not in words("communication.verbs.met") and "meet" in words("communication.verbs.met")


@pytest.mark.parametrize(
    "path", ["tiltes.heads", "titles.hats", "titles.heads.minister", "titles.abbreviations.Sen."]
)
def test_a_wrong_path_is_one_clear_line(path: str) -> None:
    with pytest.raises(PatternError) as raised:
        words(path)
    assert path.split(".")[0] in str(raised.value) and "\n" not in str(raised.value)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _mappings(each)
