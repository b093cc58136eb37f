"""Settings of alerts, digests and the webhook."""

from __future__ import annotations

import base64
import binascii
from datetime import time
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from casework.team.alerting import AlertKind
from store.settings import StoreSettings

SECRET_BEGINS = "whsec_"
SHORTEST_KEY, LONGEST_KEY = 24, 64
"""Bytes, as the Standard Webhooks specification wants them."""


class AlertSettings(StoreSettings):
    """How soon somebody has to look, when digests go out, and which system is told of news."""

    safety_alert_minutes: int = Field(
        default=10,
        ge=1,
        le=240,
        description="Minutes by the clock until the next people are told that somebody may be in "
        "danger, where nobody has looked.",
    )
    alert_minutes: int = Field(
        default=30,
        ge=1,
        le=480,
        description="Minutes of our opening hours until the next people are told of something "
        "else that is urgent, where nobody has looked.",
    )
    digest_times: str = Field(
        default="09:00,13:00",
        description="When colleagues on duty are told what waits, on days that we are open: times "
        "in England, separated by commas, or `off`.",
    )
    webhook_url: str | None = Field(
        default=None,
        description="Where another case system is told that something happened (ids only, "
        "signed); `https` in production.",
    )
    webhook_secret: SecretStr | None = Field(
        default=None,
        description="What those messages are signed with: `whsec_` and 24 to 64 random bytes in "
        "base64. Several, separated by spaces, while one takes over from another.",
    )

    @field_validator("digest_times")
    @classmethod
    def _check_digest_times(cls, times: str) -> str:
        if times != "off":
            read_times(times)
        return times

    @field_validator("webhook_url")
    @classmethod
    def _check_webhook_url(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise ValueError("must be an https:// address without a name or password")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _check_webhook_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None:
            read_keys(secret.get_secret_value())
        return secret

    @model_validator(mode="after")
    def _refuse_unsafe_webhook(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise ValueError("INTAKE_WEBHOOK_SECRET: must be set where INTAKE_WEBHOOK_URL is")
        if self.env == "production" and not self.webhook_url.startswith("https://"):
            raise ValueError("INTAKE_WEBHOOK_URL: must be an https:// address in production")
        return self

    @property
    def digest_at(self) -> tuple[time, ...]:
        """The times of day at which digests go out, in England; none when they are off."""
        return () if self.digest_times == "off" else read_times(self.digest_times)

    @property
    def minutes_to_answer(self) -> dict[AlertKind, int]:
        """Minutes until the next people are told, by what the alert is about."""
        return {"safety": self.safety_alert_minutes, "urgent": self.alert_minutes}

    @property
    def webhook_keys(self) -> tuple[bytes, ...]:
        """What to sign with; with several, each message has a signature of each."""
        return (
            () if self.webhook_secret is None else read_keys(self.webhook_secret.get_secret_value())
        )


def read_times(times: str) -> tuple[time, ...]:
    """Reads "09:00,13:00". Raises ValueError."""
    try:
        return tuple(sorted({time.fromisoformat(one.strip()) for one in times.split(",")}))
    except ValueError:
        raise ValueError("must be times such as 09:00,13:00 or off") from None


def read_keys(secret: str) -> tuple[bytes, ...]:
    """Reads `whsec_…` secrets. Raises ValueError, never with what it read."""
    keys = []
    for one in secret.split():
        try:
            key = base64.b64decode(one.removeprefix(SECRET_BEGINS), validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not one.startswith(SECRET_BEGINS) or not SHORTEST_KEY <= len(key) <= LONGEST_KEY:
            raise ValueError("must be whsec_ and 24 to 64 bytes in base64")
        keys.append(key)
    if not keys:
        raise ValueError("must be whsec_ and 24 to 64 bytes in base64")
    return tuple(keys)
