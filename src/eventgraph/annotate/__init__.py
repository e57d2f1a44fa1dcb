"""Articles to annotated Docs: our own small language model, lexicons, names, references, dates."""

from eventgraph.annotate.pipeline import annotate, load
from eventgraph.annotate.references import Reference, reference

__all__ = ["Reference", "annotate", "load", "reference"]
