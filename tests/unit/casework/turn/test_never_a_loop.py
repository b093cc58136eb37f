"""No question comes for ever, however it is missed, refused or talked past."""

from __future__ import annotations

from datetime import date

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.conversation.test_order import answer_everything
from tests.unit.casework.parents import Parent, fact


def at_child_name() -> Parent:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    for _ in range(12):
        if parent.asked == "child_name":
            return parent
        words = {"name": "Craig Sumner", "role": "mum"}.get(parent.asked or "", "skip")
        facts = [fact("referrer_role", "parent")] if parent.asked == "role" else []
        parent.say(words, *facts)
    raise AssertionError(parent.asked)


@pytest.mark.parametrize(
    ("words", "first", "number"), [("Ann Five", "Ann", 5), ("No-ah Ten", "No-ah", 10)]
)
def test_parent_whose_surname_is_a_number_is_asked_once(
    words: str, first: str, number: int
) -> None:
    parent = at("name")
    parent.say(words, fact("person_name", first, "child"), fact("age", number, "child"))
    assert parent.draft.referral.referrer.name == words
    assert parent.draft.referral.child.age is None
    assert parent.asked == "child_name"


def test_parent_may_be_called_one() -> None:
    parent = at("name")
    parent.say("One Smith", fact("age", 1, "child"))
    assert parent.draft.referral.referrer.name == "One Smith"
    assert parent.draft.referral.child.age is None


def test_parent_may_be_called_yes() -> None:
    parent = at("name")
    parent.say("Yes Okafor", intent="affirm")
    assert parent.draft.referral.referrer.name == "Yes Okafor"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("Tara Human", "want_person"),
        ("Ann Person", "want_person"),
        ("Mark Stop", "stop"),
    ],
)
def test_parent_whose_name_looks_like_a_command_is_called_so(words: str, intent: str) -> None:
    parent = at("name")
    parent.say(words, intent=intent, confidence=0.95)
    assert parent.draft.referral.referrer.name == words
    assert not parent.draft.progress.is_stopped
    assert "utter_handover" not in parent.heard


def test_parent_can_still_ask_for_a_person_or_stop_where_the_name_is_asked() -> None:
    parent = at("name")
    parent.say("Real Person", intent="want_person", confidence=0.95)
    assert "utter_handover" in parent.heard
    parent = at("name")
    parent.say("Stop", intent="stop", confidence=0.95)
    assert parent.draft.progress.is_stopped


def test_name_with_odd_signs_is_asked_for_with_an_example() -> None:
    parent = at("name")
    parent.say('=HYPERLINK("x")', intent="out_of_scope", confidence=0.95)
    assert parent.heard == ["utter_error_name"]


def test_parent_who_tells_of_other_things_is_helped_and_then_offered_a_person() -> None:
    parent = at("name")
    mason = (fact("person_name", "Mason", "child"), fact("age", 9, "child"))
    parent.say("mason hes 9", *mason)
    assert parent.heard == ["utter_heard", "utter_ask_name"]
    parent.say("mason hes 9", *mason)
    assert parent.heard == ["utter_help_name"]
    outcome = parent.say("mason hes 9", *mason)
    assert parent.heard == ["utter_offer_person_required"]
    assert [request.reason for request in outcome.handovers] == ["assistant_not_understood"]


def test_parent_whose_readings_are_never_right_is_offered_a_person() -> None:
    parent = at("phone")
    for number in ("+447700900101", "+447700900102", "+447700900103"):
        parent.say("oh seven seven ...", fact("phone", number, sure=False))
        assert parent.heard == ["utter_confirm_phone"]
        parent.say("no", intent="deny")
    assert parent.heard == ["utter_offer_person_required"]


def test_parent_who_gives_a_date_that_cannot_be_is_offered_a_person() -> None:
    parent = at("decision_date")
    for _ in range(3):
        parent.say("16 october 2027", fact("date", "2027-10-16"))
    assert parent.heard[-1] == "utter_offer_person"


def test_parent_who_will_not_name_the_child_is_offered_a_person_and_goes_on() -> None:
    parent = at_child_name()
    for _ in range(2):
        parent.say("skip")
        assert parent.heard == ["utter_cannot_skip", "utter_ask_child_name"]
    parent.say("skip")
    assert parent.heard == ["utter_offer_person_instead"]
    parent.say("skip")
    assert parent.heard[0] == "utter_put_off"
    assert parent.asked == "child_age"


def test_what_was_put_off_is_asked_for_before_it_is_sent() -> None:
    parent = at_child_name()
    for _ in range(4):
        parent.say("skip")
    answer_everything(parent)
    assert parent.asked == "summary"
    outcome = parent.say("yes", intent="affirm")
    assert not outcome.must_submit
    assert "utter_still_needed" in parent.heard


