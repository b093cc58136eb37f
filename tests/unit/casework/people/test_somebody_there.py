"""When somebody else is there is no time to ring, and calls are not safe then."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.contact_told import time_told, ways_told
from casework.people.somebody_there import refused_with_somebody
from casework.referral.draft import Draft
from tests.unit.casework.parents import fact, said


def _time(text: str, words: str) -> Entity:
    start = text.index(words)
    return Entity("best_time", words, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("please not call when husband home, he home after 5", "after 5"),
        ("don't ring when he's in. he gets in after 6", "after 6"),
        ("no calls if my ex is around, he is back after 4", "after 4"),
    ],
)
def test_hour_when_somebody_comes_home_is_kept_as_that_and_calls_are_not_safe(
    words: str, hour: str
) -> None:
    message = said(words, _time(words, hour))
    told = time_told(message, Draft())
    assert told is not None
    assert told.startswith(refused_with_somebody(words) or "?")
    assert hour not in told.split(", ")
    assert ways_told(message)[0]["safe_to_call"] is False


@pytest.mark.parametrize(
    "words",
    ["don't call when I'm in work", "don't ring when the kids are home", "ring when he is at work"],
)
def test_own_work_and_children_make_no_call_unsafe(words: str) -> None:
    assert "safe_to_call" not in ways_told(said(words))[0]


@pytest.mark.parametrize(
    "words", ["Both are safe, phone and email", "phone and email are both fine", "calls and email"]
)
def test_guess_gives_way_to_the_ways_listed(words: str) -> None:
    ways, _is_sure = ways_told(said(words, fact("contact_ok", "no", "call", sure=False)))
    assert (ways["safe_to_call"], ways["safe_to_email"]) == (True, True)


def test_number_and_address_alone_prefer_neither() -> None:
    ways, _is_sure = ways_told(
        said(
            "07700 900345 and lena@example.com",
            fact("phone", "+447700900345"),
            fact("email", "lena@example.com"),
            fact("contact_preferred", "email", sure=False),
            fact("contact_ok", "yes", "email", sure=False),
        )
    )
    assert ways == {}


@pytest.mark.parametrize(
    "words", ["no phone is better", "No, phone is best please", "no calls are fine"]
)
def test_no_before_the_best_way_refuses_nothing(words: str) -> None:
    assert ways_told(said(words))[0].get("safe_to_call") is not False


def test_time_that_holds_no_more_gives_way_to_the_new_one() -> None:
    words = "not 9 to 11 any more, better 1 to 3"
    message = said(words, _time(words, "not 9 to 11"), _time(words, "1 to 3"))
    assert time_told(message, Draft()) == "1 to 3"


def test_whom_to_ring_is_kept_beside_the_days() -> None:
    words = "dont text or email ever. only ring my mum 07700 900818 weekdays"
    told = time_told(said(words, _time(words, "weekdays")), Draft())
    assert told == "only ring my mum 07700 900818 weekdays"


@pytest.mark.parametrize(
    ("words", "kept"),
    [("will someone ring me tomorrow?", None), ("ring me tomorrow", "tomorrow")],
)
def test_question_whether_somebody_will_ring_is_no_wish(words: str, kept: str | None) -> None:
    assert time_told(said(words, _time(words, "tomorrow")), Draft()) == kept
