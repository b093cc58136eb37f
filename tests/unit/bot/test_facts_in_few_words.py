"""People who tell much in few words: signatures, lists, hours of prayer, who comes along."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.facts import Fact
from bot.nlu.reader import FactReader

SATURDAY = date(2026, 11, 21)


def _told(reader: FactReader, text: str) -> set[tuple[str, str | None, object]]:
    facts: list[Fact] = reader.read(text, SATURDAY)
    return {(fact.entity, fact.role, fact.value) for fact in facts}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("HI ITS ABOUT KAYDEN HES 8", ("person_name", "child", "Kayden")),
        ("im kians nan, ive had him since he was 2", ("person_name", "child", "Kian")),
        (
            "Born 30 June 2020, name Una Doyle. Mum Niamh Doyle.",
            ("person_name", "child", "Una Doyle"),
        ),
        ("I am Winston Ache's dad. Winston is 13.", ("person_name", "child", "Winston Ache")),
        ("Kinship carer, 3 yrs. Boy's name is Tobiah. 8.", ("age", "child", 8)),
        ("Is it ok? The little one I mind is 3", ("age", "child", 3)),
        ("Refused a plan tuesday this week", ("date", "decision", "2026-11-17")),
        ("Refused. At 4.55pm yesterday. No assessment", ("date", "decision", "2026-11-20")),
        ("Rather meet face to face than on a screen", ("meeting", None, "in_person")),
        ("I'd sooner meet in a room than on one of them screens", ("meeting", None, "in_person")),
        (
            "ring 07700 900918, any time after maghrib",
            ("best_time", None, "any time after maghrib"),
        ),
        ("youse can bell us any time day or night", ("contact_ok", "call", "yes")),
        ("Landline's best: 020 7946 0318", ("contact_preferred", None, "phone")),
        ("SMS 07700 900056 good", ("contact_ok", "text", "yes")),
        ("dont want a phone call. vm@example.net", ("contact_preferred", None, "email")),
        ("Can my mother-in-law come with me?", ("supporter", None, "mother-in-law")),
        ("We attend with our advocate Lorna Fitch.", ("supporter", None, "advocate Lorna Fitch")),
        ("my friend Sue helps. Sue would come along", ("supporter", None, "Sue")),
        ("certificate? what certificate? nobody gave me one", ("certificate", None, "no")),
        ("appeal's in! sent it last week", ("appeal", None, "yes")),
        ("the tribunal form? Not sent it yet", ("appeal", None, "no")),
        ("just need some1 in the middle", ("route", None, "mediation")),
        ("I'd be glad of a mediator's help", ("route", None, "mediation")),
        (
            "Council officer at Bath. Parent of a child asks us",
            ("referrer_role", None, "local_authority"),
        ),
        ("SENCO. Parents aware of and content with my writing", ("permission", None, "yes")),
        ("mum's English isn't good (Kurdish). She needs interpreter", ("language", None, "kur")),
        ("no EHCP, lots of exclusions", ("dispute", None, "exclusion")),
    ],
)
def test_people_are_heard_in_few_words(
    reader: FactReader, text: str, fact: tuple[str, str | None, object]
) -> None:
    assert fact in _told(reader, text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("they got his name spelt wrong", "person_name"),
        ("my ex wife's email is on the letters (k@example.org)", "email"),
        ("The council officer said no", "referrer_role"),
        ("he goes to school, the council is B&D", "section"),
        ("no exclusions so far", "dispute"),
        ("certificate? they gave me one", "certificate"),
        ("he was 7 when he got it", "age"),
    ],
)
def test_nothing_is_heard_that_they_do_not_say(reader: FactReader, text: str, entity: str) -> None:
    assert entity not in {found for found, _, _ in _told(reader, text)}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("sections a to i", "ABCDEFGHI"),
        ("sections B-F are wrong", "BCDEF"),
        ("section b to section f", "BCDEF"),
        ("section f to be specific", "F"),
        ("sections a to i are fine", ""),
        ("not sections a to d", ""),
        ("part a to the form", ""),
    ],
)
def test_all_sections_between_two_are_heard(reader: FactReader, text: str, letters: str) -> None:
    told = {str(value) for name, _role, value in _told(reader, text) if name == "section"}
    assert told == set(letters)
