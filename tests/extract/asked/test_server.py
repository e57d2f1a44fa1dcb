"""Asking: what is sent, what a server that fails does to an article, and that the key stays where it is."""

from __future__ import annotations

import pickle
import time
from typing import Any

import pytest

from eventgraph.errors import UsageError
from eventgraph.extract.asked import ModelServer, open_server, server
from eventgraph.extract.asked.passages import LONGEST
from eventgraph.means import claims_of
from eventgraph.model import Article
from tests.conftest import Canary
from tests.extract.asked.asking import hear, told_claims
from tests.model_server import MODEL, Model, Reply, completion, model_server
from tests.remote.conftest import free_port

TEXT = "Eva Berg met Jan Olsen in Oslo. Ann Lee bumped into Kim Park in Rome."
BUMPED = {
    "type": "communication", "quote": "Ann Lee bumped into Kim Park in Rome.", "word": "bumped",
    "modality": "asserted", "from": ["Ann Lee"], "to": ["Kim Park"], "place": ["Rome"], "kind": "met",
}  # fmt: skip
FAILURES: dict[str, tuple[Model, str]] = {
    "an error": (lambda _: Reply(b'{"error": {"message": "out of memory"}}', 500), "says 500"),
    "no protocol": (lambda _: Reply(b"<html>Welcome</html>"), "something else than the OpenAI protocol"),
    "another protocol": (lambda _: Reply(b'{"response": "[]"}'), "something else than the OpenAI protocol"),
    "no choice": (lambda _: Reply(b'{"choices": []}'), "no text"),
    "no text": (lambda _: Reply(b'{"choices": [{"message": {"content": null}}]}'), "no text"),
    "no JSON": (lambda _: "I can't help with that.", "no JSON of claims"),
    "half a JSON": (lambda _: '{"claims": [{"type": "visit"', "no JSON of claims"),
    "another JSON": (lambda _: '{"claim": []}', "no JSON of claims"),
    "a deep JSON": (lambda _: '{"claims": ' + "[" * 100_000 + "]" * 100_000 + "}", "no JSON of claims"),
    "the limit of tokens": (
        lambda _: completion('{"claims": []}', "length"),
        "broke off its answer (length)",
    ),
    "a broken line": (lambda _: Reply(b"{}", headers=(("Content-Length", "99"),)), "can't be reached"),
    "a long answer": (lambda _: Reply(b" " * (server.LARGEST + 1)), "larger than 4 MiB"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_server_that_fails_leaves_what_the_rules_found(name: str) -> None:
    model, reason = FAILURES[name]
    with model_server(model) as running:
        found = hear(running, TEXT, id="talks")
    assert found.claims and not told_claims(found) and not found.heard
    told = str(found.failure)
    assert told.startswith(f"talks: was read by the rules alone, since the model server at {running.address}")
    assert reason in told and "\n" not in told


def test_no_server_at_all() -> None:
    with model_server(lambda _: []) as gone:
        pass
    found = hear(gone, TEXT)
    assert found.claims and "can't be reached" in str(found.failure)


@pytest.mark.parametrize("pause", ["before", "within"])
def test_a_server_that_is_too_slow(pause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "SECONDS", 0.2)

    def think(_: str) -> Reply:
        time.sleep(0.5)
        return Reply(b"{}")

    with model_server(think) as running:
        assert "can't be reached" in str(hear(running, TEXT).failure)


def test_one_failure_silences_all_of_an_article() -> None:
    """Half of what a server has to say is not told, so that asking again can tell it all."""
    text = TEXT + " It rained." * (LONGEST // 11)
    answers: list[Any] = [[BUMPED], "not now"]
    with model_server(lambda _: answers.pop(0)) as running:
        found = hear(running, text)
    assert len(running.passages) == 2 and found.failure and not told_claims(found)


def test_an_article_is_sent_in_passages_of_whole_sentences() -> None:
    text = " ".join(f"Ann Lee slept in town {number}." for number in range(600)) + " \n\n "
    with model_server(lambda _: []) as running:
        assert hear(running, text).failure is None
    assert "".join(running.passages) == text and len(running.passages) == -(-len(text) // LONGEST)
    assert all(len(one) <= LONGEST for one in running.passages)
    assert all(one.strip().endswith(".") for one in running.passages)


def test_a_quote_is_looked_for_where_it_was_asked_about() -> None:
    quote = str(BUMPED["quote"])
    text = quote + " The weather was dull, and nobody came." * (LONGEST // 38) + f"\n\n{quote}"
    with model_server(lambda passage: [BUMPED] if passage.endswith(quote) else []) as running:
        found = told_claims(hear(running, text))
    assert [claim.evidence.end for claim in found] == [len(text)]


def test_json_in_a_fence_is_read() -> None:
    with model_server(lambda _: 'Here it is:\n```json\n{"claims": []}\n```') as running:
        assert hear(running, TEXT).failure is None


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_server_that_sends_us_elsewhere_is_not_followed(status: int, canary: Canary) -> None:
    before = list(canary.asked)
    with model_server(lambda _: Reply(b"", status, (("Location", canary.url),))) as running:
        assert "sends us on to" in str(hear(running, TEXT).failure)
    assert canary.asked == before


def test_the_key_is_sent_and_told_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTGRAPH_MODEL_KEY", "sk-secret\n")
    with model_server(lambda _: Reply(b'{"error": "wrong key sk-secret"}', 401)) as running:
        failure = hear(running, TEXT).failure
        opened = open_server(running.address)
    assert running.keys == ["Bearer sk-secret"] * 2
    assert "says 401" in str(failure) and "secret" not in str(failure)
    assert b"secret" not in pickle.dumps(opened)


@pytest.mark.parametrize("key", ["a b", "a\nX-Other: b", "ключ"])
def test_what_can_be_no_key_is_refused_untold(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTGRAPH_MODEL_KEY", key)
    with pytest.raises(UsageError, match="EVENTGRAPH_MODEL_KEY holds what no key does") as refused:
        open_server("http://127.0.0.1:9/v1", MODEL)
    assert key not in str(refused.value)


def test_without_a_key_none_is_sent() -> None:
    with model_server(lambda _: []) as running:
        hear(running, TEXT)
    assert running.keys == [None]


def test_without_a_name_the_only_model_is_taken() -> None:
    with model_server(lambda _: []) as running:
        assert open_server(running.address + "/") == ModelServer(running.address, MODEL)
    with (
        model_server(lambda _: [], ("big", "small")) as running,
        pytest.raises(UsageError, match=r"has not one model \(big, small\); name one with --model"),
    ):
        open_server(running.address)


def test_a_model_that_the_server_does_not_have() -> None:
    with model_server(lambda _: [], ("other",)) as running:
        assert "The model `small-1` does not exist" in str(hear(running, TEXT).failure)


@pytest.mark.parametrize(
    ("address", "model", "reason"),
    [
        ("file:///etc/passwd", MODEL, "is no endpoint"),
        ("ftp://127.0.0.1/v1", MODEL, "is no endpoint"),
        ("http://user:word@127.0.0.1/v1", MODEL, "is no endpoint"),
        ("http://[::1", MODEL, "is no endpoint"),
        ("http://127.0.0.1/v 1", MODEL, "is no endpoint"),
        ("http://127.0.0.1/v1", "a\nb", "can't be the name of a model"),
        ("http://127.0.0.1/v1", "", "can't be the name of a model"),
        (None, MODEL, "give its address with --ask-model"),
    ],
)
def test_what_makes_no_sense_is_refused_before_any_work(address: str | None, model: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        open_server(address, model)


def test_no_model_is_guessed_where_nobody_answers() -> None:
    with pytest.raises(UsageError, match=r"can't be reached.*name the model with --model"):
        open_server(f"http://127.0.0.1:{free_port()}/v1")


def test_nobody_is_asked_unless_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "Endpoint", None)
    assert claims_of(Article(id="a", text=TEXT))
    assert open_server(None) is None
