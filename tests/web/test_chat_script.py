"""What only the script of the chat page does: it sends, listens, waits and keeps the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import leave_alone
from tests.integration.front_desk import QUICK, FrontDesk, run_front_desk
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.test_review_and_receipt import keep_draft

COUNT_ANNOUNCED = """
window.announced = [];
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) {
    if (node.matches?.("li")) window.announced.push(node.querySelector(".text").textContent);
  }
}).observe(document.getElementById("log"), { childList: true, subtree: true });
"""


@pytest.fixture
def rasa() -> Iterator[RasaStandIn]:
    stand_in = RasaStandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def settings(
    rasa: RasaStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FrontDeskSettings:
    monkeypatch.chdir(tmp_path)
    return FrontDeskSettings(
        env="test",
        var=tmp_path / "var",
        rasa_url=rasa.url,
        actions_url=rasa.url,
        rate_limit="off",
    )


@pytest.fixture
def desk(settings: FrontDeskSettings) -> Iterator[FrontDesk]:
    with run_front_desk(settings, replace(QUICK, told=5.0)) as running:
        yield running


@pytest.fixture
def page(browser: Browser, desk: FrontDesk) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.goto(desk.url)
    yield opened
    context.close()
    assert problems == []


def write(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.locator("#text").press("Enter")


def texts(page: Page) -> list[str]:
    return page.locator("#messages .text").all_inner_texts()[1:]


def test_every_message_is_announced_once_and_the_page_never_loads_again(page: Page) -> None:
    page.evaluate(COUNT_ANNOUNCED)
    for number, text in enumerate(("one", "two", "three"), start=1):
        write(page, text)
        expect(page.locator("#messages li")).to_have_count(1 + 2 * number)
        expect(page.locator("#text")).to_be_focused()
        expect(page.locator("#text")).to_have_value("")
    spoken = ["one", QUESTION, "two", QUESTION, "three", QUESTION]
    assert page.evaluate("window.announced") == spoken == texts(page)


def test_history_is_there_before_the_script_and_announced_by_nothing(
    page: Page, desk: FrontDesk
) -> None:
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(3)
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{{COUNT_ANNOUNCED}}})")
    page.reload()
    page.wait_for_timeout(500)
    assert page.evaluate("window.announced") == []
    assert texts(page) == ["one", QUESTION]


def test_message_written_offline_is_kept_in_sight_and_sent_once(
    page: Page, rasa: RasaStandIn
) -> None:
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(3)
    page.context.set_offline(True)
    write(page, "two")
    write(page, "three")
    expect(page.locator("#status")).to_have_text("You are offline. We will keep trying.")
    expect(page.locator("#unsent .text")).to_have_text(["two", "three"])
    page.context.set_offline(False)
    expect(page.locator("#messages li")).to_have_count(7, timeout=15_000)
    expect(page.locator("#unsent")).to_be_hidden()
    assert [text for text in texts(page) if text != QUESTION] == ["one", "two", "three"]
    assert rasa.texts == ["one", "two", "three"]


def test_everything_written_offline_is_given_back_when_the_chat_is_hidden_meanwhile(
    page: Page, settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(3)
    page.context.set_offline(True)
    write(page, "two")
    write(page, "three")
    expect(page.locator("#unsent .text")).to_have_text(["two", "three"])
    leave_alone(settings)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="You have been away")).to_be_visible(timeout=20_000)
    expect(page.get_by_label("What you wrote")).to_have_value("two\nthree")
    assert rasa.texts == ["one"]


def test_code_to_come_back_stays_in_sight(page: Page, settings: FrontDeskSettings) -> None:
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(3)
    conversation = page.locator("#log").get_attribute("data-conversation")
    assert conversation
    keep_draft(settings, conversation, is_sent=False)
    write(page, "two")
    code = page.get_by_role("status").locator(".own-code")
    expect(code).to_be_visible()
    shown = code.inner_text()
    write(page, "three")
    expect(page.locator("#messages li")).to_have_count(7)
    expect(code).to_have_text(shown)
    assert shown not in page.locator("#log").inner_text()


def test_answer_that_was_lost_on_the_way_back_does_not_double_the_message(
    page: Page, rasa: RasaStandIn
) -> None:
    losses = []

    def lose(route: Route) -> None:
        if route.request.method == "POST" and not losses:
            route.fetch()
            losses.append(route)
            route.abort()
        else:
            route.continue_()

    page.route(lambda address: address.endswith("/"), lose)
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(3, timeout=10_000)
    assert losses and texts(page) == ["one", QUESTION] and rasa.texts == ["one"]


def test_replies_come_by_asking_while_there_is_no_stream(page: Page) -> None:
    page.route("**/events?*", lambda route: route.abort())
    for number, text in enumerate(("one", "two"), start=1):
        write(page, text)
        expect(page.locator("#messages li")).to_have_count(1 + 2 * number, timeout=10_000)
    assert texts(page) == ["one", QUESTION, "two", QUESTION]


def test_box_of_an_old_question_does_not_stay_when_the_new_one_is_lost(
    page: Page, rasa: RasaStandIn
) -> None:
    lost: list[Route] = []

    def lose(route: Route) -> None:
        lost.append(route)
        if len(lost) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/composer", lose)
    rasa.messages = [{"text": "Your number?", "asks": "phone"}]
    write(page, "one")
    expect(page.get_by_label("Your phone number")).to_be_visible(timeout=10_000)
    assert len(lost) > 1


def test_what_is_being_typed_stays_when_the_box_changes(page: Page, rasa: RasaStandIn) -> None:
    rasa.seconds = 0.4
    rasa.messages = [{"text": "Your number?", "asks": "phone"}]
    write(page, "one")
    page.locator("#text").press_sequentially("0770")
    expect(page.get_by_label("Your phone number")).to_have_value("0770")
    expect(page.get_by_label("Your phone number")).to_be_focused()
    page.get_by_role("link", name="Write words instead").click()
    expect(page.locator("#text")).to_have_attribute("inputmode", "text")


def test_waiting_is_told_once_and_taken_back(page: Page, rasa: RasaStandIn) -> None:
    rasa.seconds = 1.5
    page.evaluate(
        "window.told = []; new MutationObserver(() => window.told.push("
        "document.getElementById('status').textContent))"
        ".observe(document.getElementById('status'), { childList: true })"
    )
    write(page, "one")
    expect(page.locator("#messages .text").last).to_have_text(QUESTION, timeout=8_000)
    expect(page.locator("#status")).to_have_text("")
    assert page.evaluate("window.told").count("The assistant is writing.") == 1


def test_box_without_words_is_explained(page: Page) -> None:
    page.locator("#text").press("Enter")
    problem = page.locator("#say").get_by_role("alert")
    expect(problem).to_have_text("Please write a message.")
    expect(page.locator("#text")).to_have_attribute("aria-invalid", "true")
    page.locator("#text").press_sequentially("a")
    expect(problem).to_be_hidden()
    expect(page.locator("#text")).not_to_have_attribute("aria-invalid", "true")


def test_problem_is_told_at_the_form_that_has_it(page: Page, rasa: RasaStandIn) -> None:
    needs = [("Step-free", "step-free please"), ("Breaks", "breaks please")]
    buttons = [{"title": title, "payload": payload} for title, payload in needs]
    rasa.messages = [{"text": "What would help?", "asks": "access_needs", "buttons": buttons}]
    write(page, "one")
    page.get_by_role("button", name="Send the ones I ticked").click()
    expect(page.locator(".ticks").get_by_role("alert")).to_contain_text("Please tick at least one")
    expect(page.get_by_label("Step-free")).to_be_focused()
    rasa.messages = [{"text": "Which date?", "asks": "decision_date"}]
    write(page, "two")
    page.locator("details.date summary").click()
    page.get_by_label("Day").fill("41")
    page.get_by_role("button", name="Send this date").click()
    expect(page.locator(".date").get_by_role("alert")).to_contain_text("not a full date")
    expect(page.get_by_label("Day")).to_be_focused()
    expect(page.get_by_label("Day")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#text")).not_to_have_attribute("aria-invalid", "true")


def test_new_lines_are_for_shift_and_what_is_left_is_told_late(page: Page) -> None:
    box = page.locator("#text")
    box.press_sequentially("a")
    box.press("Shift+Enter")
    expect(box).to_have_value("a\n")
    expect(page.locator("#count")).to_be_hidden()
    box.fill("x" * 1_900)
    expect(page.locator("#count")).to_have_text("You can write 100 more characters.")
    box.fill("x" * 2_001)
    box.press("Enter")
    expect(page.locator("#count")).to_contain_text("This is 1 characters too long.")
    expect(box).to_have_value("x" * 2_001)


def test_reader_who_looks_back_is_not_pulled_away(page: Page, rasa: RasaStandIn) -> None:
    rasa.messages = [{"text": "word " * 150}] * 3
    write(page, "one")
    expect(page.locator("#messages li")).to_have_count(5)
    rasa.seconds = 0.8
    page.locator("#text").fill("two")
    page.locator("#text").press("Enter")
    expect(page.locator("#messages li")).to_have_count(6)
    page.wait_for_timeout(100)
    page.evaluate("scrollTo(0, 0)")
    expect(page.get_by_role("button", name="New message")).to_be_visible()
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name="New message").click()
    expect(page.get_by_role("button", name="New message")).to_be_hidden()
    assert page.evaluate("scrollY") > 0


def test_text_that_is_too_long_at_once_is_told_by_how_much(page: Page) -> None:
    page.locator("#text").fill("x" * 6_000)
    expect(page.locator("#count")).to_contain_text("4000 characters too long")
    expect(page.locator("#status")).to_contain_text("4000 characters too long")
    expect(page.locator("#status")).not_to_contain_text("-")
