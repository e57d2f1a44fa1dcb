"""What a model server is sent: the words of `prompt.yml`, and the form of the answer, from `types.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from eventgraph.extract.asked.types import asked_types, told_forms

PROMPT = Path(__file__).with_name("prompt.yml")
REF = "#/$defs/{name}"


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words, and their version; `{types}` in them stands for the types of claims."""

    version: int
    system: str


@cache
def load_prompt() -> Prompt:
    """Read `prompt.yml` once."""
    return msgspec.convert(yaml.safe_load(PROMPT.read_text("utf-8")), Prompt)


def make_request(model: str, passage: str) -> dict[str, Any]:
    """Return the body of a POST to `/chat/completions` of the OpenAI protocol."""
    types = "\n".join(f"- {name}: {one.about}" for name, one in asked_types().items())
    system = load_prompt().system.replace("{types}", types)
    messages = [{"role": "system", "content": system}, {"role": "user", "content": passage}]
    form = {"name": "claims", "strict": True, "schema": answer_schema()}
    return {
        "model": model,
        "temperature": 0,
        "messages": messages,
        "response_format": {"type": "json_schema", "json_schema": form},
    }


@cache
def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer: `claims`, a list of any of the types."""
    forms, parts = msgspec.json.schema_components(list(told_forms().values()), ref_template=REF)
    claims = {"type": "array", "items": {"anyOf": list(forms)}}
    return {
        "type": "object",
        "properties": {"claims": claims},
        "required": ["claims"],
        "additionalProperties": False,
        "$defs": parts,
    }
