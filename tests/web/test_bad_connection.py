"""The connection breaks twenty times in one conversation: nothing is lost, doubled or misplaced."""

from __future__ import annotations

import random
import threading
import time

import httpx
from playwright.sync_api import Browser, expect

from tests.conversation.service import Service
from tests.web.cutting_proxy import CuttingProxy

CUTS = 20
MESSAGES = 14


def test_connection_that_breaks_twenty_times_loses_and_doubles_nothing(
    browser: Browser, service: Service
) -> None:
    proxy = CuttingProxy(service.ports["front desk"])
    dice = random.Random(20261122)
    context = browser.new_context()
    page = context.new_page()
    page.goto(proxy.url)

    def cut_now_and_then() -> None:
        while proxy.cuts < CUTS:
            if proxy.cuts % 3 == 0:
                # Just as a message has left and nothing has come back.
                proxy.post_passed.clear()
                proxy.post_passed.wait(2)
            else:
                time.sleep(dice.uniform(0.05, 1.2))
            proxy.cut()

    cutting = threading.Thread(target=cut_now_and_then)
    cutting.start()
    sent = [f"is mediation free, and how long does it take? {number}" for number in range(MESSAGES)]
    for text in sent:
        page.locator("#text").fill(text)
        page.locator("#text").press("Enter")
        page.wait_for_timeout(dice.uniform(50, 1500))
    cutting.join()
    expect(page.locator("#unsent li")).to_have_count(0, timeout=60_000)
    cookie = next(c for c in context.cookies(proxy.url) if c["name"] == "intake")
    conversation, token = cookie["value"].split(".")[:2]
    history = httpx.get(
        f"{service.url}/api/conversations/{conversation}/messages",
        headers={"Authorization": f"Bearer {token}"},
    ).json()["messages"]
    expect(page.locator("#messages li")).to_have_count(len(history), timeout=30_000)
    shown = page.locator("#messages li").evaluate_all(
        "items => items.map((item) => [Number(item.dataset.seq),"
        " item.querySelector('.text').textContent])"
    )
    assert shown == [[message["seq"], message["text"]] for message in history]
    assert [message["text"] for message in history if message["from"] == "parent"] == sent
    assert proxy.posts_cut >= 2, "some messages were on their way when it broke"
    context.close()
    proxy.close()
