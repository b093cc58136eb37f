"""Settings of the front desk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator

from frontdesk.alerting.settings import AlertSettings
from frontdesk.colours import (
    DARK_GROUND,
    LEAST_CONTRAST,
    LIGHT_GROUND,
    is_hex_colour,
    measure_contrast,
)
from frontdesk.mail_server import MailServer
from frontdesk.sms.settings import TwilioSettings
from frontdesk.staff.sign_in.single_sign_on_settings import SingleSignOnSettings

# A host may begin with *. for all below it; nothing in it can end the policy that it goes into.
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?", re.IGNORECASE)


@dataclass(frozen=True)
class RateLimit:
    """Messages a minute, for one conversation and for one address."""

    per_conversation: int
    per_address: int


class FrontDeskSettings(AlertSettings, SingleSignOnSettings, TwilioSettings):
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
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Addresses or networks of the TLS proxy, separated by commas: who they say "
        "that a request comes from is believed.",
    )
    public_url: str | None = Field(
        default=None,
        description="The address people see, such as `https://chat.example.org`; with `https` "
        "(required in production) the page's cookie is sent over HTTPS only.",
    )
    idle_minutes: int = Field(
        default=20,
        ge=5,
        le=120,
        description="Minutes without a sign of the person until a browser hides the conversation "
        "and asks for the resume code.",
    )
    claim_minutes: int = Field(
        default=15,
        ge=1,
        le=240,
        description="Minutes that a parent waits for the colleague who took the conversation over "
        "until it goes back to the queue.",
    )
    left_draft_days: int = Field(
        default=3,
        ge=1,
        le=20,
        description="Days after which somebody who left a referral unfinished, and may be rung, is "
        "put in the queue.",
    )
    frame_ancestors: str | None = Field(
        default=None,
        description="Websites that may show the chat in a frame: origins such as "
        "`https://www.example.org` or `https://*.example.org`, separated by spaces.",
    )

    smtp_url: SecretStr | None = Field(
        default=None,
        validation_alias="SMTP_URL",
        description="The mail server: `smtp://user:password@host:587` (STARTTLS) or `smtps://…`. "
        "Without it emails wait, and none is offered.",
    )
    email_from: str = Field(
        default="KIDS <noreply@localhost>",
        description="The sender of emails, such as `KIDS <noreply@example.org>`.",
    )

    @field_validator("smtp_url")
    @classmethod
    def _check_mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            MailServer.from_url(url.get_secret_value(), "")
        return url

    colour: str = Field(
        default="#14506b",
        description="The charity's own colour on the pages (`#14506b`), for links and buttons. "
        "Its contrast with the ground has to be at least 4.5 to 1.",
    )
    colour_dark: str = Field(
        default="#8fd0ee",
        description="The same for people who like dark pages.",
    )

    @field_validator("colour", "colour_dark")
    @classmethod
    def _check_colour(cls, colour: str, info: ValidationInfo) -> str:
        ground = DARK_GROUND if info.field_name == "colour_dark" else LIGHT_GROUND
        if not is_hex_colour(colour):
            raise ValueError("must be a colour such as #14506b")
        if measure_contrast(colour, ground) < LEAST_CONTRAST:
            raise ValueError(f"must have a contrast of at least {LEAST_CONTRAST}:1 with {ground}")
        return colour

    @field_validator("rasa_url", "actions_url", "public_url")
    @classmethod
    def _check_web_address(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be an http:// or https:// address")
        return url.rstrip("/")

    @field_validator("trusted_proxies")
    @classmethod
    def _check_trusted_proxies(cls, proxies: str) -> str:
        for each in proxies.split(","):
            # Trusting everybody, anybody could write themselves any address.
            if ip_network(each.strip(), strict=False).prefixlen == 0:
                raise ValueError("must name the proxies, not every address")
        return proxies

    @field_validator("frame_ancestors")
    @classmethod
    def _check_frame_ancestors(cls, origins: str | None) -> str | None:
        if origins is not None and not all(_ORIGIN.fullmatch(each) for each in origins.split()):
            raise ValueError("must be origins such as https://www.example.org, without a path")
        return origins

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
    def _refuse_mail_without_sender(self) -> Self:
        if self.smtp_url is not None and self.email_from.endswith("@localhost>"):
            raise ValueError("INTAKE_EMAIL_FROM: must be set where SMTP_URL is")
        return self

    @model_validator(mode="after")
    def _refuse_unlimited_production(self) -> Self:
        if self.env == "production" and self.rate_limit == "off":
            raise ValueError("INTAKE_RATE_LIMIT: must not be off in production")
        return self

    @model_validator(mode="after")
    def _refuse_production_without_https(self) -> Self:
        if self.env == "production" and not self.is_https:
            raise ValueError("INTAKE_PUBLIC_URL: must be an https:// address in production")
        return self

    @property
    def is_https(self) -> bool:
        """Whether people reach the pages over HTTPS."""
        return (self.public_url or "").startswith("https://")

    @property
    def staff_address(self) -> str:
        """Where colleagues reach the staff side: links in emails begin with it."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def may_frame(self) -> tuple[str, ...]:
        """The origins that may show the chat in a frame, beside its own."""
        return tuple((self.frame_ancestors or "").split())

    @property
    def mail_server(self) -> MailServer | None:
        """Where mail is handed in; None while SMTP_URL is not set."""
        if self.smtp_url is None:
            return None
        return MailServer.from_url(self.smtp_url.get_secret_value(), self.email_from)

    @property
    def limits(self) -> RateLimit | None:
        """The rate limits in force; None when they are off."""
        if self.rate_limit == "off":
            return None
        per_conversation, per_address = self.rate_limit.split(",")
        return RateLimit(int(per_conversation), int(per_address))
