"""What is told beside one's number is kept beside it: another number, how and when they answer."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

NUMBER = fact("phone", "+447700900123")


@pytest.mark.parametrize(
    ("beside", "kept"),
    [
        ("or my husbands 07700 900124 if i dont answer", None),
        ("or 07700900456", None),
        ("(landline 0161 496 0000)", "landline 0161 496 0000"),
        ("i work nights so afternoon best", None),
        ("but i never answer unknown numbers", "i never answer unknown numbers"),
        ("my signal is bad here", None),
        ("and my daughter will answer", "my daughter will answer"),
    ],
)
def test_what_whoever_rings_should_know_is_kept_beside_the_number(
    beside: str, kept: str | None
) -> None:
    parent = at("phone")
    parent.say(f"07700 900123 {beside}", NUMBER)
    contact = parent.draft.referral.contact
    assert contact.phone == NUMBER.value
    assert (kept or beside) in str(contact.best_time)


@pytest.mark.parametrize(
    "words",
    [
        "07700 900123",
        "its 07700 900123 thanks",
        "07700 900123 thats my mobile",
        "07700 900124 sorry I mean 07700 900123",
        "07700 900123 will you ring in the morning?",
        "+44 7700 900123 or (07700) 900123",
    ],
)
def test_number_alone_has_nothing_beside_it(words: str) -> None:
    parent = at("phone")
    parent.say(words, NUMBER)
    assert parent.draft.referral.contact.best_time is None


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("dont have one i use my daughters. 07700 900123 ask for Rita", "i use my daughters"),
        ("dont have one i use my daughters. 07700 900123 ask for Rita", "ask for Rita"),
        ("07700 900123 thats my mums", "thats my mums"),
        ("07700 900123 i'm on my sisters phone", "i'm on my sisters phone"),
    ],
)
def test_number_of_somebody_else_is_safe_once_that_is_asked(words: str, kept: str) -> None:
    parent = at("phone")
    parent.say(words, NUMBER)
    contact = parent.draft.referral.contact
    assert kept in str(contact.best_time)
    assert (contact.safe_to_call, parent.asked) == (None, "safe_contact")


@pytest.mark.parametrize(
    "words", ["07700 900123 thats my mobile", "07700 900123 that's my mum's plan too"]
)
def test_own_number_is_nobody_elses(words: str) -> None:
    parent = at("phone")
    parent.say(words, NUMBER)
    assert parent.draft.referral.contact.safe_to_call is True


def test_what_is_told_beside_an_address_is_kept_without_it() -> None:
    parent = at("phone")
    parent.say("i'd rather use email")
    parent.say("jo@example.com its my work one so mark it private", fact("email", "jo@example.com"))
    assert parent.draft.referral.contact.best_time == "its my work one so mark it private"


@pytest.mark.parametrize("words", ["id like to try and talk to them first", "speak to them first"])
def test_who_wants_to_talk_to_the_council_names_nobody_to_ring(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.contact.best_time is None
