"""The ontology as triples: OWL classes and properties, SKOS schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventgraph.graph import terms
from eventgraph.graph.namespaces import PREFIXES, expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.turtle import write_turtle
from eventgraph.schema.ontology import Class, Direct, Header, Ontology, Property, Scheme

TYPE, LABEL, COMMENT = expand("rdf:type"), expand("rdfs:label"), expand("rdfs:comment")
DEFINED_BY = expand("rdfs:isDefinedBy")
PLOVER = Iri(expand("eg:PLOVER"))


def ontology_turtle(ontology: Ontology) -> bytes:
    """`ontology/eventgraph.ttl`."""
    return write_turtle(ontology_triples(ontology))


def ontology_triples(ontology: Ontology) -> set[Triple]:
    """Terms of others are only named with the vocabulary that defines them; nothing is said of them."""
    triples = set(_header(ontology.header))
    triples.update(_plover())
    for own in ontology.classes.values():
        triples.update(_class(own, ontology))
    for curie, property in ontology.properties.items():
        triples.update(_property(curie, property, ontology))
    for rule in ontology.direct:
        triples.update(_direct(rule, ontology))
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


def _names(iri: Iri, term: Header | Class | Property | Scheme | Direct) -> Iterator[Triple]:
    yield iri, LABEL, terms.english(term.label)
    yield iri, COMMENT, terms.english(" ".join(term.comment.split()))


def _is_ours(curie: str) -> bool:
    return curie.startswith("eg:")


def _origin(curie: str, term: Class | Property | Direct, ontology: Ontology) -> Iterator[Triple]:
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
    if not _is_ours(curie):
        return
    yield from _to(iri, "rdfs:subPropertyOf", property.parents)
    yield from _to(iri, "skos:closeMatch", property.close)
    yield from _to(iri, "rdfs:domain", filter(None, [property.domain]))
    yield iri, expand("rdfs:range"), expand(_range(property, ontology))


def _range(property: Property, ontology: Ontology) -> str:
    if property.range in ontology.schemes:
        return "skos:Concept"
    return "rdfs:Literal" if property.range == "date" else property.range


def _direct(rule: Direct, ontology: Ontology) -> Iterator[Triple]:
    iri = expand(rule.property)
    yield iri, TYPE, expand("owl:ObjectProperty")
    yield from _origin(rule.property, rule, ontology)
    if _is_ours(rule.property):
        yield iri, expand("rdfs:domain"), expand(ontology.properties[rule.start].range)
        yield iri, expand("rdfs:range"), expand(ontology.properties[rule.to].range)
        yield iri, expand("rdfs:seeAlso"), expand(rule.of)
    if rule.symmetric:
        yield iri, TYPE, expand("owl:SymmetricProperty")


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
