"""Where facts come from: articles, claims, the quotations they stand on, and the program that read them."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph import __version__
from eventgraph.graph import terms
from eventgraph.graph.address import web_address
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.graph.values import to_term
from eventgraph.model import Article, Claim, Evidence
from eventgraph.model.slug import slug

OTHERWISE = {name: expand(f"eg:{name}") for name in ("date", "modality", "status")}
TYPE, EVIDENCE = expand("rdf:type"), expand("eg:evidence")
ATTRIBUTED = expand("prov:wasAttributedTo")


def article_triples(article: Article, mint: Mint) -> Iterator[Triple]:
    """A schema.org NewsArticle; an address that is not http(s) is left out."""
    iri = mint.article(article.id)
    yield iri, TYPE, expand("schema:NewsArticle")
    yield iri, TYPE, expand("prov:Entity")
    yield iri, expand("schema:identifier"), terms.text(article.id)
    yield iri, expand("eg:digest"), terms.text(article.digest)
    if article.published:
        yield iri, expand("schema:datePublished"), terms.date(article.published)
    if article.url and (address := web_address(article.url)):
        yield iri, expand("schema:url"), address
    yield from _plain(iri, article)
    yield from _agent(mint)


def _plain(iri: Iri, article: Article) -> Iterator[Triple]:
    values = {"headline": article.title, "publisher": article.publisher, "inLanguage": article.language}
    for name, value in values.items():
        if value:
            yield iri, expand(f"schema:{name}"), terms.text(value)
    for author in article.authors:
        yield iri, expand("schema:author"), terms.text(author)


def claim_triples(claim: Claim, fact: Iri, mint: Mint) -> Iterator[Triple]:
    """The claim, what it states, and where."""
    iri, evidence = mint.claim(claim.id), mint.evidence(claim.evidence)
    yield iri, TYPE, expand("eg:Claim")
    yield iri, expand("eg:states"), fact
    yield iri, expand("eg:extractor"), terms.text(claim.extractor)
    yield iri, ATTRIBUTED, agent_iri(mint)
    yield iri, expand("eg:confidence"), terms.decimal(claim.confidence)
    yield from _otherwise(iri, claim)
    yield iri, EVIDENCE, evidence
    yield fact, EVIDENCE, evidence
    yield from _evidence(evidence, claim.evidence, mint)


def agent_iri(mint: Mint) -> Iri:
    """This version of this program, a prov:SoftwareAgent; which of its extractors is said by the claim."""
    return mint.path("agent", f"eventgraph-{slug(__version__)}")


def _agent(mint: Mint) -> Iterator[Triple]:
    iri = agent_iri(mint)
    yield iri, TYPE, expand("prov:SoftwareAgent")
    yield iri, expand("rdfs:label"), terms.text("eventgraph")
    yield iri, expand("schema:softwareVersion"), terms.text(__version__)


def _otherwise(iri: Iri, claim: Claim) -> Iterator[Triple]:
    """What the claim says otherwise than the fact: *planned* of what happened, an office still held."""
    for name, value in claim.said.items():
        if value is not None and name in OTHERWISE:
            yield iri, OTHERWISE[name], to_term(f"eg:{name}", value)


def _evidence(iri: Iri, evidence: Evidence, mint: Mint) -> Iterator[Triple]:
    yield iri, TYPE, expand("eg:Evidence")
    yield iri, expand("oa:hasSource"), mint.article(evidence.article)
    yield iri, expand("oa:exact"), terms.text(evidence.quote)
    yield iri, expand("oa:start"), terms.integer(evidence.start)
    yield iri, expand("oa:end"), terms.integer(evidence.end)
