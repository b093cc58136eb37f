"""Whose little English it is, and what else is asked beside it."""

from __future__ import annotations

import pytest

from casework.conversation.other_languages import language_of
from tests.unit.casework.parents import Parent, fact

POLISH = fact("written_language", "pol")
OPENING = "Dzień dobry, nie mówię po angielsku"


@pytest.fixture
def parent() -> Parent:
    return Parent()


def words(parent: Parent) -> list[str]:
    assert parent.outcome is not None
    return [say.values["words"] for say in parent.outcome.says if "words" in say.values]


def test_parent_who_writes_for_somebody_else_is_answered_in_english(parent: Parent) -> None:
    parent.say(
        "my mum only speaks Urdu so I am writing for her, what is mediation?",
        fact("language", "urd", sure=False),
        intent="ask_what_is_mediation",
    )
    assert "utter_faq_what_is_mediation" in parent.heard
    assert words(parent) == []


@pytest.mark.parametrize(
    "about_others",
    [
        "her dad speaks Urdu, no english",
        "I am writing for my neighbour, she speaks Urdu and little english",
        "my daughter only speaks Urdu at home",
        "the family do not speak english, they need Urdu",
    ],
)
def test_little_english_of_somebody_else_is_not_the_writers(
    parent: Parent, about_others: str
) -> None:
    parent.say(about_others, fact("language", "urd", sure=False))
    assert words(parent) == []


@pytest.mark.parametrize(
    "of_theirs",
    [
        "sorry my english is not good i speak Urdu",
        "Urdu, no english",
        "me and my husband dont speak english only Urdu",
        "my son is 7, i only speak Urdu",
    ],
)
def test_little_english_of_the_writer_is_heard(parent: Parent, of_theirs: str) -> None:
    parent.say(of_theirs, fact("language", "urd", sure=False))
    assert words(parent) == [language_of("urd").text_for("offer", "web")]


def test_question_beside_the_language_is_answered_too(parent: Parent) -> None:
    parent.say(
        "I speak Tamil, little english. What is mediation?",
        fact("language", "tam"),
        intent="ask_what_is_mediation",
    )
    assert parent.heard[0] == "utter_faq_what_is_mediation"
    assert words(parent) == [language_of("tam").text_for("offer", "web")]
    assert parent.draft.progress.last_topic == "what_is_mediation"


def test_what_was_asked_before_is_not_leant_on_after_another_language(parent: Parent) -> None:
    parent.say("what is mediation?", intent="ask_what_is_mediation")
    assert parent.draft.progress.last_topic == "what_is_mediation"
    parent.say(OPENING, POLISH)
    assert parent.draft.progress.last_topic is None
