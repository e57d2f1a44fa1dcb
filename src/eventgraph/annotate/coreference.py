"""Pronouns and nominals of one article: *he*, *the secretary*, *its*, *the ministry*.

Titles and bodies that name their office are rules' to resolve, precise where they speak; pronouns and all
other nominals the trained head's (`coreference_chains.py`). Where a pipeline gives no word vectors for it,
rules alone resolve the pronouns.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from eventgraph.annotate.bodies import body_named
from eventgraph.annotate.coreference_chains import Links, find_links, has_vectors, write_chains
from eventgraph.annotate.coreference_entities import Entities
from eventgraph.annotate.fronted import subject_behind
from eventgraph.annotate.named_later import is_of_country, named_later
from eventgraph.annotate.office import Office, is_rank_apart, read_office
from eventgraph.annotate.people import SUBJECTS, People
from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.annotate.sayers import settle_sayers
from eventgraph.annotate.subjects import settle_subjects
from eventgraph.annotate.title_after import with_origin
from eventgraph.annotate.title_trees import settle, settle_given, settle_lists
from eventgraph.annotate.titles import TitlePhrase, find_titles, is_title, phrase
from eventgraph.annotate.word_trees import settle_words
from eventgraph.lexicon import full_title
from eventgraph.model import Entity, Via

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
ITS = frozenset({"its", "it"})
BODY_KINDS = frozenset({"organization", "country"})


@Language.component("eventgraph_coreference", requires=["doc._.references"], assigns=["doc._.references"])
def resolve(doc: Doc) -> Doc:
    """Add pronouns and nominals to `doc._.references`; `doc._.titles` holds each title with its office."""
    if not Doc.has_extension("titles"):
        Doc.set_extension("titles", default=None)
    settle_words(doc)
    doc._.titles = [
        (found, with_origin(office, found.person))
        for found in find_titles(doc)
        if (office := read_office(found.tokens, found.head))
    ]
    for found, _ in doc._.titles:
        if found.construction == "before":
            settle(found)
        _refer_title(found)
    settle_lists([found for found, _ in doc._.titles if found.construction == "respective"])
    settle_given(doc)
    settle_subjects(doc)
    settle_sayers(doc)
    people = People(doc, doc._.titles)
    entities = {r.entity.id: r.entity for r in doc._.references.values()}
    beside_names = {found.head.i for found, _ in doc._.titles}
    links = find_links(doc) if has_vectors(doc) else Links([], [])
    write_chains(doc, links)
    linked = Entities(doc, links)
    for token in doc:
        known = reference(token) or _resolve(token, people, entities, beside_names, linked)
        if known is None:
            continue
        doc._.references[token.i] = known
        if known.entity.type == "person" and known.head == token.i:
            people.meet(token, known.entity.id)
    return doc


def _refer_title(found: TitlePhrase) -> None:
    """The noun of a title beside a name refers to the person, too."""
    person, head = reference(found.person), found.head
    if person and reference(head) is None:
        mention = mention_of(head.doc[head.i : head.i + 1], "title")
        head.doc._.references[head.i] = Reference(person.entity, mention, head.i)


def _resolve(
    token: Token, people: People, entities: dict[str, Entity], beside: set[int], linked: Entities
) -> Reference | None:
    kind = token.pos_
    if kind in {"PRON", "DET"}:
        return _pronoun(token, people, entities, linked)
    if kind not in {"NOUN", "PROPN"} or token.i in beside:
        return None
    office = is_title(token) and (_definite(token) or is_of_country(token))
    person = _office_holder(token, people) if office else None
    if person:
        return _refer(token, entities, person, "title")
    found = (body_named(token) if _definite(token) else None) or linked.of(token)
    later = named_later(token) if office and found is None else None
    return _refer(token, entities, later, "title") if later else found


def _pronoun(token: Token, people: People, entities: dict[str, Entity], linked: Entities) -> Reference | None:
    """Of several people whom *he* may mean the head chooses; where but one is near, it is that one."""
    if token.lower_ in ITS and (owner := _beside_owner(token)) is not None:
        return _again(_body(owner), token)
    gender = PRONOUNS.get(token.lower_)
    behind = subject_behind(token)
    subject = reference(behind) if behind is not None else None
    if subject and people.gender.get(subject.entity.id, gender) == gender:
        return _refer(token, entities, subject.entity.id, "pronoun")
    near = people.candidates(token, gender) if gender else []
    if len(near) == 1:
        return _refer(token, entities, near[0], "pronoun")
    found = linked.of(token)
    if found and people.gender.get(found.entity.id, gender) == gender:
        return found
    if near:
        return _refer(token, entities, near[0], "pronoun")
    return _body_before(token) if token.lower_ in ITS and token.dep_ == "nmod:poss" else None


def _beside_owner(its: Token) -> Token | None:
    """*on the company and its founder*: the body that what it owns stands beside, named or not."""
    owned = its.head
    is_body = owned.head.pos_ in {"NOUN", "PROPN"} and owned.head._.kind == "organization"
    beside = its.dep_ == "nmod:poss" and owned.dep_ == "conj" and owned._.kind == "person"
    return owned.head if beside and is_body else None


def _refer(token: Token, entities: dict[str, Entity], entity: str, via: Via) -> Reference:
    span = token.doc[token.left_edge.i : token.i + 1] if via == "title" else token.doc[token.i : token.i + 1]
    return Reference(entities[entity], mention_of(span, via), token.i)


def _definite(token: Token) -> bool:
    """*the secretary*, *The Foreign Secretary*, or a bare capitalised title as subject."""
    for child in token.children:
        if child.dep_ == "det":
            return child.lower_ in {"the", "this", "that"}
        if child.dep_ == "nmod:poss":
            owner = reference(child)
            return owner is not None and owner.entity.type == "person"
        if child.dep_ == "nummod":
            return False
    return token.text[0].isupper() and token.pos_ == "PROPN" and token.dep_ in SUBJECTS


def _office_holder(token: Token, people: People) -> str | None:
    """The last mentioned person whose office the nominal names; *the president* is the president-elect
    only where nobody else is president.
    """
    wanted = read_office(phrase(token), token)
    if wanted is None or wanted.status == "former":
        return None
    same = [
        (person, (office.status == "elect") == (wanted.status == "elect"))
        for person, held in sorted(people.offices.items())
        for office in held
        if _same_office(wanted, office, token)
    ]
    holders = list(dict.fromkeys(p for p, now in same if now) or dict.fromkeys(p for p, _ in same))
    last = next((person for _, person in reversed(people.mentions) if person in holders), None)
    return last or (holders[0] if len(holders) == 1 else None)


def _same_office(wanted: Office, office: Office, token: Token) -> bool:
    a, b = set(_words(wanted.title)), set(_words(office.title))
    if _words(token.text)[-1] not in b or not a <= b or is_rank_apart(wanted.title, office.title):
        return False
    if wanted.country and (office.country is None or wanted.country.entity.id != office.country.entity.id):
        return False
    return office.status != "former"


def _words(title: str) -> list[str]:
    """*VP* and *vice-president* are one."""
    return full_title(title).lower().replace("-", " ").split() or [title]


def _body_before(token: Token) -> Reference | None:
    """*its*: the subject of the clause, if a body or a country; else the only body named in the sentence."""
    subjects = [c for a in token.ancestors for c in a.children if c.dep_ in SUBJECTS and c.i < token.i]
    found = next((r for s in subjects if (r := _body(s))), None) or _only_body(token)
    return _again(found, token)


def _again(found: Reference | None, its: Token) -> Reference | None:
    """The same body, mentioned by a pronoun."""
    if found is None:
        return None
    return Reference(found.entity, mention_of(its.doc[its.i : its.i + 1], "pronoun"), its.i)


def _body(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.entity.type in BODY_KINDS else None


def _only_body(token: Token) -> Reference | None:
    named = [r for t in token.doc[token.sent.start : token.i] if (r := _body(t)) and r.mention.via == "name"]
    bodies = {r.entity.id: r for r in named if r.entity.type == "organization"}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
