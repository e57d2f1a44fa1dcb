"""`python -m eventgraph.schema [FOLDER]` writes the ontology's generated files, by default to `ontology/`."""

from __future__ import annotations

import sys
from pathlib import Path

from eventgraph.schema.context import jsonld_context
from eventgraph.schema.ontology import load_ontology
from eventgraph.schema.shapes import shapes_turtle
from eventgraph.schema.turtle import ontology_turtle


def generate() -> dict[str, bytes]:
    """File names and what is in them."""
    ontology = load_ontology()
    return {
        "eventgraph.ttl": ontology_turtle(ontology),
        "shapes.ttl": shapes_turtle(ontology),
        "context.jsonld": jsonld_context(ontology),
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "ontology")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in generate().items():
        (folder / name).write_bytes(content)
