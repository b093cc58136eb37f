"""An email address that somebody else reads is kept, and is not safe to write to."""

from __future__ import annotations

import pytest

from casework.people.shared_inbox import others_read_it


@pytest.mark.parametrize(
    "words",
    [
        "lena@example.com but he reads it",
        "my husband can see it lena@example.com",
        "its a shared inbox",
        "lena@example.com my ex has the password",
        "that's my mum's",
        "not private, lena@example.com",
        "lena@example.com isn't safe",
    ],
)
def test_somebody_else_reads_it(words: str) -> None:
    assert others_read_it(words)


@pytest.mark.parametrize(
    "words",
    [
        "lena@example.com",
        "nobody else reads it lena@example.com",
        "lena@example.com only I read it",
        "he can't see it, lena@example.com",
        "my email is lena@example.com",
    ],
)
def test_nobody_else_reads_it(words: str) -> None:
    assert not others_read_it(words)
