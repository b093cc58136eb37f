"""Settings of the Rasa server, read from the environment once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.fernet import Fernet, MultiFernet

SHORTEST_SECRET = 16


class BadSetting(ValueError):
    """A setting that is missing or wrong. The message names it and never holds its value."""


@dataclass(frozen=True)
class Settings:
    """What the Rasa server needs to know. Secrets stay out of its repr, so out of logs too."""

    rasa_host: str
    rasa_port: int
    actions_url: str
    var: Path
    tracker_url: str = field(repr=False)
    internal_key: str = field(repr=False)
    tracker_keys: tuple[str, ...] = field(repr=False)

    @property
    def tracker_cipher(self) -> MultiFernet:
        """Encrypts with the first key and reads with any, so that a key can be replaced."""
        return MultiFernet([Fernet(key) for key in self.tracker_keys])


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read and check every setting. Raises BadSetting, naming the first one that is wrong."""
    var = read_var_folder(environment)
    return Settings(
        rasa_host=environment.get("INTAKE_RASA_HOST") or "127.0.0.1",
        rasa_port=_read_port(environment),
        actions_url=_read_actions_url(environment),
        var=var,
        tracker_url=environment.get("INTAKE_TRACKER_URL") or f"sqlite:///{var}/tracker.db",
        internal_key=_read_internal_key(environment),
        tracker_keys=_read_tracker_keys(environment),
    )


def read_var_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of state. Training needs it, and no other setting."""
    return Path(environment.get("INTAKE_VAR") or "var")


def _read_port(environment: Mapping[str, str]) -> int:
    text = environment.get("INTAKE_RASA_PORT") or "5005"
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise BadSetting("INTAKE_RASA_PORT must be a number from 1 to 65535.")
    return int(text)


def _read_actions_url(environment: Mapping[str, str]) -> str:
    url = (environment.get("INTAKE_ACTIONS_URL") or "http://127.0.0.1:5055").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadSetting("INTAKE_ACTIONS_URL must be an http:// or https:// address.")
    return url


def _read_internal_key(environment: Mapping[str, str]) -> str:
    key = environment.get("INTAKE_INTERNAL_KEY", "").strip()
    if not key:
        raise BadSetting("INTAKE_INTERNAL_KEY is not set: the processes need a shared secret.")
    if len(key) < SHORTEST_SECRET or not key.isascii():
        raise BadSetting(
            f"INTAKE_INTERNAL_KEY must be at least {SHORTEST_SECRET} plain (ASCII) characters."
        )
    return key


def _read_tracker_keys(environment: Mapping[str, str]) -> tuple[str, ...]:
    listed = environment.get("INTAKE_TRACKER_KEY", "").split(",")
    keys = tuple(key.strip() for key in listed if key.strip())
    if not keys:
        raise BadSetting("INTAKE_TRACKER_KEY is not set: the tracker is never kept in the clear.")
    try:
        for key in keys:
            Fernet(key)
    except ValueError:
        raise BadSetting("INTAKE_TRACKER_KEY must hold Fernet keys, separated by commas.") from None
    return keys
