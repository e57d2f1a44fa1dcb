"""The count of right, missed and wrong claims."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eventgraph.evaluate.assignment import pair_off
from eventgraph.evaluate.gold import GoldArticle, Record
from eventgraph.evaluate.matching import MATCHERS, Match, match
from eventgraph.evaluate.spans import span_of
from eventgraph.evaluate.verdict import Verdict

ATTRIBUTES = ("status", "kind", "modality", "date", "bound")


@dataclass(frozen=True)
class Score:
    """Counts by type of claim, and the verdict on every claim but repeats.

    Counted are `gold`, `system`, `core`, `full`, `repeats`, `no evidence`; and of the core matches of types
    that have a modality `modality`, those where it is right.
    """

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {type: Counter() for type in MATCHERS})
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def mistakes(self) -> list[Verdict]:
        """What was missed or is wrong."""
        return [one for one in self.verdicts if one.what in {"missed", "wrong"}]


def score(articles: Iterable[GoldArticle], claims: Mapping[str, Sequence[Record]]) -> Score:
    """Score `claims`, records of claims.jsonl by article id, against the gold."""
    result = Score()
    for article in articles:
        for type, count in result.counts.items():
            golds = [claim for claim in article.claims if claim["type"] == type]
            ours = [claim for claim in claims.get(article.id, ()) if claim["type"] == type]
            found, verdicts = score_type(article, golds, ours)
            count.update(found)
            result.verdicts.extend(verdicts)
    return result


def score_type(
    article: GoldArticle, golds: Sequence[Record], claims: Sequence[Record]
) -> tuple[Counter[str], list[Verdict]]:
    """Score one article's claims of one type; optional gold claims are neither demanded nor punished."""
    wanted = [gold for gold in golds if not gold.get("optional")]
    optional = [gold for gold in golds if gold.get("optional")]
    matches = [[match(claim, gold, article) for claim in claims] for gold in wanted]
    pairs = pair_off(matches)
    used = set(pairs.values())
    again = {j for j in range(len(claims)) if j not in used and _is_repeat(j, claims, matches, pairs)}
    again |= {j for j, claim in enumerate(claims) if j not in used and _answers(claim, optional, article)}
    found = [Verdict(article, wanted[i], claims[j], matches[i][j].faults) for i, j in sorted(pairs.items())]
    found += [Verdict(article, gold, None) for i, gold in enumerate(wanted) if i not in pairs]
    found += [Verdict(article, None, claim) for j, claim in enumerate(claims) if j not in used | again]
    count = Counter(
        {
            "gold": len(wanted),
            "system": len(claims) - len(again),
            "core": len(pairs),
            "full": sum(one.what == "right" for one in found),
            "repeats": len(again),
            "no evidence": sum(span_of(claim, article.text)[0] < 0 for claim in claims),
            "modality": sum(_has_right_modality(one) for one in found),
        }
    )
    return count, found


def _has_right_modality(one: Verdict) -> bool:
    return one.what in {"right", "flawed"} and "modality" in one.shown and "modality" not in one.faults


def _is_repeat(
    j: int, claims: Sequence[Record], matches: Sequence[Sequence[Match]], pairs: Mapping[int, int]
) -> bool:
    """Saying the same again is neither right nor wrong; saying it differently is wrong."""
    said = _attributes(claims[j])
    return any(matches[i][j].core and said == _attributes(claims[k]) for i, k in pairs.items())


def _answers(claim: Record, golds: Sequence[Record], article: GoldArticle) -> bool:
    return any(match(claim, gold, article).core for gold in golds)


def _attributes(claim: Record) -> tuple[str, ...]:
    return tuple(json.dumps(claim.get(name), sort_keys=True) for name in ATTRIBUTES)
