"""Communications: who spoke with, met or wrote to whom. What counts is in `rules/communication_*.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.parties import by_nation, parties
from eventgraph.extract.arguments.places import places
from eventgraph.extract.cancelled import is_called_off
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.grammar.syntax import conjuncts, expanded, preposition, subjects
from eventgraph.extract.talk import Talk, both_again, both_sides, each, make_talk, told_alike
from eventgraph.extract.visits import Visits
from eventgraph.extract.whereabouts import dated
from eventgraph.lexicon import find_organization, words
from eventgraph.model import Claim

KINDS = ("spoke", "met", "wrote")  # of two rules for one trigger the first read wins
# Rules whose verb makes a public statement if said to a medium, a crowd or a parliament.
PERSONAL = frozenset({"told", "called", "visited-person"})
PUBLIC = frozenset({"parliament"})
TOLD = frozenset({"tell", "speak", "talk", "ask", "letter", "question", "interview"})
ALONE = frozenset({"speak", "talk", "chat"})  # can be done to an audience
LINES = frozenset({"phone", "telephone", "call", "videoconference", "teleconference", "video", "link"})
TOPICS = frozenset({"about", "regarding", "on", "concerning"})
PUBLICLY = frozenset({"at", "in", "before", "from", "to", "against", "for", "of", "with", "after", "during"})
OF = frozenset({"nmod:poss", "nmod:desc", "appos", "flat", "compound"})
QUOTES = frozenset("'\"‘’“”")


class Communications:
    """Claims of type `communication`."""

    name = "communication"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules(BUILT_IN / f"communication_{kind}.yml" for kind in KINDS))
        self._visits = Visits()

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield the claims of each trigger's first rule with two usable sides: one, but for `each`."""
        for talk in self._dated(doc, told_alike(self._talks(doc))):
            claim = _claim(_settled(talk))
            if claim:
                yield claim

    def _dated(self, doc: Doc, talks: list[Talk]) -> list[Talk]:
        undated = any(talk.date is None for talk in talks)
        return dated(talks, list(self._visits.trips(doc))) if undated else talks

    def _talks(self, doc: Doc) -> list[Talk]:
        done: dict[int, Talk] = {}
        for match in self._matcher.matches(doc):
            if match.trigger.i in done or not match.trigger._.prose:
                continue
            talks = [*done.values()]
            found = both_again(match, talks) if "both" in match.rule.flags else _read(match, talks)
            if found:
                done[match.trigger.i] = found
        return [one for talk in done.values() for one in each(talk)]


def _settled(talk: Talk) -> Talk:
    """*was to meet Lee, but the meeting was called off*."""
    off = talk.modality == "planned" and is_called_off(talk.trigger, words("communication.plans"))
    return talk._replace(modality="negated") if off else talk


def _read(match: Match, told: Sequence[Talk]) -> Talk | None:
    place = places(match.arguments.get("place", ()))[:1]
    if "nations" in match.rule.flags:
        nations = [one for token in match.arguments["from"] for one in by_nation(token)]
        return make_talk(match, nations[:1], nations[1:], place) if nations else None
    sender = parties(match.arguments["from"]) or _owner_ahead(match.arguments["from"])
    here = {r.entity.id for r in sender}
    named = parties(match.arguments["to"]) or both_sides(match.arguments["to"], told)
    recipient = [r for r in named if r.entity.id not in here and not _is_topic(match, r)]
    if not sender or not recipient or not _allowed(match, sender, recipient):
        return None
    return make_talk(match, sender, recipient, place)


def _owner_ahead(owners: Sequence[Token]) -> list[Reference]:
    """*After his meeting with Kim, Lee spoke*: Lee, whom *his* goes before."""
    for owner in owners:
        clauses = owner.head.ancestors if owner.dep_ == "nmod:poss" and owner.pos_ == "PRON" else ()
        for clause in clauses:
            found = [one for one in parties(expanded(subjects(clause))) if one.entity.type == "person"]
            if found:
                return found
    return []


def _is_topic(match: Match, party: Reference) -> bool:
    """*discussed the alliance with Poland*: a country that what is spoken of is with."""
    over = match.trigger.doc[party.head].head
    nation = party.entity.type in {"country", "organization"} and match.rule.name == "discussed-with"
    related = [one.lemma_.lower() in words("communication.relations") for one in conjuncts(over)]
    return nation and over != match.trigger and any(related)


def _claim(talk: Talk) -> Claim | None:
    return make_claim(
        talk.trigger,
        "communication",
        {"from": talk.sender, "to": talk.recipient, "place": talk.place},
        {"kind": talk.kind, "date": talk.date, "modality": talk.modality},
        talk.rule.id,
    )


def _allowed(match: Match, sender: Sequence[Reference], recipient: Sequence[Reference]) -> bool:
    if not any(_is_identified(r, match.trigger.doc) for r in (*sender, *recipient)):
        return False
    if any(_is_of(match.trigger.doc, one, other) for one in sender for other in recipient):
        return False
    if match.trigger.lemma_.lower() == "see" and not _is_encounter(match.trigger, sender, recipient):
        return False
    if match.rule.name == "spoke-together" and match.trigger.lemma_.lower() in ALONE:
        return _is_mutual(match.trigger)
    if match.rule.name == "hosted" and match.trigger.lemma_.lower() == "receive":
        return all(_is_guest(match.trigger.doc[r.head], r) for r in recipient)
    if match.rule.name == "visited-person" and any(_is_town(r, match.trigger.doc) for r in recipient):
        return False
    if match.rule.name in PERSONAL and any(_is_public(r, match.trigger.doc) for r in recipient):
        return False
    to_publish = match.rule.attributes["kind"] == "spoke" or match.trigger.lemma_.lower() in TOLD
    return not (to_publish and _is_interview(match, [*sender, *recipient]))


