"""What each process is told, and what it never sees."""

from pathlib import Path

import pytest

from cli.errors import CommandError
from cli.processes import (
    build_actions_environment,
    build_front_desk_environment,
    build_rasa_environment,
    check_health,
    describe_processes,
)
from cli.settings import UpSettings, read_settings
from cli.up import check_model, check_ports

SECRETS = {
    "INTAKE_SECRET_KEY": "s" * 40,
    "INTAKE_ENCRYPTION_KEYS": "k" * 43 + "=",
    "INTAKE_DATABASE_URL": "postgresql://user:password@db/intake",
    "TWILIO_AUTH_TOKEN": "token",
    "TWILIO_ACCOUNT_SID": "sid",
    "SMTP_URL": "smtp://user:password@mail",
}
ENVIRONMENT = {**SECRETS, "PATH": "/bin", "HOME": "/srv/kids", "AWS_SECRET_ACCESS_KEY": "other"}


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UpSettings:
    monkeypatch.chdir(tmp_path)
    for name in ("INTAKE_PORT", "INTAKE_RASA_URL", "INTAKE_ACTIONS_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("INTAKE_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("INTAKE_SECRET_KEY", "s" * 40)
    return read_settings(UpSettings)


def test_rasa_never_sees_the_keys_to_what_is_kept(settings: UpSettings) -> None:
    told = build_rasa_environment(settings, ENVIRONMENT)
    assert not set(told) & set(SECRETS)
    assert not set(told.values()) & set(SECRETS.values())
    assert "AWS_SECRET_ACCESS_KEY" not in told


def test_rasa_is_told_its_addresses_and_its_own_keys(settings: UpSettings, tmp_path: Path) -> None:
    told = build_rasa_environment(settings, ENVIRONMENT)
    assert (told["INTAKE_RASA_HOST"], told["INTAKE_RASA_PORT"]) == ("127.0.0.1", "5005")
    assert told["INTAKE_ACTIONS_URL"] == "http://127.0.0.1:5055"
    assert told["INTAKE_TRACKER_URL"] == f"sqlite:///{tmp_path / 'var' / 'tracker.db'}"
    assert told["INTAKE_INTERNAL_KEY"] == settings.keys.internal_key
    assert told["INTAKE_TRACKER_KEY"] not in (settings.keys.internal_key, "s" * 40)


def test_rasa_sends_no_telemetry_and_uses_one_thread(settings: UpSettings) -> None:
    told = build_rasa_environment(settings, ENVIRONMENT)
    assert told["RASA_TELEMETRY_ENABLED"] == "false"
    assert told["OMP_NUM_THREADS"] == "1"


def test_the_action_server_has_no_door_to_the_outside(settings: UpSettings) -> None:
    told = build_actions_environment(settings, ENVIRONMENT)
    assert told["INTAKE_DATABASE_URL"] == SECRETS["INTAKE_DATABASE_URL"]
    assert not [name for name in told if name.startswith(("TWILIO_", "SMTP_", "AWS_"))]


def test_the_front_desk_is_told_how_to_send_texts(settings: UpSettings) -> None:
    told = build_front_desk_environment(settings, ENVIRONMENT)
    assert told["TWILIO_AUTH_TOKEN"] == "token"
    assert told["INTAKE_INTERNAL_KEY"] == settings.keys.internal_key
    assert "AWS_SECRET_ACCESS_KEY" not in told


def test_no_secret_shows_when_a_process_is_printed(settings: UpSettings, tmp_path: Path) -> None:
    shown = repr(describe_processes(settings, tmp_path))
    assert settings.keys.internal_key not in shown
    assert settings.tracker_key not in shown


def test_a_taken_port_is_named_with_its_setting(settings, monkeypatch, taken_port) -> None:
    monkeypatch.setenv("INTAKE_PORT", str(taken_port))
    with pytest.raises(CommandError, match=rf"Port {taken_port} .* set INTAKE_PORT to"):
        check_ports(read_settings(UpSettings))


def test_a_taken_inner_port_is_named_with_its_setting(
    settings, monkeypatch, taken_port, free_port
) -> None:
    monkeypatch.setenv("INTAKE_PORT", str(free_port))
    monkeypatch.setenv("INTAKE_RASA_URL", f"http://127.0.0.1:{taken_port}")
    with pytest.raises(CommandError, match="set INTAKE_RASA_URL to"):
        check_ports(read_settings(UpSettings))


@pytest.mark.parametrize(
    "url",
    ["http://10.0.0.1:5005", "http://127.0.0.1", "https://127.0.0.1:5005", "rasa", "http://:x"],
)
def test_rasa_is_only_ever_served_on_this_machine(settings, monkeypatch, url: str) -> None:
    monkeypatch.setenv("INTAKE_RASA_URL", url)
    with pytest.raises(CommandError, match=r"^INTAKE_RASA_URL: must be"):
        read_settings(UpSettings)


def test_all_interfaces_are_reached_through_loopback(settings, monkeypatch) -> None:
    monkeypatch.setenv("INTAKE_HOST", "0.0.0.0")
    assert read_settings(UpSettings).front_desk_url == "http://127.0.0.1:8000"


def test_serving_without_a_model_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="make run"):
        check_model(tmp_path)


def test_nobody_listening_is_not_healthy(free_port: int) -> None:
    assert not check_health(f"http://127.0.0.1:{free_port}/health")()
