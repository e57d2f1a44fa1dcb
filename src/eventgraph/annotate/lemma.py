"""Lemmas as edit scripts: a short rule that turns a word form into its lemma.

A script is one of
  `=be`      the lemma is exactly `be`, whatever the form (irregular words);
  `l3+y`     lower-case the form, cut 3 characters from its end, add `y` (cities: city);
  `k1+`      the same, but keep the case of the form (Americans: American);
  `t0+`      the same on the form in title case (IRAQ: Iraq).
Method: edit-tree lemmatisation (Chrupała 2006), with suffix edits only.
"""

from __future__ import annotations

from collections.abc import Callable

CASES: dict[str, Callable[[str], str]] = {"l": str.lower, "k": str, "t": str.capitalize}


def apply_script(form: str, script: str) -> str:
    """Return the lemma of `form` under `script`; the form in the script's case if it is too short to cut.

    Raises KeyError for a script of unknown case and ValueError for one without a cut.
    """
    if script.startswith("="):
        return script[1:]
    cut, suffix = script[1:].split("+", 1)
    cased = CASES[script[0]](form)
    strip = int(cut)
    return cased if strip >= len(cased) else cased[: len(cased) - strip] + suffix
