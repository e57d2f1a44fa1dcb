"""Lemma edit scripts from pairs of form and lemma (applied by `eventgraph.annotate.lemma`)."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from eventgraph.annotate.lemma import CASES


@cache
def make_script(form: str, lemma: str) -> str:
    """Return the script that turns `form` into `lemma`, the shortest edit over the three cases.

    Lower case wins ties: most lemmas are lower-case. Without a common prefix the whole lemma
    becomes the script (was: `=be`).
    """
    scripts = [suffix_script(case, form, lemma) for case in CASES]
    return min((script for script in scripts if script), key=cost, default=f"={lemma}")


def suffix_script(case: str, form: str, lemma: str) -> str | None:
    """Return the edit of the form's end under one case, or None if nothing of the form would stay."""
    cased = CASES[case](form)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(cased, lemma, strict=False)))
    return f"{case}{len(cased) - kept}+{lemma[kept:]}" if kept else None


def cost(script: str) -> int:
    """Return the number of characters a suffix script cuts and adds."""
    cut, suffix = script[1:].split("+", 1)
    return int(cut) + len(suffix)
