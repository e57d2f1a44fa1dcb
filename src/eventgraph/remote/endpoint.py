"""HTTP to somebody else's server: one address, bounded in time and size, patient with one that is busy."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from eventgraph.errors import UsageError
from eventgraph.remote.access import Access

LARGEST = 512 << 20
BUSY = (429, 502, 503, 504)
WAITS = (1.0, 2.0, 4.0)
PIECE = 1 << 16


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nobody: what is sent, a password perhaps, is meant for the address that was given."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        raise UsageError(f"the server sends us on to {newurl}; give that address if you trust it")


class Endpoint:
    """A remote store, or another server. Raises UsageError for an address that is not http(s).

    `seconds` bound a silence, `within` a whole answer (None: as long as it goes on), `largest` its bytes.
    Without `insist` a silent server is not asked again; a busy one always is.
    """

    def __init__(
        self,
        address: str,
        access: Access,
        seconds: float = 60.0,
        *,
        within: float | None = None,
        largest: int = LARGEST,
        insist: bool = True,
    ) -> None:
        if not _is_web_address(address):
            raise UsageError(f"{address!r} is no endpoint; give http:// or https:// without a password in it")
        self.address, self.access, self.seconds = address, access, seconds
        self._within, self._largest, self._insist = within, largest, insist
        self._opener = urllib.request.build_opener(_Stay, *access.handlers(address))

    def send(
        self, method: str, body: bytes | None, media: str, *, accept: str = "*/*", address: str | None = None
    ) -> tuple[bytes, str]:
        """The answer's content and media type. `address` is another of the same store.

        A request that meets a busy or silent server is sent again, so it must do no harm twice.
        Raises UsageError with what the server says.
        """
        for wait in (*WAITS, None):
            request = urllib.request.Request(address or self.address, body, method=method)
            request.add_header("Content-Type", media)
            request.add_header("Accept", accept)
            if self.access.token:
                request.add_header("Authorization", f"Bearer {self.access.token}")
            try:
                return self._once(request)
            except urllib.error.HTTPError as error:
                with error:
                    if wait is None or error.code not in BUSY:
                        raise UsageError(self._told(error)) from None
            except (OSError, http.client.HTTPException) as error:
                if wait is None or not self._insist:
                    raise UsageError(f"{self.address} can't be reached: {error}") from None
            time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, request: urllib.request.Request) -> tuple[bytes, str]:
        with self._opener.open(request, timeout=self.seconds) as response:
            return self._read(response), response.headers.get_content_type()

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        start, content = time.monotonic(), bytearray()
        while piece := response.read1(PIECE):
            content += piece
            if len(content) > self._largest:
                raise UsageError(f"the answer is larger than {self._largest >> 20} MiB; ask for less")
            if self._within is not None and time.monotonic() - start > self._within:
                raise TimeoutError(f"the answer took longer than {self._within:.0f} s")
        if response.length:
            raise http.client.IncompleteRead(bytes(content), response.length)
        return bytes(content)

    def _told(self, error: urllib.error.HTTPError) -> str:
        """What the server says, without our token if it repeats that."""
        try:
            text = " ".join(error.read(2000).decode("utf-8", "replace").split())
        except (OSError, http.client.HTTPException):
            text = ""
        text = text.replace(self.access.token, "…") if self.access.token else text
        return f"{self.address} says {error.code} {error.reason}: {text[:300]}"


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # http://[::1
        return False
    plain = address.isascii() and address.isprintable() and " " not in address
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username and plain
