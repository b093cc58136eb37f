from __future__ import annotations

import base64
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from actions.settings import ActionSettings
from cli.settings import UpSettings
from frontdesk.settings import FrontDeskSettings, RateLimit
from store.settings import (
    SettingsError,
    StoreSettings,
    derive_key,
    list_unknown_settings,
    load_settings,
)

ROOT = Path(__file__).parents[3]
SECRET = "s" * 16
KEY = Fernet.generate_key().decode()
# Settings that other rooms read for themselves.
BOT_SETTINGS = {
    "INTAKE_RASA_HOST",
    "INTAKE_RASA_PORT",
    "INTAKE_TRACKER_URL",
    "INTAKE_TRACKER_KEY",
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [*all_variables(), *BOT_SETTINGS]:
        monkeypatch.delenv(name, raising=False)


def all_variables() -> dict[str, object]:
    return {
        str(field.validation_alias or f"INTAKE_{name.upper()}"): field.default
        for settings in (FrontDeskSettings, ActionSettings)
        for name, field in settings.model_fields.items()
    }


def set_variables(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"INTAKE_{name}", value)


def test_nothing_needs_to_be_set_in_development() -> None:
    settings = load_settings(FrontDeskSettings)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.limits == RateLimit(per_conversation=30, per_address=300)
    assert settings.database_address.endswith("/var/intake.db")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("ENV", "prod"),
        ("TODAY", "tomorrow"),
        ("DATABASE_URL", "mysql://root:hunter2@db"),
        ("SECRET_KEY", "hunter2"),
        ("ENCRYPTION_KEYS", "hunter2"),
        ("ENCRYPTION_KEYS", ","),
        ("RATE_LIMIT", "30"),
        ("RATE_LIMIT", "0,300"),
        ("RASA_URL", "localhost:5005"),
        ("IDLE_MINUTES", "0"),
        ("FRAME_ANCESTORS", "www.example.org"),
        ("FRAME_ANCESTORS", "https://www.example.org/help"),
        ("FRAME_ANCESTORS", "https://www.example.org; script-src *"),
        ("FRAME_ANCESTORS", "*"),
        ("TRUSTED_PROXIES", "*"),
        ("TRUSTED_PROXIES", "0.0.0.0/0"),
        ("TRUSTED_PROXIES", "127.0.0.1, proxy.example.org"),
        ("OIDC_ISSUER", "http://login.example.org"),
        ("OIDC_ISSUER", "login.example.org"),
        ("OIDC_LABEL", " " * 61),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    set_variables(monkeypatch, **{name: value})
    with pytest.raises(SettingsError) as caught:
        load_settings(FrontDeskSettings)
    message = str(caught.value)
    assert message.startswith(f"INTAKE_{name}: ") and "\n" not in message
    assert "hunter2" not in message


@pytest.mark.parametrize(
    ("missing", "extra"),
    [
        ("SECRET_KEY", {}),
        ("ENCRYPTION_KEYS", {}),
        ("TODAY", {"TODAY": "2026-11-21"}),
        ("RATE_LIMIT", {"RATE_LIMIT": "off"}),
        ("PUBLIC_URL", {}),
        ("PUBLIC_URL", {"PUBLIC_URL": "http://chat.example.org"}),
    ],
)
def test_production_refuses_to_start_by_name(
    monkeypatch: pytest.MonkeyPatch, missing: str, extra: dict[str, str]
) -> None:
    complete = {
        "ENV": "production",
        "SECRET_KEY": SECRET,
        "ENCRYPTION_KEYS": KEY,
        "PUBLIC_URL": "https://chat.example.org",
    }
    set_variables(monkeypatch, **complete)
    assert load_settings(FrontDeskSettings).keys.encryption_keys == (KEY,)
    monkeypatch.delenv(f"INTAKE_{missing}", raising=False)
    set_variables(monkeypatch, **extra)
    with pytest.raises(SettingsError, match=f"^INTAKE_{missing}: "):
        load_settings(FrontDeskSettings)


def test_processes_that_start_together_agree_on_new_keys(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = list(pool.map(lambda _: StoreSettings(var=tmp_path / "new").keys, range(16)))
    assert len(set(keys)) == 1
    [file] = (tmp_path / "new").iterdir()
    assert file.name == "keys.json" and stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_dotenv_file_is_read_and_an_empty_value_counts_as_not_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("INTAKE_PORT=8123\nINTAKE_TODAY=\n")
    settings = load_settings(FrontDeskSettings)
    assert (settings.port, settings.today) == (8123, None)
    set_variables(monkeypatch, PORT="8124", TODAY="2026-11-21")
    assert load_settings(FrontDeskSettings).port == 8124
    assert load_settings(FrontDeskSettings).current_date().isoformat() == "2026-11-21"


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    settings = FrontDeskSettings(secret_key=SecretStr(SECRET), encryption_keys=SecretStr(KEY))
    assert SECRET not in repr(settings) and KEY not in repr(settings)


def test_each_purpose_has_its_own_key() -> None:
    internal, index = derive_key(SECRET, "internal"), derive_key(SECRET, "blind-index")
    assert internal != index and internal == derive_key(SECRET, "internal")
    assert len(base64.urlsafe_b64decode(internal)) == 32


def test_websites_that_may_frame_the_chat_are_read_one_by_one() -> None:
    named = "https://www.example.org  https://*.example.net:8443"
    assert FrontDeskSettings(frame_ancestors=named).may_frame == tuple(named.split())
    assert FrontDeskSettings().may_frame == ()


def test_a_short_postgres_address_gets_its_driver() -> None:
    for short in ("postgres://db/intake", "postgresql://db/intake"):
        assert StoreSettings(database_url=short).database_address == (
            "postgresql+psycopg://db/intake"
        )


def test_every_setting_is_documented_with_its_default() -> None:
    page = (ROOT / "docs/settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", page, re.M))
    assert set(rows) == set(all_variables()) | BOT_SETTINGS
    for name, default in all_variables().items():
        if default not in (None, PydanticUndefined):
            assert rows[name] == f"`{default}`", name


def test_the_example_file_names_every_setting_and_sets_none() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    assert set(re.findall(r"^# ([A-Z_]+)=", example, re.M)) == set(all_variables()) | BOT_SETTINGS
    assert not re.search(r"^[A-Z_]+=", example, re.M)


@pytest.mark.parametrize("name", ["CLIENT_ID", "CLIENT_SECRET", "SECOND_FACTOR"])
def test_half_of_a_provider_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    set_variables(monkeypatch, **{f"OIDC_{name}": "x"})
    with pytest.raises(SettingsError, match=f"^INTAKE_OIDC_{name}: needs INTAKE_OIDC_ISSUER"):
        load_settings(FrontDeskSettings)


def test_misspelt_settings_are_found_in_the_environment_and_the_dotenv_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("INTAKE_PROT=8001\nINTAKE_PORT=8001\n")
    set_variables(monkeypatch, OIDC_ISUER="https://login.example.org", TRACKER_KEY="x")
    found = list_unknown_settings(UpSettings)
    assert {"INTAKE_PROT", "INTAKE_OIDC_ISUER"} <= set(found)
    assert not {"INTAKE_PORT", "INTAKE_TRACKER_KEY"} & set(found)


def test_a_secret_that_somebody_typed_is_told_from_one_that_was_made() -> None:
    assert StoreSettings(secret_key=SecretStr("a" * 40)).has_weak_secret
    assert not StoreSettings(secret_key=SecretStr("0f3a9c1e5b7d2846" * 2)).has_weak_secret
