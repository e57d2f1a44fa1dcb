"""Which names are worth comparing: those that share a family and a given name, or an acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.body_name import initials_of, word_lists
from eventgraph.resolve.spelling import classes, skeleton

LARGEST = 80  # names in a block; a larger one is of words so common that they tell nothing


def candidate_pairs(bearers: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Pairs of full names, each once, in order."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for i, bearer in enumerate(bearers):
        if not bearer.is_weak:
            for key in _keys(bearer):
                blocks[key].append(i)
    pairs = {pair for block in blocks.values() if len(block) <= LARGEST for pair in combinations(block, 2)}
    yield from ((bearers[i], bearers[j]) for i, j in sorted(pairs))


def _keys(bearer: Bearer) -> set[str]:
    if bearer.type == "person":
        return set(_person_keys(bearer.person.words, bearer.person.generation)) | {bearer.name_key}
    if bearer.type == "organization":
        return {bearer.name_key, *_body_keys(bearer)}
    return set()


def _person_keys(words: tuple[str, ...], generation: str) -> Iterator[str]:
    """Pairs of words with the first or the last among them, in all their classes, in any order."""
    if len(words) == 1:
        yield f"{words[0]} {generation}"
        return
    yield "".join(words)
    for i, j in combinations(range(len(words)), 2):
        if i == 0 or j == len(words) - 1:
            one, other = classes(words[i], given=i == 0), classes(words[j], given=False)
            yield from (" ".join(sorted(pair)) for pair in product(sorted(one), sorted(other)))


def _body_keys(bearer: Bearer) -> Iterator[str]:
    """The words without those often left out, by sound; the country is not asked."""
    if bearer.body.known is None and bearer.name_key.startswith("organization"):
        optional = word_lists()["optional"]
        telling = [w for w in bearer.body.words if w not in optional]
        yield "body " + " ".join(sorted(map(skeleton, telling)))


def short_names(bearer: Bearer) -> set[str]:
    """By which short names a full name may be meant: family and given name, initial, acronym."""
    if bearer.type == "person":
        words = bearer.person.words
        return {words[0], words[-1], f"{words[0][0]} {words[-1]}"} if len(words) > 1 else set()
    if bearer.type == "organization" and not bearer.body.acronym:
        acronyms = {n.replace(".", "") for n in bearer.names if n.isupper()}
        return {f"={each}" for each in (*acronyms, *initials_of(bearer.name))}
    return set()


def asked_name(weak: Bearer) -> str:
    """Under which short name a weak name looks for its full one."""
    if weak.type == "person":
        words = weak.person.words
        return words[-1] if len(words) == 1 else f"{words[0][0]} {words[-1]}"
    return f"={weak.body.acronym}"
