"""A model server: any that speaks OpenAI's chat completions. The key stays in the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from eventgraph.errors import UsageError
from eventgraph.remote.access import Access
from eventgraph.remote.endpoint import Endpoint

KEY = "EVENTGRAPH_MODEL_KEY"
JSON = "application/json"
SECONDS = 120.0  # for a whole answer
LARGEST = 4 << 20  # bytes of one
BROKEN_OFF = ("length", "content_filter")
SENDABLE = re.compile(r"[\x21-\x7e]+")
NAME = re.compile(r"[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]{0,198}[^\s\x00-\x1f\x7f])?")


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


class _Model(msgspec.Struct):
    id: str


class _Models(msgspec.Struct):
    data: list[_Model]


class ModelServer(NamedTuple):
    """Where it is, and the name of its model. It can be sent to other processes; the key is not in it."""

    address: str
    model: str

    def complete(self, request: Mapping[str, Any]) -> str:
        """Return the text of the answer. Raises UsageError if there is none, or only its beginning."""
        path, body = f"{self.address}/chat/completions", msgspec.json.encode(request)
        answer = _read(_endpoint(path).send("POST", body, JSON, accept=JSON)[0], _Completion, path)
        choice = answer.choices[0] if answer.choices else _Choice(_Message())
        if choice.finish_reason in BROKEN_OFF:
            raise UsageError(f"{path} broke off its answer ({choice.finish_reason})")
        if choice.message.content is None:
            raise UsageError(f"{path} answers with no text")
        return choice.message.content


def open_server(address: str | None, model: str | None = None) -> ModelServer | None:
    """Return the server at an address like `http://localhost:8080/v1`, None without one.

    Without `model` it is asked which it has. Raises UsageError for a model without an address, for an address
    that is not http(s), a name that can't be one, or where the server does not have exactly one model.
    """
    if address is None:
        if model is not None:
            raise UsageError("--model names the model of a server; give its address with --ask-model")
        return None
    address = address.rstrip("/")
    endpoint = _endpoint(f"{address}/models")
    name = _only_model(endpoint) if model is None else model
    if not NAME.fullmatch(name):
        raise UsageError(f"{name[:40]!r} can't be the name of a model; give another with --model")
    return ModelServer(address, name)


def _only_model(endpoint: Endpoint) -> str:
    try:
        content, _ = endpoint.send("GET", None, JSON, accept=JSON)
        models: _Models = _read(content, _Models, endpoint.address)
    except UsageError as error:
        raise UsageError(f"{error}; name the model with --model, or leave --ask-model out") from None
    names = sorted(one.id for one in models.data)
    if len(names) != 1:
        told = ", ".join(names[:10]) or "none"
        raise UsageError(f"{endpoint.address} has not one model ({told}); name one with --model")
    return names[0]


def _endpoint(address: str) -> Endpoint:
    """One that is asked once: a server that is silent, or thinks too long, would be so again."""
    return Endpoint(address, Access(_key()), SECONDS, largest=LARGEST, within=SECONDS, insist=False)


def _key() -> str | None:
    key = os.environ.get(KEY, "").strip()
    if key and not SENDABLE.fullmatch(key):
        raise UsageError(f"{KEY} holds what no key does: white space, or letters that are not ASCII")
    return key or None


def _read(content: bytes, type: type[msgspec.Struct], address: str) -> Any:
    try:
        return msgspec.json.decode(content, type=type)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{address} answers with something else than the OpenAI protocol: {error}") from None
