"""Wire copies are one witness; other texts are not."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.store.copies import find_witnesses, make_signature

WORDS = [f"word{number}" for number in range(5000)]


def text(seed: int, length: int = 120) -> str:
    return " ".join(Random(seed).choices(WORDS, k=length))


def edited(original: str, changes: int, seed: int = 1) -> str:
    words, chance = original.split(), Random(seed)
    for _ in range(changes):
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words)


def witnesses(**texts: str) -> dict[str, str]:
    return find_witnesses((id, make_signature(text)) for id, text in texts.items())


def test_an_edited_copy_is_no_second_witness() -> None:
    found = witnesses(c=text(1), a=edited(text(1), 4), b=text(2), d="By Our Staff. " + text(1))
    assert found == {"a": "a", "b": "b", "c": "a", "d": "a"}


@pytest.mark.parametrize("other", ["", "one two", text(2), edited(text(1), 60)])
def test_other_texts_are_witnesses_of_their_own(other: str) -> None:
    assert len(set(witnesses(a=text(1), b=other).values())) == 2


def test_case_punctuation_and_line_ends_do_not_matter() -> None:
    assert make_signature("He left, today:\n in the RAIN.") == make_signature("he left today in the rain")


def test_copies_of_copies_are_copies() -> None:
    chain = [text(1)]
    for seed in range(6):
        chain.append(edited(chain[-1], 6, seed))
    found = witnesses(**{f"t{place}": one for place, one in enumerate(chain)})
    assert set(found.values()) == {"t0"}


def test_equal_texts_are_copies_however_many() -> None:
    assert set(witnesses(**{f"t{n:04}": text(3) for n in range(2000)}).values()) == {"t0000"}


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_does_not_matter(chance: Random) -> None:
    signed = [(f"{n}-{k}", make_signature(edited(text(n), 5 * k, k))) for n in range(5) for k in range(4)]
    expected = find_witnesses(signed)
    chance.shuffle(signed)
    assert find_witnesses(signed) == expected


def test_a_signature_never_changes() -> None:
    """It is kept in ledgers: another function would make old articles strangers to new ones."""
    assert (
        make_signature("The minister left the city in the rain.").hex().startswith("56d1a9138f1e4993a6fd671f")
    )
