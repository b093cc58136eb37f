"""Answers that are hedged, half given, mistyped or about something else."""

from __future__ import annotations

from datetime import date

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.conversation.test_order import answer_everything_once
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    ("words", "age"),
    [("he'll be 7 in january", 6), ("7 next week", 6), ("6ish", 6), ("i think 10", 10)],
)
def test_an_age_that_is_a_guess_is_confirmed(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age is None
    assert parent.heard[-1] == "utter_confirm_child_age"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.child.age == age


@pytest.mark.parametrize(
    ("words", "age"), [("10 sorry 11", 11), ("twenty one", 21), ("he was 8 in march", 8)]
)
def test_an_age_said_in_a_roundabout_way_is_taken(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == age


def test_number_that_was_put_together_from_words_is_confirmed() -> None:
    parent = at("phone")
    parent.say("oh seven seven ...", fact("phone", "+447700900123", sure=False))
    assert parent.draft.referral.contact.phone is None
    assert parent.heard[-1] == "utter_confirm_phone"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.contact.phone == "+447700900123"


def certificate_asked() -> Parent:
    parent = at("decision_date")
    parent.say("16 october 2026", fact("date", "2026-10-16"))
    assert parent.asked == "certificate_held"
    return parent


@pytest.mark.parametrize("words", ["i've asked for one", "its in the post", "no not yet"])
def test_a_certificate_that_is_on_its_way_is_not_held(words: str) -> None:
    parent = certificate_asked()
    parent.say(words)
    assert parent.draft.referral.certificate.held is False


def test_certificate_and_its_date_can_come_in_one_answer() -> None:
    parent = certificate_asked()
    parent.say("yes dated 12 november", fact("date", "2026-11-12", "decision"))
    assert parent.draft.referral.certificate.date == date(2026, 11, 12)
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 16)
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("both", "mediation"),
        ("whatevers quickest", "unsure"),
        ("dont want mediation", "certificate_only"),
        ("sit down with them", "mediation"),
    ],
)
def test_what_they_want_can_be_said_in_many_ways(words: str, route: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.route_wanted == route


def test_plan_is_not_none_because_they_have_no_idea() -> None:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    parent.say("excluded", fact("dispute", "exclusion"))
    assert parent.asked == "plan"
    parent.say("no idea tbh")
    assert parent.draft.referral.plan == "unsure"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kelly-Ann O'Brien x", "Kelly-Ann O'Brien"),
        ("karen and im his nan", "Karen"),
        ("Jo & Pete Marsh", "Jo and Pete Marsh"),
        ("its zara with a z", "Zara"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(words: str, name: str) -> None:
    parent = at("name")
    parent.say(words)
    assert parent.draft.referral.referrer.name == name


@pytest.mark.parametrize(
    "words", ["same as before", "my name is on my email", "ive told you already"]
)
def test_an_answer_that_only_points_elsewhere_is_no_name(words: str) -> None:
    parent = at("name")
    parent.say(words)
    assert parent.draft.referral.referrer.name is None
    assert parent.asked == "name"


def test_of_two_names_the_first_child_is_taken_and_it_is_said() -> None:
    parent = at("child_name")
    parent.say("Lily and Jack")
    assert parent.draft.referral.child.name == "Lily"
    assert "utter_one_child_at_a_time" in parent.heard


def test_i_dont_do_stairs_is_a_need() -> None:
    parent = at("access_needs")
    parent.say("i dont do stairs")
    assert parent.draft.referral.access.details == "i dont do stairs"


@pytest.mark.parametrize("words", ["i speak good english", "english is fine"])
def test_somebody_who_speaks_english_needs_no_interpreter(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is False


def test_letter_of_a_day_to_come_is_left_out_and_it_is_said() -> None:
    parent = Parent()
    parent.say(
        "letter dated 30 nov 2026 refused assessment",
        fact("date", "2026-11-30", "decision"),
        fact("dispute", "refuse_assess"),
    )
    assert parent.draft.referral.decision.letter_date is None
    assert "utter_letter_date_left_out" in parent.heard


def test_two_homes_are_asked_about_and_none_is_stored() -> None:
    parent = Parent()
    parent.say(
        "Leeds or Bradford, mum",
        fact("referrer_role", "parent"),
        fact("council", "Leeds", sure=False),
        fact("council", "Bradford", sure=False),
    )
    parent.agree()
    assert parent.draft.referral.council.gss is None
    assert parent.heard[-1] == "utter_confirm_council"


def test_half_heard_answer_that_no_question_asks_is_confirmed_before_the_review() -> None:
    parent = at("name")
    parent.say("Kelly, jo at gmail dot com", fact("email", "jo@gmail.com", sure=False))
    for _ in range(12):
        if parent.asked == "email":
            break
        answer_everything_once(parent)
    assert parent.heard[-1] == "utter_confirm_email"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.contact.email == "jo@gmail.com"
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["online", "Online."])
def test_way_to_meet_is_nobodys_name(words: str) -> None:
    parent = at("name")
    parent.say(words, Entity("meeting", "online", start=0, end=6))
    assert parent.draft.referral.referrer.name is None
    assert parent.draft.referral.access.meeting == "online"


def test_parent_who_does_not_know_a_word_has_it_explained_and_is_asked_again() -> None:
    parent = at("route_wanted")
    parent.say("dunno whats a certificate", intent="ask_what_is_a_certificate", confidence=0.95)
    assert "utter_faq_what_is_a_certificate" in parent.heard
    assert parent.asked == "route_wanted"
    assert parent.draft.referral.route_wanted is None


def test_parent_who_is_not_sure_what_something_is_only_is_not_sure() -> None:
    parent = at("route_wanted")
    parent.say(
        "not sure what the best thing is", intent="ask_what_is_a_certificate", confidence=0.95
    )
    assert parent.draft.referral.route_wanted == "unsure"
