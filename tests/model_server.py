"""A real HTTP server that speaks OpenAI's chat completions; what its model says is told by the test.

No language model is behind it: how good the claims of one are is not measured here.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import jsonschema

MODEL = "small-1"


class Reply(NamedTuple):
    """An answer as it goes over the wire: not necessarily what the protocol wants."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


Model = Callable[[str], list[Any] | str | Reply]
"""From a passage to claims, to the text of the answer, or to a whole reply."""


class Running(NamedTuple):
    """`address` is for `--ask-model`; `asked` are the requests' bodies, `keys` their `Authorization`."""

    address: str
    asked: list[dict[str, Any]]
    keys: list[str | None]

    @property
    def passages(self) -> list[str]:
        """What was sent of articles."""
        return [request["messages"][-1]["content"] for request in self.asked]


def completion(text: str, finish_reason: str = "stop") -> Reply:
    """An answer of the protocol, with the fields that servers give."""
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish_reason}
    usage = {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18}
    body = {"id": "chat-1", "object": "chat.completion", "created": 1, "model": MODEL}
    return Reply(json.dumps({**body, "choices": [choice], "usage": usage}).encode())


@contextmanager
def model_server(model: Model, names: tuple[str, ...] = (MODEL,)) -> Iterator[Running]:
    """Run a server whose models have these names and whose answers `model` gives."""
    asked, keys = list[dict[str, Any]](), list[str | None]()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            keys.append(self.headers["Authorization"])
            data = [{"id": name, "object": "model", "created": 1, "owned_by": "us"} for name in names]
            known = self.path == "/v1/models"
            self._send(Reply(json.dumps({"object": "list", "data": data}).encode(), 200 if known else 404))

        def do_POST(self) -> None:
            keys.append(self.headers["Authorization"])
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            problem = None if self.path == "/v1/chat/completions" else self.path
            problem = problem or find_problem(request, names)
            if problem:
                self._send(Reply(json.dumps({"error": {"message": problem}}).encode(), 400))
                return
            asked.append(request)
            said = model(request["messages"][-1]["content"])
            said = json.dumps({"claims": said}) if isinstance(said, list) else said
            self._send(completion(said) if isinstance(said, str) else said)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            for name, value in reply.headers:
                self.send_header(name, value)
            if "Content-Length" not in dict(reply.headers):
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Running(f"http://127.0.0.1:{server.server_port}/v1", asked, keys)
        finally:
            server.shutdown()
            thread.join()


def find_problem(request: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """What a server of the protocol would refuse, in words; None if nothing."""
    if request["model"] not in names:
        return f"The model `{request['model']}` does not exist"
    if [message["role"] for message in request["messages"]] != ["system", "user"]:
        return "messages: system, then user"
    if request["response_format"]["type"] != "json_schema" or request["temperature"] != 0:
        return "response_format"
    return _find_wrong(json.dumps(request["response_format"]["json_schema"]["schema"]))


@cache
def _find_wrong(schema: str) -> str | None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    return _find_loose(json.loads(schema))


def _find_loose(schema: Any) -> str | None:
    """OpenAI's strict schemas: every object names all that it requires, and admits nothing else."""
    if isinstance(schema, list):
        return next((found for one in schema if (found := _find_loose(one))), None)
    if not isinstance(schema, dict):
        return None
    closed = sorted(schema.get("required", [])) == sorted(schema.get("properties", {}))
    if schema.get("type") == "object" and not (closed and schema.get("additionalProperties") is False):
        return f"Invalid schema: {schema.get('title')}"
    return _find_loose(list(schema.values()))
