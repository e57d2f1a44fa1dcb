"""The values that traits of mentions have, and the number of each."""

from __future__ import annotations

FORMS = (
    "name", "proper", "definite", "demonstrative", "indefinite", "owned", "bare", "joint",
    "he", "she", "it", "they", "i", "we", "you", "that", "these", "pronoun",
)  # fmt: skip
GENDERS = ("unknown", "m", "f", "n")
NUMBERS = ("unknown", "s", "p")
TYPES = ("none", "person", "organization", "place", "event", "time", "thing", "living", "group")
ROLES = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "appos", "conj", "root", "compound", "other",
)  # fmt: skip
PRONOUNS = 8  # the first form that is a pronoun's
FORM, GENDER, NUMBER, TYPE, ROLE = (
    {name: place for place, name in enumerate(names)} for names in (FORMS, GENDERS, NUMBERS, TYPES, ROLES)
)
