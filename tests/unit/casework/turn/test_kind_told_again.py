"""The kind of dispute that was read, told again in other words, is a yes; its "not" is no no."""

from __future__ import annotations

import pytest

from tests.unit.casework.parents import Parent, fact


def asked_what_it_is_about() -> Parent:
    """A mother with a final plan who is asked what has gone wrong."""
    parent = Parent()
    parent.say(
        "mum, Newham, final plan",
        fact("referrer_role", "parent"),
        fact("council", "Newham"),
        fact("plan_status", "final"),
    )
    parent.agree()
    assert parent.asked == "issue"
    return parent


def asked_whether(kind: str) -> Parent:
    """A parent who is asked whether that kind is what it is about."""
    parent = asked_what_it_is_about()
    parent.say("it is about something like this", fact("dispute", kind, sure=False))
    assert parent.heard[-1] == "utter_confirm_issue"
    return parent


@pytest.mark.parametrize(
    ("kind", "words", "topic"),
    [
        ("not_delivered", "what's in the plan isn't being given to him", "ask_help_not_given"),
        ("not_delivered", "nobody does what the plan says", "ask_help_not_given"),
        ("not_delivered", "never had one session of it since june", "ask_help_not_given"),
        ("no_decision", "they havent decided, its late", "ask_council_is_late"),
        ("no_decision", "still not heard a thing from them", "ask_council_is_late"),
    ],
)
def test_parent_who_tells_it_again_is_not_asked_again(kind: str, words: str, topic: str) -> None:
    parent = asked_whether(kind)
    parent.say(words, intent=topic)
    assert parent.draft.progress.stated_kinds == [kind]
    assert parent.asked != "issue"


@pytest.mark.parametrize(
    "words",
    [
        "not enough hours, and her dad and me don't agree about it",
        "we moved and neither council will sort the poor support in the plan",
        "they won't put the therapy in",
        "hours cut in the plan",
    ],
)
def test_parent_who_names_the_part_that_was_read_has_said_yes(words: str) -> None:
    parent = asked_whether("section_f")
    parent.say(words)
    assert "section_f" in parent.draft.progress.stated_kinds
    assert "F" in parent.draft.referral.dispute.sections


@pytest.mark.parametrize(
    "words", ["no", "nope, that's wrong", "no its not the help", "its not that", "not that at all"]
)
def test_no_to_what_was_read_is_still_a_no(words: str) -> None:
    parent = asked_whether("section_f")
    parent.say(words, intent="deny")
    assert "section_f" not in parent.draft.progress.stated_kinds


def test_question_about_what_was_read_is_no_yes() -> None:
    parent = asked_whether("not_delivered")
    parent.say("what can i do if help is not given?", intent="ask_help_not_given")
    assert parent.draft.progress.stated_kinds == []


def test_part_that_is_agreed_to_is_kept_beside_the_school() -> None:
    parent = asked_what_it_is_about()
    parent.say("school", fact("section", "I"), fact("dispute", "section_f", sure=False))
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.dispute.sections == ["F", "I"]
