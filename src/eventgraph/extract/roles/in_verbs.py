"""What the verb says of an office: which (*heads the bank*) or in what body (*works for the bank as*)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.engine.matcher import Match
from eventgraph.extract.grammar.syntax import logical_objects, objects, obliques
from eventgraph.lexicon import full_title, load, words

WORK = frozenset({"for", "at", "in", "with"})
JOIN = frozenset({"join", "leave", "represent", "serve"})
BREAKS = frozenset({"VERB", "AUX", "PUNCT", "ADP"})
MISSIONS = frozenset({"mission", "delegation", "team", "office", "bureau"})
ARTICLES = frozenset({"a", "an"})


def verbal(match: Match) -> Iterator[tuple[Token, Office]]:
    """*Lee headed the bank*: the office that the verb names, in the body that is its object."""
    title = load("titles")["verbal"].get(match.trigger.lemma_.lower())
    body = next(
        (one for token in logical_objects(match.trigger) if (one := _body(token) or _sender(token))), None
    )
    if title and body and not _leads_somewhere(match.trigger):
        yield match.trigger, Office(title, "current", body, None, None)


def of_place_of_work(office: Office, verb: Token) -> Office:
    """*worked for the bank as an adviser*, *joined the bank as its lawyer*: an office in the bank."""
    if office.organization or office.country or office.possessor:
        return office
    if verb.dep_ == "acl:relcl" and any(child.lower_ == "where" for child in verb.children):
        return office._replace(organization=_body(verb.head))  # *left the bank, where he was treasurer*
    if verb.pos_ != "VERB":
        return office
    joined = objects(verb) if verb.lemma_.lower() in JOIN else []
    body = next((one for token in (*obliques(verb, WORK), *joined) if (one := _body(token))), None)
    return office._replace(organization=body)


def is_description(office: Office, title: Token) -> bool:
    """*named Ann Lee, a lawyer and former minister, to lead it*: what she is or was, not what she becomes."""
    before = reversed(title.doc[title.sent.start : title.i])
    first = next((t for t in before if t.lower_ in ARTICLES or t.pos_ in BREAKS), None)
    article = first is not None and first.lower_ in ARTICLES and first.i > title.sent.start
    return office.status == "former" or bool(article and first and first.nbor(-1).text == ",")


def is_rank_beside(title: Token) -> bool:
    """*fired police chief Colonel Lee*: the rank beside an office is kept."""
    beside = [(found.head, office) for found, office in title.doc._.titles if found.head.head == title.head]
    ranks = {head.i: full_title(office.title).lower() in words("titles.ranks") for head, office in beside}
    return ranks.get(title.i, False) and not all(ranks.values())


def _body(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.entity.type == "organization" else None


def _sender(mission: Token) -> Reference | None:
    """*heads the African Union's observer mission*: the body that sent it."""
    if mission.lemma_.lower() not in MISSIONS:
        return None
    before = (one for one in mission.lefts if one.dep_ in {"compound", "nmod:poss"})
    return next((found for one in before if (found := _body(one))), None)


def _leads_somewhere(verb: Token) -> bool:
    """*led the party to victory*: what was done once, by whoever could."""
    goals = obliques(verb, frozenset({"to", "into", "against", "through"}))
    return any(goal.pos_ != "NUM" and not goal.is_digit for goal in goals)
