"""The launcher on another website: by keyboard, with a frame whose cookie is its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.integration.front_desk import FrontDesk
from tests.integration.rasa_stand_in import QUESTION
from tests.web.quick_desk import run_quick_desk

SNIPPET = '<a href="{home}/" data-intake-chat>Talk to us</a>'
PAGE = """<!doctype html><html lang="en"><title>A charity</title>
<style>* {{ color: hotpink !important; font-family: cursive !important }}</style>
<main><h1>Help</h1><p><a href="#before">Before</a> {link} <a href="#after">After</a></p></main>
<script src="{home}/embed.js" async></script></html>"""
FOCUSED = "document.activeElement.tagName.toLowerCase()"


class Website:
    """Another website: to a browser, localhost is one that 127.0.0.1 is no part of."""

    def __init__(self) -> None:
        self.body = ""
        website = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(website.body.encode())

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@pytest.fixture
def website() -> Iterator[Website]:
    site = Website()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def desk(tmp_path: Path, website: Website) -> Iterator[FrontDesk]:
    # Browsers take cookies that are Secure from 127.0.0.1 too.
    addresses = {"public_url": "https://chat.example.net", "frame_ancestors": website.url}
    with run_quick_desk(tmp_path / "var", **addresses) as running:
        yield running


@pytest.fixture(params=["with a link", "with only the script"])
def charity(
    request: pytest.FixtureRequest, browser: Browser, desk: FrontDesk, website: Website
) -> Iterator[Page]:
    """A page of another website with the launcher in it."""
    context = browser.new_context(viewport={"width": 1100, "height": 800})
    link = SNIPPET.format(home=desk.url) if request.param == "with a link" else ""
    page = context.new_page()
    website.body = PAGE.format(home=desk.url, link=link)
    page.goto(website.url)
    page.wait_for_selector("intake-chat", state="attached", timeout=10_000)
    yield page
    context.close()


def open_by_keyboard(page: Page) -> Frame:
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == "intake-chat":
            break
    with page.expect_event("frameattached", timeout=10_000) as attached:
        page.keyboard.press("Enter")
    frame: Frame = attached.value
    frame.wait_for_selector("#log")
    return frame


def test_parent_opens_writes_and_closes_by_keyboard_and_the_chat_stays(
    charity: Page, desk: FrontDesk
) -> None:
    assert len(charity.frames) == 1, "nothing is loaded before it is asked for"
    frame = open_by_keyboard(charity)
    frame.get_by_label("Your message").fill("hello")
    frame.get_by_role("button", name="Send", exact=True).click()
    expect(frame.get_by_text(QUESTION)).to_be_visible(timeout=10_000)
    charity.keyboard.press("Escape")
    charity.wait_for_function(f"{FOCUSED} === 'intake-chat'")
    assert not frame.frame_element().is_visible()
    charity.keyboard.press("Enter")
    expect(frame.get_by_text(QUESTION)).to_be_visible()
    charity.reload()
    frame = open_by_keyboard(charity)
    expect(frame.get_by_text(QUESTION)).to_be_visible()
    [cookie] = [each for each in charity.context.cookies() if each["name"] == "__Host-intake"]
    assert cookie["sameSite"] == "None" and cookie["secure"] and cookie.get("partitionKey")


def test_no_style_passes_between_the_page_and_the_launcher(charity: Page) -> None:
    looks = """[document.body, document.querySelector("h1")].map((each) => {
      const style = getComputedStyle(each); return [style.color, style.fontFamily, style.margin];
    })"""
    before = charity.evaluate(looks)
    frame = open_by_keyboard(charity)
    assert charity.evaluate(looks) == before
    host = "getComputedStyle(document.querySelector('intake-chat'))"
    assert charity.evaluate(f"{host}.fontFamily") != "cursive"
    assert charity.evaluate(f"{host}.color") == "rgb(0, 0, 0)"
    assert frame.evaluate("getComputedStyle(document.body).fontFamily") != "cursive"


def test_another_website_may_not_frame_the_chat(browser: Browser, desk: FrontDesk) -> None:
    page = browser.new_page()
    other = Website()
    other.body = f'<iframe src="{desk.url}/"></iframe>'
    with page.expect_event("console", lambda message: "frame-ancestors" in message.text):
        page.goto(other.url)
    assert "Chat with us" not in page.frames[-1].content()
    page.context.close()
    other.server.shutdown()
    other.server.server_close()


def test_without_script_the_launcher_is_a_link(browser: Browser, desk: FrontDesk) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.url}/demo")
    page.get_by_role("link", name="Chat with us").click()
    expect(page.get_by_label("Your message")).to_be_visible()
    context.close()
