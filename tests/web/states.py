"""Brings the pages into every state that a parent can meet, and lets somebody look at each.

The tests look with axe and a ruler; `make screenshots` looks with a camera.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Locator, Page, Route, expect

from store.conversations.opening import find_conversation
from store.conversations.tokens import lock_browsers
from store.database import Database, open_database
from store.messages.record import add_message
from store.settings import StoreSettings
from tests.conversation.service import Service

Look = Callable[[Page, str], None]
SLOW = 30_000
BEFORE_THE_LETTER = ("they have refused to assess my daughter", "yes", "yes", "Stockport")
AFTER_THE_PHONE = ("no", "none", "no")
URDU = "السلام علیکم، مجھے اپنے بیٹے کے لیے مدد چاہیے"


def say(page: Page, text: str) -> None:
    """Writes a message and waits until it is answered."""
    before = page.locator("#messages .from-assistant").count()
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#messages .from-assistant").nth(before)).to_be_visible(timeout=SLOW)


def submit(page: Page, button: Locator) -> None:
    """Presses the button of a plain form and waits for the page that answers it."""
    with page.expect_navigation(timeout=SLOW):
        button.click()


def conversation_of(page: Page) -> str:
    """The id of the page's conversation."""
    conversation = page.locator("#log").get_attribute("data-conversation")
    assert conversation is not None
    return conversation


def open_store(service: Service) -> Database:
    """The store of the running service."""
    return open_database(StoreSettings(env="test", var=Path(service.folder)))


def see_a_referral(context: BrowserContext, service: Service, look: Look) -> None:
    """From the greeting to the receipt."""
    page = context.new_page()
    page.goto(service.url)
    look(page, "greeting")
    page.get_by_role("button", name="Send", exact=True).click()
    look(page, "error")
    say(page, BEFORE_THE_LETTER[0])
    look(page, "choices")
    for words in BEFORE_THE_LETTER[1:]:
        say(page, words)
    page.locator("details.date summary").click()
    look(page, "date")
    page.get_by_label("Day").fill("41")
    page.get_by_role("button", name="Send this date").click()
    expect(page.get_by_text("That is not a full date")).to_be_visible(timeout=SLOW)
    look(page, "date-error")
    say(page, "16 October 2026")
    say(page, "no")
    say(page, "mediation")
    _see_typing(page, "Craig Sumner", look)
    say(page, "Holly")
    say(page, "8")
    look(page, "phone-number")
    _see_offline(context, page, "07700 900701", look)
    say(page, "no")
    look(page, "interpreter")
    say(page, "no")
    expect(page.get_by_text("Is all this right?").first).to_be_visible(timeout=SLOW)
    look(page, "summary")
    page.goto(f"{service.url}/review")
    look(page, "review")
    page.goto(f"{service.url}/save")
    look(page, "save")
    submit(page, page.locator("main form button"))
    look(page, "code")
    link = page.locator(".code-box .link").get_attribute("href")
    assert link is not None
    page.goto(f"{service.url}/r/{link.rsplit('/', 1)[-1]}")
    look(page, "link")
    submit(page, page.locator("main form button"))
    look(page, "back")
    page.goto(f"{service.url}/review")
    page.get_by_role("button", name="Send it to the team").click()
    expect(page.get_by_role("heading", name="We have your referral")).to_be_visible(timeout=SLOW)
    look(page, "receipt")
    page.goto(service.url)
    look(page, "sent")


def _see_typing(page: Page, text: str, look: Look) -> None:
    """The moment between sending and the answer, made long enough to look at."""
    held: list[Route] = []
    page.route(lambda url: url.endswith("/"), lambda route: held.append(route))
    before = page.locator("#messages .from-assistant").count()
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#status")).not_to_be_empty(timeout=SLOW)
    look(page, "typing")
    for route in held:
        with suppress(Error):
            route.continue_()
    page.unroute_all(behavior="wait")
    expect(page.locator("#messages .from-assistant").nth(before)).to_be_visible(timeout=SLOW)


def _see_offline(context: BrowserContext, page: Page, text: str, look: Look) -> None:
    """Sends while there is no network; the message goes out when it is back."""
    before = page.locator("#messages .from-assistant").count()
    context.set_offline(True)
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#status")).to_contain_text("offline", timeout=SLOW)
    look(page, "offline")
    context.set_offline(False)
    expect(page.locator("#messages .from-assistant").nth(before)).to_be_visible(timeout=SLOW)


def see_staff_writing(context: BrowserContext, service: Service, look: Look) -> None:
    """Somebody of the team takes over and writes; what they write is text and nothing else."""
    page = context.new_page()
    page.goto(service.url)
    say(page, "can I talk to a person please")
    look(page, "waiting")
    with open_store(service).writing() as session:
        conversation = find_conversation(session, conversation_of(page), lock=True)
        assert conversation is not None
        conversation.mode = "staff"
        add_message(
            session,
            conversation,
            sender="staff",
            text="Hello, this is Priya. <b>How</b> can I [help](x)?",
            now=datetime.now(UTC),
        )
    expect(page.locator("#messages .from-staff")).to_be_visible(timeout=SLOW)
    look(page, "staff-writing")
    with open_store(service).writing() as session:
        conversation = find_conversation(session, conversation_of(page), lock=True)
        assert conversation is not None
        conversation.mode = "closed"
    page.goto(service.url)
    look(page, "closed")


def see_right_to_left(context: BrowserContext, service: Service, look: Look) -> None:
    """An answer in Urdu."""
    page = context.new_page()
    page.goto(service.url)
    say(page, URDU)
    expect(page.locator(".from-assistant .text[dir=rtl]").first).to_be_visible(timeout=SLOW)
    look(page, "right-to-left")


def see_danger(context: BrowserContext, service: Service, look: Look) -> None:
    """The fixed notice, in the middle of everything else."""
    page = context.new_page()
    page.goto(service.url)
    say(page, "I can't go on, I want to kill myself")
    look(page, "danger")


def see_locked(context: BrowserContext, service: Service, look: Look) -> None:
    """The conversation after the device was left alone."""
    page = context.new_page()
    page.goto(service.url)
    say(page, "my son's name is Barnaby and he is 9")
    with open_store(service).writing() as session:
        lock_browsers(session, conversation_of(page))
    page.goto(service.url)
    assert "Barnaby" not in page.content()
    look(page, "locked")


def see_pages_that_only_tell(context: BrowserContext, service: Service, look: Look) -> None:
    """Privacy, accessibility, coming back, an empty review, and the chat in another website."""
    page = context.new_page()
    for path in ("privacy", "accessibility", "resume", "review"):
        page.goto(f"{service.url}/{path}")
        look(page, f"{path}-empty" if path == "review" else path)
    page.goto(f"{service.url}/resume")
    page.get_by_role("textbox").fill("BCDF-GHJK")
    submit(page, page.locator("main form button").first)
    look(page, "wrong-code")
    page.goto(f"{service.url}/nowhere")
    look(page, "not-found")
    page.goto(f"{service.url}/demo")
    look(page, "embedded-closed")
    # The launcher is in a closed shadow root, where no locator reaches.
    with page.expect_event("frameattached", timeout=SLOW) as attached:
        page.locator("intake-chat").click()
    attached.value.wait_for_selector("#text")
    look(page, "embedded-open")


WALKS = (
    see_a_referral,
    see_staff_writing,
    see_right_to_left,
    see_danger,
    see_locked,
    see_pages_that_only_tell,
)
