"""Do words in a row tell that somebody does something?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
OPENERS = frozenset({"ADP", "ADV", "ADJ", "SCONJ"})
OPENER = 5  # tokens before the comma in *In the long run, the port will close*


def is_clause(tokens: Sequence[Token]) -> bool:
    """Does somebody do something in it? *the port was open*, *the port, which is old, was open*.

    What follows a comma that opens no aside does not count.
    """
    opened = OPENER if tokens and tokens[0].pos_ in OPENERS else 0
    pauses = [k for k, token in enumerate(tokens) if token.text == "," and k > opened] + [len(tokens)]
    verbs = [k for k, token in enumerate(tokens) if token.tag_ in FINITE and not _is_second(tokens, k)]
    aside = [k for k in verbs if len(pauses) > 2 and k == pauses[1] + 1]
    verbs = [k for k in verbs if k < pauses[0]] + aside
    return bool(verbs) and any(token.pos_ in NOUNS for token in tokens[: verbs[-1]])


def _is_second(tokens: Sequence[Token], k: int) -> bool:
    """*added sugar and told a story*: the second verb of one who has done with saying."""
    return k > 0 and tokens[k - 1].pos_ == "CCONJ"
