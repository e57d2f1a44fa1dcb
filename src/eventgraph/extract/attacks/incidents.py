"""One attack told several times is one incident, as far as the text tells incidents apart."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.attacks.identities import is_named_later
from eventgraph.extract.attacks.targets import inferred
from eventgraph.extract.attacks.telling import ANYBODY, Telling
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.lexicon import words

ANOTHER_TIME = frozenset({"after", "before", "since", "following"})
HARM = frozenset({"kill", "wound", "injure"})
NEAR = 80  # words between two tellings of one attack in unlike words
DAY = len("2021-05-12")
SUMMED_UP = 150  # words from a headline to the attack that it sums up


def incidents(told: Iterable[Telling]) -> list[Telling]:
    """Return each incident as it is first told, with attackers and a date that later tellings add.

    A speaker's own words about attacks make no further incident where the article itself tells one, nor does
    a headline where the article soon tells one.
    """
    found: list[Telling] = []
    for one in sorted(told, key=lambda one: (one.quoted, one.headline, one.trigger.i)):
        at = next((i for i, other in enumerate(found) if is_same(other, one)), None)
        if at is not None:
            found[at] = _joined(found[at], one)
        elif not (one.quoted and found) and not _sums_up(one, found):
            found.append(one)
    return sorted(found, key=lambda one: one.trigger.i)


def _sums_up(headline: Telling, found: Iterable[Telling]) -> bool:
    """*Bombs hit four Syrian cities*, over what tells of each bomb."""
    after = (one.trigger.i - headline.trigger.i for one in found if not one.quoted)
    return headline.headline and any(0 < words < SUMMED_UP for words in after)


def is_same(a: Telling, b: Telling) -> bool:
    """May two tellings be of one incident? Nothing they say may conflict, and something must agree."""
    if a.modality != b.modality or not _same_day(a.date, b.date):
        return False
    if _conflict(known(a.attackers), known(b.attackers)):
        return False
    if (
        (_in_one_clause(a.trigger, b.trigger) and not _is_apart(b))
        or _same_person(a, b)
        or _is_toll(a, b)
        or _is_recalled(a, b)
    ):
        return True
    if not _same_kind(a.kind, b.kind) or _is_of_the_past(a, b):
        return False
    if is_named_later(a, b):
        return True
    if b.new or shared(_scene(a), _scene(b)):
        return shared(_told(_scene(a)), _told(_scene(b))) or not b.new
    if _hit_others(a, b) or _are_apart(a.places, b.places):
        return False
    plain = not {_noun(a.kind), _noun(b.kind)} & words("attack.generic")
    return plain or b.definite or b.trigger.i - a.trigger.i < NEAR


def _hit_others(a: Telling, b: Telling) -> bool:
    """Do they tell of unlike targets? The same hands attack people where they are: in the village."""
    if not _conflict(_whom(a), _whom(b)) or _is_bare(b):
        return False
    beside = _are_people(a.targets) != _are_people(b.targets)
    return not (beside and _same_hands(a, b))


def _are_apart(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    """Two towns; not a town and a street, which may lie in it."""
    return _conflict([one for one in a if not _is_spot(one)], [one for one in b if not _is_spot(one)])


def _is_spot(place: Reference) -> bool:
    """*Rue des Lilas*, *Wellgate Road*."""
    name = place.entity.name.lower().split()
    return name[0] in words("attack.spots") or name[-1] in words("attack.things")


def _are_people(targets: Iterable[Reference]) -> bool:
    return all(one.entity.type in {"group", "person"} for one in targets)


def _same_hands(a: Telling, b: Telling) -> bool:
    """*gunmen*, *the attackers*: by one name, or both by words that any attacker may be called by."""
    both = (a.attackers, b.attackers)
    return all(both) and (shared(*both) or not any(known(one) for one in both))


def _scene(one: Telling) -> tuple[Reference, ...]:
    return (*_whom(one), *one.places)


def _whom(one: Telling) -> tuple[Reference, ...]:
    """The targets by which an attack may be known again: not *people*."""
    return tuple(target for target in one.targets if target.entity.name.lower() not in ANYBODY)


def _is_of_the_past(a: Telling, b: Telling) -> bool:
    """*A bomb went off in Tartus. In May bombings in Tartus killed 40*: today's news is dated by its day."""
    return a.date is None and b.date is not None and len(b.date) < DAY and not b.definite


def _is_apart(b: Telling) -> bool:
    """*a week after ten were killed in Minna*."""
    return b.new and b.trigger.pos_ == "VERB"


