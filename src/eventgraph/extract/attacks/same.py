"""May what two places of an article tell be one attack?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.attacks.identities import is_named_later
from eventgraph.extract.attacks.resuming import resumes
from eventgraph.extract.attacks.sides import are_apart, conflict, hit_others, known, scene, shared, told_of
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.lexicon import words

ANOTHER_TIME = frozenset({"after", "before", "since", "following"})
HARM = frozenset({"kill", "wound", "injure"})
NEAR = 80  # words between two tellings of one attack in unlike words
DAY = len("2021-05-12")


def is_same(a: Telling, b: Telling) -> bool:
    """May two tellings be of one incident? Nothing they say may conflict, and something must agree."""
    if a.modality != b.modality or not _same_day(a.date, b.date) or _is_of_victims(a, b):
        return False
    if conflict(known(a.attackers), known(b.attackers)) or _is_answered(a, b) or _is_answered(b, a):
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
    if b.new or shared(scene(a), scene(b)):
        return shared(told_of(scene(a)), told_of(scene(b))) or not b.new
    if hit_others(a, b) or are_apart(a.places, b.places):
        return False
    plain = not {_noun(a.kind), _noun(b.kind)} & words("attack.generic")
    return plain or b.definite or b.trigger.i - a.trigger.i < NEAR


def _is_of_victims(a: Telling, b: Telling) -> bool:
    """*killed two people who were protesting the shooting of Jan Novak*: what only a clause on them tells."""
    above = (one for one in (b.trigger, *b.trigger.ancestors) if one.dep_ == "acl:relcl")
    return b.trigger.pos_ == "NOUN" and any(one.head.i == whom.head for one in above for whom in a.targets)


def _is_answered(a: Telling, b: Telling) -> bool:
    """*Rockets killed 12 in Israel. Israel killed 200 militants*: where one hit is who did the other."""
    return not known(a.attackers) and shared(known(b.attackers), (*a.places, *a.targets))


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


def _in_one_clause(a: Token, b: Token) -> bool:
    """*a stabbing spree, killing four*, *continued its air campaign by destroying houses*: one event."""
    verb = a if a.pos_ == "VERB" else a.head
    if resumes(b):
        return bool(a.is_ancestor(b))
    if b.pos_ == "NOUN":
        return b.dep_ == "obl" and b.head == a and preposition(b) not in ANOTHER_TIME
    if b == verb and a.dep_ == "nsubj":
        return True  # airstrikes hit the town
    harm = b.dep_ == "conj" and b.lemma_.lower() in HARM
    return (harm or b.dep_ in {"advcl", "acl", "acl:relcl"}) and b.head in {a, verb}


def _same_day(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same_kind(a: str, b: str) -> bool:
    x, y = _noun(a), _noun(b)
    if (x in words("attack.takings")) != (y in words("attack.takings")):
        return False
    return x == y or x in words("attack.generic") or y in words("attack.generic")


def _noun(kind: str) -> str:
    """The singular of the kind's last word."""
    return kind.lower().split()[-1].rstrip("s")
