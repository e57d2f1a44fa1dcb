"""Who claimed an attack: *ISIL claimed responsibility for all three attacks*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.attackers import attackers
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import agents, expanded, logical_objects, logical_subjects, obliques
from eventgraph.extract.modality import modality
from eventgraph.lexicon import find_organization, words

CLAIMS = frozenset({"claim", "take"})
OWNS = frozenset({"claim", "perpetrate", "commit", "carry"})
ALL = frozenset({"all", "both", "these", "those"})


def with_claimants(doc: Doc, told: Sequence[Telling]) -> list[Telling]:
    """Return the incidents with those who claimed them as attackers.

    *responsibility for the attack* means the last incident told before whose attackers are unknown, a plural
    all of them.
    """
    found = list(told)
    for verb, claimed in _acts_of_claiming(doc):
        who = [one for one in attackers(expanded(_claimants(verb))) if _is_body(one)]
        if who and modality(verb) == "asserted":
            for i in _claimed(claimed, found):
                found[i] = found[i]._replace(attackers=_hands(who, found[i]))
    return found


def _hands(who: Sequence[Reference], told: Telling) -> tuple[Reference, ...]:
    """*Gunmen attacked the hotel*, and a group claimed it: the group, by the hands of the gunmen."""
    return (*(inferred(one, "claimed-responsibility") for one in who), *told.attackers)


def _acts_of_claiming(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The verb, and what is claimed: *claimed responsibility for …*, *the strike was claimed by …*."""
    for token in doc:
        if token.lower_ == "responsibility":
            near = [token.head, *token.lefts]  # the tree may hang *claimed* on *responsibility*
            yield from ((verb, token) for verb in near if verb.lemma_.lower() in CLAIMS)
        elif token.lower_ == "behind" and token.head.lemma_.lower() in words("attack.events"):
            yield from ((token.head, token.head) for child in token.head.lefts if child.dep_ == "cop")
        elif token.lemma_.lower() in OWNS and token.pos_ == "VERB":
            events = words("attack.events")
            claimed = (*logical_objects(token), *_claimed_before(token))
            yield from ((token, one) for one in claimed if one.lemma_.lower() in events)


def _claimed_before(verb: Token) -> list[Token]:
    """*condemned the attack, claimed by the group*: the attack, where *claimed* hangs on *condemned*."""
    if verb.tag_ != "VBN" or verb.dep_ not in {"acl", "advcl"} or not agents(verb):
        return []
    before = verb.doc[verb.sent.start : verb.i]
    return [one for one in before if one.lemma_.lower() in words("attack.events")][:1]


def _claimants(verb: Token) -> list[Token]:
    """Its subjects; where the tree makes it a modifier of a noun before, that noun."""
    modifies = verb.dep_ in {"amod", "acl"} and verb.head.i < verb.i
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:outer"}]
    return own or logical_subjects(verb) or ([verb.head] if modifies else [])


def _is_body(one: Reference) -> bool:
    return one.entity.type == "organization" or find_organization(one.entity.name) is not None


def _claimed(responsibility: Token, told: Sequence[Telling]) -> list[int]:
    """The numbers of the incidents meant; where it is not said for what, those of the day first told of."""
    here = [i for i, one in enumerate(told) if one.trigger in {responsibility, *responsibility.subtree}]
    if here:
        return [i for i in here if _is_open(told[i])]
    before = [i for i, one in enumerate(told) if one.trigger.sent.start <= responsibility.i]
    open_ones = [i for i in before if _is_open(told[i])]
    after = [
        noun for one in (responsibility, responsibility.head) for noun in expanded(obliques(one, {"for"}))
    ]
    if not after and responsibility.head.dep_ != "acl:relcl":
        near = [i for i in open_ones if _in_one_paragraph(told[i].trigger, responsibility)]
        return near or [i for i in open_ones if told[i].date in {None, told[open_ones[0]].date}]
    plural = any(_is_many(one) for one in (*after, antecedent_of(responsibility.head)))
    return open_ones if plural else open_ones[-1:]


def _in_one_paragraph(a: Token, b: Token) -> bool:
    return "\n" not in a.doc.text[a.idx : b.idx]


def _is_open(told: Telling) -> bool:
    """Is nobody known by name to have done it? *Militants stormed the base*."""
    return all(one.mention.via == "nominal" and one.entity.type == "group" for one in told.attackers)


def antecedent_of(clause: Token) -> Token:
    """*the attacks, for which ISIL claimed responsibility*: attacks; any other verb stands for itself."""
    return clause.head if clause.dep_ == "acl:relcl" else clause


def _is_many(token: Token) -> bool:
    return token.tag_ == "NNS" or any(child.lower_ in ALL for child in token.children)
