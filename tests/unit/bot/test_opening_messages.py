"""What parents tell in their first message: names that stand alone, ages beside them, ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("he was refused. He's 14, Jonah", "child", "Jonah"),
        ("shes nearly 7, Maja, we speak polish", "child", "Maja"),
        ("Halton council refused a plan. Bobby", "child", "Bobby"),
        ("ask for Lorna. any time", "self", "Lorna"),
        ("she is 12, name's Lacey", "child", "Lacey"),
    ],
)
def test_name_that_stands_alone_is_heard_but_has_to_be_confirmed(
    reader: FactReader, words: str, role: str, name: str
) -> None:
    found = [fact for fact in reader.read(words, TODAY) if fact.entity == "person_name"]
    assert [(fact.role, fact.value, fact.sure) for fact in found] == [(role, name, False)]


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("alright, Denise here, my boy is 8", "self", "Denise"),
        ("mr patel speaking", "self", "Mr Patel"),
        ("Skye is 7", "child", "Skye"),
        ("Leo's mum. he is ten", "child", "Leo"),
        ("Alfie he's 9", "child", "Alfie"),
        ("Imogen (she's just turned 8)", "child", "Imogen"),
        ("im his nan, names Maureen", "self", "Maureen"),
    ],
)
def test_whose_name_it_is_follows_from_the_words_around(
    hear: Callable[[str], Heard], words: str, role: str, name: str
) -> None:
    assert ("person_name", role, name) in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "he was refused. Furious. what now",
        "my son is 8. Wolverhamton.",
        "named Hillcrest but that school said no",
        "his respite carer, Tracey, sees him",
        "he got nothing. Doable?",
        "call me anytime",
        "my grandson's PRU place fell through",
    ],
)
def test_what_only_looks_like_a_name_is_none(values: Values, words: str) -> None:
    assert values(words, "person_name") == set()


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("my daughter is 22 months, nursery cant manage", 1),
        ("mum of Rosa, 9 in two weeks", 8),
        ("my son is sevan", 7),
        ("plan ended. Leicester city, 19", 19),
        ("my son turned 9 in june", 9),
    ],
)
def test_age_is_heard_as_parents_put_it(values: Values, words: str, age: int) -> None:
    assert values(words, "age") == {age}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("calls ok. texts ok. emails NOT ok", {("call", "yes"), ("text", "yes"), ("email", "no")}),
        ("please dont call or text me", {("call", "no"), ("text", "no")}),
        ("You can send sms", {("text", "yes")}),
        ("txt or call no bother", {("call", "yes"), ("text", "yes")}),
    ],
)
def test_ways_named_together_are_all_heard(
    hear: Callable[[str], Heard], words: str, said: set[tuple[str, str]]
) -> None:
    heard = {(role, value) for entity, role, value in hear(words) if entity == "contact_ok"}
    assert heard == said


@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        ("not online please, not phone, has to be a proper room", "in_person"),
        ("no zoom please i get too anxious, telephone meeting", "phone"),
        ("zoom works for me, no need for in person", "online"),
    ],
)
def test_form_of_meeting_that_is_refused_is_never_taken(
    values: Values, words: str, meeting: str
) -> None:
    assert values(words, "meeting") == {meeting}


def test_day_on_the_letter_goes_before_the_day_it_came(values: Values) -> None:
    assert values("letter came the 16th but it says the 12th on it", "date") == {"2026-11-12"}


def test_council_is_heard_though_misspelt_inside_a_sentence(reader: FactReader) -> None:
    found = reader.read("its my plan, council Wakefeild is stopping it", TODAY)
    assert [(f.value, f.sure) for f in found if f.entity == "council"] == [("wakefield", False)]
