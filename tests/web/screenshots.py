"""`make screenshots`: a picture of every state, on a phone and on a desk, in `var/screenshots/`."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.conversation.service import ROOT, Service
from tests.web.conftest import launch
from tests.web.staff_office import Office, open_office
from tests.web.staff_states import see_staff_side
from tests.web.states import WALKS, Look

Walk = Callable[[BrowserContext, Look], None]

KEYS = "keys.json"
FOLDER = ROOT / "var" / "screenshots"
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")


def take_screenshots(walks: Sequence[Walk]) -> list[Path]:
    """Walks through every state in every size and scheme; returns the pictures."""
    taken: list[Path] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                for walk in walks:
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme
                    )

                    def look(page: Page, name: str, end: str = f"{size}-{scheme}") -> None:
                        path = FOLDER / f"{name}-{end}.png"
                        # The chat as it stands in the window, the other pages from top to end.
                        is_chat = page.locator("#log").count() > 0
                        page.screenshot(path=path, full_page=not is_chat)
                        taken.append(path)

                    walk(context, look)
                    context.close()
        browser.close()
    return taken


def list_walks(service: Service, office: Office) -> list[Walk]:
    """The parents' pages at the running service, and the staff's at the office."""

    def of_parents(
        walk: Callable[[BrowserContext, Service, Look], None], context: BrowserContext, look: Look
    ) -> None:
        walk(context, service, look)

    def of_staff(context: BrowserContext, look: Look) -> None:
        see_staff_side(context, office, look)

    return [*(partial(of_parents, walk) for walk in WALKS), of_staff]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        running = Service(Path(folder) / "service")
        running.start()
        # A front desk in this process reads no .env and keeps its state away from var/.
        os.chdir(folder)
        try:
            # A process has one set of keys: the office is opened with those of the service, whose
            # store the walks open too.
            (Path(folder) / "office").mkdir()
            shutil.copy(Path(folder, "service", KEYS), Path(folder, "office", KEYS))
            with open_office(Path(folder) / "office") as office:
                count = len(take_screenshots(list_walks(running, office)))
        finally:
            running.stop()
        print(f"{count} pictures in {FOLDER.relative_to(ROOT)}/")
