"""Requests that are not carried out."""

from __future__ import annotations

from collections.abc import Mapping


class RefusedError(Exception):
    """Carries the HTTP status, one line for people, and headers that belong to the status."""

    def __init__(self, status: int, why: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(why)
        self.status, self.headers = status, dict(headers or {})
