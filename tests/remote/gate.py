"""What stands before many a store: a reverse proxy that asks for a name and password (Basic, RFC 7617)."""

from __future__ import annotations

import base64
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

USER, PASSWORD = "nora", "grün & weiß"
WANTED = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class Gate(ThreadingHTTPServer):
    """Passes requests on to the store at `behind` if they carry the password; counts those that do not."""

    daemon_threads = True

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind, self.refused = urlsplit(behind), 0


class _Handler(BaseHTTPRequestHandler):
    server: Gate
    protocol_version = "HTTP/1.1"

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.headers.get("Authorization") != WANTED:
            self.server.refused += 1
            self._say(401, b"who are you?", {"WWW-Authenticate": 'Basic realm="store", charset="UTF-8"'})
            return
        store = http.client.HTTPConnection(self.server.behind.netloc, timeout=30)
        kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
        store.request(self.command, self.path, body, kept)
        answer = store.getresponse()
        self._say(answer.status, answer.read(), {"Content-Type": answer.getheader("Content-Type", "")})
        store.close()

    do_GET = do_POST = do_PUT = _pass_on  # noqa: N815

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def gate(behind: str) -> Iterator[tuple[str, Gate]]:
    """Its address, and the gate itself."""
    with Gate(behind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", server
        server.shutdown()
