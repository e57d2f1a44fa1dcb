"""However the parser hangs the people of one list, what is settled is a tree again."""

from itertools import product

import spacy
from spacy.tokens import Doc

from eventgraph.annotate.titles import TitlePhrase
from eventgraph.annotate.trees.titles import settle_lists

WORDS = ["met", "ministers", "Ana", "Luis"]
VOCAB = spacy.blank("en").vocab


def is_tree(heads: tuple[int, ...]) -> bool:
    """Does every word lead to the one root, which is its own head?"""
    at = list(range(len(heads)))
    for _ in heads:
        at = [heads[i] for i in at]
    return len(set(at)) == 1 and heads[at[0]] == at[0]


def test_a_list_of_people_is_settled_from_every_tree() -> None:
    trees = [heads for heads in product(range(len(WORDS)), repeat=len(WORDS)) if is_tree(heads)]
    assert len(trees) == len(WORDS) ** (len(WORDS) - 1)  # Cayley 1889
    for heads in trees:
        deps = ["root" if i == head else "dep" for i, head in enumerate(heads)]
        doc = Doc(VOCAB, words=WORDS, heads=list(heads), deps=deps)
        _, title, first, second = doc
        settle_lists([TitlePhrase(name, title, (title,), "respective") for name in (first, second)])
        assert is_tree(tuple(token.head.i for token in doc)), heads
        assert (title.head, second.head) == (first, first)
