"""The spool gives articles and claims back in order of id."""

from eventgraph.model import Article, Claim, Evidence
from eventgraph.scale import Spool


def article(number: int) -> Article:
    return Article(id=f"a-{number:02}", text=f"News number {number}.", authors=("J. Doe",))


def claims(number: int) -> list[Claim]:
    evidence = Evidence(f"a-{number:02}", 0, 4, "News", 0)
    return [Claim(f"c{number}", f"a-{number:02}", "role", {}, {"title": "x"}, evidence, {}, "x/y", 0.5)]


def test_articles_and_claims_come_by_id() -> None:
    with Spool() as spool:
        for number in (3, 1, 2):
            spool.put(article(number))
        assert len(spool) == 3
        assert [one.id for one in spool.read()] == ["a-01", "a-02", "a-03"]
        for number in (2, 1):
            spool.keep(f"a-0{number}", claims(number), b"signature")
        assert list(spool.articles()) == [article(1), article(2)]
        assert list(spool.claims()) == [*claims(1), *claims(2)]
        assert list(spool.signatures()) == [("a-01", b"signature"), ("a-02", b"signature")]


def test_it_may_be_filled_while_it_is_read() -> None:
    with Spool() as spool:
        for number in range(30):
            spool.put(article(number))
        for one in spool.read():
            spool.keep(one.id, [], b"")
        assert len(list(spool.articles())) == 30
