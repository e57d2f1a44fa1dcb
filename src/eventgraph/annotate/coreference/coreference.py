"""Pronouns and nominals of one article: *he*, *the secretary*, *its*, *the ministry*.

Titles and bodies that name their office are rules' to resolve, precise where they speak; pronouns and all
other nominals the trained head's (`chains.py`). Where a pipeline gives no word vectors for it,
rules alone resolve the pronouns.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from eventgraph.annotate.bodies import body_named
from eventgraph.annotate.coreference.chains import Links, find_links, has_vectors, write_chains
from eventgraph.annotate.coreference.entities import Entities
from eventgraph.annotate.coreference.fronted import subject_behind
from eventgraph.annotate.coreference.its import body_at, body_before, owner_beside, same_body
from eventgraph.annotate.coreference.named_later import is_of_country, named_later
from eventgraph.annotate.coreference.office_holder import office_holder
from eventgraph.annotate.coreference.people import SUBJECTS, People
from eventgraph.annotate.coreference.words import gender_of_pronoun
from eventgraph.annotate.office import read_office
from eventgraph.annotate.office.origin import with_origin
from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.annotate.titles import TitlePhrase, find_titles, is_title
from eventgraph.annotate.trees.sayers import settle_sayers
from eventgraph.annotate.trees.subjects import settle_subjects
from eventgraph.annotate.trees.titles import settle, settle_given, settle_lists
from eventgraph.annotate.trees.words import settle_words
from eventgraph.model import Entity, Via

ITS = frozenset({"its", "it"})


@Language.component("eventgraph_coreference", requires=["doc._.references"], assigns=["doc._.references"])
def resolve(doc: Doc) -> Doc:
    """Add pronouns and nominals to `doc._.references`; `doc._.titles` holds each title with its office."""
    _read_titles(doc)
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


def _read_titles(doc: Doc) -> None:
    """Set `doc._.titles`, and mend what the trees have wrong of them."""
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
    person = office_holder(token, people) if office else None
    if person:
        return _refer(token, entities, person, "title")
    found = (body_named(token) if _definite(token) else None) or linked.of(token)
    later = named_later(token) if office and found is None else None
    return _refer(token, entities, later, "title") if later else found


def _pronoun(token: Token, people: People, entities: dict[str, Entity], linked: Entities) -> Reference | None:
    """Of several people whom *he* may mean the head chooses; where but one is near, it is that one."""
    if token.lower_ in ITS and (owner := owner_beside(token)) is not None:
        return same_body(body_at(owner), token)
    gender = gender_of_pronoun(token.lower_)
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
    return body_before(token) if token.lower_ in ITS and token.dep_ == "nmod:poss" else None


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