def _is_identified(party: Reference, doc: Doc) -> bool:
    """Has it a name, its own or that of whose it is: *Greek diplomats*, *Lee's advisers*?"""
    if party.entity.type != "group":
        return True
    named = (reference(one) for one in doc[party.head].lefts)
    return any(one is not None and one.entity.type in {"country", "organization", "person"} for one in named)


def _is_town(party: Reference, doc: Doc) -> bool:
    """*visited Kenosha*: one word, without a title anywhere in the article, is hardly a person."""
    titled = (reference(title.person) for title, _ in doc._.titles)
    unknown = all(one is None or one.entity.id != party.entity.id for one in titled)
    return party.entity.type == "person" and " " not in party.entity.name and unknown


def _is_encounter(trigger: Token, sender: Sequence[Reference], recipient: Sequence[Reference]) -> bool:
    """*Lee saw Kim on Monday*; not *voters see Kim as old*, *the best player Kim has seen*."""
    judged = any(token.lower_ == "as" for token in trigger.subtree if token.i > trigger.i)
    clause = any(child.dep_ in {"xcomp", "ccomp"} for child in trigger.children)
    persons = all(r.entity.type == "person" for r in (*sender, *recipient))
    return persons and not judged and not clause and trigger.dep_ != "acl:relcl"


def _is_guest(head: Token, party: Reference) -> bool:
    """*received the envoy*; not *received the "Hero of Labour"*."""
    quoted = any(child.text in QUOTES for child in head.lefts)
    return party.entity.type in {"person", "group"} and not quoted


def _is_mutual(trigger: Token) -> bool:
    """*spoke together*, *by phone*, *to each other*, *about Syria*, *on Sunday*; not *at the funeral*."""
    phrases = [child for child in trigger.children if child.dep_ in {"obl", "obl:unmarked", "advmod"}]
    if any(child.lower_ == "together" or child.lemma_.lower() in LINES for child in phrases):
        return True
    if any(preposition(child) in {"to", "with"} and child.lower_ in {"each", "one"} for child in phrases):
        return True
    if any(preposition(child) in PUBLICLY for child in phrases if not _is_date(child)):
        return False
    topics = [child for child in phrases if preposition(child) in TOPICS and not _is_date(child)]
    return bool(topics) or any(_is_date(child) for child in phrases)


def _is_date(token: Token) -> bool:
    start, end = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    return any(start <= date.start < end for date in token.doc._.dates)


def _is_of(doc: Doc, one: Reference, other: Reference) -> bool:
    """*Lee's adviser*, *the premier, Lee*: is one beside the other in a single phrase?"""
    a, b = doc[one.head], doc[other.head]
    if any(token.pos_ == "VERB" for token in doc[min(a.i, b.i) : max(a.i, b.i)]):
        return False
    return (a.head == b and a.dep_ in OF) or (b.head == a and b.dep_ in OF)


def _is_interview(match: Match, parties: Sequence[Reference]) -> bool:
    """*told The Verge*, *told host Ann Lee*, *wrote in a letter to the Post*: is it said to be published?

    An organization nobody knows that is told a quotation is most likely a medium.
    """
    doc, told = match.trigger.doc, match.trigger.pos_ == "VERB"
    quoted = any(token.text in QUOTES for token in match.trigger.sent)
    for one in parties:
        if _is_medium(one) or _is_journalist(doc, one):
            return True
        unknown = one.entity.type == "organization" and find_organization(one.entity.name) is None
        if unknown and told and quoted and one.mention.via == "name" and one.head > match.trigger.i:
            return True
    return False


def _is_journalist(doc: Doc, party: Reference) -> bool:
    """*radio host Ann Lee*, *Ann Lee of the BBC*, *our correspondent*: somebody who asks for the public."""
    if party.entity.type == "group" and doc[party.head].lemma_.lower() in words("communication.journalists"):
        return True
    titles = (office.title for title, office in doc._.titles if title.person.i == party.head)
    if any(title.lower().split()[-1] in words("communication.journalists") for title in titles):
        return True
    of = [child for child in doc[party.head].children if child.dep_ == "nmod"]
    return any(found is not None and _is_medium(found) for found in map(reference, of))


def _is_public(party: Reference, doc: Doc) -> bool:
    """Is it a medium, an audience or a parliament? *Norwegian officials* and *the envoys* are none."""
    if party.entity.type == "group":
        return doc[party.head].lemma_.lower() not in words("communication.delegates")
    return _is_medium(party) or _is_known(party, PUBLIC)


def _is_medium(party: Reference) -> bool:
    if party.entity.type != "organization":
        return False
    words_in_name = set(party.entity.name.lower().replace("-", " ").split())
    return _is_known(party, {"media"}) or not words_in_name.isdisjoint(words("media_words"))


def _is_known(party: Reference, kinds: Set[str]) -> bool:
    known = find_organization(party.entity.name) if party.entity.type == "organization" else None
    return known is not None and known.kind in kinds
