"""What people forbid is never kept as allowed, and who they are changes only by their own word."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def test_parent_who_says_never_ring_beside_a_number_is_not_rung() -> None:
    parent = at("phone")
    parent.say("07700 900123 but never ring it", fact("phone", "+447700900123"))
    assert parent.draft.referral.contact.safe_to_call is None
    assert parent.asked == "safe_contact"


def test_parent_of_whom_yes_and_no_to_calls_are_heard_is_not_rung() -> None:
    parent = at("phone")
    parent.say(
        "dont ring me, well ring me never",
        fact("contact_ok", "no", "call"),
        fact("contact_ok", "yes", "call"),
    )
    assert parent.draft.referral.contact.safe_to_call is False


def test_parent_for_whom_nothing_but_texts_is_safe_is_texted() -> None:
    parent = at("phone")
    parent.say(
        "nothing is safe but texts are",
        fact("contact_ok", "no", "any"),
        fact("contact_ok", "yes", "text"),
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_text, contact.safe_to_call) == (True, False)
    assert contact.safe_to_leave_voicemail is False


def test_parent_who_prefers_what_they_refuse_is_not_kept_as_preferring_it() -> None:
    parent = at("phone")
    parent.say(
        "ring me never", fact("contact_ok", "no", "call"), fact("contact_preferred", "phone")
    )
    assert parent.draft.referral.contact.preferred is None


def test_parent_who_takes_a_day_out_keeps_the_time_told_before() -> None:
    parent = at("access_needs")
    parent.say("ring after 6", fact("best_time", "after 6"))
    parent.say("can't do tuesdays", fact("best_time", "can't do tuesdays"))
    assert parent.draft.referral.contact.best_time == "after 6, can't do tuesdays"


def test_parent_who_takes_back_a_day_is_not_kept_as_wanting_it() -> None:
    parent = at("access_needs")
    parent.say("ring on fridays", fact("best_time", "fridays"))
    parent.say("no, not on fridays", fact("best_time", "not on fridays"))
    assert parent.draft.referral.contact.best_time == "not on fridays"


def test_parent_who_refused_calls_and_texts_is_asked_for_an_email_and_no_number() -> None:
    parent = at("phone")
    parent.say(
        "dont ring or text me", fact("contact_ok", "no", "call"), fact("contact_ok", "no", "text")
    )
    assert parent.heard[-1] == "utter_ask_email"
    parent.say("i havent got one")
    assert parent.heard[-1] == "utter_ask_email"
    assert "utter_ask_phone" not in parent.heard


def test_deaf_parent_who_asks_how_to_do_it_is_not_told_to_ring() -> None:
    parent = Parent()
    parent.say("how do i reach you, i am deaf", intent="ask_how_to_contact")
    assert "utter_signer_offered" in parent.heard
    assert "utter_faq_how_to_contact" not in parent.heard


def asked_who_they_are() -> Parent:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    assert parent.asked == "role"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "im her sister, she is the parent",
        "I'm her mum's friend",
        "i am a friend of hers, she is the mum",
        "writing for my neighbour",
    ],
)
def test_who_writes_for_a_parent_is_asked_whether_the_family_agrees(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words)
    assert parent.draft.referral.referrer.role == "other_professional"
    assert parent.asked == "permission"


@pytest.mark.parametrize(
    ("words", "role"), [("im his mum", "parent"), ("her aunt, she lives with me", "carer")]
)
def test_parent_or_carer_is_not_asked_for_permission(words: str, role: str) -> None:
    parent = asked_who_they_are()
    parent.say(words)
    assert parent.draft.referral.referrer.role == role
    assert parent.asked != "permission"


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("like speech therapist", "other_professional"),
        ("head of SEN at school backed us", "school"),
        ("i work for them", "other_professional"),
        ("I am also a SENCO at another school", "school"),
        ("im a teacher myself", "school"),
    ],
)
def test_parent_who_speaks_of_others_or_of_work_stays_a_parent(words: str, heard: str) -> None:
    parent = at("access_needs")
    parent.say(words, fact("referrer_role", heard))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.draft.progress.unconfirmed is None


def test_grandmother_who_says_my_son_stays_a_carer() -> None:
    parent = at("access_needs")
    parent.draft.referral.referrer.role = "carer"
    parent.say("my son starts his new school in May", fact("referrer_role", "parent"))
    assert parent.draft.referral.referrer.role == "carer"
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["im his nan", "actually i am a foster carer", "I'm not the mum"])
def test_who_says_of_themselves_who_they_are_is_heard(words: str) -> None:
    parent = at("access_needs")
    parent.say(words, fact("referrer_role", "carer"))
    waiting = parent.draft.progress.unconfirmed
    is_taken = parent.draft.referral.referrer.role == "carer"
    assert is_taken or (waiting is not None and waiting.value == "carer")


@pytest.mark.parametrize("words", ["none", "none thanks", "None."])
@pytest.mark.parametrize("question", ["access_needs", "interpreter"])
def test_none_is_an_answer_to_what_would_help(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, fact("plan_status", "none"))
    assert parent.asked != question
    assert parent.draft.referral.interpreter.needed is not True
    assert parent.draft.referral.access.needs == []


@pytest.mark.parametrize("question", ["access_needs", "interpreter"])
def test_none_other_than_a_signer_is_the_signer(question: str) -> None:
    parent = at(question)
    parent.say("none other than signer", fact("sign", "bsl"))
    assert parent.draft.referral.interpreter.sign == ["bsl"]
    assert parent.asked != question


def test_welsh_is_a_language_where_one_is_asked_for() -> None:
    parent = at("interpreter")
    parent.say(
        "welsh",
        Entity(name="language", value="cym", end=5),
        Entity(name="council", value="welsh", end=5),
        Entity(name="dispute", value="not_england", end=5, is_sure=False),
    )
    language = parent.draft.referral.interpreter.language
    assert language is not None and language.name == "Welsh"
    assert not parent.draft.progress.outside_england


@pytest.mark.parametrize(
    ("words", "details"),
    [
        ("easy read and text me", "text me"),
        ("easy read please if that is possible", None),
        ("I need easy read because I am dyslexic", "I need easy read because I am dyslexic"),
    ],
)
def test_details_beside_a_need_do_not_repeat_it(words: str, details: str | None) -> None:
    parent = at("access_needs")
    parent.say(words, fact("access_need", "easy_read"))
    assert parent.draft.referral.access.needs == ["easy_read"]
    assert parent.draft.referral.access.details == details
