"""Settings of the texts, under the names that Twilio gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from store.settings import StoreSettings

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_MESSAGING_SERVICE = re.compile(r"MG[0-9a-fA-F]{32}")
# Twilio's alphanumeric sender ids take no replies, so a conversation cannot be held with one.
_SENDER = re.compile(rf"{_E164.pattern}|{_MESSAGING_SERVICE.pattern}|\d{{3,8}}")


@dataclass(frozen=True)
class TwilioAccount:
    """What sending takes. `sender` is a number, a short code or a messaging service (`MG…`)."""

    sid: str
    token: str
    sender: str
    api_base_url: str


class TwilioSettings(StoreSettings):
    """Where texts come from and go to. Without them none is taken and those to send wait."""

    # By its field's name too, so that a test can build settings without the environment.
    model_config = SettingsConfigDict(populate_by_name=True)

    twilio_account_sid: str | None = Field(
        default=None,
        validation_alias="TWILIO_ACCOUNT_SID",
        description="The account that texts are sent from (`AC…`).",
    )
    twilio_auth_token: SecretStr | None = Field(
        default=None,
        validation_alias="TWILIO_AUTH_TOKEN",
        description="The account's token. Several, separated by commas, while one takes over from "
        "another: all are accepted in signatures, the first is used to send. The secret of a "
        "shared key that signs webhooks goes here too, after the token.",
    )
    twilio_from: str | None = Field(
        default=None,
        validation_alias="TWILIO_FROM",
        description="The number that texts come from, or a messaging service (`MG…`).",
    )
    twilio_api_base_url: str = Field(
        default="https://api.twilio.com",
        validation_alias="TWILIO_API_BASE_URL",
        description="Where texts are handed in; a stand-in's address to try without Twilio.",
    )

    confirm_stop: bool = Field(
        default=True,
        description="Whether we answer STOP with one text. Off where Twilio's own answer reaches "
        "people; where it does, ours is refused (21610) and they get one all the same.",
    )

    @field_validator("twilio_auth_token")
    @classmethod
    def _check_auth_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _split(token):
            raise ValueError("must hold a token")
        return token

    @field_validator("twilio_from")
    @classmethod
    def _check_sender(cls, sender: str | None) -> str | None:
        if sender is not None and not _SENDER.fullmatch(sender):
            raise ValueError("must be a number such as +447700900000, a short code or MG…")
        return sender

    @field_validator("twilio_api_base_url")
    @classmethod
    def _check_api_base_url(cls, url: str) -> str:
        if not re.match(r"https?://[^/]", url):
            raise ValueError("must be an http:// or https:// address")
        return url.rstrip("/")

    @property
    def twilio_secrets(self) -> tuple[str, ...]:
        """What webhooks may be signed with."""
        return _split(self.twilio_auth_token) if self.twilio_auth_token else ()

    @property
    def missing_to_send(self) -> list[str]:
        """The variables without which nothing is sent."""
        values = {
            "TWILIO_ACCOUNT_SID": self.twilio_account_sid,
            "TWILIO_AUTH_TOKEN": self.twilio_auth_token,
            "TWILIO_FROM": self.twilio_from,
        }
        return [name for name, value in values.items() if value is None]

    @property
    def twilio_account(self) -> TwilioAccount | None:
        """The account to send from; None while a part of it is missing."""
        if self.twilio_account_sid is None or self.twilio_from is None or not self.twilio_secrets:
            return None
        return TwilioAccount(
            sid=self.twilio_account_sid,
            token=self.twilio_secrets[0],
            sender=self.twilio_from,
            api_base_url=self.twilio_api_base_url,
        )


def _split(tokens: SecretStr) -> tuple[str, ...]:
    each = tokens.get_secret_value().split(",")
    return tuple(token.strip() for token in each if token.strip())
