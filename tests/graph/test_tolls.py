"""A figure of casualties leads to the attack that its sentence tells of, if there is only one."""

from __future__ import annotations

import msgspec
import pytest

from eventgraph.model import Claim

from .factory import CLEO, MINISTRY, OMAR, RURITANIA, claim, graph_of

QUERY = "SELECT ?kind { ?report a eg:CasualtyReport ; eg:attack/eg:manner ?kind }"


def attack(kind: str, sentence: int = 0, modality: str = "asserted", article: str = "a1") -> Claim:
    target = OMAR if kind == "bombing" else CLEO
    one = claim("attack", {"attacker": MINISTRY, "target": target}, article, kind=kind, modality=modality)
    return at(one, sentence)


def at(one: Claim, sentence: int) -> Claim:
    return msgspec.structs.replace(one, evidence=msgspec.structs.replace(one.evidence, sentence=sentence))


TOLL = at(claim("casualties", {"place": RURITANIA}, effect="killed", count=3, bound="exact"), 0)


@pytest.mark.parametrize(
    ("attacks", "kinds"),
    [
        ([attack("bombing")], ["bombing"]),
        ([attack("bombing"), attack("shooting", sentence=1)], ["bombing"]),
        ([attack("bombing"), attack("shooting", modality="negated")], ["bombing"]),
        ([attack("bombing"), attack("shooting")], []),
        ([attack("bombing", sentence=1)], []),
        ([attack("bombing", article="a2")], []),
    ],
)
def test_the_only_attack_of_its_sentence(attacks: list[Claim], kinds: list[str]) -> None:
    assert [row["kind"] for row in graph_of(TOLL, *attacks).query(QUERY)] == kinds
