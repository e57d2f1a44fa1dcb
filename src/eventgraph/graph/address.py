"""Web addresses of articles and entities elsewhere, as IRIs that are safe to follow."""

from __future__ import annotations

import re
from urllib.parse import quote

from eventgraph.graph.terms import SURROGATE, Iri

# RFC 3986: what may stand unencoded in path, query and fragment besides letters and digits.
SAFE = "!$&'()*+,/:;=?@~%"
ADDRESS = re.compile(
    r"(https?)://([^\s/?#@:\[\]\\]+)(:\d{1,5})?([/?][^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL
)


def _encode(part: str) -> str:
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", SURROGATE.sub("\ufffd", part)), safe=SAFE)


def web_address(url: str) -> Iri | None:
    """The URL as an IRI if its scheme is http or https (else None: `javascript:` and the like).

    Addresses with a password or a literal IPv6 host are refused, too.
    """
    match = ADDRESS.fullmatch(url.strip())
    if match is None:
        return None
    scheme, host, port, path, fragment = match.groups(default="")
    tail = "#" + _encode(fragment[1:]) if fragment else ""
    return Iri(f"{scheme.lower()}://{_encode(host)}{port}{_encode(path)}{tail}")
