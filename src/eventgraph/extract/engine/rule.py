"""What a rule is: the type of claim it makes, its trigger, the paths of its arguments, its conditions."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml
from spacy.tokens import Token

from eventgraph.extract.engine.condition import Condition
from eventgraph.extract.engine.steps import Path
from eventgraph.model.claim import Value

Number = Literal["one", "many"]
# What the rules of some built-in types find is no claim yet: code makes claims of another type of it.
MADE_BY_CODE = {"holding": "role", "saying": "statement", "casualty": "casualties", "company": "visit"}


class ClaimType(msgspec.Struct, frozen=True):
    """A type of claim: its arguments, each one entity or many, and its attributes."""

    name: str
    arguments: dict[str, Number]
    attributes: tuple[str, ...] = ("date", "modality")


class Test(msgspec.Struct, frozen=True):
    """A condition on what stands at the end of a path; `text` is the path as written."""

    text: str
    path: Path
    condition: Condition

    def holds(self, token: Token) -> bool:
        """Does anything that the path finds from the token meet the condition?"""
        return any(self.condition(one) for one in self.path(token))


class Rule(msgspec.Struct, frozen=True):
    """One pattern. `paths` and `arguments` hold each argument's path, as written and compiled.

    `required` arguments must be found; if none is, any will do. `attributes` go into the claim; `flags` are
    words for the extractor's own code.
    """

    name: str
    type: ClaimType
    about: str
    trigger: Condition
    paths: dict[str, str]
    arguments: dict[str, Path]
    required: tuple[str, ...]
    conditions: tuple[Test, ...]
    exclusions: tuple[Test, ...]
    attributes: dict[str, Value]
    flags: frozenset[str]
    source: str

    @property
    def id(self) -> str:
        """Claim type and name: `communication/spoke-with`, as a claim's `extractor` says."""
        return f"{self.makes}/{self.name}"

    @property
    def makes(self) -> str:
        """The type of the claims it leads to."""
        return MADE_BY_CODE.get(self.type.name, self.type.name)


@cache
def claim_types() -> dict[str, ClaimType]:
    """Return the built-in types of claim, from `schema/claims.yml`."""
    content = yaml.safe_load((files("eventgraph.schema") / "claims.yml").read_text(encoding="utf-8"))
    return {
        name: ClaimType(name, one["arguments"], tuple(one["attributes"])) for name, one in content.items()
    }
