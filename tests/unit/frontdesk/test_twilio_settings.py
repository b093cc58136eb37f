from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.settings import FrontDeskSettings
from store.settings import SettingsError, load_settings

ACCOUNT = {
    "TWILIO_ACCOUNT_SID": "AC" + "1" * 32,
    "TWILIO_AUTH_TOKEN": "old , new,",
    "TWILIO_FROM": "+447700900999",
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (*ACCOUNT, "TWILIO_API_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_the_first_token_sends_and_every_token_may_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ACCOUNT.items():
        monkeypatch.setenv(name, value)
    settings = load_settings(FrontDeskSettings)
    account = settings.twilio_account
    assert account is not None and account.token == "old"
    assert account.api_base_url == "https://api.twilio.com"
    assert settings.twilio_secrets == ("old", "new") and settings.missing_to_send == []
    assert "old" not in repr(settings)


@pytest.mark.parametrize("missing", ACCOUNT)
def test_without_a_part_of_the_account_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name, value in ACCOUNT.items():
        monkeypatch.setenv(name, "" if name == missing else value)
    settings = load_settings(FrontDeskSettings)
    assert settings.twilio_account is None and settings.missing_to_send == [missing]


@pytest.mark.parametrize("sender", ["+447700900999", "60777", "MG" + "a" * 32])
def test_a_number_a_short_code_or_a_service_may_send(
    monkeypatch: pytest.MonkeyPatch, sender: str
) -> None:
    monkeypatch.setenv("TWILIO_FROM", sender)
    assert load_settings(FrontDeskSettings).twilio_from == sender


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TWILIO_FROM", "KIDS"),
        ("TWILIO_FROM", "07700900999"),
        ("TWILIO_AUTH_TOKEN", " , "),
        ("TWILIO_API_BASE_URL", "api.twilio.com"),
    ],
)
def test_what_cannot_work_is_named_and_its_value_is_not(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name) as error:
        load_settings(FrontDeskSettings)
    assert value not in str(error.value)
