"""Date expressions: what they resolve to, and what is no date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.annotate.dates import find_dates

WEDNESDAY = "2021-05-12"


def values(text: str, published: str | None = WEDNESDAY) -> list[str]:
    """`value`, or `value/until`, with `~` before what is approximate."""
    return [
        "~" * found.approximate + found.value + (f"/{found.until}" if found.until else "")
        for found in find_dates(text, published)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "11 May 2021", "May 11, 2021", "May 11th, 2021", "the 11th of May 2021", "Tuesday, May 11, 2021",
        "Tues, 11 May 2021", "11th May, 2021", "2021-05-11", "2021/05/11", "May 11", "11 May",
        "the 11th of May", "the eleventh of May", "Tuesday the 11th", "on the 11th.", "May 11 this year",
    ],
)  # fmt: skip
def test_one_day_written_in_many_ways(text: str) -> None:
    assert values(f"They met {text}") == ["2021-05-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met yesterday.", "2021-05-11"),
        ("They met the day before yesterday.", "2021-05-10"),
        ("They met on Wednesday.", "2021-05-12"),
        ("They met on Thursday.", "2021-05-06"),
        ("They met late on Monday night.", "2021-05-10"),
        ("They will meet on Thursday.", "2021-05-13"),
        ("He will fly to Tel Aviv on Wednesday.", "2021-05-12"),
        ("On Friday she will leave.", "2021-05-14"),
        ("The truce was extended and ends on Friday.", "2021-05-14"),
        ("He called on Saturday, the first time in months.", "2021-05-08"),
        ("They met last Tuesday.", "2021-05-04"),
        ("They will meet next Tuesday.", "2021-05-18"),
        ("They meet this Friday.", "2021-05-14"),
        ("They meet on Friday next week.", "2021-05-21"),
        ("They met two days ago.", "2021-05-10"),
        ("They met two Sundays ago.", "2021-05-02"),
        ("They will meet in three days.", "2021-05-15"),
        ("They met last month.", "2021-04"),
        ("They met earlier this month.", "2021-05"),
        ("They met three months ago.", "2021-02"),
        ("They will meet next year.", "2022"),
        ("They met late last year.", "2020"),
        ("They met in March.", "2021-03"),
        ("They met in December.", "2020-12"),
        ("They will meet in December.", "2021-12"),
        ("They met in November 2019.", "2019-11"),
        ("They met in 2019.", "2019"),
        ("They meet on the first Friday of June.", "2021-06-04"),
        ("They met last week.", "~2021-05"),
        ("They have met since Monday.", "~2021-05-10"),
        ("Rockets fell overnight.", "~2021-05-12"),
    ],
)
def test_against_the_day_of_publication(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("June 3-5", "2021-06-03/2021-06-05"),
        ("between 3 and 5 June", "2021-06-03/2021-06-05"),
        ("18 and 19 March", "2021-03-18/2021-03-19"),
        ("from June 28 to July 2", "2021-06-28/2021-07-02"),
        ("from Monday to Wednesday", "2021-05-10/2021-05-12"),
        ("at the weekend", "2021-05-08/2021-05-09"),
        ("from 2014 to 2018", "2014/2018"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    assert values(f"They met {text}") == [expected]


def test_and_joins_only_neighbouring_days() -> None:
    assert values("They met on 3 and 9 June") == ["2021-06-09"]


def test_the_next_day_follows_the_day_last_spoken_of() -> None:
    assert values("They met on Monday. He left the next day.") == ["2021-05-10", "2021-05-11"]
    assert values("He left the next day.") == []
    assert values("They met on Monday, the day before the vote.") == ["2021-05-10"]


def test_a_week_is_known_by_its_month_only_if_it_lies_in_one() -> None:
    assert values("They met last week", "2021-06-09") == []


def test_numeric_dates_only_where_one_order_is_possible() -> None:
    assert values("25/05/2021 or 05/25/2021") == ["2021-05-25", "2021-05-25"]
    assert values("11/05/2021") == []


def test_year_less_dates_lie_near_the_day_of_publication() -> None:
    assert values("It began on December 30.", "2021-01-03") == ["2020-12-30"]
    assert values("He will be sworn in on January 20.", "2020-11-26") == ["2021-01-20"]
    assert values("It closed on March 8.", "2020-10-18") == ["2020-03-08"]


def test_without_publication_only_what_the_text_itself_dates() -> None:
    assert values("They met on Tuesday, yesterday and on 3 March.", None) == []
    assert values("They met on 3 March for the 2016 Lima Summit.", None) == ["2016-03-03"]
    assert values("They met on 3 March for the 2030 Agenda.", None) == []
    assert values("They met on 3 March. The text of 9 March 2016 follows.", None) == [
        "2016-03-03",
        "2016-03-09",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march on", "the Sunday Times", "on Fridays", "Black Friday", "Super Tuesday",
        "in the 1990s", "open 24/7", "the 116th Congress", "on the 27th floor", "it rose 4.22 percent",
        "the September 11 attacks", "the strike in three days was the second", "USA Today",
        "Mail on Sunday", "May 40", "in 2000 homes", "1,100 rockets",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert values(text) == []


def test_offsets_count_code_points() -> None:
    text = "🕊 “Peace” came on 11 May 2021, late."
    (found,) = find_dates(text, None)
    assert text[found.start : found.end] == found.text == "11 May 2021"


def test_the_tense_of_the_verb_can_be_told() -> None:
    (found,) = find_dates("A meeting on Friday", WEDNESDAY, tense=lambda offset: "future")
    assert found.value == "2021-05-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 11 May 2021", ("2021-05-11", "2021-05-11")),
        ("last week", ("2021-05-03", "2021-05-09")),
        ("in March", ("2021-03-01", "2021-03-31")),
        ("early last year", ("2020-01-01", "2020-06-30")),
        ("earlier this month", ("2021-05-01", "2021-05-12")),
        ("from 2014 to 2018", ("2014-01-01", "2018-12-31")),
        ("from June 28 to July 2", ("2021-06-28", "2021-07-02")),
    ],
)
def test_first_and_last_day(text: str, expected: tuple[str, str]) -> None:
    (found,) = find_dates(f"They met {text}", WEDNESDAY)
    assert (found.first, found.last) == expected


PERIODS = [
    ("the rest of the year", "2021-05-12", "2021-12-31"),
    ("the next three months", "2021-05-13", "2021-08-12"),
    ("the past few days", "2021-05-09", "2021-05-11"),
    ("the past two decades", "2000-01-01", "2019-12-31"),
    ("the first week of July", "2021-06-28", "2021-07-04"),
    ("the last week of 2020", "2020-12-28", "2021-01-03"),
    ("the week of 16 September 2020", "2020-09-14", "2020-09-20"),
    ("the week after next", "2021-05-24", "2021-05-30"),
    ("the month after next", "2021-07-01", "2021-07-31"),
    ("the third quarter of 2016", "2016-07-01", "2016-09-30"),
    ("Q3 2016", "2016-07-01", "2016-09-30"),
    ("H2 2016", "2016-07-01", "2016-12-31"),
    ("the 1970s", "1970-01-01", "1979-12-31"),
    ("the '70s", "1970-01-01", "1979-12-31"),
    ("the nineteen seventies", "1970-01-01", "1979-12-31"),
    ("the 1800s", "1800-01-01", "1899-12-31"),
    ("the 15th century", "1400-01-01", "1499-12-31"),
    ("the end of 2019", "2019-09-01", "2019-12-31"),
    ("for two weeks from tomorrow", "2021-05-13", "2021-05-26"),
    ("between 2015 and February 2018", "2015-01-01", "2018-02-28"),
    ("from 4 to 22 this month", "2021-05-04", "2021-05-22"),
    ("next week between Wednesday and Friday", "2021-05-19", "2021-05-21"),
    ("11/2016", "2016-11-01", "2016-11-30"),
    ("4/22", "2021-04-22", "2021-04-22"),
    ("3-7-2017", "2017-03-07", "2017-03-07"),
]


@pytest.mark.parametrize(("text", "first", "last"), PERIODS)
def test_wide_readings_know_the_days_of_periods(text: str, first: str, last: str) -> None:
    (found,) = find_dates(f"Of {text}", WEDNESDAY, wide=True)
    assert (found.first, found.last) == (first, last)


def test_a_numeric_date_of_either_order_dates_no_event() -> None:
    assert find_dates("They met on 3-7-2017.", WEDNESDAY) == ()


def test_within_counts_only_for_what_is_to_come() -> None:
    (found,) = find_dates("They will vote within 5 days.", WEDNESDAY, wide=True)
    assert (found.first, found.last) == ("2021-05-12", "2021-05-17")
    assert find_dates("They had left within 5 days.", WEDNESDAY, wide=True) == ()


def test_the_value_of_a_period_is_the_month_or_year_that_holds_it() -> None:
    def value(text: str) -> str:
        return find_dates(text, WEDNESDAY, wide=True)[0].value

    assert value("the second week of March") == "2021-03"
    assert value("the third quarter of 2016") == "2016"
    assert value("in the 1970s") == ""


@pytest.mark.parametrize("text", ["in the 1970s", "over the next three months", "in Q3 2016", "within days"])
def test_no_event_is_dated_by_a_period(text: str) -> None:
    assert values(f"They met {text}") in ([], ["2016"])


def test_years_in_words() -> None:
    assert values("It opened in nineteen ninety-nine.") == ["1999"]
    assert values("It opened in June of two thousand and eighteen.") == ["2018-06"]
    assert values("It opened on September 10, nineteen oh one.") == ["1901-09-10"]
    assert values("Police counted a crowd of two thousand.") == []
    assert values("Tents stood in ninety thousand.") == []


def test_a_leap_day_without_a_year_is_that_of_the_nearest_leap_year() -> None:
    assert values("They met on February 29.") == ["2020-02-29"]


WORDS = st.sampled_from(
    ["the", "last", "next", "this", "third", "week", "month", "year", "decade", "quarter", "of", "in", "from",
     "to", "and", "2016", "16", "0", "'70s", "1970s", "0th", "century", "rest", "Q3", "two", "ninety",
     "seventies", "thousand", "few", "days", "within", "until", "May", "Feb", "3/4", "4/22", "weekend"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=9).map(" ".join), st.dates())
def test_every_expression_spans_days_in_order_and_apart(text: str, today: date) -> None:
    found = find_dates(text, today.isoformat(), wide=True)
    assert all(date.fromisoformat(one.first) <= date.fromisoformat(one.last) for one in found)
    assert all(one.first.startswith(one.value) for one in found if one.value)
    assert all(a.end <= b.start for a, b in pairwise(found))
