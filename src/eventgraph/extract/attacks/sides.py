"""Do two attacks have attackers, targets and places in common, or do these tell them apart?"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference
from eventgraph.extract.attacks.participants import ANYBODY
from eventgraph.extract.attacks.telling import Telling
from eventgraph.lexicon import words


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


def conflict(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
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


def _whom(one: Telling) -> tuple[Reference, ...]:
    """The targets by which an attack may be known again: not *people*, *the 69-year-old Conservative*."""
    doc = one.trigger.doc
    vague = (target.entity.name.lower() in ANYBODY or _is_meant(target, doc) for target in one.targets)
    return tuple(target for target, skip in zip(one.targets, vague, strict=True) if not skip)


def _is_meant(target: Reference, doc: Doc) -> bool:
    """*the man*, *the victim*: somebody told of before."""
    head = doc[target.head]
    if target.entity.type != "group" or head.tag_ not in {"NN", "NNP"}:
        return False
    described = any(child.dep_ in {"acl:relcl", "acl", "appos", "nmod"} for child in head.rights)
    return not described and any(child.lower_ == "the" for child in head.lefts)


def scene(one: Telling) -> tuple[Reference, ...]:
    return (*_whom(one), *one.places)


def told_of(references: Iterable[Reference]) -> list[Reference]:
    """Those the text itself gives, not inferred."""
    return [one for one in references if one.mention.via != "inferred"]


def are_apart(a: Iterable[Reference], b: Iterable[Reference]) -> bool:
    """Two towns; not a town and a street, which may lie in it."""
    return conflict([one for one in a if not _is_spot(one)], [one for one in b if not _is_spot(one)])


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


def hit_others(a: Telling, b: Telling) -> bool:
    """Do they tell of unlike targets? The same hands attack people where they are: in the village."""
    if not conflict(_whom(a), _whom(b)) or _is_bare(b):
        return False
    beside = _are_people(a.targets) != _are_people(b.targets)
    return not (beside and _same_hands(a, b))


def _is_bare(b: Telling) -> bool:
    """*The attacks caused fires at a plant*: the attacks told before, whatever nameless thing they hit."""
    own = any(child.dep_ in {"nmod", "compound", "nmod:poss"} for child in b.trigger.children)
    return b.definite and not own and all(one.mention.via == "nominal" for one in b.targets)
