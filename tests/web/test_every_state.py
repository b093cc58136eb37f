"""Every state of every page: no finding of axe, targets big enough, nothing wider than a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conversation.service import Service
from tests.web.states import WALKS, Look

RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22a",
            "wcag22aa",
            "best-practice",
        ],
    }
}
LOOKS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "narrow and dark": {"viewport": {"width": 320, "height": 256}, "color_scheme": "dark"},
    "desktop with forced colours": {
        "viewport": {"width": 1280, "height": 900},
        "forced_colors": "active",
        "reduced_motion": "reduce",
    },
}
SMALL_TARGETS = """
() => Array.from(document.querySelectorAll(
    "button, input:not([type=hidden]), textarea, summary, select, a"))
  .map((element) =>
    [element, element.matches("label.tick input") ? element.parentElement : element])
  .filter(([element, target]) => {
    if (!target.checkVisibility({ checkVisibilityCSS: true })) return false;
    if (element.matches(".skip")) return false;
    const box = target.getBoundingClientRect();
    return box.width < 44 || box.height < 43.5;
  })
  .map(([element]) => element.outerHTML.slice(0, 120))
"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
axe = Axe()


def look_closely(page: Page, name: str) -> None:
    found = axe.run(page, options=RULES).response["violations"]
    assert found == [], f"{name}: " + "; ".join(
        f"{finding['id']} {[node['html'][:120] for node in finding['nodes']]}" for finding in found
    )
    if name.startswith("embedded"):
        return  # The host page stands for somebody else's website.
    assert page.evaluate(SMALL_TARGETS) == [], name
    assert page.evaluate(TOO_WIDE) <= 0, f"{name} scrolls sideways"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_every_state_can_be_used_by_everybody(
    browser: Browser,
    service: Service,
    walk: Callable[[BrowserContext, Service, Look], None],
    look: str,
) -> None:
    context = browser.new_context(**LOOKS[look])
    walk(context, service, look_closely)
    context.close()
