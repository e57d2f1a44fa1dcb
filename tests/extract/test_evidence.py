"""What no claim may break: evidence stands at its offsets and holds, or is linked to, every argument.

Each argument is mentioned inside the quote (by a pronoun or title too: then the mention that names it is
recorded as coreference), or inferred by a named rule from a mention that is recorded.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.annotate import annotate
from eventgraph.extract import extract
from eventgraph.model import Article, Claim, Mention
from eventgraph.read import read_articles

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def check(text: str, claims: list[Claim]) -> None:
    for claim in claims:
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.quote, claim
        assert claim.arguments.keys() == claim.mentions.keys(), claim
        for name, mentions in claim.mentions.items():
            assert all(text[one.start : one.end] == one.text for one in mentions), (claim, name)
            anchored = sum(is_anchored(one, claim) for one in mentions)
            assert anchored >= len(claim.arguments[name]), (claim, name)
            assert all(one.rule for one in mentions if one.via == "inferred"), (claim, name)


def is_anchored(mention: Mention, claim: Claim) -> bool:
    inside = claim.evidence.start <= mention.start and mention.end <= claim.evidence.end
    return inside or (mention.via == "inferred" and mention.rule is not None)


@pytest.mark.parametrize("folder", ["sample", "gold"])
def test_claims_have_evidence(folder: str, request: pytest.FixtureRequest) -> None:
    source = SAMPLE if folder == "sample" else request.getfixturevalue("shared") / "gold" / "dev"
    articles = [one for one in read_articles([str(source)]) if isinstance(one, Article)]
    assert articles
    for article in articles:
        check(article.text, extract(annotate(article)))
