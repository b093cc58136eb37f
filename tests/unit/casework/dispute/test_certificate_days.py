"""The date of a certificate, and the days that are easily taken for it: a month runs from it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.dispute.test_letter_days import day
from tests.unit.casework.parents import Parent, fact

HELD = fact("certificate", "yes")


def dated(parent: Parent) -> date | None:
    return parent.draft.referral.certificate.date


def asked_for_its_date() -> Parent:
    parent = at("certificate_held")
    parent.say("yes", intent="affirm")
    assert parent.asked == "certificate_date"
    return parent


@pytest.mark.parametrize(
    "text",
    [
        "i got it on 14 november",
        "it came 14 november",
        "14 november was when it came",
        "mediation was on the 14 november",
        "i had a call on 14 november",
        "we spoke to them on 14 november",
    ],
)
def test_day_of_its_coming_or_of_the_call_is_asked_about(text: str) -> None:
    parent = asked_for_its_date()
    parent.say(text, day(text, "14 november", "2026-11-14"))
    assert dated(parent) is None
    assert "utter_confirm_certificate_date" in parent.heard


@pytest.mark.parametrize(
    "text", ["14 november", "its dated 14 november", "it says 14 november", "issued 14 november"]
)
def test_day_that_it_bears_is_taken(text: str) -> None:
    parent = asked_for_its_date()
    parent.say(text, day(text, "14 november", "2026-11-14"))
    assert dated(parent) == date(2026, 11, 14)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("i got the certificate on 14 november dated 12 november", "certificate"),
        ("certificate dated 12 november came on 14 november", "certificate"),
        ("certificate came 14 november but it says 12 november on it", "certificate"),
        ("got it 14 november dated 12 november", None),
        ("yes dated 12 november and it came 14 november", None),
    ],
)
@pytest.mark.parametrize("question", ["certificate_held", "summary"])
def test_of_two_days_the_one_it_bears_counts(text: str, role: str | None, question: str) -> None:
    if question == "summary" and role is None:
        return
    parent = at(question)
    days = [
        day(text, "14 november", "2026-11-14", role),
        day(text, "12 november", "2026-11-12", role),
    ]
    days.sort(key=lambda one: one.start)
    parent.say(text, HELD, *days)
    assert dated(parent) == date(2026, 11, 12)


def test_certificate_and_letter_are_told_apart_in_one_answer() -> None:
    text = "yes, 12 november. letter 16 october"
    parent = at("certificate_held")
    days = (
        day(text, "12 november", "2026-11-12"),
        day(text, "16 october", "2026-10-16", "decision"),
    )
    parent.say(text, *days)
    assert dated(parent) == date(2026, 11, 12)
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 16)


@pytest.mark.parametrize("text", ["no date on it", "it isn't dated", "there's no date"])
def test_certificate_without_a_date_is_not_asked_about_for_ever(text: str) -> None:
    parent = asked_for_its_date()
    parent.say(text)
    assert parent.asked != "certificate_date"
    assert "certificate_date" in parent.draft.progress.unsure


@pytest.mark.parametrize(
    "text",
    [
        "kindly confirm whether the certificate may be issued today",
        "can i get the certificate today",
        "will the certificate be dated today",
    ],
)
def test_certificate_that_is_only_asked_for_is_not_held(text: str) -> None:
    parent = at("name")
    parent.say(text, day(text, "today", "2026-11-21", "certificate"))
    assert dated(parent) is None
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "text", ["oh wait i do have one dated 12 november", "sorry we have got it, 12 november"]
)
def test_certificate_found_right_after_a_no_moves_no_letter(text: str) -> None:
    parent = at("certificate_held")
    letter = parent.draft.referral.decision.letter_date
    parent.say("no", intent="deny")
    parent.say(text, day(text, "12 november", "2026-11-12", "decision"))
    assert parent.draft.referral.decision.letter_date == letter
    assert parent.draft.referral.certificate.held is True
    waiting = parent.draft.progress.unconfirmed
    assert dated(parent) == date(2026, 11, 12) or (waiting and waiting.value == "2026-11-12")


def test_letter_named_after_a_no_to_the_certificate_is_the_letter() -> None:
    text = "sorry i do have the letter, its 12 november"
    parent = at("certificate_held")
    parent.say("no", intent="deny")
    parent.say(text, day(text, "12 november", "2026-11-12", "decision"))
    assert parent.draft.referral.certificate.held is False


def test_who_got_it_wrong_has_got_no_certificate() -> None:
    parent = at("certificate_held")
    parent.say("actually i got that wrong")
    assert parent.draft.referral.certificate.held is None
