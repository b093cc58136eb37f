from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("mobile 07700 900601", "+447700900601"),
        ("0114 496 0444, mornings", "+441144960444"),
        ("(0161) 496 0123", "+441614960123"),
        ("020 7946 0123", "+442079460123"),
        ("+353 87 123 4567", "+353871234567"),
        ("my son is 9 07700 900123 and 11", "+447700900123"),
    ],
)
def test_possible_numbers_are_taken_numbers_for_drama_too(
    words: str, phone: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "phone") == {phone}


@pytest.mark.parametrize("words", ["letter 16 10 2026", "nhs 485 777 3456", "2026-11-21"])
def test_other_numbers_are_no_phones(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "phone") == set()


def test_parent_can_ask_for_email_only(hear: Callable[[str], Heard]) -> None:
    heard = hear("email rio.c@example.com only")
    assert ("email", None, "rio.c@example.com") in heard
    assert ("contact_ok", "call", "no") in heard
    assert ("contact_preferred", None, "email") in heard


@pytest.mark.parametrize(
    ("words", "role", "value"),
    [
        ("text me don't ring", "call", "no"),
        ("text me don't ring", "text", "yes"),
        ("it is not safe to call", "call", "no"),
        ("you can ring me", "call", "yes"),
        ("dont leave a voicemail", "voicemail", "no"),
    ],
)
def test_what_is_safe_is_heard(
    words: str, role: str, value: str, hear: Callable[[str], Heard]
) -> None:
    assert ("contact_ok", role, value) in hear(words)


@pytest.mark.parametrize("words", ["they never call me back", "the school will call me names"])
def test_calls_of_other_people_say_nothing_of_what_is_safe(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "contact_ok") == set()


def test_do_not_ring_before_ten_is_a_time_and_no_ban(hear: Callable[[str], Heard]) -> None:
    heard = hear("do not ring before ten")
    assert ("best_time", None, "after ten") in heard
    assert ("contact_ok", "call", "no") not in heard


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Grandma, we live in Wakefield", "Wakefield"),
        ("letter came. In Reading they said no", "Reading"),
        ("mum of Kavya 7, brent, no help", "brent"),
        ("Bedford borough. final plan", "Bedford borough"),
        ("moved from Leeds to York", "York"),
    ],
)
def test_councils_are_given_as_typed(
    words: str, council: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "council") == {council}


@pytest.mark.parametrize(
    "words",
    ["i was reading the letter", "the county council said no", "he goes to Leeds Road School"],
)
def test_ordinary_words_are_no_councils(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "council") == set()


def test_misspelt_council_is_heard_and_not_sure(reader: FactReader) -> None:
    (fact,) = (
        fact for fact in reader.read("we live in Enfeild", TODAY) if fact.entity == "council"
    )
    assert (fact.value, fact.sure) == ("enfield", False)


def test_postcode_is_set_out_as_the_post_office_does(
    values: Callable[[str, str], set[str | int]],
) -> None:
    assert values("my post code is sk101ea", "postcode") == {"SK10 1EA"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("I need a Portuguese interpreter", "por"),
        ("gujarati speaker", "guj"),
        ("my husband speaks only Sylheti", "syl"),
        ("english is not my first language, Tamil is", "tam"),
        ("Polish", "pol"),
    ],
)
def test_languages_spoken_are_heard(
    words: str, code: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "language") == {code}


@pytest.mark.parametrize(
    "words", ["i am Polish and worried", "he is learning French at school", "nan says hi"]
)
def test_nations_and_lessons_are_no_languages(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "language") == set()


def test_parent_can_say_no_to_an_interpreter(
    values: Callable[[str, str], set[str | int]],
) -> None:
    assert values("zoom please, we dont need an interpreter", "interpreter") == {"no"}


def test_deaf_parent_can_ask_for_a_signer(hear: Callable[[str], Heard]) -> None:
    heard = hear("Signing needed, I'm Deaf and use BSL")
    assert {("sign", None, "bsl"), ("interpreter", None, "yes")} <= heard


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("wheelchair user, can't do stairs", "step_free"),
        ("I get anxious, need breaks", "breaks"),
        ("can I have large print please", "large_print"),
        ("I'm hard of hearing so captions needed", "captions"),
        ("no access needs", "none"),
    ],
)
def test_access_needs_are_heard(
    words: str, need: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert need in values(words, "access_need")


def test_needs_of_the_child_at_school_are_no_access_needs(
    values: Callable[[str, str], set[str | int]],
) -> None:
    assert values("school makes him do the stairs in pain", "access_need") == set()


@pytest.mark.parametrize(
    "words",
    ["sorry my english is limited, Urdu", "do not know english well. we are Urdu family"],
)
def test_language_beside_little_english_is_theirs(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "language") == {"urd"}


@pytest.mark.parametrize(
    "words",
    [
        "will you ring me this week?",
        "will you ring me",
        "can you call me this week?",
        "will someone text me?",
    ],
)
def test_question_whether_we_ring_is_no_consent_to_be_rung(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "contact_ok") == set()


@pytest.mark.parametrize(
    "words", ["please ring me", "can someone ring me in the mornings", "call me. is it free?"]
)
def test_wish_to_be_rung_is_consent_to_be_rung(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "contact_ok") == {"yes"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("please don't ring the mother without interpreter", "yes"),
        ("nobody rings the mother without an interpreter", "yes"),
        ("she can't do the meeting without a Polish interpreter", "yes"),
        ("it would be hard for us without an interpreter", "yes"),
        ("we manage fine without an interpreter", "no"),
        ("I don't mind without an interpreter", "no"),
    ],
)
def test_not_without_an_interpreter_asks_for_one(
    words: str, wanted: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "interpreter") == {wanted}


@pytest.mark.parametrize(
    "words",
    [
        "interpreter or signer: yes, Tigrinya",
        "17 is wrong. Interpreter needed Tigrinya",
        "Yes, Tigrinya only",
        "interpreter required: Tigrinya",
    ],
)
def test_language_beside_the_words_of_the_question_needs_no_signer(
    words: str, values: Callable[[str, str], set[str | int]]
) -> None:
    assert values(words, "language") == {"tir"}
    assert values(words, "sign") == set()
