"""Whether the ways are safe: what is no plain yes or no is asked again, and no time is lost."""

from __future__ import annotations

import pytest

from casework.answers.safe_contact import WAYS, read_safe_contact
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact, said

NUMBER = fact("phone", "+447700900123")
VOICEMAIL = "safe_to_leave_voicemail"


def asked_whether_safe() -> Parent:
    """A parent whose phone is not always theirs, and who is asked which ways are safe."""
    parent = at("phone")
    parent.say("07700 900123 but only when he's at work", NUMBER)
    assert parent.asked == "safe_contact"
    return parent


@pytest.mark.parametrize(
    "words", ["i dont mind", "dont mind which", "not fussed", "doesnt matter", "whatever works"]
)
def test_who_minds_no_way_refuses_none(words: str) -> None:
    answer = read_safe_contact(said(words), Draft(), TODAY)
    assert answer is not None
    assert answer.facts[0].value == dict.fromkeys(WAYS, True)


@pytest.mark.parametrize(
    "words",
    [
        "no its fine",
        "no thats ok",
        "not the school",
        "CAMHS have discharged her, she is well",
        "I've made him leave the room, right, question 4",
        "absolutely raging about this letter",
        "it says I'm a guardian so thats near enough. send it",
        "wrong council",
        "i dont consent any more",
        "no thats all ta",
        "my child is not safe to travel alone",
        "not safe to call while I'm driving",
        "send it",
        "just send it",
        "go ahead",
        "thats it",
    ],
)
def test_what_may_be_yes_or_no_is_asked_again(words: str) -> None:
    parent = asked_whether_safe()
    parent.say(words, intent="affirm")
    contact = parent.draft.referral.contact
    assert parent.asked == "safe_contact"
    assert (contact.safe_to_call, contact.safe_to_text, contact.safe_to_email) == (None,) * 3


@pytest.mark.parametrize("words", ["no", "none", "nothing is safe", "no thanks", "no not really"])
def test_plain_no_refuses_all(words: str) -> None:
    answer = read_safe_contact(said(words), Draft(), TODAY)
    assert answer is not None
    assert answer.facts[0].value == dict.fromkeys(WAYS, False)


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("yes all fine except email i never check it", "safe_to_email"),
        ("all except email", "safe_to_email"),
        ("yes, except voicemail", VOICEMAIL),
        ("all fine, no voicemail", VOICEMAIL),
        ("everything but dont text", "safe_to_text"),
    ],
)
def test_way_taken_out_of_all_is_the_only_one_refused(words: str, left_out: str) -> None:
    answer = read_safe_contact(said(words), Draft(), TODAY)
    assert answer is not None
    assert answer.facts[0].value == {way: way != left_out for way in WAYS}


def test_yes_to_an_email_behind_a_no_to_ring_refuses_no_email() -> None:
    parent = asked_whether_safe()
    ways = [("text", "yes"), ("call", "no"), ("email", "yes")]
    parent.say("text yes ring no email yes", *(fact("contact_ok", yes, way) for way, yes in ways))
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (False, True)
    assert contact.safe_to_email is True


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yes during school hours", "during school hours"),
        ("yes in the mornings", "in the mornings"),
        ("yes weekdays", "weekdays"),
        ("mornings best as i work nights", "mornings best as i work nights"),
        ("ring, but ask for Jo", "ask for Jo"),
    ],
)
def test_time_beside_a_yes_is_kept(words: str, kept: str) -> None:
    parent = asked_whether_safe()
    parent.say(words)
    assert kept in str(parent.draft.referral.contact.best_time)


@pytest.mark.parametrize("words", ["yes", "he's at school in the mornings", "text me"])
def test_no_time_to_ring_is_made_of_other_words(words: str) -> None:
    parent = asked_whether_safe()
    parent.say(words)
    assert parent.draft.referral.contact.best_time == "only when he's at work"


def test_bare_yes_says_nothing_of_texts_to_a_phone_that_is_checked() -> None:
    parent = at("phone")
    parent.say("07700 900123 but my husband checks my phone", NUMBER)
    parent.say("yes", intent="affirm")
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, None)
    assert contact.safe_to_leave_voicemail is False


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yes but not before 10", "not before 10"),
        ("only between 1 and 2 on my lunch", "only between 1 and 2 on my lunch"),
        ("mornings best as i work nights", "mornings best as i work nights"),
        ("yes during school hours", "during school hours"),
    ],
)
def test_time_told_at_the_review_is_kept(words: str, kept: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.contact.best_time == kept
    assert "utter_error_summary" not in parent.heard


@pytest.mark.parametrize("words", ["yes", "he only goes mornings", "the letter came friday"])
def test_review_without_a_time_to_ring_has_none(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.contact.best_time is None
