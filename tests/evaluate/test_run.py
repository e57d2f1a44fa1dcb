"""A kept run holds verdicts without words; two runs tell what was won and lost, claim by claim."""

from typing import Any

import pytest

from eventgraph.errors import UsageError
from eventgraph.evaluate import GoldArticle, GoldEntity, Run, Score, make_run, make_table, score
from eventgraph.evaluate.run import changes, counts_of, is_run, read_run, write_run

TEXT = "Ann Lee is a judge. Bo Kim, a pilot, met her."
ENTITIES = {"lee": GoldEntity("person", "Ann Lee"), "kim": GoldEntity("person", "Bo Kim")}
NAMES = {"lee": "Ann Lee", "kim": "Bo Kim"}


def role(person: str, title: str, quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    evidence = {"quote": quote, "start": start, "end": start + len(quote)}
    held = {"type": "role", "person": person, "title": title, "organization": None, "country": None}
    return {**held, "status": "current", "evidence": evidence, "extractor": "role/x"}


LEE = role("lee", "judge", "Ann Lee is a judge")
KIM = role("kim", "pilot", "Bo Kim, a pilot")
WRONG = role("kim", "thief", "Bo Kim, a pilot")
GOLD = [{**one, "title": [one["title"]], "evidence": one["evidence"]["quote"]} for one in (LEE, KIM)]


def judge(*claims: dict[str, Any]) -> Score:
    said = [{**claim, "person": {"name": NAMES[claim["person"]]}} for claim in claims]
    return score([GoldArticle("a", ENTITIES, GOLD, TEXT)], {"a": said})


def run_of(*claims: dict[str, Any]) -> Run:
    return make_run(judge(*claims).verdicts)


def test_a_kept_run_holds_places_and_verdicts_but_no_words() -> None:
    text = write_run(run_of({**LEE, "status": "former"}, WRONG, WRONG))
    assert [line.split("\t") for line in text.splitlines()[1:]] == [
        ["a", "role", "0:18", "#0", "flawed status"],
        ["a", "role", "20:35", "#1", "missed"],
        ["a", "role", "20:35", "role/x", "wrong"],
        ["a", "role", "20:35", "role/x(2)", "wrong"],
    ]


def test_it_reads_as_it_was_written_and_counts_the_same() -> None:
    run = run_of(LEE, WRONG)
    data = write_run(run).encode()
    assert is_run(data) and not is_run(b"")
    assert read_run(data) == run
    table, again = make_table(judge(LEE, WRONG).counts), make_table(counts_of(run))
    assert table["role"]["core"] == again["role"]["core"] and table["micro"] == again["micro"]


def test_what_a_change_won_and_lost() -> None:
    before = run_of(LEE, WRONG)
    now = run_of({**LEE, "status": "former"}, KIM)
    assert [(c.what, c.key.name, c.before, c.now) for c in changes(before, now)] == [
        ("lost", "#0", "right", "flawed status"),
        ("won", "#1", "missed", "right"),
        ("won", "role/x", "wrong", "absent"),
    ]
    assert not list(changes(now, now))


@pytest.mark.parametrize("line", ["a role", "a\trole\t1\t#0\tright", "a\trole\tx:y\t#0\tright"])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(UsageError, match="line 1 is no verdict"):
        read_run(line.encode())
