"""What would help, put as a question or beside another fact, is kept as the need that it is."""

from __future__ import annotations

import pytest

from casework.answers.needs_asked import asks_for_a_need
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_for_needs(words: str, *facts: object, intent: str = "inform") -> Parent:
    """A parent who was asked what would help, and said so."""
    parent = at("access_needs")
    parent.say(words, *facts, intent=intent)  # type: ignore[arg-type]
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "can you talk slowly",
        "can i have the questions in advance",
        "i have anxiety so could someone come with me",
        "i forget things so can you send me a summary after",
        "can it be online because i cant leave the house",
        "would it be ok to have the camera off",
        "is the building accessible",
        "will i have to speak in front of people, i have bad anxiety",
        "i'm autistic and so is he, i find phone calls hard",
        "he has autism and adhd and so do i",
    ],
)
def test_need_that_is_asked_for_is_kept_in_all_its_words(words: str) -> None:
    parent = asked_for_needs(words, intent="ask_access_needs")
    access = parent.draft.referral.access
    assert (access.needs, access.details) == (["other"], words)
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    ("words", "need"), [("is there parking?", "parking"), ("can we have breaks?", "breaks")]
)
def test_need_that_is_asked_for_by_its_name_needs_no_words(words: str, need: str) -> None:
    access = asked_for_needs(words, intent="ask_where_is_the_meeting").draft.referral.access
    assert (access.needs, access.details) == ([need], None)


@pytest.mark.parametrize(
    "words",
    [
        "is it free",
        "is there a deadline",
        "can you tell me what happens next",
        "will the council be there",
        "do you offer legal advice",
        "can i come back to this later",
        "are you a real person",
        "can he come",
        "can the school stop my child coming",
    ],
)
def test_other_question_asks_for_no_need(words: str) -> None:
    assert not asks_for_a_need(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("my anxiety is really bad so i'd prefer it online", fact("meeting", "online")),
        ("i'm severely sight impaired so email is best", fact("contact_preferred", "email")),
        ("email me the questions before hand", fact("contact_ok", "yes", "email")),
        ("my daughter has a feeding tube so needs a plug", fact("referrer_role", "parent")),
    ],
)
def test_need_beside_another_fact_is_kept_too(words: str, told: object) -> None:
    parent = asked_for_needs(words, told)
    assert parent.draft.referral.access.details == words
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("its not final its a draft", fact("plan_status", "draft", sure=False)),
        ("text is best", fact("contact_preferred", "text")),
        ("online please", fact("meeting", "online")),
        ("i need a polish interpreter", fact("interpreter", "yes")),
    ],
)
def test_what_answers_another_question_is_no_need(words: str, told: object) -> None:
    parent = asked_for_needs(words, told)
    assert parent.draft.referral.access.needs == []


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("captions on the video call", "online"),
        ("can it be online because i cant leave the house", "online"),
        ("could it be by phone instead of online", "phone"),
        ("can we meet in person", "in_person"),
    ],
)
def test_way_to_meet_that_is_asked_for_is_kept(words: str, way: str) -> None:
    assert asked_for_needs(words).draft.referral.access.meeting == way


@pytest.mark.parametrize(
    "words", ["is it online", "can it be in person or online", "can you call me", "no video"]
)
def test_way_to_meet_that_is_only_asked_about_is_not(words: str) -> None:
    assert asked_for_needs(words).draft.referral.access.meeting is None


def test_way_to_meet_asked_for_at_the_review_is_kept() -> None:
    parent = at("summary")
    parent.say("actually can it be online")
    assert parent.draft.referral.access.meeting == "online"


@pytest.mark.parametrize("words", ["can you ring me in the evening", "could you text me mornings"])
def test_when_they_may_be_rung_is_no_need_at_a_meeting(words: str) -> None:
    asked = asked_for_needs(words)
    assert "other" not in asked.draft.referral.access.needs


def test_questions_in_advance_are_a_need() -> None:
    asked = asked_for_needs("can you email me the questions in advance")
    assert "in advance" in (asked.draft.referral.access.details or "")


def test_a_meeting_by_video_is_no_need_of_another_kind() -> None:
    assert not asks_for_a_need("could we do it on zoom")


def test_sister_who_comes_along_is_kept_once() -> None:
    parent = asked_for_needs("can my sister come with me", intent="ask_access_needs")
    assert parent.draft.referral.access.needs == []
