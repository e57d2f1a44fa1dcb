"""Who does what to whom, on trees written out."""

from __future__ import annotations

from eventgraph.extract.grammar import syntax
from extract.trees import make_doc, texts, word

COORDINATED = """
Sullivan Sullivan PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Kamel Kamel PROPN NNP 2 obj
and and CCONJ CC 5 cc
spoke speak VERB VBD 2 conj
with with ADP IN 7 case
Shoukry Shoukry PROPN NNP 5 obl
and and CCONJ CC 9 cc
Aref Aref PROPN NNP 7 conj
"""
PASSIVE = """
Kamel Kamel PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
met meet VERB VBN 0 root
by by ADP IN 5 case
Sullivan Sullivan PROPN NNP 3 obl:agent
"""
CONTROL = """
Sullivan Sullivan PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
Shoukry Shoukry PROPN NNP 2 obj
to to PART TO 5 mark
meet meet VERB VB 2 xcomp
Kamel Kamel PROPN NNP 5 obj
"""
RELATIVE = """
officials official NOUN NNS 5 nsubj
who who PRON WP 3 nsubj
met meet VERB VBD 1 acl:relcl
Kamel Kamel PROPN NNP 3 obj
left leave VERB VBD 0 root
"""
STRANDED = """
the the DET DT 2 det
man man NOUN NN 0 root
Kamel Kamel PROPN NNP 4 nsubj
spoke speak VERB VBD 2 acl:relcl
with with ADP IN 4 obl
"""
PIED = """
the the DET DT 2 det
man man NOUN NN 0 root
with with ADP IN 4 case
whom whom PRON WP 6 obl
Kamel Kamel PROPN NNP 6 nsubj
spoke speak VERB VBD 2 acl:relcl
"""
GAP = """
the the DET DT 2 det
man man NOUN NN 0 root
Kamel Kamel PROPN NNP 4 nsubj
met meet VERB VBD 2 acl:relcl
"""
ADVERBIAL = """
Speaking speak VERB VBG 6 advcl
after after SCONJ IN 3 mark
meeting meet VERB VBG 1 advcl
Kamel Kamel PROPN NNP 3 obj
Sullivan Sullivan PROPN NNP 6 nsubj
smiled smile VERB VBD 0 root
"""
SENT = """
Sullivan Sullivan PROPN NNP 2 nsubj
sent send VERB VBD 0 root
McGurk McGurk PROPN NNP 2 obj
to to PART TO 5 mark
meet meet VERB VB 2 advcl
Kamel Kamel PROPN NNP 5 obj
"""
COMPANION = """
Sullivan Sullivan PROPN NNP 7 nsubj
, , PUNCT , 5 punct
along along ADV RB 5 advmod
with with ADP IN 5 case
McGurk McGurk PROPN NNP 1 nmod
, , PUNCT , 5 punct
met meet VERB VBD 0 root
Kamel Kamel PROPN NNP 7 obj
"""
APPOSITION = """
Kamel Kamel PROPN NNP 7 nsubj
, , PUNCT , 3 punct
chief chief NOUN NN 1 appos
, , PUNCT , 6 punct
and and CCONJ CC 6 cc
Shoukry Shoukry PROPN NNP 3 conj
left leave VERB VBD 0 root
"""
SHARED = """
Sullivan Sullivan PROPN NNP 2 nsubj
met meet VERB VBD 0 root
and and CCONJ CC 4 cc
thanked thank VERB VBD 2 conj
Kamel Kamel PROPN NNP 4 obj
"""
PLAN = """
Sullivan Sullivan PROPN NNP 2 nsubj
has have VERB VBZ 0 root
plans plan NOUN NNS 2 obj
to to PART TO 5 mark
meet meet VERB VB 3 acl
Kamel Kamel PROPN NNP 5 obj
"""
BEHALF = """
Sullivan Sullivan PROPN NNP 2 nsubj
spoke speak VERB VBD 0 root
on on ADP IN 4 case
behalf behalf NOUN NN 2 obl
of of ADP IN 6 case
Biden Biden PROPN NNP 4 nmod
"""
POSSESSED = """
Sullivan Sullivan PROPN NNP 3 nmod:poss
's 's PART POS 1 case
talks talk NOUN NNS 0 root
with with ADP IN 5 case
Kamel Kamel PROPN NNP 3 nmod
"""

