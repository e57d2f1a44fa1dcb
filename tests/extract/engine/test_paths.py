"""The path language: what each step finds, and what is said of a path that can't be read."""

from __future__ import annotations

import pytest

from eventgraph.errors import PatternError
from eventgraph.extract.engine.paths import compile_path
from extract.trees import make_doc, texts, word

DOC = make_doc("""
Talks talk NOUN NNS 8 nsubj
between between ADP IN 3 case
Israel Israel PROPN NNP 1 nmod
, , PUNCT , 5 punct
Egypt Egypt PROPN NNP 3 conj
and and CCONJ CC 7 cc
Qatar Qatar PROPN NNP 3 conj
began begin VERB VBD 0 root
in in ADP IN 10 case
Doha Doha PROPN NNP 8 obl

Sullivan Sullivan PROPN NNP 2 nsubj
held hold VERB VBD 0 root
meetings meeting NOUN NNS 2 obj
with with ADP IN 5 case
Kamel Kamel PROPN NNP 3 nmod
on on ADP IN 7 case
Monday Monday PROPN NNP 2 obl
""")


@pytest.mark.parametrize(
    ("trigger", "path", "found"),
    [
        ("Talks", "between", ["Israel", "Egypt", "Qatar"]),
        ("Talks", "first(between)", ["Israel"]),
        ("Talks", "rest(between)", ["Egypt", "Qatar"]),
        ("Talks", "up(nsubj) > prep(in, at)", ["Doha"]),
        ("Talks", "prep(with) | prep(between)", ["Israel", "Egypt", "Qatar"]),
        ("held", "object > prep(with)", ["Kamel"]),
        ("held", "subject + object", ["Sullivan", "meetings"]),
        ("held", "agent | (subject + prep(on))", ["Sullivan", "Monday"]),
        ("meetings", "next(on)", ["Monday"]),
        ("meetings", "next(with)", ["Kamel"]),
        ("meetings", "governor_subject", ["Sullivan"]),
        ("meetings", "possessor | up(obj) > subject", ["Sullivan"]),
        ("meetings", "clause", ["held"]),
        ("meetings", "up(nsubj)", []),
        ("held", "dep(obj) > self", ["meetings"]),
        ("held", "down(kamel)", ["Kamel"]),
    ],
)
def test_paths(trigger: str, path: str, found: list[str]) -> None:
    assert texts(compile_path(path)(word(DOC, trigger))) == found


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("subjekt", "no step 'subjekt'; use one of agent,"),
        ("prep()", "needs words"),
        ("prep(with", r"expected '\)', found 'the end'"),
        ("subject |", "expected a name, found 'the end'"),
        ("subject object", "no step 'subject object'"),
        ("subject )", "can't read on from"),
    ],
)
def test_a_bad_path_says_why(path: str, complaint: str) -> None:
    with pytest.raises(PatternError, match=complaint):
        compile_path(path)
