"""When two tellings are of one attack."""

from __future__ import annotations

import spacy

from eventgraph.annotate.references import Reference
from eventgraph.extract.attacks.incidents import incidents
from eventgraph.extract.attacks.same import is_same
from eventgraph.extract.attacks.telling import Telling
from eventgraph.model import Mention, make_entity
from eventgraph.model.entity import EntityType

DOC = spacy.blank("en")("word " * 200)


def who(name: str, type: EntityType = "organization") -> Reference:
    return Reference(make_entity(name, type), Mention(0, len(name), name, "name"), 0)


def telling(at: int, kind: str, **fields: object) -> Telling:
    plain = Telling(DOC[at], (), (), (), kind, None, "asserted", "attack/x")
    return plain._replace(**fields)  # type: ignore[arg-type]


BOMBING = telling(0, "bombing", targets=(who("Lagos", "place"),))


def test_a_later_telling_adds_its_attackers() -> None:
    later = telling(20, "attack", attackers=(who("Boko Haram"),), definite=True)
    [one] = incidents([BOMBING, later])
    assert [party.entity.name for party in one.attackers] == ["Boko Haram"]
    assert one.attackers[0].mention.via == "inferred" and one.attackers[0].mention.rule == "same-incident"


def test_other_attackers_dates_and_places_are_other_incidents() -> None:
    by_rebels = BOMBING._replace(attackers=(who("Rebels"),))
    assert not is_same(by_rebels, telling(9, "bombing", attackers=(who("Army"),)))
    assert not is_same(BOMBING._replace(date="2021-05-01"), BOMBING._replace(date="2021-05-02"))
    assert not is_same(BOMBING, telling(9, "bombing", targets=(who("Kano", "place"),)))


def test_a_shooting_is_no_bombing() -> None:
    assert not is_same(BOMBING, telling(9, "shooting", targets=BOMBING.targets))


def test_one_person_is_not_killed_twice() -> None:
    victim = (who("Anna Berg", "person"),)
    assert is_same(telling(0, "shooting", targets=victim), telling(150, "assassination", targets=victim))


def test_far_on_only_the_definite_is_the_same() -> None:
    attack = telling(0, "attack", targets=(who("Lagos", "place"),))
    assert not is_same(attack, telling(150, "attack"))
    assert is_same(attack, telling(150, "attack", definite=True))


def test_a_speakers_own_words_tell_no_further_incident() -> None:
    quoted = telling(9, "shooting", targets=(who("Kano", "place"),), quoted=True)
    assert incidents([BOMBING, quoted]) == [BOMBING]
    assert incidents([quoted]) == [quoted]
