"""Web addresses: one request each to a real server, bounded in time and size."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from eventgraph.errors import ReadError
from eventgraph.model import Article
from eventgraph.read import fetch, read_articles
from read.files import make_page, make_parquet

TEXT = "The minister met her Swedish counterpart in Oslo on Tuesday, and both called the talks useful."
ITEM = f"<item><title>A</title><description>{TEXT}</description></item>"
RSS = f"<rss version='2.0'><channel><title>T</title>{ITEM}</channel></rss>"
PLAIN = "text/plain; charset=iso-8859-1"
ANSWERS = {
    "/news/talks": ("text/html; charset=utf-8", make_page(TEXT)),
    "/feed": ("application/rss+xml", RSS.encode()),
    "/tromso": (PLAIN, TEXT.replace("Oslo", "Tromsø").encode("latin-1")),
    "/rows.parquet": ("application/octet-stream", make_parquet(text=[TEXT, f"Again: {TEXT}"])),
    "/?id=3": ("text/html", make_page(TEXT)),
    "/page.php": ("text/plain", TEXT.encode()),
}


class Answerer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "/news/talks" if self.path == "/moved" else "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"a few bytes")
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(50):
                time.sleep(0.1)
                self.wfile.write(b".")
        elif answer := ANSWERS.get(self.path):
            self.send_response(200)
            self.send_header("Content-Type", answer[0])
            self.end_headers()
            self.wfile.write(answer[1])
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answerer)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def read(*addresses: str) -> tuple[list[Article], list[ReadError]]:
    items = list(read_articles(addresses, "2021-05-12"))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, ReadError)]


def test_a_page_is_called_by_its_address(site: str) -> None:
    [article], errors = read(f"{site}/news/talks#top")
    assert (article.text, errors) == (TEXT, [])
    assert (article.id, article.url) == (
        f"{site.removeprefix('http://')}/news/talks",
        f"{site}/news/talks#top",
    )


def test_its_media_type_tells_the_format_else_its_name_else_its_first_bytes(site: str) -> None:
    articles, errors = read(*(f"{site}{path}" for path in ANSWERS))
    assert errors == [] and len(articles) == len(ANSWERS) + 1
    assert sum("Tromsø" in article.text for article in articles) == 1


def test_redirects_stay_on_the_web(site: str) -> None:
    [article], [error] = read(f"{site}/moved", f"{site}/moved-to-a-file")
    assert article.url == f"{site}/news/talks"
    assert "can't be fetched" in error.reason and "file" in error.reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/nothing", "the answer is 404 Not Found"), ("/short", "broke off 99,989 bytes before")],
)
def test_what_is_not_there_is_an_error_and_the_rest_goes_on(path: str, reason: str, site: str) -> None:
    articles, [error] = read(f"{site}{path}", f"{site}/news/talks")
    assert len(articles) == 1 and reason in error.reason and error.source == f"{site}{path}"


def test_who_does_not_answer_is_named() -> None:
    _, [error] = read("http://127.0.0.1:9/")
    assert "can't be fetched" in error.reason and "refused" in error.reason


def test_an_answer_is_bounded_in_time_and_size(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 0.3)
    assert "took longer" in read(f"{site}/slow")[1][0].reason
    monkeypatch.setattr(fetch, "LARGEST", 10)
    assert "too large" in read(f"{site}/news/talks")[1][0].reason
