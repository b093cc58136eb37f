"""A whole referral with the keyboard alone; what has the focus can always be seen."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.conversation.parents import find_referral
from tests.conversation.service import Service
from tests.web.states import SLOW, conversation_of

TYPED = (
    "they have refused to assess my daughter",
    "yes",
    "yes",
    "Stockport",
    "16 October 2026",
    "no",
    "mediation",
    "Craig Sumner",
    "Holly",
    "8",
    "07700 900701",
    "no",
    "no",
)
MOST_TABS = 60
FOCUS_IS_HIDDEN = """
() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
  const name = element.outerHTML.slice(0, 90);
  if (box.bottom < 0 || box.top > innerHeight) return `out of sight: ${name}`;
  const top = document.elementFromPoint(x, y);
  const isSeen = top && (element.contains(top) || top.contains(element) || top.labels?.length);
  return isSeen ? null : `covered: ${name}`;
}
"""


def focused_words(page: Page) -> str:
    words: str = page.evaluate(
        "(document.activeElement.textContent || document.activeElement.value || '').trim()"
    )
    return words


def tab_to(page: Page, words: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_HIDDEN) is None
        if focused_words(page) == words:
            return
    raise AssertionError(f"the keyboard does not reach “{words}”")


def tab_to_box(page: Page) -> None:
    for _ in range(MOST_TABS):
        if page.evaluate("document.activeElement.id") == "text":
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not reach the box")


def test_parent_makes_a_referral_with_the_keyboard_alone(
    browser: Browser, service: Service
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(service.url)
    for words in TYPED:
        before = page.locator("#messages .from-assistant").count()
        tab_to_box(page)
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(page.locator("#messages .from-assistant").nth(before)).to_be_visible(timeout=SLOW)
        expect(page.locator("#text")).to_be_focused()
        # A long answer with choices may push the box below the window, but nothing covers it.
        assert "covered" not in (page.evaluate(FOCUS_IS_HIDDEN) or "")
    expect(page.get_by_text("Is all this right?").first).to_be_visible(timeout=SLOW)
    conversation = conversation_of(page)
    tab_to(page, "See all your answers on one page")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible(timeout=SLOW)
    tab_to(page, "Send it to the team")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="We have your referral")).to_be_visible(timeout=SLOW)
    referral = find_referral(service, conversation)
    assert referral is not None
    assert (referral["status"], referral["child"]["name"]) == ("submitted", "Holly")
    context.close()


def test_every_stop_of_the_keyboard_can_be_seen_on_a_small_screen(
    browser: Browser, service: Service
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 480})
    page = context.new_page()
    page.goto(service.url)
    page.locator("#text").fill("they have refused to assess my daughter")
    page.keyboard.press("Enter")
    expect(page.locator("#composer .choices button").first).to_be_visible(timeout=SLOW)
    page.locator("body").press("Control+Home")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_HIDDEN) is None
    context.close()
