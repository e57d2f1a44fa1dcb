"""The ontology as triples: OWL classes and properties, SKOS schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eventgraph.graph import terms
from eventgraph.graph.namespaces import PREFIXES, expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.turtle import write_turtle
from eventgraph.schema.example import example_of
from eventgraph.schema.ontology import Class, Direct, Header, Inverse, Ontology, Property, Scheme

TYPE, LABEL, COMMENT = expand("rdf:type"), expand("rdfs:label"), expand("rdfs:comment")
DEFINED_BY = expand("rdfs:isDefinedBy")
OURS, THEIRS = ("rdfs:domain", "rdfs:range"), ("schema:domainIncludes", "schema:rangeIncludes")
PLOVER = Iri(expand("eg:PLOVER"))


def ontology_turtle(ontology: Ontology) -> bytes:
    """`ontology/eventgraph.ttl`."""
    return write_turtle(ontology_triples(ontology))


def ontology_triples(ontology: Ontology) -> set[Triple]:
    """Terms of others are named with the vocabulary that defines them.

    Of their meaning nothing is said: what they join in our graphs is schema:domainIncludes and rangeIncludes.
    """
    triples = set(_header(ontology.header))
    triples.update(_plover())
    for own in ontology.classes.values():
        triples.update(_class(own, ontology))
        triples.update(_disjoint(own))
    for curie, property in ontology.properties.items():
        triples.update(_property(curie, property, ontology))
    for rule in ontology.direct:
        triples.update(_direct(rule, ontology))
    for curie, inverse in ontology.inverses.items():
        triples.update(_inverse(curie, inverse, ontology))
    for curie in ontology.terms:
        triples.update(_example(curie))
    for scheme in ontology.schemes.values():
        triples.update(_scheme(scheme, ontology.header))
    return triples


def _header(header: Header) -> Iterator[Triple]:
    iri = Iri(header.iri)
    yield iri, TYPE, expand("owl:Ontology")
    yield from _names(iri, header)
    yield iri, expand("owl:versionInfo"), terms.text(header.version)
    yield iri, expand("dcterms:license"), Iri(header.license)


def _plover() -> Iterator[Triple]:
    yield PLOVER, TYPE, expand("rdfs:Datatype")
    yield PLOVER, LABEL, terms.english("PLOVER category")
    yield PLOVER, COMMENT, terms.english("A code of the PLOVER event ontology, such as CONSULT.")


class Term(NamedTuple):
    """What every term says of itself."""

    label: str
    comment: str


def _names(iri: Iri, term: Header | Class | Property | Scheme | Direct | Term) -> Iterator[Triple]:
    yield iri, LABEL, terms.english(term.label)
    yield iri, COMMENT, terms.english(" ".join(term.comment.split()))


def _is_ours(curie: str) -> bool:
    return curie.startswith("eg:")


def _origin(curie: str, term: Class | Property | Direct | Term, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(curie)
    if _is_ours(curie):
        yield from _names(iri, term)
        yield iri, DEFINED_BY, Iri(ontology.header.iri)
    else:
        yield iri, expand("skos:scopeNote"), terms.english(" ".join(term.comment.split()))
        yield iri, DEFINED_BY, Iri(PREFIXES[curie.partition(":")[0]])


def _to(iri: Iri, property: str, curies: Iterable[str]) -> Iterator[Triple]:
    for curie in curies:
        yield iri, expand(property), expand(curie)


def _class(own: Class, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(own.iri)
    yield iri, TYPE, expand("owl:Class")
    yield from _origin(own.iri, own, ontology)
    if _is_ours(own.iri):
        yield from _to(iri, "rdfs:subClassOf", own.parents)
    yield from _to(iri, "skos:closeMatch", own.close)
    if own.plover:
        yield iri, expand("skos:notation"), terms.Literal(own.plover, PLOVER)


def _property(curie: str, property: Property, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(curie)
    is_data = _range(property, ontology).startswith(("xsd:", "rdfs:Literal"))
    yield iri, TYPE, expand("owl:DatatypeProperty" if is_data else "owl:ObjectProperty")
    yield from _origin(curie, property, ontology)
    yield from _ends(curie, property.domain or "", _range(property, ontology))
    if _is_ours(curie):
        yield from _to(iri, "rdfs:subPropertyOf", property.parents)
        yield from _to(iri, "skos:closeMatch", property.close)


def _ends(curie: str, domain: str, range: str) -> Iterator[Triple]:
    """What a property leads from and to."""
    names = (
        ("rdfs:domain", "rdfs:range")
        if _is_ours(curie)
        else ("schema:domainIncludes", "schema:rangeIncludes")
    )
    for name, end in zip(names, (domain, range), strict=True):
        yield expand(curie), expand(name), expand(end)


def _range(property: Property, ontology: Ontology) -> str:
    if property.range in ontology.schemes:
        return "skos:Concept"
    return "rdfs:Literal" if property.range == "date" else property.range


def _direct(rule: Direct, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(rule.property)
    yield iri, TYPE, expand("owl:ObjectProperty")
    yield from _origin(rule.property, rule, ontology)
    known = ontology.properties
    yield from _ends(rule.property, known[rule.start].range, known[rule.to].range)
    if _is_ours(rule.property):
        yield iri, expand("rdfs:seeAlso"), expand(rule.of)
        yield from _to(iri, "skos:closeMatch", rule.close)
    if rule.symmetric:
        yield iri, TYPE, expand("owl:SymmetricProperty")


def _disjoint(own: Class) -> Iterator[Triple]:
    yield from _to(expand(own.iri), "owl:disjointWith", own.disjoint)


def _inverse(curie: str, inverse: Inverse, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(inverse.property)
    yield iri, TYPE, expand("owl:ObjectProperty")
    yield iri, expand("owl:inverseOf"), expand(curie)
    comment = f"The way back along {curie}. Graphs leave it out: it follows."
    yield from _origin(inverse.property, Term(inverse.label, comment), ontology)
    if _is_ours(inverse.property):
        domain, range = ontology.ends(curie)
        yield from _ends(inverse.property, range, domain)


def _example(curie: str) -> Iterator[Triple]:
    if turtle := example_of(curie):
        yield expand(curie), expand("skos:example"), terms.text(turtle)


def _scheme(scheme: Scheme, header: Header) -> Iterator[Triple]:
    iri = expand(scheme.iri)
    yield iri, TYPE, expand("skos:ConceptScheme")
    yield from _names(iri, scheme)
    yield iri, DEFINED_BY, Iri(header.iri)
    for name, definition in scheme.concepts.items():
        concept = expand(f"eg:{name}")
        yield concept, TYPE, expand("skos:Concept")
        yield concept, expand("skos:inScheme"), iri
        yield concept, expand("skos:prefLabel"), terms.english(name.replace("-", " "))
        yield concept, expand("skos:definition"), terms.english(definition)
