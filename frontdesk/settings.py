"""Settings of the front desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from store.settings import StoreSettings


@dataclass(frozen=True)
class RateLimit:
    """Messages a minute, for one conversation and for one address."""

    per_conversation: int
    per_address: int


class FrontDeskSettings(StoreSettings):
    """What the front desk needs to know beside the store's settings."""

    host: str = Field(default="127.0.0.1", description="Address the front desk listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port the front desk listens on.")
    rate_limit: str = Field(
        default="30,300",
        description="Messages a minute for one conversation and for one address, or `off` "
        "(refused in production).",
    )
    rasa_url: str = Field(
        default="http://127.0.0.1:5005", description="Where the Rasa server is reached."
    )
    actions_url: str = Field(
        default="http://127.0.0.1:5055", description="Where the action server is reached."
    )
    public_url: str | None = Field(
        default=None,
        description="The address people see, such as `https://chat.example.org`; with `https` "
        "the page's cookie is sent over HTTPS only.",
    )

    @field_validator("rasa_url", "actions_url", "public_url")
    @classmethod
    def _check_web_address(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be an http:// or https:// address")
        return url.rstrip("/")

    @field_validator("rate_limit")
    @classmethod
    def _check_rate_limit(cls, limit: str) -> str:
        numbers = [number.strip() for number in limit.split(",")]
        are_numbers = len(numbers) == 2 and all(
            number.isdecimal() and int(number) > 0 for number in numbers
        )
        if limit != "off" and not are_numbers:
            raise ValueError("must be two numbers such as 30,300 or off")
        return limit

    @model_validator(mode="after")
    def _refuse_unlimited_production(self) -> Self:
        if self.env == "production" and self.rate_limit == "off":
            raise ValueError("INTAKE_RATE_LIMIT: must not be off in production")
        return self

    @property
    def limits(self) -> RateLimit | None:
        """The rate limits in force; None when they are off."""
        if self.rate_limit == "off":
            return None
        per_conversation, per_address = self.rate_limit.split(",")
        return RateLimit(int(per_conversation), int(per_address))
