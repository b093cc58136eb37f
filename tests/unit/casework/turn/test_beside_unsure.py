"""What is told beside "I don't know" is neither lost nor taken for more than it is."""

from __future__ import annotations

import pytest

from casework.turn.beside_unsure import words_beside_unsure
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_what_went_wrong() -> Parent:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    assert parent.asked == "issue"
    return parent


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("dont know. I get very tired, I have ME", "I get very tired, I have ME"),
        ("not sure but he is scared of lifts", "he is scared of lifts"),
        ("not sure yet but might need someone to explain things", None),
        ("idk maybe someone with me", "someone with me"),
        ("idk i have a baby to bring", "i have a baby to bring"),
        ("he gets anxious in groups, not sure really", "he gets anxious in groups"),
        ("i have no idea, he hates bright lights", "he hates bright lights"),
        ("hard to say but he does best in the morning", "he does best in the morning"),
    ],
)
def test_need_told_by_somebody_who_is_not_sure_is_kept(words: str, need: str | None) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert access.needs == ["other"]
    assert access.details == (need or "might need someone to explain things")
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    "words",
    [
        "not sure",
        "dont know sorry",
        "i dont know what you mean",
        "not sure, let me think about it",
        "dont know its hard",
        "idk ask me later",
        "maybe",
        "not sure, my husband has the letter",
        "im not sure really sorry",
        "not sure what i need",
    ],
)
def test_somebody_who_only_is_not_sure_tells_nothing(words: str) -> None:
    assert words_beside_unsure(words) is None
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.needs == []


def test_kind_half_heard_beside_not_sure_is_confirmed_at_once() -> None:
    parent = asked_what_went_wrong()
    parent.say("not sure but they wont give him a plan", fact("dispute", "refuse_plan", sure=False))
    assert parent.heard == ["utter_confirm_issue"]
    parent = asked_what_went_wrong()
    parent.say(
        "dont know what its called but they refused to assess him",
        intent="ask_refused_assessment",
        confidence=0.5,
    )
    assert parent.heard == ["utter_confirm_issue"]
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]


def test_somebody_who_has_no_name_for_what_went_wrong_is_shown_the_choices_once() -> None:
    parent = asked_what_went_wrong()
    parent.say("i dont know, they just said he isnt bad enough for a plan")
    assert parent.asked == "issue"
    assert "bad enough" in (parent.draft.referral.dispute.in_own_words or "")
    parent.say("not sure")
    assert parent.asked == "plan"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("certificate_held", "dont know, i got an email from KIDS in october"),
        ("decision_date", "not sure but it was after half term"),
        ("route_wanted", "dont know but i need it before christmas"),
    ],
)
def test_what_answers_nothing_is_kept_for_the_team(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.asked != question


@pytest.mark.parametrize("words", ["not sure but ok go ahead", "maybe, yes you can tell them"])
def test_doubtful_yes_never_lets_us_tell_the_council(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is not True
