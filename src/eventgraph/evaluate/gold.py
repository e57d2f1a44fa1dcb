"""Gold annotations: one JSON file an article, its text beside it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from eventgraph.errors import UsageError
from eventgraph.evaluate.entity import GoldEntity
from eventgraph.evaluate.names import words_of

Record = dict[str, Any]


class GoldArticle(msgspec.Struct, dict=True):
    """What an article claims, by people's judgement."""

    id: str
    entities: dict[str, GoldEntity]
    claims: list[Record]
    text: str = ""

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Words of the names of all that are no people."""
        others = [entity for entity in self.entities.values() if entity.type != "person"]
        return frozenset(word for entity in others for form in entity.forms for word in words_of(form))


def load_gold(folder: str | Path) -> list[GoldArticle]:
    """Load ID.json and ID.txt of each article in `folder`, sorted; raises UsageError."""
    paths = [path for path in sorted(Path(folder).glob("*.json")) if not path.name.endswith(".meta.json")]
    if not paths:
        raise UsageError(f"{folder}: no gold annotations in it; name a folder of ID.json beside ID.txt")
    return [_load(path) for path in paths]


def _load(path: Path) -> GoldArticle:
    try:
        article = msgspec.json.decode(path.read_bytes(), type=GoldArticle)
        return msgspec.structs.replace(article, text=path.with_name(f"{article.id}.txt").read_text("utf-8"))
    except (msgspec.MsgspecError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no gold annotation: {error}") from error
