"""What a membership has besides its plain values: the role as a node, and the time it is held."""

from __future__ import annotations

from eventgraph.graph import terms
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.model import Claim

TYPE = expand("rdf:type")
ENDS = {"since": "time:hasBeginning", "until": "time:hasEnd"}
INSTANT = {"date": "time:inXSDDate", "gYearMonth": "time:inXSDgYearMonth", "gYear": "time:inXSDgYear"}


def make_role(membership: Iri, claim: Claim, mint: Mint) -> list[Triple]:
    """The triples that lead from a membership to its role and interval."""
    title = str(claim.attributes["title"])
    role = mint.role(title)
    triples: list[Triple] = [(membership, expand("org:role"), role), (role, TYPE, expand("org:Role"))]
    return triples + _interval(membership, claim, mint)


def _interval(membership: Iri, claim: Claim, mint: Mint) -> list[Triple]:
    ends = {name: str(claim.attributes[name]) for name in ENDS if claim.attributes.get(name)}
    if not ends:
        return []
    readable = "-".join(f"{name}-{date}" for name, date in ends.items())
    interval = mint.node("interval", readable, [membership.removeprefix(mint.base), ends])
    triples: list[Triple] = [(membership, expand("org:memberDuring"), interval)]
    triples.append((interval, TYPE, expand("time:ProperInterval")))
    for name, date in ends.items():
        triples += [(interval, expand(ENDS[name]), mint.path("instant", date)), *_instant(date, mint)]
    return triples


def _instant(date: str, mint: Mint) -> list[Triple]:
    instant, value = mint.path("instant", date), terms.date(date)
    property = INSTANT[value.datatype.removeprefix(terms.XSD)]
    return [(instant, TYPE, expand("time:Instant")), (instant, expand(property), value)]