# Wrong trees the parser draws of two names around a verb.
TITLE_OVER_VERB = """
Macron Macron PROPN NNP 2 nsubj B-person
met meet VERB VBD 0 root
Chancellor Chancellor PROPN NNP 4 nmod:desc
Merkel Merkel PROPN NNP 1 nmod:desc B-person
"""
TWO_SUBJECTS = """
Macron Macron PROPN NNP 2 nsubj B-person
phoned phone VERB VBD 0 root
Chancellor Chancellor PROPN NNP 4 nmod:desc
Merkel Merkel PROPN NNP 2 nsubj B-person
"""
SUBJECT_BESIDE_PHRASE = """
With with ADP IN 3 case
the the DET DT 3 det
mayor mayor NOUN NN 6 obl
, , PUNCT , 3 punct
Macron Macron PROPN NNP 3 appos B-person
met meet VERB VBD 0 root
Merkel Merkel PROPN NNP 6 obj B-person
"""


def test_a_coordinated_verb_shares_the_subject() -> None:
    assert texts(syntax.subjects(word(make_doc(COORDINATED), "spoke"))) == ["Sullivan"]


def test_a_coordination_is_spread_in_order() -> None:
    doc = make_doc(COORDINATED)
    found = syntax.obliques(word(doc, "spoke"), {"with"})
    assert texts(found) == ["Shoukry"] and texts(syntax.expanded(found)) == ["Shoukry", "Aref"]


def test_a_passive_turns_the_sides() -> None:
    met = word(make_doc(PASSIVE), "met")
    assert syntax.passive(met)
    assert texts(syntax.logical_subjects(met)) == ["Sullivan"]
    assert texts(syntax.logical_objects(met)) == ["Kamel"]


def test_the_object_of_asking_does_what_is_asked() -> None:
    assert texts(syntax.subjects(word(make_doc(CONTROL), "meet"))) == ["Shoukry"]


def test_who_is_sent_does_the_meeting() -> None:
    assert texts(syntax.subjects(word(make_doc(SENT), "meet"))) == ["McGurk"]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert texts(syntax.subjects(word(make_doc(RELATIVE), "met"))) == ["officials"]


def test_a_preposition_finds_its_noun_wherever_it_stands() -> None:
    for tree in (STRANDED, PIED):
        assert texts(syntax.obliques(word(make_doc(tree), "spoke"), {"with"})) == ["man"]
    assert syntax.objects(word(make_doc(STRANDED), "spoke")) == []
    assert texts(syntax.objects(word(make_doc(GAP), "met"))) == ["man"]


def test_a_participle_has_the_subject_of_its_main_clause() -> None:
    assert texts(syntax.subjects(word(make_doc(ADVERBIAL), "meeting"))) == ["Sullivan"]


def test_along_with_counts_as_and() -> None:
    doc = make_doc(COMPANION)
    assert texts(syntax.conjuncts(word(doc, "Sullivan"))) == ["Sullivan", "McGurk"]
    assert syntax.preposition(word(doc, "McGurk")) == "along with"


def test_a_name_after_an_apposition_belongs_to_the_first_name() -> None:
    assert texts(syntax.conjuncts(word(make_doc(APPOSITION), "Kamel"))) == ["Kamel", "Shoukry"]


def test_coordinated_verbs_share_an_object() -> None:
    assert texts(syntax.objects(word(make_doc(SHARED), "met"))) == ["Kamel"]


def test_whose_plan_it_is_does_what_is_planned() -> None:
    doc = make_doc(PLAN)
    assert texts(syntax.subjects(word(doc, "meet"))) == ["Sullivan"]


def test_prepositions_of_several_words() -> None:
    assert texts(syntax.obliques(word(make_doc(BEHALF), "spoke"), {"on behalf of"})) == ["Biden"]


def test_possessors() -> None:
    assert texts(syntax.possessors(word(make_doc(POSSESSED), "talks"))) == ["Sullivan"]


def test_a_name_after_the_verb_is_its_object_whatever_the_tree_says() -> None:
    for tree, verb in ((TITLE_OVER_VERB, "met"), (TWO_SUBJECTS, "phoned")):
        doc = make_doc(tree)
        assert texts(syntax.subjects(word(doc, verb))) == ["Macron"]
        assert texts(syntax.objects(word(doc, verb))) == ["Merkel"]


def test_a_name_right_before_a_verb_without_subject_is_its_subject() -> None:
    assert texts(syntax.subjects(word(make_doc(SUBJECT_BESIDE_PHRASE), "met"))) == ["Macron"]
