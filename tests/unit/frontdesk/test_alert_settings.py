"""Settings of alerts: wrong ones stop the process, and no secret is told."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from pydantic import ValidationError

from frontdesk.alerting.digests import find_due
from frontdesk.alerting.settings import AlertSettings

SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("times", ["", "9", "25:00", "09:00;13:00", "noon"])
def test_digest_times_are_times_or_off(times: str) -> None:
    with pytest.raises(ValidationError, match="must be times"):
        AlertSettings(digest_times=times)


def test_digest_times_are_read_in_order_and_once() -> None:
    assert AlertSettings(digest_times="13:30, 09:00,09:00").digest_at == (time(9), time(13, 30))
    assert AlertSettings(digest_times="off").digest_at == ()


@pytest.mark.parametrize("url", ["cases.example.org", "ftp://example.org", "https://a:b@x.example"])
def test_webhook_needs_a_web_address_without_a_password(url: str) -> None:
    with pytest.raises(ValidationError, match="must be an https"):
        AlertSettings(webhook_url=url, webhook_secret=SECRET)


@pytest.mark.parametrize("secret", ["hunter2", "whsec_aHVudGVyMg==", "whsec_%%%", " "])
def test_weak_webhook_secret_is_refused_and_not_told(secret: str) -> None:
    with pytest.raises(ValidationError, match="24 to 64 bytes") as refused:
        AlertSettings(webhook_secret=secret)
    assert "hunter2" not in str(refused.value) and "aHVudGVy" not in str(refused.value)


def test_webhook_is_never_sent_unsigned_nor_in_the_clear_in_production() -> None:
    with pytest.raises(ValidationError, match="INTAKE_WEBHOOK_SECRET"):
        AlertSettings(webhook_url="https://cases.example.org/")
    live = {
        "env": "production",
        "secret_key": "s" * 16,
        "encryption_keys": base64.urlsafe_b64encode(bytes(32)).decode(),
        "webhook_secret": SECRET,
    }
    assert AlertSettings(webhook_url="https://cases.example.org/", **live).webhook_keys
    with pytest.raises(ValidationError, match="https://"):
        AlertSettings(webhook_url="http://cases.example.org/", **live)


def test_two_secrets_sign_while_one_takes_over() -> None:
    other = "whsec_" + base64.b64encode(bytes(24)).decode()
    assert len(AlertSettings(webhook_secret=f"{SECRET} {other}").webhook_keys) == 2


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 23, 8, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (datetime(2026, 11, 23, 10, 59, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)),
        (datetime(2026, 11, 23, 11, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 13, 5, tzinfo=UTC), datetime(2026, 11, 23, 13, tzinfo=UTC)),
        (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), None),
        (datetime(2026, 12, 25, 9, 5, tzinfo=UTC), None),
        (datetime(2026, 7, 6, 8, 5, tzinfo=UTC), datetime(2026, 7, 6, 8, tzinfo=UTC)),
    ],
)
def test_digest_is_due_at_its_time_in_england_on_days_we_are_open(
    now: datetime, due: datetime | None
) -> None:
    assert find_due((time(9), time(13)), now) == due
