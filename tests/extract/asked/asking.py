"""Ask a server about a text, and what may never be broken by what it answers."""

from __future__ import annotations

from typing import Any

from eventgraph.extract.asked import Found, ModelServer
from eventgraph.extract.asked.types import asked_types
from eventgraph.extract.engine.rule import claim_types
from eventgraph.means import Means, found_in
from eventgraph.model import Article, Claim
from tests.model_server import MODEL, Running

RULE = f"model:{MODEL}/1"


def hear(running: Running, text: str, id: str = "case") -> Found:
    """What an article of this text claims by the rules and by the server."""
    article = Article(id=id, text=text, published="2021-05-12")
    return found_in(article, Means(server=ModelServer(running.address, MODEL)))


def told_claims(found: Found) -> list[Claim]:
    """Those that the server has added."""
    return [claim for claim in found.claims if claim.extractor.startswith("model:")]


def complete(told: Any, text: str) -> Any:
    """A claim of a case as the server tells it, with the names that the case leaves out."""
    if not isinstance(told, dict) or told.get("type") not in map(str, asked_types()):
        return told
    arguments: dict[str, Any] = {name: [] for name in claim_types()[told["type"]].arguments}
    return {"quote": text, "modality": "asserted", **arguments, **told}
