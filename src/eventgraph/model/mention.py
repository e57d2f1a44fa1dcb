"""A span of text that refers to an entity."""

from __future__ import annotations

from typing import Literal

import msgspec

Via = Literal["name", "pronoun", "nominal", "title", "demonym", "coreference", "inferred"]


class Mention(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """`article.text[start:end] == text`; `via` says how the text leads to the entity.

    An inferred mention is the span the inference starts from, and `rule` names the inference.
    """

    start: int
    end: int
    text: str
    via: Via
    rule: str | None = None
