"""`make screenshots`: a picture of every state, on a phone and on a desk, in `var/screenshots/`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conversation.service import ROOT, Service
from tests.web.conftest import launch
from tests.web.states import WALKS

FOLDER = ROOT / "var" / "screenshots"
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")


def take_screenshots(service: Service) -> list[Path]:
    """Walks through every state in every size and scheme; returns the pictures."""
    taken: list[Path] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                for walk in WALKS:
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme
                    )

                    def look(page: Page, name: str, end: str = f"{size}-{scheme}") -> None:
                        path = FOLDER / f"{name}-{end}.png"
                        # The chat as it stands in the window, the other pages from top to end.
                        is_chat = page.locator("#log").count() > 0
                        page.screenshot(path=path, full_page=not is_chat)
                        taken.append(path)

                    walk(context, service, look)
                    context.close()
        browser.close()
    return taken


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        running = Service(Path(folder))
        running.start()
        try:
            print(f"{len(take_screenshots(running))} pictures in {FOLDER.relative_to(ROOT)}/")
        finally:
            running.stop()