def _same_person(a: Telling, b: Telling) -> bool:
    """*was shot*, *the assassination of*: one person is not killed twice."""
    persons = {one.entity.id for one in a.targets if one.entity.type == "person"}
    return any(one.entity.id in persons for one in b.targets)


def _is_toll(a: Telling, b: Telling) -> bool:
    """*shelled the town and said it had killed two men*: one event."""
    harm = b.trigger.lemma_.lower() in HARM and b.trigger.sent == a.trigger.sent
    return harm and b.trigger.i > a.trigger.i and shared(known(a.attackers), known(b.attackers))


def _is_recalled(a: Telling, b: Telling) -> bool:
    """*In that attack, Smith killed a nurse*; *killing his sister*, after her murder by him was told."""
    same = shared(known(a.attackers), known(b.attackers))
    kin = words("kinship.m") | words("kinship.f") | {"victim", "victims"}
    relatives = bool(b.targets) and all(one.entity.name.lower().split()[-1] in kin for one in b.targets)
    persons = any(one.entity.type == "person" for one in a.targets)
    return same and (b.definite or (relatives and persons))


def _is_bare(b: Telling) -> bool:
    """*The attacks caused fires at a plant*: the attacks told before, whatever nameless thing they hit."""
    own = any(child.dep_ in {"nmod", "compound", "nmod:poss"} for child in b.trigger.children)
    return b.definite and not own and all(one.mention.via == "nominal" for one in b.targets)


def _in_one_clause(a: Token, b: Token) -> bool:
    """*a stabbing spree, killing four*, *continued its air campaign by destroying houses*: one event."""
    verb = a if a.pos_ == "VERB" else a.head
    if b.pos_ == "NOUN":
        return b.dep_ == "obl" and b.head == a and preposition(b) not in ANOTHER_TIME
    if b == verb and a.dep_ == "nsubj":
        return True  # airstrikes hit the town
    harm = b.dep_ == "conj" and b.lemma_.lower() in HARM
    return (harm or b.dep_ in {"advcl", "acl", "acl:relcl"}) and b.head in {a, verb}


def known(attackers: Iterable[Reference]) -> list[Reference]:
    """Those who are more than *the gunman*, *armed men*."""
    return [
        one for one in attackers if one.mention.via == "name" or not _is_any_hand(one.entity.name.lower())
    ]


def _is_any_hand(name: str) -> bool:
    """*attackers*, *unidentified gunmen*, *an armed man*: whoever it was."""
    *before, noun = name.split()
    suspect = noun.replace("men", "man").removesuffix("s") in words("attack.suspects")
    unknown = words("attack.unknown").issuperset(before)
    return unknown and (suspect or (bool(before) and noun in {"man", "men", "people", "group"}))


def _told(references: Iterable[Reference]) -> list[Reference]:
    """Those the text itself gives, not inferred."""
    return [one for one in references if one.mention.via != "inferred"]


def _conflict(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    first, second = [*a], [*b]
    return bool(first and second) and not shared(first, second)


def shared(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    return any(_alike(x, y) for x in a for y in b)


def _alike(x: Reference, y: Reference) -> bool:
    """One entity, or two unnamed ones called by the same noun."""
    if x.entity.id == y.entity.id:
        return True
    last = (x.entity.name.lower().split()[-1:], y.entity.name.lower().split()[-1:])
    unnamed = "nominal" in {x.mention.via, y.mention.via} and last[0] == last[1]
    return unnamed and not ANYBODY & {*last[0]}


def _same_day(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same_kind(a: str, b: str) -> bool:
    x, y = _noun(a), _noun(b)
    return x == y or x in words("attack.generic") or y in words("attack.generic")


def _noun(kind: str) -> str:
    """The singular of the kind's last word."""
    return kind.lower().split()[-1].rstrip("s")


def _joined(first: Telling, later: Telling) -> Telling:
    better = not first.attackers or (known(later.attackers) and not known(first.attackers))
    added = later.attackers if better else ()
    return first._replace(
        attackers=tuple(inferred(one, "same-incident") for one in added) or first.attackers,
        date=first.date or later.date,
        places=first.places or tuple(inferred(one, "same-incident") for one in later.places),
        targets=_targets(first, later),
    )


def _targets(first: Telling, later: Telling) -> tuple[Reference, ...]:
    if is_named_later(first, later):
        return tuple(inferred(one, "same-incident") for one in later.targets)
    return first.targets or (later.targets if first.trigger.sent == later.trigger.sent else ())
