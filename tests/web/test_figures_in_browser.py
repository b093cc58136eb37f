"""The figures in a real browser: by keyboard without script, axe in every look, charts that fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from frontdesk.settings import FrontDeskSettings
from tests.integration.colleagues import database_of, employ, open_staff_session
from tests.integration.referred_family import TODAY
from tests.integration.test_figures import WEDNESDAY, call, refer, talk
from tests.integration.test_missed_messages import miss
from tests.web.quick_desk import run_quick_desk
from tests.web.test_every_state import LOOKS, look_closely
from tests.web.test_staff_in_browser import tab_to

NOVEMBER = "/staff/figures?from=2026-11-01&to=2026-11-30"
BARS_OUT_OF_CHART = """
() => Array.from(document.querySelectorAll("svg.chart .bar, svg.chart text")).filter((part) => {
  const chart = part.closest("svg").getBoundingClientRect(), box = part.getBoundingClientRect();
  return box.right > chart.right + 1 || box.left < chart.left - 1 || box.bottom > chart.bottom + 1;
}).map((part) => part.outerHTML.slice(0, 120))
"""


@pytest.fixture
def figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """The address of a front desk with some referrals, and a manager's session."""
    monkeypatch.chdir(tmp_path)
    with (
        run_quick_desk(tmp_path, today=TODAY) as desk,
        database_of(FrontDeskSettings(env="test", var=tmp_path)) as kept,
    ):
        long_name = "E06000058"  # Bournemouth, Christchurch and Poole
        for place in range(17):
            at = WEDNESDAY + timedelta(days=7 * (place % 3))
            gss = "E08000007" if place < 9 else long_name
            family = refer(kept, at=at, gss=gss, language="urd" if place < 6 else None)
            if place < 10:
                call(kept, family, at.date() + timedelta(days=1))
        for _ in range(6):
            talk(kept, "consent", "role")
            miss(kept, "can Jayden bring the dog")
        session = open_staff_session(kept, employ(kept, role="manager"))
        yield desk.url, session


@pytest.mark.parametrize("look", LOOKS)
def test_figures_can_be_used_by_everybody(
    browser: Browser, figures: tuple[str, str], look: str
) -> None:
    address, session = figures
    context = browser.new_context(**LOOKS[look])
    context.add_cookies([{"name": "staff", "value": session, "url": address}])
    page = context.new_page()
    page.goto(address + NOVEMBER)
    look_closely(page, "figures")
    assert page.evaluate(BARS_OUT_OF_CHART) == []
    page.goto(f"{address}/staff/figures?from=2026-11-30&to=2026-11-01")
    look_closely(page, "no such period")
    context.close()


def test_manager_chooses_a_period_and_a_file_by_keyboard_without_script(
    browser: Browser, figures: tuple[str, str]
) -> None:
    address, session = figures
    context = browser.new_context(accept_downloads=True, java_script_enabled=False)
    context.add_cookies([{"name": "staff", "value": session, "url": address}])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/staff/figures")
    tab_to(page, "a[href$='period=this_month']")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 November 2026 to 22 November 2026")).to_be_visible()
    chart = page.get_by_role("img", name="Chart: Referrals by council")
    expect(chart).to_be_visible()
    page.locator("#councils").focus()
    tab_to(page, "a[href*='councils.csv']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "councils-2026-11-01-2026-11-22.csv"
    assert complaints == []
    context.close()