def test_parent_who_gives_no_way_to_be_reached_can_go_on_and_come_back_to_it() -> None:
    parent = at("phone")
    for _ in range(4):
        parent.say("skip")
    answer_everything(parent)
    assert parent.asked == "summary"
    parent.say("yes", intent="affirm")
    assert parent.asked == "phone"


@pytest.mark.parametrize("question", ["consent", "summary"])
def test_parent_who_skips_what_only_they_can_decide_is_offered_a_person(question: str) -> None:
    parent = Parent()
    if question == "consent":
        parent.say("hello", intent="greet")
    else:
        parent = at(question)
    for _ in range(43):
        parent.say("skip")
        assert parent.asked == question
    assert parent.heard == ["utter_offer_person_instead"]


def early_number() -> Parent:
    parent = Parent()
    parent.say(
        "mum of Mason, 9, 07700 900123",
        fact("referrer_role", "parent"),
        fact("person_name", "Mason", "child"),
        fact("age", 9, "child"),
        fact("phone", "+447700900123"),
    )
    parent.agree()
    answer_everything(parent)
    return parent


def test_parent_who_gave_a_number_early_is_asked_once_whether_it_is_safe() -> None:
    parent = early_number()
    assert parent.asked == "safe_contact"
    parent.say("yes all fine", intent="affirm")
    assert parent.draft.referral.contact.safe_to_leave_voicemail is True
    answer_everything(parent)
    assert parent.asked == "summary"


def test_review_says_that_nobody_answered_whether_the_number_is_safe() -> None:
    parent = early_number()
    parent.say("skip")
    answer_everything(parent)
    assert parent.asked == "summary"
    assert parent.outcome is not None
    assert "asked, no answer" in parent.outcome.says[-1].values["summary"]
    assert parent.draft.referral.contact.safe_to_call is None


def test_date_told_while_the_council_question_is_open_is_kept_to_be_confirmed() -> None:
    parent = Parent()
    parent.say("mum here", fact("referrer_role", "parent"), fact("council", "stockport"))
    parent.say("yes", intent="affirm")
    assert parent.asked == "share_with_council"
    parent.say("16 october 2026", fact("date", "2026-10-16"))
    assert parent.asked == "share_with_council"
    parent.say("no", intent="deny")
    parent.say("refused to assess", fact("dispute", "refuse_assess"))
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 16)


def test_parent_who_twice_writes_what_is_not_ours_gets_the_question_explained() -> None:
    parent = at("name")
    for _ in range(2):
        parent.say("my bins were missed", intent="out_of_scope", confidence=0.95)
    assert parent.heard == ["utter_out_of_scope", "utter_help_name"]


@pytest.mark.parametrize(
    ("half_heard", "asked"),
    [
        (fact("dispute", "refuse_plan", sure=False), "issue"),
        (fact("plan_status", "draft", sure=False), "plan"),
        (fact("date", "2026-10-16", "decision", sure=False), "decision_date"),
    ],
)
def test_parent_who_is_not_sure_of_a_reading_is_not_asked_about_it_again(
    half_heard: Entity, asked: str
) -> None:
    parent = Parent()
    parent.say("we had a letter about mason", half_heard, fact("referrer_role", "parent"))
    parent.agree()
    for _ in range(12):
        if f"utter_confirm_{asked}" in parent.heard:
            break
        parent.say("skip")
    assert parent.heard[-1] == f"utter_confirm_{asked}"
    parent.say("not sure")
    assert f"utter_confirm_{asked}" not in parent.heard


def test_parent_who_knows_no_more_about_a_second_age_keeps_the_first() -> None:
    parent = at("phone")
    parent.say("a girl of 12", fact("age", 12, "child"))
    assert parent.heard[-1] == "utter_confirm_child_age"
    parent.say("not sure")
    assert parent.draft.referral.child.age == 8
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    ("no_phone", "no_email"),
    [("no", "no"), ("i dont have one", "i dont have email"), ("havent got a phone", "no email")],
)
def test_parent_who_gives_neither_number_nor_email_is_not_sent_round(
    no_phone: str, no_email: str
) -> None:
    parent = at("phone")
    parent.say(no_phone)
    assert parent.asked == "email"
    parent.say(no_email)
    assert "utter_one_way_to_reach_you" in parent.heard
    parent.say(no_phone)
    assert parent.heard == ["utter_offer_person_instead"]
    parent.say("no")
    assert parent.asked == "phone"
    parent.say(no_phone)
    assert parent.heard[0] == "utter_put_off"
    assert parent.asked == "access_needs"


def test_parent_who_finds_a_number_after_all_is_reached_by_it() -> None:
    parent = at("phone")
    for _ in range(3):
        parent.say("no")
    parent.say("07700 900999", fact("phone", "+447700900999"))
    assert parent.draft.referral.contact.phone == "+447700900999"
    assert parent.asked == "access_needs"
