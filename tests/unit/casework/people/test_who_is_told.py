"""Whoever asks whether the other parent, the council or mum is told gets a true answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.conversation.order import take_turn
from casework.message import Part
from casework.people.who_is_told import asks_who_is_told
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, said

OF_THE_OTHER_PARENT = [
    "will you contact him",
    "will the council tell him",
    "does my ex get told about this",
    "do you have to tell his dad",
    "can her father see this",
    "will you ring my ex husband?",
    "is my ex going to know",
    "do they have to contact the other parent",
    "will he find out",
    "will he know its me",
    "are you gonna tell my ex",
]


@pytest.mark.parametrize("words", OF_THE_OTHER_PARENT)
@pytest.mark.parametrize("question", ["consent", "share_with_council", "decision_date", "name"])
def test_parent_who_fears_the_other_one_hears_who_is_told(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="ask_what_happens_next", confidence=0.64)
    assert parent.heard[0] == "utter_told_other_parent"
    assert parent.asked == question


@pytest.mark.parametrize(
    "words",
    ["does my mum get told??", "will my parents be told", "are you going to tell my mum and dad"],
)
def test_young_person_hears_whether_their_family_is_told(words: str) -> None:
    young = Parent()
    young.say("im 17 and its about my own plan", fact("referrer_role", "young_person"))
    young.say(words, intent="ask_who_sees_this", confidence=0.85)
    assert young.heard[0] == "utter_told_family"


@pytest.mark.parametrize(
    "words",
    [
        "will my ex be at the meeting",
        "do i have to be in the same room as my ex",
        "would his dad have to come",
        "will her father be there",
    ],
)
def test_parent_can_ask_who_will_be_in_the_room(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, intent="ask_who_comes", confidence=0.6)
    assert parent.heard[0] == "utter_told_in_the_room"


def test_parent_whose_fear_is_known_may_say_he() -> None:
    parent = at("decision_date")
    parent.draft.referral.safety.categories = ["domestic_abuse"]
    parent.say("will he be invited?", intent="ask_who_comes", confidence=0.6)
    assert parent.heard[0] == "utter_told_in_the_room"


def test_question_after_something_told_is_answered_too() -> None:
    message = said("he has PR. will the council tell him?", intent="inform", confidence=0.5)
    parts = (
        Part("he has PR.", (("inform", 0.9),), 0),
        Part("will the council tell him?", (("ask_what_happens_next", 0.6),), 1),
    )
    parent = at("decision_date")
    outcome = take_turn(parent.draft, replace(message, parts=parts), today=TODAY, now=NOW)
    assert outcome.says[0].response == "utter_told_other_parent"


@pytest.mark.parametrize(
    "words",
    [
        "will you help him",
        "will you tell her school",
        "can you call him Tom",
        "will he be told off",
        "will my son be told",
        "can i tell him about it",
        "they told his dad",
        "can you ring my mum instead",
        "can his dad come so im not alone",
        "does she know about autism",
        "I don't want the SEN officer knowing. Will she be told?",
        "does he have to come",
        "will he know what to do",
        "did he get a separate room for his exams",
    ],
)
def test_what_asks_something_else_is_left_to_others(words: str) -> None:
    assert asks_who_is_told(words) is None


OF_A_DANGER = [
    "is anyone gonna look at the hitting thing",
    "will somebody do something about him hurting her",
    "who will read what i said about the hitting",
    "are you going to report the bruises?",
    "does anyone know about his stepdad hitting him",
    "has anybody looked into what i said about her dad's threats",
    "will the hitting be looked at",
    "is someone dealing with the abuse",
    "are u passing on that she was slapped",
    "when will someone look into the hitting",
]


@pytest.mark.parametrize("words", OF_A_DANGER)
@pytest.mark.parametrize("question", ["summary", "decision_date"])
def test_who_told_of_a_danger_hears_that_a_person_reads_their_words(
    question: str, words: str
) -> None:
    parent = at(question)
    parent.draft.referral.safety.flagged = True
    parent.say(words, intent="ask_what_happens_next", confidence=0.5)
    assert parent.heard[0] == "utter_told_of_danger"
    assert parent.asked == question


@pytest.mark.parametrize(
    "words",
    [
        "will somebody look at my form",
        "who reads the plan",
        "is anyone going to look at section F",
        "he is hitting the table again",
        "can you see my email",
        "will you help with what he does at school",
        "can you look at what they said in the letter",
        "who will read what I wrote",
        "will someone look at what my son did in his exam",
        "are u passing on what he said",
        "can you deal with him kicking off",
        "will you do something about getting in touch",
        "who will check the safety plan",
    ],
)
def test_what_is_not_of_a_danger_is_left_to_others(words: str) -> None:
    assert asks_who_is_told(words) != "of_danger"
