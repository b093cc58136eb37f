"""A reading that waits for a yes is settled by the answer to its own question and by no other."""

from __future__ import annotations

import pytest

from casework.answers.fact import Fact
from casework.message import Entity, Message
from casework.referral.draft import Unconfirmed
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, take_turn


def parent_whose_other_age_waits() -> Parent:
    """A parent of a child of eight who said another age, and was asked which is right."""
    parent = at("phone")
    parent.say("a girl of 12", fact("age", 12, "child"))
    assert parent.heard[-1] == "utter_confirm_child_age"
    return parent


def test_yes_to_an_answer_that_is_being_changed_settles_no_earlier_reading() -> None:
    parent = parent_whose_other_age_waits()
    parent.say("Change: EHC plan", intent="change_answer")
    assert parent.asked == "plan"
    parent.say("yes she has a plan", intent="affirm")
    assert parent.draft.referral.plan == "final"
    assert parent.draft.referral.child.age == 8
    assert parent.heard[-1] == "utter_confirm_child_age"


def test_answer_that_is_being_changed_is_asked_again_before_a_reading_is_confirmed() -> None:
    parent = parent_whose_other_age_waits()
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("blue and green")
    assert parent.heard[-1] == "utter_error_plan"
    parent.say("we have a final plan", fact("plan_status", "final"))
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.child.age == 12


def test_parent_can_say_the_age_outright_while_another_answer_is_asked_for() -> None:
    parent = parent_whose_other_age_waits()
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("sorry, she is 9, and it is a final plan", fact("age", 9, "child"))
    assert parent.draft.referral.child.age == 9
    assert parent.draft.progress.unconfirmed is None


def test_unsure_answer_that_is_being_changed_is_confirmed_before_an_earlier_reading() -> None:
    parent = parent_whose_other_age_waits()
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("a draft maybe", fact("plan_status", "draft", sure=False))
    assert parent.heard[-1] == "utter_confirm_plan"
    parent.say("yes", intent="affirm")
    assert (parent.draft.referral.plan, parent.draft.referral.child.age) == ("draft", 8)


def test_starting_again_is_confirmed_even_while_an_answer_is_being_changed() -> None:
    parent = at("phone")
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("start again", intent="start_again")
    assert parent.heard[-1] == "utter_confirm_start_again"


@pytest.mark.parametrize(
    "words", ["yes she has one", "she's got one", "I want one", "that one", "no one", "this one"]
)
@pytest.mark.parametrize("question", ["child_age", "phone"])
def test_one_that_stands_for_a_thing_is_no_age(question: str, words: str) -> None:
    parent = at(question)
    start = words.index("one")
    age = Entity("age", 1, "child", start=start, end=start + 3)
    parent.say(words, *([age] if question == "phone" else []))
    assert parent.draft.referral.child.age == (8 if question == "phone" else None)
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["one", "she is one", "she's just turned one", "one year old"])
def test_child_of_one_is_one(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == 1


def test_child_of_one_is_one_year_old() -> None:
    assert Fact("child_age", {"age": 1}).shown == "1 year old"
    assert Fact("child_age", {"age": 9}).shown == "9 years old"


def test_no_to_a_date_that_was_misread_does_not_unsay_the_letter() -> None:
    parent = at("decision_date")
    parent.say("they sent it 3 weeks ago i think", fact("date", "2026-10-31", sure=False))
    assert parent.heard[-1] == "utter_confirm_decision_date"
    parent.say("no", intent="deny")
    assert parent.heard[-1] == "utter_ask_decision_date"
    parent.say("no", intent="deny")
    assert parent.draft.referral.decision.made is not False
    assert parent.asked == "certificate_held"


def test_no_after_a_letter_without_a_date_does_not_unsay_it() -> None:
    parent = at("decision_date")
    parent.say("yes it came a good while back")
    parent.say("no", intent="deny")
    assert parent.draft.referral.decision.made is not False
    assert "decision_date" in parent.draft.progress.unsure


def test_plain_no_to_the_date_means_that_there_is_no_letter() -> None:
    parent = at("decision_date")
    parent.say("no", intent="deny")
    assert parent.draft.referral.decision.made is False


@pytest.mark.parametrize("words", ["yes", "yes that's right", "yep"])
def test_yes_to_a_draft_plan_makes_it_no_final_one(words: str) -> None:
    parent = at("phone")
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("a draft maybe", fact("plan_status", "draft", sure=False))
    parent.say(words, intent="affirm")
    assert parent.draft.referral.plan == "draft"


def test_no_to_a_draft_plan_asks_again_which_it_is() -> None:
    parent = at("phone")
    parent.say("Change: EHC plan", intent="change_answer")
    parent.say("a draft maybe", fact("plan_status", "draft", sure=False))
    parent.say("no", intent="deny")
    assert parent.heard[-1] == "utter_ask_plan"


def parent_whose_date_waits() -> Parent:
    """A parent who is asked whether the letter is of 31 October."""
    parent = at("decision_date")
    parent.say("3 weeks ago i think", fact("date", "2026-10-31", sure=False))
    assert parent.heard[-1] == "utter_confirm_decision_date"
    return parent


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("no 22", "2026-10-22"),
        ("it says 13th", "2026-10-13"),
        ("no its the 13th not the 31st", "2026-10-13"),
        ("its 30th i said", "2026-10-30"),
        ("put that", "2026-10-31"),
    ],
)
def test_day_alone_is_of_the_month_that_was_asked_about(words: str, day: str) -> None:
    parent = parent_whose_date_waits()
    parent.say(words)
    assert str(parent.draft.referral.decision.letter_date) == day
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize("words", ["no, 40", "no 2 weeks", "no 5 of them", "no, i have 2"])
def test_other_figures_are_no_day_of_the_month(words: str) -> None:
    parent = parent_whose_date_waits()
    parent.say(words)
    assert parent.draft.referral.decision.letter_date is None


