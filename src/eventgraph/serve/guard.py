"""What every request must pass, and what every response says to the browser."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
LOCAL = ("localhost", "127.0.0.1", "[::1]")


class Guard:
    """ASGI middleware.

    A Host header that names another server is refused (421): without that, a page elsewhere could let its own
    name lead here and read what only this machine may read (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, {host.lower() for host in (*LOCAL, *hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if hostname(Headers(scope=scope).getlist("host")) in self.hosts:
            await self.app(scope, receive, send_guarded)
        else:
            refused = PlainTextResponse("this server has another name; start it with --allow-host\n", 421)
            await refused(scope, receive, send_guarded)


def hostname(hosts: list[str]) -> str | None:
    """The one Host header without its port, in small letters; None if there is not one."""
    if len(hosts) != 1:
        return None
    host = hosts[0].lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host
