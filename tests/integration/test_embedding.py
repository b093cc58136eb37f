"""The chat on the charity's own website: cookie, policy and launcher."""

from __future__ import annotations

import httpx

from frontdesk.settings import FrontDeskSettings
from tests.integration.browsers import Browser
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.rasa_stand_in import RasaStandIn


def test_cookie_lasts_fourteen_days_and_is_of_this_site_only(parent_at: Browser) -> None:
    cookie = parent_at.client.get("/").headers["set-cookie"]
    assert "Max-Age=1209600" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_cookie_of_a_frame_on_another_website_is_partitioned(
    desk_settings: FrontDeskSettings, rasa: RasaStandIn
) -> None:
    framed = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}
    settings = desk_settings.model_copy(update={"public_url": "https://chat.example.org"})
    with run_front_desk(settings) as desk:
        first = desk.client.get("/", headers=framed).headers["set-cookie"]
        assert first.endswith("; Secure; SameSite=None; Partitioned")
        within = {"Cookie": first.split(";")[0], "Sec-Fetch-Dest": "iframe"}
        second = httpx.get(desk.url, headers=within, trust_env=False).headers["set-cookie"]
        assert second.endswith("; Secure; SameSite=None; Partitioned")
        left = httpx.post(f"{desk.url}/leave", headers=within, trust_env=False)
        assert left.status_code == 204
        forgotten = left.headers.get_list("set-cookie")
        assert [("Partitioned" in each, "Max-Age=0" in each) for each in forgotten] == [
            (False, True),
            (True, True),
        ]
        plain = httpx.get(desk.url, trust_env=False).headers["set-cookie"]
        assert plain.startswith("__Host-intake=") and plain.endswith("; Secure; SameSite=Lax")


def test_only_named_websites_may_frame_the_chat(desk_settings: FrontDeskSettings) -> None:
    named = "https://www.example.org https://*.example.net"
    settings = desk_settings.model_copy(update={"frame_ancestors": named})
    with run_front_desk(settings) as desk:
        policy = desk.client.get("/").headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors 'self' {named}")


def test_launcher_is_served_to_any_website_and_the_demo_not_in_production(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    launcher = front_desk.client.get("/embed.js")
    assert launcher.headers["content-type"].startswith("text/javascript")
    assert launcher.headers["cross-origin-resource-policy"] == "cross-origin"
    assert f'"colour": "{desk_settings.colour}"' in launcher.text and "Close chat" in launcher.text
    demo = front_desk.client.get("/demo")
    assert '<a href="/" data-intake-chat>' in demo.text
    assert "frame-src 'self'" in demo.headers["content-security-policy"]
    with run_front_desk(desk_settings.model_copy(update={"env": "production"})) as live:
        wait_until(lambda: live.client.get("/health").status_code == 200)
        assert live.client.get("/demo").status_code == 404
