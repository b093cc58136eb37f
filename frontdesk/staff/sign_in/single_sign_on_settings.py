"""Settings of single sign-on: where colleagues sign in instead of here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from store.settings import StoreSettings

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class ProviderAccount:
    """The provider of single sign-on, and what we are to it."""

    issuer: str
    client_id: str
    client_secret: str
    wanted: frozenset[str]
    """Values of `amr` or `acr`, of which the provider has to give one; empty asks for none."""


class SingleSignOnSettings(StoreSettings):
    """OpenID Connect. Without an issuer colleagues sign in here with password or passkey."""

    oidc_issuer: str | None = Field(
        default=None,
        description="The provider that colleagues sign in with (OpenID Connect), as it names "
        "itself, such as `https://login.example.org/realms/charity`. Not set, there is none.",
    )
    oidc_client_id: str | None = Field(
        default=None, description="What the provider calls this service."
    )
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="The secret that the provider gave to this service."
    )
    oidc_label: str = Field(
        default="Sign in with your work account",
        min_length=1,
        max_length=60,
        description="What the button for it says on the sign-in page.",
    )
    oidc_only: bool = Field(
        default=False,
        description="Whether that is the only way in: passwords, codes and passkeys of ours are "
        "refused. If the provider fails, nobody gets in until this is off again.",
    )
    oidc_second_factor: str | None = Field(
        default=None,
        description="Values of `amr` or `acr`, separated by spaces, such as `mfa`: who comes "
        "without one of them is refused. Not set, the provider alone sees to the second factor.",
    )

    @field_validator("oidc_issuer")
    @classmethod
    def _check_issuer(cls, issuer: str | None) -> str | None:
        if issuer is None:
            return None
        parts = urlsplit(issuer)
        is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or is_here):
            raise ValueError("must be an https:// address")
        return issuer

    @model_validator(mode="after")
    def _refuse_half_a_provider(self) -> Self:
        if self.oidc_issuer is not None:
            for name in ("oidc_client_id", "oidc_client_secret"):
                if getattr(self, name) is None:
                    raise ValueError(
                        f"INTAKE_{name.upper()}: must be set where INTAKE_OIDC_ISSUER is"
                    )
            return self
        for name in ("oidc_only", "oidc_client_id", "oidc_client_secret", "oidc_second_factor"):
            if getattr(self, name):
                raise ValueError(f"INTAKE_{name.upper()}: needs INTAKE_OIDC_ISSUER")
        return self

    @property
    def provider_account(self) -> ProviderAccount | None:
        """Who signs colleagues in; None where only we do."""
        if self.oidc_issuer is None or self.oidc_client_id is None:
            return None
        secret = self.oidc_client_secret
        return ProviderAccount(
            issuer=self.oidc_issuer,
            client_id=self.oidc_client_id,
            client_secret=secret.get_secret_value() if secret is not None else "",
            wanted=frozenset((self.oidc_second_factor or "").split()),
        )
