"""Subjects that the parser hung on the wrong word, on trees written by hand."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from eventgraph.annotate.trees.subjects import settle_subjects

WORDS = ["Omar", "Tarik", ",", "the", "ageing", "Emir", ",", "died"]


def settled(words: list[str], heads: list[int], deps: list[str], ents: list[str]) -> Doc:
    """The tree after the repair; `heads` are the words' places."""
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, ents=ents)
    settle_subjects(doc)
    return doc


def test_a_second_subject_behind_a_comma_is_the_first_ones_apposition() -> None:
    deps = ["nsubj", "flat", "punct", "det", "amod", "nsubj", "punct", "ROOT"]
    doc = settled(WORDS, [7, 0, 5, 5, 5, 7, 0, 7], deps, ["B-person", "I-person", *["O"] * 6])
    assert (doc[5].dep_, doc[5].head.i) == ("appos", 0)
    assert (doc[0].dep_, doc[0].head.i) == ("nsubj", 7)


def test_two_subjects_that_are_apart_stay() -> None:
    deps = ["nsubj", "flat", "advmod", "det", "amod", "nsubj", "punct", "ROOT"]
    words = [*WORDS[:2], "says", *WORDS[3:]]
    doc = settled(words, [7, 0, 7, 5, 5, 7, 7, 7], deps, ["B-person", "I-person", *["O"] * 6])
    assert (doc[5].dep_, doc[5].head.i) == ("nsubj", 7)


def test_a_name_between_a_conjunction_and_a_clause_without_subject_is_its_subject() -> None:
    words = ["Hamas", "named", "Lee", "as", "chief", "after", "Khan", "was", "killed"]
    deps = ["nsubj", "ROOT", "obj", "case", "obl", "mark", "nmod", "aux:pass", "advcl"]
    doc = settled(words, [1, 1, 1, 4, 1, 8, 4, 8, 4], deps, ["O"] * 9)
    assert (doc[6].dep_, doc[6].head.i) == ("nsubj:pass", 8)


def test_a_clause_that_has_its_subject_keeps_it() -> None:
    words = ["Lee", "left", "Oslo", "after", "Khan", "police", "were", "told"]
    deps = ["nsubj", "ROOT", "obj", "mark", "nmod", "nsubj:pass", "aux:pass", "advcl"]
    doc = settled(words, [1, 1, 1, 7, 1, 7, 7, 1], deps, ["O"] * 8)
    assert (doc[4].dep_, doc[4].head.i) == ("nmod", 1)
