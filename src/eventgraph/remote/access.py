"""Who we are to a remote store, from the environment: never from the command line, which others can see."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPMessage
from typing import IO, Any, NamedTuple

TOKEN, USER, PASSWORD = (f"EVENTGRAPH_ENDPOINT_{name}" for name in ("TOKEN", "USER", "PASSWORD"))


class Access(NamedTuple):
    """A bearer token, or a user with a password; all None for nobody in particular."""

    token: str | None = None
    user: str | None = None
    password: str | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Access:
        """What the three variables say."""
        return cls(*(environment.get(name) or None for name in (TOKEN, USER, PASSWORD)))

    def handlers(self, address: str) -> list[urllib.request.BaseHandler]:
        """For urllib: Basic or Digest, as the store asks each time; unasked, Virtuoso takes neither."""
        if self.user is None:
            return []
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, address, self.user, self.password or "")
        return [_Basic(known), _Digest(known)]


class _Closing:
    """Closes the answer that asked for the password; urllib leaves that to the garbage collector."""

    def http_error_401(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)  # type: ignore[misc]
        except urllib.error.HTTPError:
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Basic(_Closing, urllib.request.HTTPBasicAuthHandler):
    """RFC 7617."""


class _Digest(_Closing, urllib.request.HTTPDigestAuthHandler):
    """RFC 7616."""
