"""Facts told beside others, in small words, or put right in the same breath."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("we have a lad of 12 with autism", 12),
        ("lo is 4 and a bit of a handful", 4),
        ("he's 8. no I tell a lie, he turned 9 on Tuesday", 9),
        ("she is 22 months and has a physio", 1),
        ("he has had his 17th birthday", 17),
        ("She (my daughter) is 13", 13),
    ],
)
def test_age_is_heard_however_it_is_put(words: str, age: int, values: Values) -> None:
    assert values(words, "age") == {age}


@pytest.mark.parametrize(
    ("words", "age"),
    [("he was 6 in April", 6), ("she is 11 on the 28th", 10), ("he'll be 7 in january", 6)],
)
def test_age_follows_from_a_birthday_that_is_dated(
    words: str, age: int, reader: FactReader
) -> None:
    ages = [fact for fact in reader.read(words, TODAY) if fact.entity == "age"]
    assert [(fact.value, fact.sure) for fact in ages] == [(age, True)]


def test_age_at_another_time_is_no_age(values: Values) -> None:
    assert values("she was 9 when they left", "age") == set()


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("my brother in law speaks well so he is coming with me", "brother in law"),
        ("a pal of mine, and my uncle Ken will sit in", "uncle Ken"),
        ("i'd have my grandmother there", "grandmother"),
        ("me, my partner Jo and my aunt at the meeting", "partner Jo"),
        ("someone from the carers centre will come along", "someone from the carers centre"),
    ],
)
def test_supporter_is_heard_with_words_between(words: str, who: str, values: Values) -> None:
    assert values(words, "supporter") == {who}


@pytest.mark.parametrize(
    "words",
    [
        "my brother won't come to the meeting",
        "his dad is coming to terms with it",
        "my friend said the council would come",
    ],
)
def test_who_does_not_come_is_no_supporter(words: str, values: Values) -> None:
    assert values(words, "supporter") == set()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Im 44 and her dad", "parent"),
        ("i am Karim, the father", "parent"),
        ("I work as a TA there but I'm here as his mum", "parent"),
        ("polish speaking mum, need help", "parent"),
        ("an advocate from a charity, writing for a family", "other_professional"),
        ("Sendiass in Bury here", "sendiass"),
        ("I'm a parent adviser at SENDIASS", "sendiass"),
        ("I'm 18. they want to end my plan", "young_person"),
    ],
)
def test_writer_says_who_they_are_in_passing(words: str, role: str, values: Values) -> None:
    assert values(words, "referrer_role") == {role}


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("im worn out so not before 10am", "not before 10am"),
        ("ring me on my mobile, half 9 till 11 is good", "half 9 till 11"),
        ("Tuesday afternoons suit", "Tuesday afternoons"),
        ("could someone call on fridays", "fridays"),
    ],
)
def test_time_to_call_is_kept_whole(words: str, when: str, values: Values) -> None:
    assert {str(value).strip() for value in values(words, "best_time")} == {when}


def test_time_when_the_phone_is_of_no_use_is_not_the_best_one(values: Values) -> None:
    assert values("I'm at work weekdays", "best_time") == set()


def test_old_number_gives_way_to_the_one_in_use(values: Values) -> None:
    words = "its 07700 900345, wait thats my old one, use 07700 900346"
    assert values(words, "phone") == {"+447700900346"}


@pytest.mark.parametrize(
    ("words", "way", "value"),
    [
        ("text not call please", "call", "no"),
        ("you may email, you may not ring", "email", "yes"),
        ("calls are ok, emails aren't", "email", "no"),
        ("email rather than phone", "call", "no"),
    ],
)
def test_ways_that_are_safe_are_heard_in_few_words(
    words: str, way: str, value: str, hear: Callable[[str], Heard]
) -> None:
    assert ("contact_ok", way, value) in hear(words)


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("teams if possible please", "meeting", "online"),
        ("I dont trust zoom so face 2 face", "meeting", "in_person"),
        ("can u do the meeting on the phone", "meeting", "phone"),
        ("phone is no good, video it is", "meeting", "online"),
        ("a loop would help me hear", "access_need", "hearing_loop"),
        ("french or english either fine no need interpreter", "interpreter", "no"),
        ("we dont need anyone to translate", "interpreter", "no"),
        ("i aint got a certificate", "certificate", "no"),
        ("certificate is in the post", "certificate", "no"),
        ("certificate: no. appeal: no", "appeal", "no"),
        ("the tribunal has my appeal", "appeal", "yes"),
        ("girl is 6 no plan yet", "plan_status", "none"),
        ("they've sent us a draft", "plan_status", "draft"),
        ("plan ended last year when she left college", "plan_status", "ended"),
        ("just the certificate, no meeting", "route", "certificate_only"),
        ("social worker here, not got mums consent", "permission", "no"),
        ("i'm her tutor, signed consent is with me", "permission", "yes"),
    ],
)
def test_fact_is_heard_in_passing(words: str, entity: str, value: str, values: Values) -> None:
    assert values(words, entity) == {value}


def test_wish_to_appeal_later_is_no_appeal(values: Values) -> None:
    words = "I need a certificate so we can put the appeal in"
    assert values(words, "appeal") <= {"no"}


@pytest.mark.parametrize(
    ("words", "role", "day"),
    [
        ("final plan 29th of last month", "decision", "2026-10-29"),
        ("the answer was no (Weds 11th Nov)", "decision", "2026-11-11"),
        ("When: 9/11/26. refused", "decision", "2026-11-09"),
    ],
)
def test_day_of_the_decision_is_heard(
    words: str, role: str, day: str, hear: Callable[[str], Heard]
) -> None:
    assert ("date", role, day) in hear(words)


def test_child_can_be_born_on_a_feast(values: Values) -> None:
    assert values("he was born on boxing day 2015", "date_of_birth") == {"2015-12-26"}


def test_day_that_is_today_is_no_day_of_a_letter(values: Values) -> None:
    assert "2026-11-21" not in values("its the 21st today, they refused", "date")


@pytest.mark.parametrize(
    ("words", "letters"),
    [("plan is final. F is far too thin", {"F"}), ("I dont agree with B or F", {"B", "F"})],
)
def test_section_is_heard_by_its_letter_alone(
    words: str, letters: set[str], values: Values
) -> None:
    assert values(words, "section") == letters


def test_born_in_short_is_no_decision(hear: Callable[[str], Heard]) -> None:
    heard = hear("Odette b 3/2/2018, assessment refused")
    assert ("date_of_birth", "child", "2018-02-03") in heard
