"""How long the family has: their own dates, as soon as the day of the letter is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.say import words_of
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.dispute.test_letter_days import day
from tests.unit.casework.parents import Parent, fact

IN_TIME = date(2026, 10, 30)
SHORT = date(2026, 9, 30)
LATE = date(2026, 9, 2)


def letter(day: date) -> object:
    return fact("date", day.isoformat(), "decision")


def parent_with_letter(day: date) -> Parent:
    parent = at("decision_date")
    parent.say(f"{day.day} {day:%B %Y}", letter(day))
    return parent


def texts(parent: Parent) -> str:
    assert parent.outcome is not None
    return " ".join(words_of(said) for said in parent.outcome.says)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("Am I in time, please?", "ask_missed_deadline"),
        ("HOW LONG HAVE I GOT", "ask_appeal_deadline"),
        ("tell date", "skip"),
        ("wait is it 2 months", "ask_how_soon"),
        ("whats the two months bit", "ask_holiday_deadlines"),
    ],
)
def test_parent_who_asks_for_her_time_reads_her_own_date(words: str, intent: str) -> None:
    parent = parent_with_letter(IN_TIME)
    parent.say(words, intent=intent)
    assert parent.heard[0] == "utter_own_time"
    assert "30 December 2026" in texts(parent)
    assert "39 days left" in texts(parent)
    assert parent.asked == "certificate_held"


def test_parent_short_of_time_reads_number_and_date_as_soon_as_the_letter_is_known() -> None:
    parent = parent_with_letter(SHORT)
    assert parent.heard[0] == "utter_time_is_short"
    assert "03330 062 835" in texts(parent)
    assert "30 November 2026" in texts(parent)
    assert "9 days left" in texts(parent)


def test_parent_who_was_told_to_ring_is_not_told_again_with_the_result() -> None:
    parent = parent_with_letter(SHORT)
    parent.say("no", intent="deny")
    assert "utter_route_dates" in parent.heard
    assert "utter_route_dates_urgent" not in parent.heard


def test_parent_with_time_is_told_her_dates_with_the_result_and_not_before() -> None:
    parent = parent_with_letter(IN_TIME)
    assert parent.heard == ["utter_ask_certificate_held"]


def test_nobody_is_told_that_time_is_over_before_a_certificate_is_asked_about() -> None:
    parent = parent_with_letter(LATE)
    assert parent.heard[0] == "utter_time_may_be_over"
    parent.say("is it too late", intent="ask_missed_deadline")
    assert parent.heard[0] == "utter_time_may_be_over"
    parent.say("no", intent="deny")
    parent.say("am i in time", intent="ask_missed_deadline")
    assert parent.heard[0] == "utter_route_dates_passed"


def test_parent_who_is_late_is_not_told_of_two_months() -> None:
    parent = parent_with_letter(LATE)
    parent.say(
        "what can I do, they refused to assess him?",
        intent="ask_refused_assessment",
    )
    assert "utter_faq_refused_assessment" not in parent.heard
    assert parent.heard[0] == "utter_time_may_be_over"


def test_question_before_the_yes_to_keeping_is_answered_with_the_date_in_it() -> None:
    parent = Parent()
    parent.say(
        "they refused to assess him, letter dated 30 september 2026, am I in time?",
        fact("dispute", "refuse_assess"),
        letter(SHORT),
        intent="ask_missed_deadline",
    )
    assert "utter_time_is_short" in parent.heard
    assert "30 November 2026" in texts(parent)
    assert parent.asked == "consent"


def test_parent_who_asks_before_the_date_is_known_is_asked_for_it_and_then_told() -> None:
    parent = at("phone")
    parent.draft.referral.decision.letter_date = None
    parent.draft.referral.decision.made = None
    parent.draft.progress.answered.remove("decision_date")
    parent.say("how long have i got", intent="ask_appeal_deadline")
    assert parent.heard[:2] == ["utter_faq_appeal_deadline", "utter_tell_letter_date"]
    parent.say("30 october 2026", fact("date", "2026-10-30"))
    assert parent.draft.referral.decision.letter_date == IN_TIME
    assert "30 December 2026" in texts(parent)


def test_holiday_rule_is_said_where_a_holiday_is_asked_about() -> None:
    parent = parent_with_letter(date(2026, 10, 26))
    parent.say("does it move as it ends at christmas?", intent="ask_holiday_deadlines")
    assert parent.heard[:2] == ["utter_faq_holiday_deadlines", "utter_own_time"]
    assert "utter_route_dates_adjusted" in parent.heard
    parent.say("so which of the dates is it??", intent="ask_holiday_deadlines")
    assert "utter_faq_holiday_deadlines" not in parent.heard


def test_what_if_i_miss_it_is_answered_and_the_own_date_stands_beside_it() -> None:
    parent = parent_with_letter(IN_TIME)
    parent.say("what happens if i miss it?", intent="ask_missed_deadline")
    assert parent.heard[:2] == ["utter_faq_missed_deadline", "utter_own_time"]


def test_date_and_a_question_in_one_breath_are_both_taken() -> None:
    parent = at("decision_date")
    parent.say(
        "30 october. whats the two months bit",
        fact("date", "2026-10-30", "decision"),
        intent="ask_holiday_deadlines",
    )
    assert parent.draft.referral.decision.letter_date == IN_TIME
    assert "utter_own_time" in parent.heard
    assert parent.asked == "certificate_held"


def test_letter_date_beside_how_long_is_taken_and_answered() -> None:
    parent = at("route_wanted")
    parent.draft.referral.decision.letter_date = None
    parent.draft.referral.decision.made = None
    parent.say(
        "how long have i got, letter says 2 november 2026",
        letter(date(2026, 11, 2)),
        intent="ask_appeal_deadline",
    )
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 2)
    assert "utter_own_time" in parent.heard
    assert "2 January 2027" in texts(parent)


def test_question_after_sending_is_answered_and_not_stored_as_a_note() -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    parent.say("its the 23rd week\u2026 is that allowed", intent="ask_council_is_late")
    assert parent.heard[0] == "utter_faq_council_is_late"


def test_parent_who_told_the_date_before_her_yes_reads_it_with_our_number_right_after() -> None:
    parent = Parent()
    parent.say(
        "they refused to assess him, letter dated 30 september 2026",
        fact("dispute", "refuse_assess"),
        letter(SHORT),
    )
    assert "utter_time_is_short" not in parent.heard
    parent.say("yes", intent="affirm")
    assert "utter_time_is_short" in parent.heard


@pytest.mark.parametrize(
    "words", ["wait wrong leter date it is 2/10/2026 not 20", "sorry it is dated 2/10/2026"]
)
def test_date_put_right_after_sending_moves_the_last_day_and_is_told(words: str) -> None:
    parent = at("summary")
    parent.say("yes, send it")
    parent.say(words, day(words, "2/10/2026", "2026-10-02", "decision"))
    referral = parent.draft.referral
    assert referral.deadlines.appeal_by == date(2026, 12, 2)
    assert (referral.deadlines.urgency, referral.handover.priority) == ("urgent", "urgent")
    assert "2 December 2026" in texts(parent)


@pytest.mark.parametrize("told", [IN_TIME, LATE])
def test_half_remembered_date_beside_am_i_in_time_is_confirmed_and_counted_from(told: date) -> None:
    words = f"am I in time? the letter was {told.day} {told:%B} i think"
    parent = at("share_with_council")
    assert parent.draft.referral.decision.letter_date is None
    unsure = replace(
        day(words, f"{told.day} {told:%B}", told.isoformat(), "decision"), is_sure=False
    )
    parent.say(words, unsure, intent="ask_missed_deadline")
    assert "utter_tell_letter_date" not in parent.heard
    assert parent.asked == "decision_date"
    parent.say("yes")
    assert parent.heard[0] in ("utter_own_time", "utter_time_may_be_over")
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("no_decision", "utter_no_appeal_now"),
        ("annual_review_late", "utter_no_appeal_now"),
        ("not_delivered", "utter_no_appeal_now"),
        ("draft_plan", "utter_no_appeal_now"),
        ("already_appealed", "utter_route_already_appealed"),
        ("exclusion", "utter_route_exclusion"),
        ("discrimination_school", "utter_route_discrimination_school"),
    ],
)
def test_parent_without_a_letter_to_appeal_is_not_told_of_its_two_months(
    kind: str, response: str
) -> None:
    parent = Parent()
    words = "mum, York, we have appealed"
    parent.say(words, fact("referrer_role", "parent"), fact("dispute", kind))
    parent.agree()
    parent.say("how long have i got", intent="ask_appeal_deadline")
    assert parent.heard[0] == response


def test_parent_whose_plan_is_only_to_be_stopped_is_told_that_there_is_no_appeal_yet() -> None:
    parent = Parent()
    parent.say(
        "they are proposing to cease his plan",
        fact("dispute", "cease_plan"),
        intent="ask_plan_stopped_or_not_changed",
    )
    assert parent.heard[0] == "utter_no_appeal_now"


def test_parent_who_has_appealed_and_asks_of_time_is_told_so_once() -> None:
    parent = at("certificate_held")
    parent.say(
        "My tribunal hearing is in October, is it too late for mediation",
        fact("dispute", "already_appealed"),
        intent="ask_missed_deadline",
    )
    assert parent.heard.count("utter_route_already_appealed") == 1
