"""Slugs are safe path segments and keep different names apart."""

import re

from hypothesis import given
from hypothesis import strategies as st

from eventgraph.model.slug import slug


def test_readable() -> None:
    assert slug("Hady Amr") == "hady-amr"
    assert slug("Wanda Vázquez") == "wanda-vazquez"
    assert slug("Lech Wałęsa") == "lech-walesa"
    assert slug("O'Brien") == "obrien"


def test_no_latin_letter_gives_a_hash() -> None:
    assert slug("Путин") != slug("Лавров")


@given(st.text())
def test_always_a_path_segment(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
