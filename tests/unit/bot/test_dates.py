from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.dates import read_dates
from bot.nlu.days import read_today
from bot.nlu.message import ParentMessage

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    "words",
    [
        "they sent it 3 weeks ago i think",
        "council sent me it 3 weeks ago",
        "LA posted it 3 weeks ago",
    ],
)
def test_day_on_which_something_was_sent_is_heard_and_asked_about(words: str) -> None:
    (fact,) = read_dates(ParentMessage(words.lower()), TODAY)
    assert (fact.entity, fact.value, fact.sure) == ("date", "2026-10-31", False)


@pytest.mark.parametrize(
    ("words", "day", "sure"),
    [
        ("letter 16 October 2026", "2026-10-16", True),
        ("they refused on 10th nov.", "2026-11-10", True),
        ("decision letter 30/10/26", "2026-10-30", True),
        ("letter dated 14.10.26", "2026-10-14", True),
        ("letter 2026-11-01", "2026-11-01", True),
        ("letter of Nov 6th", "2026-11-06", True),
        ("letter 12th of septembr 2026", "2026-09-12", True),
        ("letter was 24 december", "2025-12-24", False),
        ("refused 3 weeks ago today", "2026-10-31", True),
        ("they refused two days ago", "2026-11-19", True),
        ("the letter came yesterday", "2026-11-20", False),
        ("the plan arrived on 3 November 2026", "2026-11-03", False),
        ("letter received 3/11/2026", "2026-11-03", False),
        ("the letter came 19 October and is dated 12 October", "2026-10-12", True),
        ("they came to a decision on 3 November", "2026-11-03", True),
        ("letter came last Tuesday", "2026-11-17", False),
        ("refused a week last tuesday", "2026-11-10", False),
        ("refused about 3 weeks ago", "2026-10-31", False),
        ("i think the letter was the 3rd", "2026-11-03", False),
        ("i think the letter was 3 november", "2026-11-03", False),
    ],
)
def test_parent_can_say_when_the_letter_came_in_many_ways(words: str, day: str, sure: bool) -> None:
    (fact,) = read_dates(ParentMessage(words), TODAY)
    assert (fact.entity, fact.role, fact.value, fact.sure) == ("date", "decision", day, sure)


@pytest.mark.parametrize(
    "words",
    [
        "letter 31/02/2026",
        "refusal was back in June",
        "he has waited 3 weeks",
        "mobile 07700 900601",
        "section 2 may need more",
        "can we talk today",
        "oh he turned 13 on tuesday",
        "the plan is due by 12 January",
        "it has been five months since I asked",
    ],
)
def test_words_that_name_no_day_of_a_letter_give_no_date(words: str) -> None:
    assert read_dates(ParentMessage(words), TODAY) == []


def test_each_date_gets_the_role_of_the_words_beside_it() -> None:
    words = "cert dated 1/10/2026, letter 3/9/2026, asked for it on 4 may"
    assert [(fact.role, fact.value) for fact in read_dates(ParentMessage(words), TODAY)] == [
        ("certificate", "2026-10-01"),
        ("decision", "2026-09-03"),
        (None, "2026-05-04"),
    ]


def test_worker_can_say_when_the_parent_said_yes() -> None:
    (fact,) = read_dates(ParentMessage("mum said yes on 17 November"), TODAY)
    assert (fact.role, fact.value) == ("permission", "2026-11-17")


def test_date_of_birth_keeps_its_year_and_tells_whose_it_is() -> None:
    child, own = (
        read_dates(ParentMessage(words), TODAY)[0]
        for words in ("boy called Nat dob 07/07/2018", "my date of birth is 3 may 2007")
    )
    assert (child.entity, child.role, child.value) == ("date_of_birth", "child", "2018-07-07")
    assert (own.entity, own.role, own.value) == ("date_of_birth", "self", "2007-05-03")


def test_today_can_be_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_TODAY", "2026-11-21")
    assert read_today() == TODAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("dated the 12th of the eleventh month, 2026", "2026-11-12"),
        ("12th day of the 10th month 2026", "2026-10-12"),
        ("day 4 of month 11", "2026-11-04"),
        ("day 12 month 9 year 2026", "2026-09-12"),
        ("11th month, 12th day", "2026-11-12"),
        ("the 3rd of the tenth month", "2026-10-03"),
        ("letter date 26 October. 28 is day it came", "2026-10-26"),
    ],
)
def test_month_may_be_told_by_its_number(words: str, day: str) -> None:
    (fact,) = read_dates(ParentMessage(words.lower()), TODAY)
    assert fact.value == day


@pytest.mark.parametrize(
    "words", ["it took 6 month 3 weeks", "off school for the 3rd month", "day 5 of month 14"]
)
def test_number_of_months_is_no_date(words: str) -> None:
    assert read_dates(ParentMessage(words.lower()), TODAY) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yes, both parents agreed when they came into my office on Wednesday", "2026-11-18"),
        ("mum messaged me to go ahead yesterday", "2026-11-20"),
        ("dad signed our form 12/11", "2026-11-12"),
        ("confirmed by the mother by phone on 18/11/2026", "2026-11-18"),
        ("verbally, on Monday", "2026-11-16"),
        ("she asked me to do it last Thursday", "2026-11-19"),
    ],
)
def test_day_on_which_a_family_agreed_is_that_of_the_permission(words: str, day: str) -> None:
    (fact,) = read_dates(ParentMessage(words.lower()), TODAY)
    assert (fact.role, fact.value) == ("permission", day)


@pytest.mark.parametrize(
    "words", ["they agreed to the plan in a letter of 3 November", "letter dated 3 November"]
)
def test_day_of_a_letter_is_still_that_of_the_decision(words: str) -> None:
    (fact,) = read_dates(ParentMessage(words.lower()), TODAY)
    assert fact.role == "decision"
