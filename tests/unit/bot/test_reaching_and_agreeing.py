"""How families ask to be reached, what is safe, and how they let others write for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Ring me, 07700 900376", "phone"),
        ("please phone from 2pm onwards", "phone"),
        ("can i have a call from somebody", "phone"),
        ("ring us 8 at night", "phone"),
        ("Text us on 07700 900406", "text"),
        ("Hi, reply by text please", "text"),
        ("email me no rush sam@example.com", "email"),
        ("Preferred contact: Email", "email"),
        ("Use email. It's private. sam@example.com", "email"),
    ],
)
def test_way_they_ask_for_is_the_way_they_like(words: str, way: str, values: Values) -> None:
    assert values(words, "contact_preferred") == {way}


@pytest.mark.parametrize(
    "words",
    [
        "ring or text, either is good",
        "you can ring if you have to",
        "they never ring me back",
        "I will call the council tomorrow",
        "can I ring you in the morning?",
        "school should email me but they don't",
    ],
)
def test_no_way_is_liked_best_where_none_is_asked_for(words: str, values: Values) -> None:
    assert not values(words, "contact_preferred")


@pytest.mark.parametrize(
    ("words", "way", "value"),
    [
        ("safe to text: yes\nsafe to ring: no", "text", "yes"),
        ("safe to text: yes\nsafe to ring: no", "call", "no"),
        ("he can see my call log so be careful", "call", "no"),
        ("you may use any means, by any means at all", "email", "yes"),
        ("u can NOT leave a message", "voicemail", "no"),
        ("just leave a message on the answerphone", "voicemail", "yes"),
        ("Calls to me are safe", "call", "yes"),
        ("both phone lines are monitored here", "call", "no"),
    ],
)
def test_what_is_safe_is_read(words: str, way: str, value: str, reader: FactReader) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "contact_ok"]
    assert (way, value) in {(fact.role, fact.value) for fact in found}


def test_sabbath_is_no_reason_never_to_ring(reader: FactReader) -> None:
    found = reader.read("please no calls from Friday sundown, otherwise ring freely", TODAY)
    assert not [fact for fact in found if fact.entity == "contact_ok" and fact.value == "no"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("don't use 07700 900303, that's my ex's. Mine is 07700 900340", "+447700900340"),
        ("my mam has 07700 900131 that's hers. Mine: 07700 900132", "+447700900132"),
    ],
)
def test_number_of_somebody_else_is_left_out(words: str, number: str, values: Values) -> None:
    assert values(words, "phone") == {number}


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Ring teatime", "teatime"),
        ("I can only do school hours 10 til 2", "10 til 2"),
        ("07700 900377 after half five", "after half five"),
        ("call between 1 & 2pm please", "between 1 & 2pm"),
    ],
)
def test_time_to_call_is_kept_as_said(words: str, when: str, values: Values) -> None:
    assert any(when in str(value) for value in values(words, "best_time"))


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("SENCO here. Mum has given me the nod to write", "yes"),
        ("Youth worker. The lad's 17 and says go ahead", "yes"),
        ("Tutor here. Parental agreement: obtained 18.11.26", "yes"),
        ("I'm the school secretary. She's asked me to sort it for her", "yes"),
        ("Social worker here. Consent: pending", "no"),
        ("Nursery nurse. Mum not yet contacted about this", "no"),
        ("writing for my friend, she doesn't know I'm asking", "no"),
    ],
)
def test_permission_in_plain_words_needs_no_second_question(
    words: str, given: str, reader: FactReader
) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "permission"]
    assert [(fact.value, fact.sure) for fact in found] == [(given, True)]


@pytest.mark.parametrize(
    "words",
    [
        "They said yes to the assessment, my son is still waiting",
        "School asked me to contact you about my daughter",
        "Teaching assistant here. Physio says yes, school says no",
    ],
)
def test_what_others_agree_to_is_no_permission(words: str, reader: FactReader) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "permission"]
    assert not [fact for fact in found if fact.sure]
