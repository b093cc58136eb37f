"""People who are named and are neither the child nor the writer, and names told in passing."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.draft import Unconfirmed
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


def named(words: str, name: str, role: str | None, *, sure: bool = False) -> Entity:
    start = words.index(name)
    return Entity("person_name", name, role, sure, start, start + len(name))


@pytest.mark.parametrize(
    ("words", "name", "sure"),
    [
        ("Joanne should be the one to say yes", "Joanne", False),
        ("Joanne has to agree first", "Joanne", False),
        ("the phone is Joanne's", "Joanne", False),
        ("that number is Joannes", "Joannes", False),
        ("no i am not suicidal nor is he!", "suicidal nor", False),
        ("the 4th is my boy Rowan", "Rowan", True),
        ("4th november was for my son Rowan", "Rowan", True),
        ("the other one is my daughter Ivy", "Ivy", True),
        ("my daughter in law Tracey drives me", "Tracey", True),
        ("my brother-in-law Phil is a teacher", "Phil", False),
        ("Tracey is coming to support me", "Tracey", False),
        ("Tracey will come with me", "Tracey", False),
        ("maybe Tracey", "Tracey", False),
    ],
)
@pytest.mark.parametrize("question", ["phone", "access_needs", "summary"])
def test_child_is_not_called_like_somebody_else(
    question: str, words: str, name: str, sure: bool
) -> None:
    if question == "summary" and words.startswith("maybe"):
        return
    parent = at(question)
    parent.say(words, named(words, name, "child", sure=sure))
    assert parent.draft.referral.child.name == "Holly"
    assert parent.draft.progress.unconfirmed is None


def test_who_comes_along_is_noted_and_not_taken_for_the_child() -> None:
    parent = at("phone")
    words = "his social worker said shell come, and my daughter in law Tracey"
    parent.say(
        words, fact("supporter", "social worker"), named(words, "Tracey", "child", sure=True)
    )
    assert parent.draft.referral.supporters == ["social worker", "Tracey"]
    assert parent.draft.referral.child.name == "Holly"


def test_wrong_reading_of_the_child_is_put_right_in_one_breath() -> None:
    parent = at("phone")
    parent.draft.progress.unconfirmed = Unconfirmed(
        field="child_name", value="Tracey", shown="Tracey"
    )
    parent.draft.progress.pending = "child_name"
    words = "no!! Holly. Tracey is coming to support me"
    parent.say(words, named(words, "Holly", "self"), named(words, "Tracey", "child"))
    assert parent.draft.referral.child.name == "Holly"
    assert parent.draft.progress.unconfirmed is None
    assert parent.asked == "phone"


def test_child_is_told_beside_the_letter_of_another() -> None:
    parent = at("child_name")
    words = "Ivy. the 4th is my boy Rowan"
    parent.say(words, named(words, "Ivy", "self"), named(words, "Rowan", "child", sure=True))
    assert parent.draft.referral.child.name == "Ivy"
    assert parent.draft.referral.referrer.name == "Craig Sumner"


@pytest.mark.parametrize("question", ["phone", "access_needs", "summary"])
def test_name_put_in_anothers_place_is_taken_at_once(question: str) -> None:
    parent = at(question)
    words = "her name is Ivy not Holly"
    parent.say(words, named(words, "Ivy", "child", sure=True))
    assert parent.draft.referral.child.name == "Ivy"
    assert parent.asked == question


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("why do u need my name? its Dean Oakes", "Dean Oakes"),
        ("why do you need that? Dean Oakes", "Dean Oakes"),
        ("whats it for? im dean oakes", "dean oakes"),
        ("do i have to? its Dean Oakes", "Dean Oakes"),
    ],
)
def test_name_after_a_question_is_taken_with_it(words: str, name: str) -> None:
    parent = at("name")
    parent.say(words, named(words, name, "self"), intent="why")
    assert parent.draft.referral.referrer.name == "Dean Oakes"
    assert parent.asked == "child_name"


@pytest.mark.parametrize(
    "words",
    [
        "why do you need it? ok",
        "why? its private",
        "why do you need my name? im worried",
        "why do you need that? its not your business",
        "who sees it? im his mum",
    ],
)
def test_words_after_a_question_are_no_name(words: str) -> None:
    parent = at("name")
    parent.say(words, intent="why")
    assert parent.draft.referral.referrer.name is None
    assert parent.asked == "name"


def test_parent_whose_name_was_mixed_up_says_their_own() -> None:
    parent = at("name")
    words = "no thats my daughters name. im Carol Tanner"
    parent.say(words, named(words, "Carol Tanner", "child"))
    assert parent.draft.referral.referrer.name == "Carol Tanner"
    assert parent.draft.referral.child.name is None
    assert parent.asked == "child_name"


@pytest.mark.parametrize("words", ["jayden and hes 6", "Jayden and he is six", "Jayden, 6"])
def test_one_child_with_an_age_is_one_child(words: str) -> None:
    parent = at("child_name")
    parent.say(words, fact("age", 6, "child"))
    assert parent.draft.referral.child.name == "Jayden"
    assert parent.draft.referral.child.age == 6
    assert "utter_one_child_at_a_time" not in parent.heard


def test_two_children_are_still_two() -> None:
    parent = at("child_name")
    parent.say("Jayden and Sam")
    assert "utter_one_child_at_a_time" in parent.heard


@pytest.mark.parametrize("words", ["its only one child?? jayden", "it is just the one?? jayden"])
def test_parent_of_one_child_is_told_nothing_of_a_second(words: str) -> None:
    parent = at("child_name")
    parent.say(words, named(words, "jayden", "child", sure=True), intent="ask_two_children")
    assert parent.draft.referral.child.name == "Jayden"
    assert "utter_faq_two_children" not in parent.heard
    assert parent.asked == "child_age"
