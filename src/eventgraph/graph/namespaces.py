"""Prefix map and CURIEs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from eventgraph.errors import UsageError
from eventgraph.graph.terms import Iri

EG = "https://w3id.org/eventgraph#"
DEFAULT_BASE = "https://w3id.org/eventgraph/id/"
PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "eg": EG,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
NAMES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
# What minted IRIs start with below the base; each is a prefix of its own in Turtle.
PATHS: tuple[str, ...] = (
    *("person", "organization", "country", "place", "group", "role"),
    *("claim", "event", "membership", "report", "interval", "instant", "agent", "own"),
)
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")


@cache
def expand(curie: str) -> Iri:
    """`eg:date` to its IRI. Raises KeyError for a prefix that is not in the map."""
    prefix, local = curie.split(":", 1)
    return Iri(PREFIXES[prefix] + local)


def prefixes_below(base: str) -> dict[str, str]:
    """The prefix map of a graph with this base."""
    return {**PREFIXES, **{path: f"{base}{path}/" for path in PATHS}}


def shorten(iri: str, names: Mapping[str, str] = NAMES) -> str | None:
    """The IRI as a CURIE that needs no escape in Turtle, or None; `names` leads from namespace to prefix.

    IRIs are cut after the last `/` or `#`, where all namespaces of ours end.
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = names.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and LOCAL.fullmatch(iri, cut) else None


def check_base(base: str) -> str:
    """The base with a final `/` or `:`. Raises UsageError unless it is an absolute http(s) or urn IRI.

    A base with `#` is none: the fragment is where evidence says its offsets.
    """
    if not re.fullmatch(
        r"(?:https?://[^\s/?#<>\"{}|\\^`]+|urn:)[^\s?#<>\"{}|\\^`\x00-\x20\ud800-\udfff]*", base
    ):
        raise UsageError(f"{base!r} can't be a base; give an absolute IRI such as {DEFAULT_BASE}")
    return base if base.endswith(("/", ":")) else base + "/"
