"""Nothing is reported to anybody, whatever the environment says (rasa-facts B13)."""

from __future__ import annotations

import pytest
from rasa import telemetry

from bot.serve import _export
from bot.settings import Settings


def test_b13_telemetry_is_off_even_where_somebody_switched_it_on(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    for name in ("RASA_TELEMETRY_ENABLED", "INTAKE_ACTIONS_URL", "TF_CPP_MIN_LOG_LEVEL"):
        monkeypatch.setenv(name, "true")
    assert telemetry.is_telemetry_enabled()
    _export(settings)
    assert not telemetry.is_telemetry_enabled()