def test_day_that_is_yet_to_come_is_not_taken() -> None:
    parent = at("decision_date")
    parent.say("last week i think", fact("date", "2026-11-14", sure=False))
    parent.say("no 29")
    assert parent.draft.referral.decision.letter_date is None


def parent_whose_childs_name_waits(name: str) -> Parent:
    """A parent who is asked whether the child has that name."""
    parent = at("child_name")
    waiting = Unconfirmed(field="child_name", value=name, shown=name)
    parent.draft.progress.unconfirmed = waiting
    return parent


@pytest.mark.parametrize("words", ["my wife is called Anya", "no Anya is my wife"])
def test_grown_up_is_not_the_child_after_all(words: str) -> None:
    parent = parent_whose_childs_name_waits("Anya")
    parent.say(words, fact("person_name", "Anya", "child", sure=False))
    assert parent.draft.referral.child.name is None
    assert parent.heard[-1] == "utter_ask_child_name"


@pytest.mark.parametrize("words", ["No, Anya is my wife. Felix is the child.", "No. Felix."])
def test_child_is_somebody_else_than_was_read(words: str) -> None:
    parent = parent_whose_childs_name_waits("Anya")
    heard = "Felix" if "wife" not in words else "Anya"
    parent.say(words, fact("person_name", heard, "child", sure=False))
    assert parent.draft.referral.child.name == "Felix"


def test_brother_or_sister_beside_a_yes_is_not_the_child() -> None:
    parent = parent_whose_childs_name_waits("Amir")
    parent.say("yes and Leila is his sister", fact("person_name", "Leila", "child", sure=False))
    assert parent.draft.referral.child.name == "Amir"


@pytest.mark.parametrize(
    "words", ["yes and 07700900414 is my number", "thats right. my number is 07700900414"]
)
def test_what_is_told_beside_a_yes_is_taken(words: str) -> None:
    parent = parent_whose_date_waits()
    parent.say(words, fact("phone", "+447700900414"))
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-31"
    assert parent.draft.referral.contact.phone == "+447700900414"
    assert parent.heard[0] == "utter_heard"


def test_what_is_told_beside_a_no_is_taken() -> None:
    parent = parent_whose_date_waits()
    parent.say("no. and my number is 07700900414", fact("phone", "+447700900414"))
    assert parent.draft.referral.decision.letter_date is None
    assert parent.draft.referral.contact.phone == "+447700900414"


def test_question_beside_a_yes_is_answered() -> None:
    parent = parent_whose_date_waits()
    message = Message("yes. so how long does it take", intents=(("ask_how_long", 0.95),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert str(outcome.draft.referral.decision.letter_date) == "2026-10-31"
    assert "utter_faq_how_long" in [said.response for said in outcome.says]


def test_remark_that_begins_with_but_is_kept_beside_the_yes() -> None:
    parent = parent_whose_date_waits()
    words = "Yes. But mum might look for the other letter"
    parent.say(words)
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-31"
    assert words in (parent.draft.referral.dispute.in_own_words or "")


def test_parent_can_confirm_and_ask_for_a_person() -> None:
    parent = parent_whose_date_waits()
    outcome = parent.say("yes thats right. can someone ring me", intent="want_person")
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-31"
    assert [asked.reason for asked in outcome.handovers] == ["asked_for_person"]


@pytest.mark.parametrize(
    "words", ["yes but thats wrong", "yes wait", "yes maybe", "yes but should be the 30th or so"]
)
def test_doubtful_yes_settles_no_reading(words: str) -> None:
    parent = parent_whose_date_waits()
    parent.say(words)
    assert parent.draft.referral.decision.letter_date is None


def test_yes_to_a_way_and_no_to_another_are_both_kept() -> None:
    parent = at("access_needs")
    value = {"safe_to_call": True}
    parent.draft.progress.unconfirmed = Unconfirmed(
        field="safe_contact", value=value, shown="yes to calls"
    )
    parent.draft.progress.pending = "safe_contact"
    parent.say("yes but no texts", fact("contact_ok", "no", "text"))
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, False)
