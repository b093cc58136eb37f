"""Days that are put right, denied, or told beside the day on which a letter came."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.dates import read_dates
from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

TODAY = date(2026, 11, 21)  # a Saturday


def _days(words: str) -> list[Fact]:
    return read_dates(ParentMessage(words), TODAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20th oct no wait 22nd", "2026-10-22"),
        ("20th october no sorry 22nd", "2026-10-22"),
        ("it was the 20th october oh sorry no 21st", "2026-10-21"),
        ("12th October, no it's the 14th", "2026-10-14"),
        ("it says 12th October, no hang on 14th", "2026-10-14"),
        ("22nd not 20th october", "2026-10-22"),
        ("sorry not 12th October, 14th", "2026-10-14"),
        ("not 12 october, 14 october", "2026-10-14"),
    ],
)
def test_day_put_right_in_the_same_breath_is_the_one_heard(words: str, day: str) -> None:
    assert [fact.value for fact in _days(words.lower())] == [day]


@pytest.mark.parametrize("words", ["20th oct no wait 22nd", "22nd not 20th october"])
def test_day_that_borrows_the_month_of_another_is_asked_about(words: str) -> None:
    assert [fact.sure for fact in _days(words)] == [False]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("i got it on the 15th of october but it's dated the 12th", "2026-10-12"),
        ("we got it 30th october but dated 27th", "2026-10-27"),
        ("it came on the 2nd november, date on letter is 28th", "2026-10-28"),
        ("arrived 4th november but dated 30th", "2026-10-30"),
        ("dated the 12th but came on the 19th of october", "2026-10-12"),
    ],
)
def test_letter_is_dated_before_it_comes(words: str, day: str) -> None:
    assert [fact.value for fact in _days(words) if fact.role == "decision"] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last month on the 14th", "2026-10-14"),
        ("last month, the 14th i think", "2026-10-14"),
        ("this month on the 3rd", "2026-11-03"),
    ],
)
def test_month_may_be_told_before_the_day(words: str, day: str) -> None:
    assert [fact.value for fact in _days(words)] == [day]


@pytest.mark.parametrize(
    "words",
    ["we got a notice of proposed amendments dated 2 november", "proposed plan dated 2 november"],
)
def test_day_of_a_proposal_is_not_that_of_a_decision(words: str) -> None:
    assert [fact.role for fact in _days(words)] == [None]
