"""The settings of the action server, read from the environment once."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import Field, field_validator

from store.settings import StoreSettings


class ActionSettings(StoreSettings):
    """What the store needs, the address to listen on, and how long a turn may take."""

    actions_url: str = Field(
        default="http://127.0.0.1:5055",
        description="Address of the action server: a loopback or private one.",
    )
    action_deadline: float = Field(
        default=6.0,
        gt=0,
        le=9,
        description="Seconds an action may take before the turn is given back to be tried again; "
        "Rasa itself waits 10.",
    )

    @field_validator("actions_url")
    @classmethod
    def _check_url(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be an address such as http://127.0.0.1:5055")
        return url.rstrip("/")

    @property
    def host(self) -> str:
        """The host to listen on."""
        return urlsplit(self.actions_url).hostname or "127.0.0.1"

    @property
    def port(self) -> int:
        """The port to listen on."""
        return urlsplit(self.actions_url).port or 5055
