"""Settings that every process with a key to the store shares, and the keys themselves."""

from __future__ import annotations

import json
import os
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Literal, Self, TypeVar
from zoneinfo import ZoneInfo

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as UnreadableSettings

ENV_PREFIX = "INTAKE_"
SHORTEST_SECRET = 16
LEAST_SIGNS = 8
"""Different characters in a secret: one of 16 that was made by chance has more."""


class SettingsError(Exception):
    """A setting is missing or wrong. The message is one line that names the variable."""


@dataclass(frozen=True)
class Keys:
    """The secrets of one installation. Encryption keys are Fernet keys; the first one encrypts."""

    secret_key: str
    encryption_keys: tuple[str, ...]
    internal_key: str


class StoreSettings(BaseSettings):
    """Environment variables `INTAKE_…`, also read from `.env`; an empty one counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    env: Literal["development", "production", "test"] = Field(
        default="development",
        description="Where this runs. `production` refuses settings that are only safe elsewhere.",
    )
    var: Path = Field(default=Path("var"), description="Folder of state: database, keys.")
    database_url: str | None = Field(
        default=None,
        description="Where everything is kept: `sqlite:///…` or `postgresql://…`. "
        "Default: SQLite at `intake.db` in `INTAKE_VAR`.",
    )
    secret_key: SecretStr | None = Field(
        default=None,
        description="At least 16 characters; the internal key and the blind index derive from it. "
        "Required in production; else made once and kept in `keys.json` in `INTAKE_VAR`.",
    )
    encryption_keys: SecretStr | None = Field(
        default=None,
        description="Fernet keys, separated by commas; the first encrypts, all decrypt. "
        "Required in production; else made once and kept in `keys.json` in `INTAKE_VAR`.",
    )
    internal_key: SecretStr | None = Field(
        default=None,
        description="What front desk, Rasa and action server show each other (`X-Intake-Key`). "
        "Default: derived from `INTAKE_SECRET_KEY`.",
    )
    today: date | None = Field(
        default=None,
        description="A date (`2026-11-21`) that freezes today for deadlines and ages. "
        "Refused in production.",
    )

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, url: str | None) -> str | None:
        if url is None or url.startswith(("sqlite:///", "postgresql+psycopg://")):
            return url
        for short in ("postgresql://", "postgres://"):
            if url.startswith(short):
                return "postgresql+psycopg://" + url.removeprefix(short)
        raise ValueError("must start with sqlite:/// or postgresql://")

    @field_validator("secret_key", "internal_key")
    @classmethod
    def _check_secret_length(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and len(secret.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"must have at least {SHORTEST_SECRET} characters")
        return secret

    @field_validator("encryption_keys")
    @classmethod
    def _check_encryption_keys(cls, keys: SecretStr | None) -> SecretStr | None:
        if keys is not None:
            try:
                for key in _split_keys(keys.get_secret_value()):
                    Fernet(key)
            except ValueError:
                raise ValueError("must be Fernet keys separated by commas") from None
        return keys

    @model_validator(mode="after")
    def _refuse_unsafe_production(self) -> Self:
        if self.env == "production":
            if self.secret_key is None:
                raise ValueError("INTAKE_SECRET_KEY: must be set in production")
            if self.encryption_keys is None:
                raise ValueError("INTAKE_ENCRYPTION_KEYS: must be set in production")
            if self.today is not None:
                raise ValueError("INTAKE_TODAY: must be empty in production")
        return self

    @property
    def has_weak_secret(self) -> bool:
        """Whether the secret is one that somebody typed instead of having it made."""
        secret = self.secret_key.get_secret_value() if self.secret_key else None
        return secret is not None and len(set(secret)) < LEAST_SIGNS

    @property
    def database_address(self) -> str:
        """The SQLAlchemy URL of the database."""
        return self.database_url or f"sqlite:///{self.var.resolve() / 'intake.db'}"

    @cached_property
    def keys(self) -> Keys:
        """The keys in force; outside production, missing ones are made once and kept on disk."""
        secret_key = self.secret_key.get_secret_value() if self.secret_key else None
        encryption_keys = self.encryption_keys.get_secret_value() if self.encryption_keys else None
        if secret_key is None or encryption_keys is None:
            kept = _read_or_make_keys(self.var / "keys.json")
            secret_key = secret_key or kept["secret_key"]
            encryption_keys = encryption_keys or kept["encryption_keys"]
        return Keys(
            secret_key=secret_key,
            encryption_keys=_split_keys(encryption_keys),
            internal_key=self.internal_key.get_secret_value()
            if self.internal_key
            else derive_key(secret_key, "internal"),
        )

    def current_date(self) -> date:
        """Today in Europe/London, or the date that INTAKE_TODAY freezes."""
        return self.today or datetime.now(ZoneInfo("Europe/London")).date()


SettingsClass = TypeVar("SettingsClass", bound=StoreSettings)


def load_settings(settings_class: type[SettingsClass]) -> SettingsClass:
    """Reads the environment. Raises SettingsError, one line a wrong variable, never its value."""
    try:
        return settings_class()
    except ValidationError as error:
        raise SettingsError("\n".join(_name_problem(item) for item in error.errors())) from None
    except UnreadableSettings as error:
        raise SettingsError(str(error).splitlines()[0]) from None


def list_unknown_settings(settings_class: type[SettingsClass]) -> list[str]:
    """The variables `INTAKE_…` that are set and mean nothing: misspelt ones, most likely."""
    known = {
        str(field.validation_alias or field.alias or ENV_PREFIX + name).upper()
        for name, field in settings_class.model_fields.items()
    }
    given = {*os.environ, *DotEnvSettingsSource(settings_class).env_vars}
    prefixed = {name.upper() for name in given if name.upper().startswith(ENV_PREFIX)}
    return sorted(prefixed - known)


def derive_key(secret: str, purpose: str) -> str:
    """A key for one purpose, from the installation's secret (HKDF-SHA256, 32 bytes, base64)."""
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"intake/{purpose}".encode())
    return urlsafe_b64encode(kdf.derive(secret.encode())).decode()


def _name_problem(error: object) -> str:
    assert isinstance(error, dict)
    message = str(error["msg"]).removeprefix("Value error, ")
    if not error["loc"]:
        return message
    name = str(error["loc"][0])
    variable = name if name.isupper() else ENV_PREFIX + name.upper()
    return f"{variable}: {message}"


def _split_keys(keys: str) -> tuple[str, ...]:
    found = tuple(key.strip() for key in keys.split(",") if key.strip())
    if not found:
        raise ValueError("no key")
    return found


def _read_or_make_keys(path: Path) -> dict[str, str]:
    """Whoever comes first makes the keys: a hard link appears whole or not at all."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".keys-{os.getpid()}-{secrets.token_hex(4)}")
        made = {
            "secret_key": secrets.token_urlsafe(48),
            "encryption_keys": Fernet.generate_key().decode(),
        }
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w") as file:
                json.dump(made, file)
                file.flush()
                os.fsync(file.fileno())
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    kept = json.loads(path.read_text())
    return {"secret_key": kept["secret_key"], "encryption_keys": kept["encryption_keys"]}
