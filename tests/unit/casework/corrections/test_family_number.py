"""The mother's number is not that of the SENCO or friend who gives it."""

from __future__ import annotations

from typing import Any

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def phone_in(words: str, number: str, value: str) -> Entity:
    start = words.index(number)
    return Entity("phone", value, start=start, end=start + len(number))


def senco(question: str, *, has_permission: bool = True) -> Parent:
    """A SENCO who is being asked that question."""
    parent = at(question)
    parent.draft.referral.referrer.role = "school"
    if has_permission:
        parent.say("the family has agreed", fact("permission", "yes"))
    return parent


MUM = "07700 900123"


@pytest.mark.parametrize(
    "words",
    [
        f"Mum's number is {MUM}",
        f"mums mobile {MUM}",
        f"her number is {MUM}",
        f"can you put tracey's number as well {MUM} she is the parent",
        f"{MUM} thats mum's",
        f"you can ring her on {MUM}",
        f"mum is on {MUM}",
        f"number for the family: {MUM}",
        f"the parents' number is {MUM}",
        f"contact dad directly on {MUM}",
    ],
)
def test_number_of_the_family_is_kept_but_not_as_the_writers(words: str) -> None:
    parent = senco("phone")
    parent.say(words, phone_in(words, MUM, "+447700900123"))
    assert parent.draft.referral.contact.phone is None
    assert MUM in str(parent.draft.referral.dispute.in_own_words)
    assert parent.asked == "phone"
    parent.say("0161 496 0123", fact("phone", "+441614960123"))
    assert parent.draft.referral.contact.phone == "+441614960123"


@pytest.mark.parametrize(
    "words",
    [
        f"my number is {MUM}",
        MUM,
        f"{MUM}, mum is at work till 5",
        f"school number {MUM}",
        f"the school's number is {MUM}",
        f"mum agreed. I'm on {MUM}",
        f"that's {MUM}",
        f"ring me not her mum, my mobile is {MUM}",
    ],
)
def test_own_number_is_the_writers(words: str) -> None:
    parent = senco("phone")
    parent.say(words, phone_in(words, MUM, "+447700900123"))
    assert parent.draft.referral.contact.phone == "+447700900123"


def test_of_two_numbers_the_writers_own_is_taken() -> None:
    words = f"mum is on {MUM}, I'm on 07700 900124"
    parent = senco("phone")
    parent.say(
        words,
        phone_in(words, MUM, "+447700900123"),
        phone_in(words, "07700 900124", "+447700900124"),
    )
    assert parent.draft.referral.contact.phone == "+447700900124"


def test_parent_may_be_reached_by_the_number_of_their_mother() -> None:
    words = f"use my mum's number {MUM}"
    parent = at("phone")
    parent.say(words, phone_in(words, MUM, "+447700900123"))
    assert parent.draft.referral.contact.phone == "+447700900123"


def test_number_of_a_family_that_has_not_agreed_is_not_taken() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.say("I'm the SENCO", fact("referrer_role", "school"))
    parent.say("not yet, mum hasn't said yes", fact("permission", "no"))
    words = f"Mum's number is {MUM}"
    parent.say(words, phone_in(words, MUM, "+447700900123"))
    assert parent.draft.referral.contact.phone is None
    assert parent.draft.referral.dispute.in_own_words is None
    assert "utter_permission_needed" in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "the phone is the mum's, Mrs Elena Popescu",
        "that number is mum's",
        "it's the mother's number",
    ],
)
def test_number_taken_for_the_writers_is_put_right(words: str) -> None:
    parent = senco("access_needs")
    assert parent.draft.referral.contact.phone == "+447700900701"
    name = parent.draft.referral.referrer.name
    facts: list[Any] = []
    if "Elena" in words:
        facts.append(fact("person_name", "Elena Popescu", "self"))
    parent.say(words, *facts)
    assert parent.draft.referral.contact.phone is None
    assert parent.draft.referral.contact.best_time is None
    assert "07700 900701" in str(parent.draft.referral.dispute.in_own_words)
    assert parent.draft.referral.referrer.name == name
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        (f"The name is just Craig Summers, and mum's phone is {MUM}", []),
        (f"The name should be Craig Summers. Mum's number is {MUM}", []),
        (
            f"my name is Craig Summers, and mum's phone is {MUM}",
            [fact("person_name", "Craig Summers", "self")],
        ),
    ],
)
def test_professional_puts_own_name_right_and_gives_the_familys_number(
    words: str, heard: list[Entity]
) -> None:
    parent = senco("summary")
    own = parent.draft.referral.contact.phone
    parent.say("change something", intent="inform")
    assert parent.asked == "change_what"
    parent.say(words, *heard, phone_in(words, MUM, "+447700900123"))
    assert parent.draft.referral.referrer.name == "Craig Summers"
    assert parent.draft.referral.contact.phone == own
