"""A manager or a complaint of others is none of ours; ours hears of it in any plain words."""

from __future__ import annotations

import pytest

from casework.consent.calling_off import referral_called_off
from casework.consent.for_a_manager import asks_for_manager


@pytest.mark.parametrize(
    "words",
    [
        "please can my care manager come",
        "can my support manager come",
        "can the inclusion manager at school come with me",
        "can a manager from school come",
        "can our social work manager join",
        "i need my line manager to be there",
        "the home manager please",
        "they need a new manager",
        "the school needs a better manager",
        "i need the council to get a manager",
        "i want to make a complaint about leeds council",
        "make a complaint about the local authority",
        "i want to make a complaint about the head",
        "i want to put in a complaint about them",
        "make a complaint about Kent",
        "make a complaint to the ombudsman about kent",
    ],
)
def test_manager_or_fault_of_others_is_no_complaint_about_us(words: str) -> None:
    assert not asks_for_manager(words)


@pytest.mark.parametrize(
    "words",
    [
        "the manager can call me",
        "can a manager ring me back",
        "can a manager come to the phone",
        "can your support manager call me",
        "please pass my complaint to a manager",
        "i want to speak to a manager about the council",
        "i want to make a complaint",
        "I want to make a complaint about you",
        "make a complaint about how I was treated",
        "log a complaint about the mediator",
        "record a complaint about this chat",
        "i want to make a complaint about your staff, the school was fine",
    ],
)
def test_complaint_about_us_is_for_a_manager(words: str) -> None:
    assert asks_for_manager(words)


@pytest.mark.parametrize(
    "words",
    [
        "they stopped his transport in 2024-2025",
        "his place closed 2024-2025",
        "the council stopped help in the 2023-2024 school year",
        "the club closed in sept-2024",
        "it was stopped 2024-2025-2026",
        "cancel the 07700-900345 number",
    ],
)
def test_school_year_is_no_reference(words: str) -> None:
    assert referral_called_off(words) is None


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("cancel my referral 7XKD-99QA", "7XKD-99QA"),
        ("please withdraw acde-3467.", "ACDE-3467"),
        ("stop 9X4K-7777 from 2024-2025", "9X4K-7777"),
    ],
)
def test_reference_is_found_in_any_letters(words: str, reference: str) -> None:
    assert referral_called_off(words) == reference
