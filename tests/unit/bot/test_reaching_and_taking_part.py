"""How families want to be reached and what they need there, in words heard from many of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]
Hear = Callable[[str], Heard]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("ring before 3 thats when i get my kids from school", "before 3"),
        (
            "On exercise most weeks: Fridays after 1500 only. 07700 900638",
            "Fridays after 1500 only",
        ),
        ("not before ten please I do nights", "not before ten"),
        ("I do nights so not before 2 in the afternoon", "not before 2 in the afternoon"),
        ("I finish work half four so after that", "after half four"),
        ("call me whenever, I'm retired", "whenever"),
    ],
)
def test_times_to_call_in_their_words(values: Values, text: str, time: str) -> None:
    assert values(text, "best_time") == {time}


@pytest.mark.parametrize(
    "text",
    [
        "we got the letter from work",
        "assessment from 2015 till now",
        "not before 2 weeks have passed",
        "school rang me before 3 on Friday",
    ],
)
def test_no_time_to_call_is_guessed(values: Values, text: str) -> None:
    assert values(text, "best_time") == set()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("ring don't text, I can't see to read", "phone"),
        ("Would rather speak to a human on the phone", "phone"),
        ("I'd sooner you rang", "phone"),
        ("Telephone would suit me best.", "phone"),
        ("phone call pls not email, dyslexic", "phone"),
        ("by e mail only as I can't take calls in the office", "email"),
        ("email works for me", "email"),
        ("msg me instead of calling", "text"),
        ("my no. is 07700-900-233 but text dont call", "text"),
    ],
)
def test_the_way_liked_best(values: Values, text: str, way: str) -> None:
    assert values(text, "contact_preferred") == {way}


@pytest.mark.parametrize(
    "text",
    [
        "text or email works for me",
        "I'd rather talk on the phone than meet up",
        "The GP said nothing works for me",
    ],
)
def test_no_way_is_liked_best_where_none_is_told(values: Values, text: str) -> None:
    assert values(text, "contact_preferred") == set()


@pytest.mark.parametrize(
    ("text", "way", "value"),
    [
        ("the email is my own and nobody else sees it: bird@example.com", "email", "yes"),
        ("that inbox is private so its safe, bird@example.com", "email", "yes"),
        ("nobody looks at my phone but me so text all you like", "text", "yes"),
        ("Text is a no. Email I set up last week so that one is safe", "email", "yes"),
        ("the email is not safe, he knows the password", "email", "no"),
        ("you can leave word on my answerphone", "voicemail", "yes"),
        ("don't put anything on voicemail please", "voicemail", "no"),
        ("my no. is 07700-900-233 but text dont call", "call", "no"),
    ],
)
def test_what_is_safe(hear: Hear, text: str, way: str, value: str) -> None:
    assert ("contact_ok", way, value) in hear(text)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("I don't need an interpreter but my mum does, she speaks Gujarati", "yes"),
        (
            "I don't require any interpreter but my mother-in-law, who will come, requires Tamil",
            "yes",
        ),
        ("we don't need an interpreter but my wife will need one", "yes"),
        ("I dont need an interpreter but my son needs a plan", "no"),
        ("I don't need an interpreter but he needs speech therapy", "no"),
        ("I manage fine in English thank you", "no"),
        ("I speak Twi at home but English is fine", "no"),
        ("my sister will translate for me, no need to book anyone", "no"),
        ("interpreter? no ta", "no"),
    ],
)
def test_for_whom_an_interpreter_is_needed(values: Values, text: str, needed: str) -> None:
    assert values(text, "interpreter") == {needed}


@pytest.mark.parametrize(
    "text",
    ["my english is good but slow", "English is fine, it's maths he struggles with"],
)
def test_english_that_is_only_fairly_good_rules_nothing_out(values: Values, text: str) -> None:
    assert values(text, "interpreter") == set()


def test_good_english_of_one_leaves_the_other_a_signer(values: Values) -> None:
    text = "My English is fine. My husband is deaf, he signs (BSL). Please book a signer"
    assert "no" not in values(text, "interpreter")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (
            "I use a wheelchair so if we meet in a building it must be step free and have a proper"
            " accessible toilet.",
            {"step_free", "accessible_toilet"},
        ),
        ("need ramp or lift, and somewhere to park close by", {"step_free", "parking"}),
        ("park right by the door or I can't come", {"parking"}),
        ("I get tired so short sessions with a rest in the middle", {"breaks"}),
        ("She wants a video call but she'll need help with the technology", {"technology_help"}),
        ("can the papers be in size 16 and on yellow paper", {"large_print"}),
        ("he needs short sessions with a rest in the middle at school", set()),
    ],
)
def test_what_is_needed_to_take_part(values: Values, text: str, needs: set[str | int]) -> None:
    assert values(text, "access_need") == needs


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("virtual meeting please with cameras off", "online"),
        ("She wants it as a video call", "online"),
        ("sat round a table would be better", "in_person"),
        ("not online, my wifi's shocking. In a room please", "in_person"),
        ("in person or online is all the same to me", "no_preference"),
    ],
)
def test_how_they_would_meet(values: Values, text: str, form: str) -> None:
    assert values(text, "meeting") == {form}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("and me niece Tracey'll come with me", "niece Tracey"),
        ("bringing our Kev for moral support", "Kev"),
        ("auntie Pauline's coming an' all", "auntie Pauline"),
        ("Coming with me will be my brother Delroy", "brother Delroy"),
        (
            "I want Claire Doyle from the SENDIASS to sit next to me",
            "Claire Doyle from the SENDIASS",
        ),
    ],
)
def test_who_comes_along(hear: Hear, text: str, who: str) -> None:
    heard = hear(text)
    assert ("supporter", None, who) in heard
    assert not [fact for fact in heard if fact[:2] == ("person_name", "child")]


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("im dyslexic so big clear print on anything you send", "large_print"),
        ("large bold font please", "large_print"),
        ("I've got epilepsy so I may need a rest", "medical"),
        ("my carer Sal comes in with me", "carer_attends"),
    ],
)
def test_need_is_heard_with_words_between(
    words: str, need: str, hear: Callable[[str], Heard]
) -> None:
    assert ("access_need", None, need) in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "don't mind if it's zoom or in person",
        "not fussed about online or phone",
    ],
)
def test_parent_can_not_be_bothered_how_to_meet(words: str, hear: Callable[[str], Heard]) -> None:
    meetings = {value for entity, _role, value in hear(words) if "meeting" in entity}
    assert meetings == {"no_preference"}
