from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import BadSetting, read_settings

GOOD = {
    "INTAKE_INTERNAL_KEY": "a-shared-secret-of-the-tests",
    "INTAKE_TRACKER_KEY": Fernet.generate_key().decode(),
}


def test_server_stays_on_this_machine_unless_told_otherwise() -> None:
    settings = read_settings(GOOD)
    assert (settings.rasa_host, settings.rasa_port) == ("127.0.0.1", 5005)
    assert settings.actions_url == "http://127.0.0.1:5055"
    assert settings.tracker_url == "sqlite:///var/tracker.db"
    assert settings.var == Path("var")


def test_tracker_follows_the_folder_of_state() -> None:
    settings = read_settings({**GOOD, "INTAKE_VAR": "/srv/state"})
    assert settings.tracker_url == "sqlite:////srv/state/tracker.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INTAKE_INTERNAL_KEY", ""),
        ("INTAKE_INTERNAL_KEY", "short"),
        ("INTAKE_INTERNAL_KEY", "café-café-café-café"),
        ("INTAKE_TRACKER_KEY", ""),
        ("INTAKE_TRACKER_KEY", "not-a-key"),
        ("INTAKE_RASA_PORT", "many"),
        ("INTAKE_RASA_PORT", "0"),
        ("INTAKE_RASA_PORT", "70000"),
        ("INTAKE_ACTIONS_URL", "127.0.0.1:5055"),
        ("INTAKE_ACTIONS_URL", "ftp://somewhere"),
    ],
)
def test_bad_setting_is_named_and_its_value_is_not_told(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings({**GOOD, name: value})
    assert name in str(refused.value)
    assert not value or value not in str(refused.value)


def test_secrets_are_not_in_what_is_printed() -> None:
    printed = repr(read_settings({**GOOD, "INTAKE_TRACKER_URL": "postgresql://u:hidden@host/db"}))
    assert "hidden" not in printed
    assert GOOD["INTAKE_INTERNAL_KEY"] not in printed
    assert GOOD["INTAKE_TRACKER_KEY"] not in printed


def test_what_an_old_key_encrypted_is_read_after_a_new_one_is_put_first() -> None:
    old = read_settings(GOOD).tracker_cipher.encrypt(b"kept")
    keys = f"{Fernet.generate_key().decode()}, {GOOD['INTAKE_TRACKER_KEY']}"
    assert (
        read_settings({**GOOD, "INTAKE_TRACKER_KEY": keys}).tracker_cipher.decrypt(old) == b"kept"
    )
