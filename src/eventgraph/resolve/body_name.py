"""The name of a body brought to a form in which its wordings are equal.

*Ministry of Defence of Ukraine*, *Ukrainian Defense Ministry*: one country and one set of words. A name
that many countries' bodies bear (*Supreme Court*) needs its country from the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from eventgraph.lexicon import country_by_code, find_country, find_demonym, find_organization, words
from eventgraph.lexicon.key import is_acronym, make_key
from eventgraph.resolve.data import load_data

LONGEST_COUNTRY = 4  # words
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")


class BodyName(NamedTuple):
    """`known` is the canonical name if the lexicon has the body; `land` the code of a country in the name.

    `words` are folded, sorted and without the country. `shared` tells that the name needs a country, `local`
    that it needs its article.
    """

    known: str | None
    land: str | None
    words: tuple[str, ...]
    shared: bool
    local: bool
    acronym: str | None


def word_lists() -> dict[str, Any]:
    """What `words.yml` says."""
    return load_data("words")


@lru_cache(1 << 17)
def read_body_name(name: str) -> BodyName:
    """The parts of a body's name."""
    lists, plain = word_lists(), re.sub(r"['’]s?$", "", name.strip())
    land, rest = _split(plain)
    key = make_key(plain)
    shared = land is None and (key in words("shared_names") or key in lists["shared"])
    known = find_organization(plain) or (_known_with(land, rest) if land else None) or _known_beside(plain)
    local = key in lists["bare"] or key in lists["local"] or " ".join(rest) in lists["local"]
    acronym = plain.replace(".", "") if is_acronym(plain) else None
    return BodyName(known.name if known else None, land, _bag(rest), shared, local, acronym)


def body_key(name: str, land: str | None) -> str | None:
    """What equal names share, given the code of the country the article tells; None if they can't be told."""
    read = read_body_name(name)
    if read.local and read.known is None:
        return None
    if not read.shared:
        return _key(read.known, read.land, read.words)
    elsewhere = word_lists()["united_nations"].get(make_key(name))
    if elsewhere and land not in elsewhere:
        return _key(f"UN {name.strip().title()}", None, ())
    if land is None:
        return None
    known = _known_with(land, tuple(make_key(name).split()))
    return _key(known.name if known else None, land, _bag(tuple(make_key(name).split())))


def _key(known: str | None, land: str | None, bag: tuple[str, ...]) -> str:
    return f"={known}" if known else f"{land or ''}:{' '.join(bag)}"


def _known_with(land: str, rest: tuple[str, ...]) -> Any:
    """The lexicon's body of that country under that name, in any of the usual wordings."""
    plain = " ".join(rest)
    meant = word_lists()["meant"].get(land, {}).get(plain)
    if meant:
        return find_organization(meant)
    territory, name = country_by_code(land), plain.title()
    forms = (*territory.adjectives[:1], territory.name)
    tried = [name, *(f"{form} {name}" for form in forms)]
    tried += [f"{name} of {territory.name}", f"{name} of the {territory.name}"]
    found = (find_organization(each) for each in tried)
    return next((body for body in found if body and body.country == land), None)


def _known_beside(name: str) -> Any:
    """The lexicon's body whose name stands beside a legal form, or a word for what it is."""
    lists = word_lists()
    more, tokens = {"&", "and", *lists["legal"], *lists["beside"]}, WORD.findall(name)
    while len(tokens) > 1 and _fold(tokens[-1]) in more:
        tokens = tokens[:-1]
        if found := find_organization(" ".join(tokens)):
            return found
    return None


def _split(name: str) -> tuple[str | None, tuple[str, ...]]:
    """The code of the one country that the name gives, and the other words, folded."""
    tokens = WORD.findall(name.replace(".", ""))
    lands, rest = set(), []
    at = 0
    while at < len(tokens):
        size, code = _country_at(tokens, at)
        if code:
            lands.add(code)
        else:
            rest.append(_fold(tokens[at]))
        at += size
    if len(lands) == 1 and any(word not in word_lists()["dropped"] for word in rest):
        return lands.pop(), tuple(rest)
    return None, tuple(map(_fold, tokens))


def _country_at(tokens: list[str], at: int) -> tuple[int, str | None]:
    for size in range(min(LONGEST_COUNTRY, len(tokens) - at), 0, -1):
        phrase = re.sub(r"['’]s?$", "", " ".join(tokens[at : at + size]))
        found = find_country(phrase) or find_demonym(phrase) if phrase[:1].isupper() else None
        if found:
            return size, found.code
    return 1, None


def _bag(rest: tuple[str, ...]) -> tuple[str, ...]:
    lists = word_lists()
    kept = [lists["spelling"].get(w, w) for w in rest if w not in lists["dropped"]]
    return tuple(sorted([w for w in kept if w not in lists["legal"]] or kept or rest))


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s?$", "", word).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def initials_of(name: str) -> Iterator[str]:
    """The acronyms that a name may have: with and without its small words."""
    tokens = [t for t in WORD.findall(name) if t != "&"]
    main = [t for t in tokens if t.lower() not in word_lists()["dropped"]]
    for chosen in (main, tokens):
        if len(chosen) > 1:
            yield "".join(t[0] for t in chosen).upper()
