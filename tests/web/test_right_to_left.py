"""A parent writes in Urdu on the page: the answer runs right to left, the number does not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.conversation.service import Service
from tests.web.conftest import SCREENSHOTS

LEFT_EDGES_OF_THE_NUMBER = """
element => {
  const text = element.firstChild;
  return ["03330", "062", "835"].map((group) => {
    const range = document.createRange();
    const start = text.data.indexOf(group);
    range.setStart(text, start);
    range.setEnd(text, start + group.length);
    return range.getBoundingClientRect().left;
  });
}
"""


@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_urdu_answer_runs_from_right_to_left_and_its_number_from_left_to_right(
    browser: Browser, service: Service, has_script: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 1200, "height": 900}, java_script_enabled=has_script
    )
    page = context.new_page()
    page.goto(service.url)
    for words in ("hello", "السلام علیکم، مجھے اپنے بیٹے کے لیے مدد چاہیے"):
        page.locator("#text").fill(words)
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.locator("#messages .from-parent .text", has_text=words)).to_be_visible(
            timeout=20_000
        )
    answer = page.locator(".from-assistant .text", has_text="03330 062 835").last
    expect(answer).to_have_attribute("dir", "rtl", timeout=20_000)
    expect(answer).to_have_attribute("lang", "ur")
    button = page.get_by_role("button", name="مجھے فون کریں")
    expect(button).to_have_attribute("lang", "ur")
    page.screenshot(path=SCREENSHOTS / "urdu.png", full_page=True)
    edges = answer.evaluate(LEFT_EDGES_OF_THE_NUMBER)
    assert edges == sorted(edges)
    context.close()
