from __future__ import annotations

import pytest

from casework.people.email_addresses import is_email


@pytest.mark.parametrize("text", ["jo@example.org", "J.O+x@mail.example.org"])
def test_address_is_one(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jo",
        "jo@",
        "@example.org",
        "jo@example",
        "jo@example.",
        "jo@home@example.org",
        "jo @b.c",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert not is_email(text)
