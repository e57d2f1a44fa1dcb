"""What gold claims speak of."""

from __future__ import annotations

import msgspec


class GoldEntity(msgspec.Struct, frozen=True):
    """Someone or something that gold claims speak of, with all names a system may use."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All names, the fullest first."""
        return self.name, *self.aliases
