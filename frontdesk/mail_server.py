"""Which mail server emails are handed to, read from SMTP_URL."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed in, and who we are there."""

    host: str
    port: int
    username: str | None
    password: str | None
    has_tls_from_start: bool
    sender: str

    @classmethod
    def from_url(cls, url: str, sender: str) -> MailServer:
        """Reads `smtp://user:password@host:port` (STARTTLS) or `smtps://…` (TLS from the start).

        Raises ValueError for anything else.
        """
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ValueError("must be an smtp:// or smtps:// address")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[parts.scheme],
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            has_tls_from_start=parts.scheme == "smtps",
            sender=sender,
        )

    @property
    def must_start_tls(self) -> bool | None:
        """True for every server but one on this very machine, where it may (None)."""
        if self.has_tls_from_start:
            return False
        return None if self.host in _HERE else True
