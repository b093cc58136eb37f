"""The rota and the alerts in a real browser: a manager by keyboard alone; axe on every state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from store.database import Database
from tests.integration.alerting import SECRET, hand_over, hire, put_on_duty
from tests.integration.colleagues import database_of, employ, open_staff_session
from tests.integration.front_desk import FrontDesk, wait_until
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import tab_to

NOBODY_ANSWERS = 9


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FrontDesk]:
    monkeypatch.chdir(tmp_path)
    with run_quick_desk(
        tmp_path,
        smtp_url=SecretStr(f"smtp://127.0.0.1:{NOBODY_ANSWERS}"),
        email_from="KIDS <noreply@example.org>",
        webhook_url=f"http://127.0.0.1:{NOBODY_ANSWERS}/",
        webhook_secret=SecretStr(SECRET),
    ) as desk:
        yield desk


@pytest.fixture
def kept(desk: FrontDesk, tmp_path: Path) -> Iterator[Database]:
    with database_of(FrontDeskSettings(env="test", var=tmp_path)) as kept:
        yield kept


def open_page(context: BrowserContext, desk: FrontDesk, kept: Database) -> Page:
    """A page at which Mia, a manager, is signed in; Ana, Ben and Lea are in the team."""
    manager = employ(kept, "mia@example.org", role="manager")
    with kept.writing() as session:
        for name in ("Ana", "Ben"):
            hire(session, name, "caseworker")
        hire(session, "Lea", "safeguarding_lead")
    token = open_staff_session(kept, manager)
    context.add_cookies([{"name": "staff", "value": token, "url": desk.url}])
    return context.new_page()


def test_manager_writes_the_rota_with_the_keyboard_alone(
    browser: Browser, desk: FrontDesk, kept: Database
) -> None:
    context = browser.new_context()
    page = open_page(context, desk, kept)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{desk.url}/staff/rota")
    for value in ("0-open-2", "0-closed-3"):
        tab_to(page, f'[value="{value}"]')
        page.keyboard.press("Space")
    page.locator("#save-team").focus()
    page.keyboard.press("Enter")
    expect(page.locator('[value="0-open-2"]')).to_be_checked()
    expect(page.locator('[value="0-closed-3"]')).to_be_checked()
    expect(page.locator('[value="1-open-2"]')).not_to_be_checked()
    page.locator("#what").focus()
    page.keyboard.type("Covers: Team")
    tab_to(page, "#add")
    page.keyboard.press("Enter")
    expect(page.get_by_role("cell", name="Covers: Team", exact=True)).to_be_visible()
    expect(page.locator("dl").first).to_contain_text("Jo Bloggs")
    assert complaints == []
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_rota_and_alerts_can_be_used_by_everybody(
    browser: Browser, desk: FrontDesk, kept: Database, look: str
) -> None:
    context = browser.new_context(**LOOKS[look])
    page = open_page(context, desk, kept)
    page.goto(f"{desk.url}/staff/alerts")
    look_closely(page, "alerts, none")
    with kept.writing() as session:
        put_on_duty(session, "team", 2)
        put_on_duty(session, "safeguarding", 4)
    for reason in ("claim ran out", "safety:distress"):
        hand_over(kept, reason=reason)
    page.goto(f"{desk.url}/staff/rota")
    page.locator("#add").click()
    page.locator("#last").fill("2020-01-01")
    page.locator("#add").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_closely(page, "rota, with a form that is not right")
    page.goto(f"{desk.url}/staff/alerts")
    with page.expect_navigation():
        page.locator("#send-test").click()
    wait_until(lambda: page.reload() and page.get_by_text("1 person").count() == 2)
    wait_until(lambda: page.reload() and page.get_by_text("Tried so far").count() >= 2)
    look_closely(page, "alerts, some")
    context.close()
