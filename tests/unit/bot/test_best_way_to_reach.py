"""The way in which people would like to be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]
Hear = Callable[[str], Heard]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("please contact us by email as we both work", "email"),
        ("whatsapp or text is best for us", "text"),
        ("Text on 07700 900111", "text"),
        ("a text would be easiest", "text"),
        ("phone calls work best", "phone"),
        ("I'm in meetings a lot so just text", "text"),
    ],
)
def test_way_liked_best_is_heard(words: str, way: str, values: Values) -> None:
    assert values(words, "contact_preferred") == {way}


@pytest.mark.parametrize(
    "words",
    [
        "the school never text me back",
        "I'd like the email address of the council",
        "Can you email me my certificate when it's done?",
        "can you text me the link",
    ],
)
def test_no_one_way_is_taken_where_none_is_told(words: str, values: Values) -> None:
    assert values(words, "contact_preferred") == set()


def test_parent_can_ask_not_to_be_phoned(hear: Hear) -> None:
    assert ("contact_ok", "call", "no") in hear("I would rather not be phoned")


def test_day_that_is_out_is_kept_as_such(values: Values) -> None:
    assert values("ring me whenever but Tuesdays are out", "best_time") == {"Tuesdays are out"}
