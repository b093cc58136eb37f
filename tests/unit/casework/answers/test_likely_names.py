"""Whose name is asked for is called by a name, never by a place, a mood or a whole sentence."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


def told(
    name: str, value: str, words: str, role: str | None = None, *, sure: bool = True
) -> Entity:
    """A fact found at its place in the words."""
    start = words.casefold().index(value.casefold())
    return Entity(name, value, role, sure, start, start + len(value))


QUESTIONS = ("name", "child_name")


def stored(question: str, words: str, *entities: Entity) -> tuple[str | None, object]:
    """The name that is kept, and the one that is asked about."""
    parent = at(question)
    parent.say(words, *entities)
    referral, waiting = parent.draft.referral, parent.draft.progress.unconfirmed
    name = referral.referrer.name if question == "name" else referral.child.name
    is_asked = waiting is not None and waiting.field == question
    return name, waiting.value if waiting is not None and is_asked else None


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "words",
    [
        "sing us a song then",
        "im annoyed more than anything",
        "he is heartbroken he lost his place",
        "dont tell my dad, he'd only moan",
        "nobody's in danger here",
        "pressed no by mistake",
        "lets say yes",
        "Torture, that annual review. Four hours and no tea.",
    ],
)
def test_sentence_in_which_nobody_is_named_is_no_name(question: str, words: str) -> None:
    assert stored(question, words) == (None, None)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("Hackney", "council", "Hackney"),
        ("Barking and Dagenham", "council", "Barking and Dagenham"),
        ("her meds were changed. Lancashire", "council", "Lancashire"),
        ("somali", "language", "somali"),
        ("BSL and captions", "sign", "BSL"),
        ("evenings", "best_time", "evenings"),
        ("Fridays", "best_time", "Fridays"),
    ],
)
def test_place_a_language_and_a_time_are_nobodys_name(
    question: str, words: str, name: str, value: str
) -> None:
    kept, _ = stored(question, words, told(name, value, words))
    assert kept is None


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("banana", "Banana"),
        ("tosin", "Tosin"),
        ("asdkjh qwe", "Asdkjh Qwe"),
        ("Jaz Birdi its me", "Jaz Birdi"),
    ],
)
def test_odd_word_is_asked_about(question: str, words: str, asked: str) -> None:
    assert stored(question, words) == (None, asked)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("sarah", "Sarah"),
        ("jo marsh", "Jo Marsh"),
        ("Tosin", "Tosin"),
        ("Tosin Adeyemi", "Tosin Adeyemi"),
        ("Ann Plan", "Ann Plan"),
        ("Oluwaseun de la Cruz", "Oluwaseun de la Cruz"),
        ("its Kelly", "Kelly"),
        ("K", "K"),
        ("K.L.", "K.L."),
        ("Chelsea", "Chelsea"),
        ("محمد علي", "محمد علي"),
    ],
)
def test_name_is_taken_as_it_is_told(question: str, words: str, name: str) -> None:
    assert stored(question, words) == (name, None)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("words", ["Lee", "Bolton", "its Lee", "wing"])
def test_who_is_called_like_a_place_is_asked_once_the_council_is_known(
    question: str, words: str
) -> None:
    name = words.split()[-1]
    asked = stored(question, words, told("council", name, words))
    assert asked == (None, name.title())


@pytest.mark.parametrize("question", QUESTIONS)
def test_surname_that_is_a_county_stays_with_the_first_name(question: str) -> None:
    words = "mark kent"
    assert stored(question, words, told("council", "kent", words)) == (None, "Mark Kent")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("words", "told_as"), [("J", ("section", "J")), ("F", ("dispute", "section_f"))]
)
def test_initial_is_no_part_of_the_plan(
    question: str, words: str, told_as: tuple[str, str]
) -> None:
    entity = Entity(told_as[0], told_as[1], None, True, 0, 1)
    assert stored(question, words, entity) == (words, None)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "words", ["no one", "No one", "any one", "Tuesdays", "c u", "Gmail", "hotmail"]
)
def test_nobody_a_day_a_goodbye_and_a_mailbox_are_no_names(question: str, words: str) -> None:
    assert stored(question, words) == (None, None)


@pytest.mark.parametrize("words", ["Mrs Foster", "mrs foster", "Miss Foster", "Dr Wood"])
def test_title_makes_a_name_of_an_ordinary_word(words: str) -> None:
    entity = Entity("dispute", "looked_after", None, True, 0, len(words))
    assert stored("name", words, entity) == (words.title(), None)


@pytest.mark.parametrize("question", QUESTIONS)
def test_place_that_a_message_begins_with_is_no_name(question: str) -> None:
    words = "Thurrock. she hasnt got a plan"
    place, plan = told("council", "Thurrock", words), fact("plan_status", "none")
    assert stored(question, words, place, plan) == (None, None)


def test_miss_is_no_title_of_him() -> None:
    assert stored("name", "miss him") == (None, None)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("words", ["n", "N", "y", "j"])
def test_letter_that_may_be_a_yes_or_no_is_asked_about(question: str, words: str) -> None:
    assert stored(question, words) == (None, words.upper())


@pytest.mark.parametrize("question", QUESTIONS)
def test_council_written_in_short_is_no_name(question: str) -> None:
    words = "LB Croydon"
    assert stored(question, words, told("council", "Croydon", words)) == (None, None)


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("special guardian to my two nephews, its about Kyle, 12. sunderland", "Kyle"),
        ("Sheffield, her lads called Kyle 13", "Kyle"),
        ("Somali interpreter for meeting. Children Abdi 7. Council Brent", "Abdi"),
        ("got told ten days ago. Bobby", "Bobby"),
        ("Deaf mum, BSL user. My hearing son Jude has the wrong school. Coventry.", "Jude"),
    ],
)
def test_name_that_was_heard_counts_more_than_the_words_beside_it(words: str, child: str) -> None:
    name, _ = stored("child_name", words, told("person_name", child, words, "child"))
    assert name == child


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("he hits hisself when its loud", "loud"),
        ("she pulled a girl's hair", "hair"),
    ],
)
def test_ordinary_word_heard_as_a_name_is_dropped(words: str, heard: str) -> None:
    entity = told("person_name", heard, words, "child", sure=False)
    assert stored("child_name", words, entity) == (None, None)


def test_who_helps_is_not_called_the_child() -> None:
    words = "SENDIASS lady is helping us, she's called Moira"
    name, _ = stored("child_name", words, told("person_name", "Moira", words, "child"))
    assert name is None


def test_address_puts_no_name_right() -> None:
    parent = at("summary")
    name = parent.draft.referral.referrer.name
    parent.say("sumer.b@example.com not phone", fact("email", "sumer.b@example.com"))
    assert parent.draft.referral.referrer.name == name


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("I have 3 kids aged 7, 9 and 12", 7),
        ("I've 2 boys 7 and 9", 7),
        ("two lads 12 and 14 same school", 12),
    ],
)
def test_ages_of_several_children_change_no_age(words: str, age: int) -> None:
    parent = at("summary")
    held = parent.draft.referral.child.age
    parent.say(words, fact("several_children", "yes"), fact("age", age, "child"))
    assert parent.draft.referral.child.age == held


@pytest.mark.parametrize("words", ["its 12 nearly 13 he is", "12 going on 13", "12, almost 13"])
def test_birthday_to_come_adds_no_year(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("age", 13, "child"))
    assert parent.draft.referral.child.age == 12


def test_sister_who_helps_her_mum_is_asked_about() -> None:
    parent = at("summary")
    parent.say("his sister here, I'm 19 and I help mum", fact("referrer_role", "carer"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.asked == "role"


def test_friend_of_the_mum_is_asked_about_at_the_review() -> None:
    parent = at("summary")
    parent.say("sorry im a friend of the mum")
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.asked == "role"
