"""The page that shows each term of the ontology, for people: `docs/terms.md`."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.schema.example import example_of
from eventgraph.schema.ontology import Class, Direct, Ontology, Property, Scheme

HEAD = """# Terms of the ontology

Made from `src/eventgraph/schema/` by `python -m eventgraph.schema`. What graphs are made of is told in
[the graph](ontology.md). Examples are cut from the graph of one article, `schema/example.yml`.
"""


def terms_page(ontology: Ontology) -> bytes:
    """`docs/terms.md`."""
    parts = [
        HEAD,
        "## Classes\n",
        *(_class(ontology.classes[curie]) for curie in sorted(ontology.classes)),
        "## Properties\n",
        *(_property(curie, ontology.properties[curie]) for curie in sorted(ontology.properties)),
        "## Plain properties\n\nThey join entities directly, and follow from facts.\n",
        *(_direct(rule, ontology) for rule in sorted(ontology.direct, key=lambda rule: rule.property)),
        "## Values\n",
        *(_scheme(ontology.schemes[curie]) for curie in sorted(ontology.schemes)),
    ]
    return "\n".join(parts).encode()


def _class(own: Class) -> str:
    facts = [("subclass of", own.parents), ("close to", own.close), ("disjoint with", own.disjoint)]
    plover = [("PLOVER", (own.plover,))] if own.plover else []
    return _term(own.iri, own.comment, [*facts, *plover])


def _property(curie: str, own: Property) -> str:
    ends = [("from", (own.domain or "",)), ("to", (own.range,))]
    facts = [("subproperty of", own.parents), ("close to", own.close)]
    return _term(curie, own.comment, [*ends, *facts, *_inverse(own)])


def _direct(rule: Direct, ontology: Ontology) -> str:
    start, end = ontology.ends(rule.property)
    where = tuple(f"{p} {' or '.join(values)}" for p, values in rule.where.items())
    facts = [
        ("from", (start,)),
        ("to", (end,)),
        ("follows from", (rule.of, *where)),
        ("close to", rule.close),
    ]
    symmetric = [("symmetric", ("owl:SymmetricProperty",))] if rule.symmetric else []
    return _term(rule.property, rule.comment, [*facts, *symmetric, *_inverse(rule)])


def _inverse(own: Property | Direct) -> list[tuple[str, tuple[str, ...]]]:
    return [("inverse", (own.inverse.property,))] if own.inverse else []


def _scheme(scheme: Scheme) -> str:
    rows = "".join(f"- `eg:{name}`: {definition}\n" for name, definition in scheme.concepts.items())
    return f"### {scheme.iri}\n\n{scheme.comment}\n\n{rows}"


def _term(curie: str, comment: str, facts: list[tuple[str, tuple[str, ...]]]) -> str:
    return "\n".join(_lines(curie, " ".join(comment.split()), facts))


def _lines(curie: str, comment: str, facts: list[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    yield f"### {curie}\n\n{comment}\n"
    yield (
        "; ".join(f"{name} {', '.join(f'`{v}`' for v in values)}" for name, values in facts if values) + "\n"
    )
    yield f"```turtle\n{example_of(curie)}```\n"
