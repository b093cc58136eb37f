"""Parents who let off steam, have no way to be rung, have another child, or say a no in passing."""

from __future__ import annotations

import pytest

from casework.message import Message
from casework.words import reads_as_plain_no, reads_as_question
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, take_turn


@pytest.mark.parametrize(
    "words",
    ["this is so unfair I'm so tired of it all", "im fed up, nobody listens", "its a joke"],
)
def test_parent_can_let_off_steam_and_is_met_kindly(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.heard == ["utter_hard_time", "utter_ask_share_with_council"]
    assert parent.draft.progress.misses == 0


def test_steam_let_off_about_the_dispute_is_kept_in_their_own_words() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.say("im his mum", fact("referrer_role", "parent"))
    parent.say("Leeds", fact("council", "Leeds"))
    assert parent.asked == "issue"
    words = "I'm so tired of it all, it's a shambles from start to end"
    parent.say(words)
    assert parent.heard[0] == "utter_hard_time"
    assert parent.draft.referral.dispute.in_own_words == words


def test_parent_with_neither_phone_nor_email_is_told_the_way_forward() -> None:
    parent = at("phone")
    parent.say("i dont have a phone")
    assert parent.asked == "email"
    parent.say("dont have email either")
    assert parent.heard == ["utter_one_way_to_reach_you", "utter_ask_phone"]
    assert parent.draft.progress.misses == 0


def test_parent_who_tells_one_thing_after_the_other_is_never_offered_a_person_for_it() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("yes", intent="affirm")
    assert parent.asked == "share_with_council"
    parent.say("07700 900123", fact("phone", "+447700900123"))
    parent.say("im Sam Taylor", fact("person_name", "Sam Taylor", "self"))
    assert "utter_help_share_with_council" in parent.heard
    parent.say("my lad is called Alfie", fact("person_name", "Alfie", "child"))
    parent.say("the letter came three weeks ago", fact("date", "2026-10-31", sure=False))
    assert not parent.draft.progress.offers_person
    parent.say("hes 9", fact("age", 9, "child"))
    assert parent.heard[-1] == "utter_ask_share_with_council"
    assert parent.draft.progress.misses == 2
    assert not parent.draft.progress.offers_person


def test_none_to_the_question_for_a_number_tells_of_no_plan() -> None:
    parent = at("phone")
    plan = parent.draft.referral.plan
    parent.say("none", fact("plan_status", "none"))
    assert parent.draft.referral.plan == plan
    assert parent.asked == "email"


def test_address_given_before_consent_is_heard_and_kept_with_the_yes() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("email me x@example.com", fact("email", "x@example.com"))
    assert parent.heard[0] == "utter_heard_before_consent"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.contact.email == "x@example.com"


@pytest.mark.parametrize(
    "words",
    ["i have another child as well, my daughter Ella is 6", "theres my other son Ella too, shes 6"],
)
def test_another_child_does_not_take_the_place_of_the_first(words: str) -> None:
    parent = at("phone")
    parent.say(words, fact("person_name", "Ella", "child"), fact("age", 6, "child"))
    assert "utter_another_child_later" in parent.heard
    assert parent.draft.referral.child.name == "Holly"
    assert parent.draft.progress.unconfirmed is None


def test_second_child_may_be_the_one_it_is_about() -> None:
    parent = Parent()
    parent.say("my second child Ella is 6", fact("person_name", "Ella", "child"))
    assert "utter_another_child_later" not in parent.heard


@pytest.mark.parametrize(
    "words", ["none of F ever happens", "no plan for the other one", "nah i mean the lot of it"]
)
def test_what_only_begins_like_a_no_refuses_nothing(words: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say(words)
    assert parent.draft.progress.has_declined is False
    assert parent.asked == "consent"


@pytest.mark.parametrize(
    "words", ["no", "nope", "no thanks", "not yet", "No, I'd rather you didn't", "no that's all"]
)
def test_a_plain_no_is_one(words: str) -> None:
    assert reads_as_plain_no(words)


@pytest.mark.parametrize(
    "words",
    ["in swonsea wales will u help me", "i wanna complain how", "my friend told me wot is it"],
)
def test_question_is_seen_without_its_marks(words: str) -> None:
    assert reads_as_question(words)


def test_parent_who_asks_how_to_reach_a_person_gets_the_answer_and_the_person() -> None:
    message = Message(
        "I'd like to speak to a real person, how do I get through?",
        intents=(("ask_how_to_contact", 0.9),),
    )
    outcome = take_turn(Parent().draft, message, today=TODAY, now=NOW)
    said = [one.response for one in outcome.says]
    assert said[:2] == ["utter_faq_how_to_contact", "utter_handover"]
    assert outcome.handovers


@pytest.mark.parametrize(
    "words",
    ["How soon must I speak to a mediation adviser", "Does a real person see it?"],
)
def test_speaking_of_a_person_is_not_asking_for_one(words: str) -> None:
    outcome = take_turn(
        Parent().draft,
        Message(words, intents=(("ask_how_soon", 0.9),)),
        today=TODAY,
        now=NOW,
    )
    assert not outcome.handovers


def test_control_does_not_take_a_question_on_the_last_answer() -> None:
    draft = Parent().draft
    asked = Message("how long do i have?", intents=(("ask_appeal_deadline", 0.95),))
    draft = take_turn(draft, asked, today=TODAY, now=NOW).draft
    message = Message(
        "i think im past that",
        intents=(("go_back", 0.64), ("ask_missed_deadline", 0.21)),
        leaning=(("ask_missed_deadline", 0.93),),
    )
    outcome = take_turn(draft, message, today=TODAY, now=NOW)
    assert outcome.says[0].response == "utter_faq_missed_deadline"
