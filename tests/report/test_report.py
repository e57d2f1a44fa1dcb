"""What the report tells, and that it is the same whatever the order."""

from __future__ import annotations

import random
from dataclasses import replace

from msgspec import structs
from view.factory import make_article, make_claim, make_graph, person

from eventgraph.errors import Notice, ReadError
from eventgraph.graph import Graph
from eventgraph.report import make_report, write_html, write_markdown
from eventgraph.report.section import Section

MET = "Ann met Bob."


def section(graph: Graph, title: str) -> Section:
    return next(one for one in make_report(graph).sections if one.title == title)


def texts(graph: Graph, title: str) -> list[str]:
    return [line.text for line in section(graph, title).lines]


def test_the_main_actors_come_first_with_their_roles_and_contacts(graph: Graph) -> None:
    first = section(graph, "Main actors").lines[0]
    assert first.text == "Antony Blinken"
    assert first.more[0].startswith("secretary of state, State Department, United States: ")
    assert first.more[-1].startswith("in touch with Abbas Kamel, ") and first.more[-1].endswith(" more")


def test_meetings_stand_by_date_with_quote_article_and_address(graph: Graph) -> None:
    lines = section(graph, "Meetings, calls and letters by date").lines
    dates = [line.date for line in lines if line.date]
    assert dates == sorted(dates) and len(dates) > 10
    summit = next(line for line in lines if line.text.startswith("Joe Biden met Vladimir Putin"))
    assert summit.date == "2021-06-16"
    assert summit.sources[0].quote == "Presidents Joe Biden and Vladimir Putin met in Geneva on Wednesday"
    assert summit.sources[0].details == "Harbour Wire, 2021-06-16"


def test_what_is_no_fact_is_never_among_the_meetings(graph: Graph) -> None:
    assert not any("Hady Amr met" in text for text in texts(graph, "Meetings, calls and letters by date"))
    assert "Hady Amr met Benny Gantz (planned)" in texts(graph, "Planned, possible, denied")


def test_an_event_told_by_copies_has_one_quote_and_says_how_many_witnesses_there_are() -> None:
    """A plan in one article, the meeting in two copies of another: one event, two witnesses."""
    plan, *copies = (
        make_article(id, text) for id, text in (("a", "Ann will meet Bob."), ("b", MET), ("c", MET))
    )
    day = {"kind": "met", "from": [person("Ann")], "to": [person("Bob")], "date": "2021-05-11"}
    claims = [make_claim(plan, "communication", "Ann will meet Bob", modality="planned", **day)]
    claims += [make_claim(one, "communication", "Ann met Bob", modality="asserted", **day) for one in copies]
    graph = replace(make_graph([plan, *copies], claims), witnesses={"b": "b", "c": "b"})
    (line,) = section(graph, "Meetings, calls and letters by date").lines
    assert line.more == ("told by 3 articles, 2 of them independent",)
    assert [(one.quote, one.details) for one in line.sources] == [
        ("Ann will meet Bob", "tells it as planned"),
        ("Ann met Bob", ""),
    ]
    assert section(graph, "Planned, possible, denied").lines == ()


def test_sources_that_differ_stand_side_by_side() -> None:
    day = {"kind": "met", "from": [person("Ann")], "to": [person("Bob")], "date": "2021-05-11"}
    said, denied = make_article("a", "Ann met Bob."), make_article("b", "Ann did not meet Bob.")
    claims = [
        make_claim(said, "communication", "Ann met Bob", modality="asserted", **day),
        make_claim(denied, "communication", "Ann did not meet Bob", modality="negated", **day),
    ]
    lines = section(make_graph([said, denied], claims), "Conflicts between sources").lines
    assert {line.text.split(",")[0] for line in lines} == {"Stated and denied"}
    assert {line.sources[0].quote for line in lines} == {"Ann met Bob", "Ann did not meet Bob"}


def test_rival_holders_of_an_office_are_a_conflict_and_successors_are_not() -> None:
    article = make_article("a", "President Ann. President Bob. Former president Cleo.")
    home = {"country": person("Utopia"), "title": "president"}
    rows = [
        ("President Ann", "Ann", "current"),
        ("President Bob", "Bob", "current"),
        ("Former president Cleo", "Cleo", "former"),
    ]
    claims = [
        make_claim(article, "role", quote, person=person(name), status=status, **home)
        for quote, name, status in rows
    ]
    found = texts(make_graph([article], claims), "Conflicts between sources")
    assert len(found) == 2 and not any("Cleo" in text for text in found)


def test_what_was_left_out_is_told_with_its_reason(graph: Graph) -> None:
    silent = make_article("silent", "Nothing here.")
    failed = ReadError("broken.pdf", "no text in it")
    more = replace(graph, articles=(*graph.articles, silent), failures=(failed,))
    told = texts(more, "What was left out")
    assert told[0] == f"Not read: {failed}" and "Read, but no claim was found in it: silent" in told


def test_what_was_read_is_not_told_as_unread(graph: Graph) -> None:
    """An article without a date was read, and so was a copy; folders are nobody's business."""
    undated = structs.replace(make_article("undated", "Nothing here."), published=None)
    notice, failed = (
        Notice("home/undated.txt", "has no date"),
        ReadError("home/a.pdf", "is empty", "home/a.pdf"),
    )
    first = graph.articles[0].id
    witnesses = {article.id: article.id for article in graph.articles} | {"undated": first}
    articles = (*graph.articles, undated)
    more = replace(graph, articles=articles, failures=(notice, failed), witnesses=witnesses)
    told = texts(more, "What was left out")
    assert [line for line in told if line.startswith("Not read")] == ["Not read: a.pdf: is empty"]
    assert "Read, but without a date, so that words like 'Tuesday' have none: undated" in told
    assert f"Read, but counted as one witness with the article whose text it has: undated ({first})" in told


def test_the_same_claims_in_any_order_give_the_same_bytes(graph: Graph) -> None:
    first = write_markdown(make_report(graph)), write_html(make_report(graph))
    articles, claims = list(graph.articles), list(graph.claims_all)
    random.Random(3).shuffle(articles)
    random.Random(3).shuffle(claims)
    again = make_report(replace(graph, articles=tuple(articles), claims_all=tuple(claims)))
    assert (write_markdown(again), write_html(again)) == first


def test_an_empty_graph_has_a_report_too() -> None:
    assert "None." in write_markdown(make_report(make_graph([], [])))
