"""A parent leaves at once, and whoever comes to the browser next finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.integration.front_desk import FrontDesk
from tests.web.quick_desk import run_quick_desk

PRIVATE = "he reads my phone"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FrontDesk]:
    with run_quick_desk(tmp_path / "var") as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    weather = "<title>Weather</title><h1>Weather</h1>"
    opened.route(
        "https://www.bbc.co.uk/**",
        lambda route: route.fulfill(body=weather, content_type="text/html"),
    )
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, desk: FrontDesk) -> Page:
    opened = context.new_page()
    opened.goto(f"{desk.url}/privacy")
    opened.goto(desk.url)
    opened.get_by_label("Your message").fill(PRIVATE)
    opened.get_by_role("button", name="Send", exact=True).click()
    expect(opened.locator(".from-parent", has_text=PRIVATE)).to_be_visible(timeout=20_000)
    return opened


@pytest.mark.parametrize("way", ["the link", "Escape three times"])
def test_back_after_quick_exit_shows_nothing(page: Page, way: str) -> None:
    if way == "the link":
        page.get_by_role("link", name="Leave this page now").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state()
        assert PRIVATE not in page.content()


def test_escape_once_or_slowly_leaves_nobody_behind(page: Page, desk: FrontDesk) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")
        page.wait_for_timeout(1_100)
    assert page.url.startswith(desk.url)
    expect(page.locator(".from-parent", has_text=PRIVATE)).to_be_visible()


def test_page_that_cannot_ask_the_server_asks_again_and_hides_itself_in_time(
    context: BrowserContext, desk: FrontDesk
) -> None:
    page = context.new_page()
    page.clock.install()
    standing = {"is_locked": False, "open_seconds": 1200, "warned_seconds": 120}
    words = {"hidden": "We have hidden this page.", "back": "Back to the chat"}
    is_reached = [True]
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.method)
        if is_reached[0]:
            route.fulfill(json={**standing, **words})
        else:
            route.abort()

    context.route("**/here", answer)
    page.goto(f"{desk.url}/privacy")
    page.wait_for_timeout(300)
    is_reached[0] = False
    page.clock.fast_forward(1081_000)
    page.wait_for_timeout(300)
    asked.clear()
    page.clock.fast_forward(31_000)
    page.wait_for_timeout(300)
    assert asked == ["GET"]
    expect(page.locator("main")).to_be_visible()
    page.clock.fast_forward(90_000)
    expect(page.get_by_role("alert")).to_contain_text("We have hidden this page.")
    expect(page.locator("main")).to_be_hidden()
    expect(page.get_by_role("link", name="Leave this page now")).to_be_visible()


def test_page_asks_whether_somebody_is_there_and_then_hides_itself(
    context: BrowserContext, desk: FrontDesk
) -> None:
    page = context.new_page()
    page.clock.install()
    standing = {"is_locked": False, "open_seconds": 1200, "warned_seconds": 120}
    words = {"says": ["Are you still there?"], "stay": "I am still here", "get_code": "Get a code"}
    answers: list[dict[str, object]] = []

    def answer(route: Route) -> None:
        route.fulfill(json=answers.pop(0) if answers else {**standing, **words})

    context.route("**/here", answer)
    page.goto(desk.url)
    page.wait_for_timeout(300)
    answers[:] = [{**standing, **words, "open_seconds": 119}]
    page.clock.fast_forward(1081_000)
    stay = page.get_by_role("button", name="I am still here")
    expect(stay).to_be_visible()
    stay.click()
    expect(stay).to_be_hidden()
    answers[:] = [{"is_locked": True}]
    with page.expect_navigation():
        page.clock.fast_forward(1081_000)
