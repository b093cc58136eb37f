"""What passkeys are bound to."""

from __future__ import annotations

import pytest
from fastapi import Request

from frontdesk.settings import FrontDeskSettings
from frontdesk.staff.sign_in.passkeys import Website, find_website


def asked_at(host: str) -> Request:
    return Request({"type": "http", "headers": [(b"host", host.encode())]})


@pytest.mark.parametrize(
    ("public_url", "host", "origin"),
    [
        ("https://chat.example.org", "chat.example.org", "https://chat.example.org"),
        ("https://Chat.Example.org:443", "chat.example.org", "https://chat.example.org"),
        ("https://chat.example.org:8443/x", "chat.example.org", "https://chat.example.org:8443"),
        ("http://localhost:8000", "localhost", "http://localhost:8000"),
        ("http://localhost", "localhost", "http://localhost"),
    ],
)
def test_passkeys_belong_to_the_public_address_whatever_the_request_says(
    public_url: str, host: str, origin: str
) -> None:
    settings = FrontDeskSettings(env="test", public_url=public_url)
    for asked in ("evil.example.org", "localhost", ""):
        assert find_website(asked_at(asked), settings) == Website(host, origin)


@pytest.mark.parametrize(
    "public_url",
    ["http://chat.example.org", "https://192.0.2.7", "https://[2001:db8::7]", "http://127.0.0.1"],
)
def test_there_are_none_without_https_and_a_name(public_url: str) -> None:
    settings = FrontDeskSettings(env="test", public_url=public_url)
    assert find_website(asked_at("chat.example.org"), settings) is None


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("localhost:8000", "http://localhost:8000"),
        ("LOCALHOST", "http://localhost"),
        ("127.0.0.1:8000", None),
        ("[::1]:8000", None),
        ("chat.example.org", None),
        ("localhost.example.org", None),
        ("localhost:x", None),
        ("[", None),
        ("", None),
    ],
)
def test_without_a_public_address_only_localhost_has_them(host: str, origin: str | None) -> None:
    found = find_website(asked_at(host), FrontDeskSettings(env="test"))
    assert (found.origin if found is not None else None) == origin
