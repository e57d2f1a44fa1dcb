"""What the server and the processes that hold the graph say to each other: a length, then msgpack."""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Query(msgspec.Struct, frozen=True, tag=True):
    """SPARQL to answer.

    `results` and `graph` are media types for what SELECT and ASK, and what CONSTRUCT and DESCRIBE give; None
    if the client takes none of ours. `default` and `named` are the dataset that the protocol names, None if
    it names none.
    """

    sparql: str
    results: str | None
    graph: str | None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


class Update(msgspec.Struct, frozen=True, tag=True):
    """SPARQL Update to carry out, by which the process becomes the graph's new keeper."""

    sparql: str


class Fork(msgspec.Struct, frozen=True, tag=True):
    """Make a process with the same graph; its end of a socket comes with the answer's `pid`."""


class Kill(msgspec.Struct, frozen=True, tag=True):
    """End a process that Fork made."""

    pid: int


class Answer(msgspec.Struct, frozen=True):
    """An HTTP status, with the media type and content of the answer or one line that says what is wrong."""

    status: int
    body: bytes = b""
    media: str = "text/plain; charset=utf-8"
    pid: int = 0


Message: TypeAlias = Query | Update | Fork | Kill
LENGTH = 8
_messages: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)
_answers = msgspec.msgpack.Decoder(Answer)


def pack(message: Message | Answer) -> bytes:
    """The bytes to send."""
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(LENGTH, "big") + body


def length(head: bytes) -> int:
    """How many bytes follow the first LENGTH ones."""
    return int.from_bytes(head, "big")


def unpack_message(body: bytes) -> Message:
    """What the server asks for."""
    return _messages.decode(body)


def unpack_answer(body: bytes) -> Answer:
    """What it gets."""
    return _answers.decode(body)
