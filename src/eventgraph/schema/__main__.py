"""`python -m eventgraph.schema [FOLDER]` writes what follows from the schema, here unless told otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

from eventgraph.schema.context import jsonld_context
from eventgraph.schema.ontology import load_ontology
from eventgraph.schema.page import terms_page
from eventgraph.schema.shapes import shapes_turtle
from eventgraph.schema.turtle import ontology_turtle


def generate() -> dict[str, bytes]:
    """Paths below the checkout and what is in them."""
    ontology = load_ontology()
    return {
        "ontology/eventgraph.ttl": ontology_turtle(ontology),
        "ontology/shapes.ttl": shapes_turtle(ontology),
        "ontology/context.jsonld": jsonld_context(ontology),
        "docs/terms.md": terms_page(ontology),
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name, content in generate().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
