"""Days told in pieces, in doubt, or of a paper that nobody holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.dispute.rough_days import day_in_pieces
from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("dunno it was august, maybe the 18th", date(2026, 8, 18)),
        ("in october i think. the 3rd", date(2026, 10, 3)),
        ("the 21st, it was september", date(2026, 9, 21)),
        ("about november, 2nd maybe", date(2026, 11, 2)),
        ("early dec, the 4th", date(2025, 12, 4)),
        ("it was august", None),
        ("maybe the 18th", None),
        ("in august or september, the 18th", None),
        ("in february, the 30th", None),
        ("i may be wrong, the 18th", None),
    ],
)
def test_day_is_pieced_together_from_a_month_and_a_day(words: str, day: date | None) -> None:
    assert day_in_pieces(words, TODAY) == day


def test_parent_who_half_remembers_the_date_is_asked_whether_it_is_that() -> None:
    parent = at("decision_date")
    parent.say("dunno it was october, maybe the 18th")
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 18)


@pytest.mark.parametrize("words", ["date maybe end september", "sometime in october, not sure"])
def test_parent_who_knows_part_of_a_month_is_helped_to_find_the_day(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.heard[-1] == "utter_help_decision_date"
    assert parent.asked == "decision_date"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("no it is day came. printed i think 24 or 25", date(2026, 9, 24)),
        ("no, dated maybe the 21st", date(2026, 9, 21)),
        ("no thats when it came. it says 25 or 24", date(2026, 9, 24)),
    ],
)
def test_of_two_days_the_earlier_is_asked_about(words: str, day: date) -> None:
    parent = at("decision_date")
    parent.say("end of september, came 28 september", fact("date", "2026-09-28", sure=False))
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say(words)
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.decision.letter_date == day


@pytest.mark.parametrize(
    "words",
    [
        "There isn't a new letter, just the plan we have",
        "we never had a letter",
        "theres not been any letter",
        "haven't received a letter",
        "no letter dear",
    ],
)
def test_parent_without_a_letter_is_not_asked_for_its_date_again(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.draft.referral.decision.made is False
    assert parent.asked != "decision_date"


@pytest.mark.parametrize("words", ["haven't got the letter on me", "the letter is not here"])
def test_letter_that_is_not_to_hand_is_not_said_to_be_missing(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.draft.referral.decision.made is not False


def parent_without_a_certificate(words: str, *, question: str) -> Parent:
    parent = at(question)
    day = fact("date", "2026-10-29", "certificate")
    parent.say(words, day, fact("certificate", "no"))
    return parent


@pytest.mark.parametrize(
    "words", ["29 october 2026, no certificate", "29 oct. no cert", "29/10/26 havent got a cert"]
)
def test_day_beside_no_certificate_is_that_of_the_letter(words: str) -> None:
    parent = parent_without_a_certificate(words, question="decision_date")
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 29)
    assert parent.draft.referral.certificate.held is False
    parent = parent_without_a_certificate(words, question="certificate_held")
    assert parent.draft.referral.certificate.held is False
    assert parent.draft.referral.certificate.date is None


@pytest.mark.parametrize("question", ["decision_date", "certificate_held", "phone"])
@pytest.mark.parametrize(
    "words",
    [
        "i want you to promise me a certificate today",
        "can you give me the certificate today please",
        "need my certificate today",
    ],
)
def test_certificate_wished_for_today_has_no_date(words: str, question: str) -> None:
    parent = at(question)
    letter = parent.draft.referral.decision.letter_date
    parent.say(words, fact("date", TODAY.isoformat(), "certificate"))
    assert parent.draft.referral.certificate.date is None
    assert parent.draft.referral.certificate.held is not True
    assert parent.draft.referral.decision.letter_date == letter


def test_no_certificate_is_no_answer_to_what_the_dispute_is_about() -> None:
    parent = Parent()
    parent.say(
        "mum, devon. they may be stopping her plan",
        fact("referrer_role", "parent"),
        fact("council", "devon"),
        fact("dispute", "cease_plan", sure=False),
    )
    parent.agree()
    assert parent.heard[-1] == "utter_confirm_issue"
    words = "no certificate. will they still help her while this happens"
    denied = fact("certificate", "no")
    parent.say(words, type(denied)("certificate", "no", None, True, 0, len("no certificate")))
    assert parent.draft.progress.unconfirmed is not None
    assert parent.draft.referral.certificate.held is False
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == ["cease_plan"]


def days(text: str, *told: str) -> Parent:
    parent = Parent()
    found = [
        Entity("date", f"2026-{month}-{day}", "decision", True, text.index(words), len(words))
        for words, month, day in (each.split("|") for each in told)
    ]
    found = [replace(one, end=one.start + one.end) for one in found]
    parent.say(text, fact("plan_status", "final"), fact("section", "F"), *found)
    parent.agree()
    return parent


@pytest.mark.parametrize(
    "text",
    [
        "A draft plan was sent on 12 July. We commented. The final plan is dated 30 Sept.",
        "The final plan is dated 30 Sept. A draft plan was sent on 12 July.",
        "got the draft 12 July, then the decision letter 30 Sept",
        "proposed plan 12 July; amended final plan 30 Sept",
        "guardianship order dated 12 July. letter from the council 30 Sept",
    ],
)
def test_day_of_the_final_plan_counts_and_not_that_of_the_draft(text: str) -> None:
    parent = days(text, "12 July|07|12", "30 Sept|09|30")
    assert parent.draft.referral.decision.letter_date == date(2026, 9, 30)
