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
        "lena@example.com its a work one",
        "lena@example.com, work address",
        "lena@example.com my partner checks my emails",
        "lena@example.com he's got access to my email",
        "lena@example.com everyone here uses it",
        "its shared lena@example.com",
        "only me and my husband see it lena@example.com",
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
        "lena@example.com its a work one but only i see it",
        "my work email lena@example.com nobody else can see it",
        "lena@example.com, he uses a communicator so dont ask him",
        "lena@example.com she sees a therapist",
        "lena@example.com, the school said no",
        "lena@example.com its my address",
        "lena@example.com he's not safe at school",
        "lena@example.com he has access to a tablet",
        "lena@example.com they read the report",
    ],
)
def test_nobody_else_reads_it(words: str) -> None:
    assert not others_read_it(words)
