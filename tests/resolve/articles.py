"""Claims of small articles, from what they tell of one name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventgraph.model import Claim, Entity, Evidence, Mention, make_entity

PRONOUN = {"m": "he", "f": "she"}


def tell(article: str, told: Mapping[str, Any], start: int = 0) -> Claim:
    """A claim of `article` on an entity: `name`, and if wanted `type`, `office`, `land`, `gender`, `names`.

    The entity is the claim's `person` or `organization`.
    """
    entity = make_entity(told["name"], told.get("type", "person"), tuple(told.get("names", ())))
    title, _, country = str(told.get("office", "/")).partition("/")
    country = country or told.get("land", "")
    land = {"country": (make_entity(country, "country"),)} if country else {}
    if entity.type == "organization":
        parties = {
            "person": (make_entity(f"Ann {article.title()}", "person"),),
            "organization": (entity,),
            **land,
        }
        return claim(article, start, "role", parties, title="member")
    said = PRONOUN.get(told.get("gender", ""), told["name"])
    kind = "role" if title else "statement"
    return claim(
        article, start, kind, {"person" if title else "speaker": (entity,), **land}, title=title, said=said
    )


def claim(
    article: str,
    start: int,
    type: str,
    parties: Mapping[str, tuple[Entity, ...]],
    title: str = "",
    said: str = "x",
) -> Claim:
    """A role (with its title) or a statement."""
    values = {"title": title, "status": "current"} if type == "role" else {"cue": "said", "content": said}
    via = "pronoun" if said in PRONOUN.values() else "name"
    mentions = {name: (Mention(start, start + len(said), said, via),) for name in parties}  # type: ignore[arg-type]
    evidence = Evidence(article, start, start + 9, "a sentence"[:9], 0)
    return Claim(
        f"{article}-{start}", article, type, dict(parties), dict(values), evidence, mentions, "x/y", 1.0
    )


def entity_of(claim: Claim) -> Entity:
    """The entity that `tell` made the claim for."""
    name = next(n for n in ("organization", "speaker", "person") if n in claim.arguments)
    return claim.arguments[name][0]
