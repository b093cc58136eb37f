"""What went wrong is often told as a question: "can they just refuse to assess her?"."""

from __future__ import annotations

import pytest

from tests.unit.casework.parents import Parent, fact


def asked_what_went_wrong() -> Parent:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    assert parent.asked == "issue"
    return parent


@pytest.mark.parametrize(
    ("words", "topic", "kind"),
    [
        ("can they just refuse to assess her?", "ask_refused_assessment", "refuse_assess"),
        ("is it normal to wait 30 weeks for a plan", "ask_council_is_late", "no_decision"),
    ],
)
def test_dispute_asked_about_is_answered_and_confirmed(words: str, topic: str, kind: str) -> None:
    parent = asked_what_went_wrong()
    parent.say(words, intent=topic, confidence=0.95)
    assert parent.heard[0] == f"utter_faq_{topic.removeprefix('ask_')}"
    assert parent.heard[-1] == "utter_confirm_issue"
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == [kind]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("do i have to pay?", "ask_is_it_free"),
        ("who comes to the meeting", "ask_who_comes"),
        ("how long do i have to appeal?", "ask_appeal_deadline"),
    ],
)
def test_question_about_no_dispute_is_only_answered(words: str, topic: str) -> None:
    parent = asked_what_went_wrong()
    parent.say(words, intent=topic, confidence=0.95)
    assert parent.asked == "issue"
    assert parent.draft.progress.unconfirmed is None
    assert parent.draft.referral.dispute.in_own_words is None


@pytest.mark.parametrize(
    "words",
    [
        "are they allowed to send him to a school thats an hour away",
        "is it right they can cease his plan at 19?",
        "can the council take away her one to one",
    ],
)
def test_what_is_done_to_their_child_is_kept_though_it_is_asked(words: str) -> None:
    parent = asked_what_went_wrong()
    parent.say(words, intent="ask_not_legal_advice", confidence=0.9)
    assert parent.draft.referral.dispute.in_own_words == words


def test_parent_is_never_asked_if_it_is_something_we_do_not_do() -> None:
    parent = asked_what_went_wrong()
    parent.say("sorry was doing the school run", fact("dispute", "benefits_other", sure=False))
    waiting = [*parent.draft.progress.to_confirm, parent.draft.progress.unconfirmed]
    assert not any(waiting)
    assert parent.asked == "issue"
