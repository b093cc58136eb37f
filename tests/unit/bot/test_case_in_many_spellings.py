"""Councils as they sound, plans that may be there, papers not sent yet, and what was refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


def told(reader: FactReader, words: str, entity: str) -> set[tuple[str | int, bool]]:
    """Each value of an entity in the words, and whether it is sure."""
    return {(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == entity}


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Section I only. Rochdail. Daughter, 11.", "rochdale"),
        ("Rotherem council wont help", "rotherham"),
        ("Doncastor wont assess my lad", "doncaster"),
        ("we r in Oldam", "oldham"),
        ("hertfordsheer county council", "hertfordshire"),
        ("warwicksheer county counsel, voice typing", "warwickshire"),
        ("south tyne side council have the plan", "south tyneside"),
        ("Waltham Forrest. My ex is Redbridge but she lives with me", "waltham forest"),
        ("lambeff council innit", "lambeth"),
        ("boltun council", "bolton"),
    ],
)
def test_council_written_as_it_sounds_is_asked_about(
    words: str, council: str, reader: FactReader
) -> None:
    assert told(reader, words, "council") == {(council, False)}


@pytest.mark.parametrize(
    "words",
    [
        "the meeting has to be in person",
        "Kids dad will be with me, Darren.",
        "we're dealing with a lot",
        "my council wont say who they use",
        "Lewis, 12",
    ],
)
def test_word_that_only_looks_like_a_council_is_none(words: str, values: Values) -> None:
    assert values(words, "council") == set()


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("my ex is Barnet but my daughter lives with me in Enfield", "Enfield"),
        ("dad is under Kent, she lives with me so it's Bexley", "Bexley"),
        ("we were Bucks, now Oxfordshire", "Oxfordshire"),
        ("post says Newcastle but we are Gateshead", "Gateshead"),
        ("my old council was Hackney, now Newham", "Newham"),
        ("we live in Bury St Edmunds", "Bury St Edmunds"),
    ],
)
def test_council_of_an_ex_or_of_before_is_not_the_home(
    words: str, council: str, values: Values
) -> None:
    assert values(words, "council") == {council}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("She's had her EHCP three years now", "final"),
        ("my daughter had her ehcp since reception", "final"),
        ("he already has an education, health and care plan in place", "final"),
        ("I used to have an EHCP", "ended"),
        ("There was a plan, there isnt now", "ended"),
        ("His brother has a EHCP but Kofi doesnt", "none"),
        ("my other lad has an EHCP. this one has nowt", "none"),
        ("What's an EHCP? Teacher says he might have one", "unsure"),
        ("not sure if what my lad's got is a proper EHCP or just summat school typed", "unsure"),
        ("is it an EHCP or an IEP he's got? I don't know the difference", "unsure"),
        ("the draught plan is full of mistakes", "draft"),
    ],
)
def test_plan_is_heard_however_they_tell_of_it(words: str, status: str, values: Values) -> None:
    assert values(words, "plan_status") == {status}


@pytest.mark.parametrize(
    "words",
    ["they said he might have a plan by christmas", "not sure what the plan is now"],
)
def test_plan_to_come_is_no_plan_that_may_be_there(words: str, values: Values) -> None:
    assert values(words, "plan_status") == set()


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("we've not lodged anything yet", "appeal", "no"),
        ("havent gone to tribunal yet", "appeal", "no"),
        ("no appeal lodged", "appeal", "no"),
        ("we have not registered an appeal with SENDIST", "appeal", "no"),
        ("nothing's gone to the tribunal", "appeal", "no"),
        ("it has been lodged with the tribunal", "appeal", "yes"),
        ("I am in possession of a mediation certificate", "certificate", "yes"),
        ("you gave me a certificate in october", "certificate", "yes"),
        ("We do not as yet hold a mediation certificate", "certificate", "no"),
        ("haven't rung anyone for a certificate", "certificate", "no"),
    ],
)
def test_paper_that_is_or_is_not_there_is_sure(
    words: str, entity: str, value: str, reader: FactReader
) -> None:
    assert told(reader, words, entity) == {(value, True)}


@pytest.mark.parametrize(
    "words",
    ["we dont want tribunal", "his birth certificate is with me", "not sure about tribunal"],
)
def test_tribunal_or_paper_only_named_tells_nothing(words: str, values: Values) -> None:
    assert values(words, "appeal") | values(words, "certificate") == set()


@pytest.mark.parametrize(
    ("words", "role", "day"),
    [
        ("refusal letter of 4th inst.", "decision", "2026-11-04"),
        ("refusal dated the 28th ult. from Kent", "decision", "2026-10-28"),
        ("their letter is dated the fith of november, refused", "decision", "2026-11-05"),
        ("last wednesday the 11th they turned us down", "decision", "2026-11-11"),
        (
            "a certificate for mediation thats dated the twelth of november",
            "certificate",
            "2026-11-12",
        ),
    ],
)
def test_day_of_a_paper_is_sure(words: str, role: str, day: str, reader: FactReader) -> None:
    found = [f for f in reader.read(words, TODAY) if f.entity == "date"]
    assert [(f.role, f.value, f.sure) for f in found] == [(role, day, True)]


def test_day_of_a_panel_to_come_is_no_decision(values: Values) -> None:
    assert values("its at panel on tuesday", "date") == set()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Good day. They answer: not necessary, we will not check my son.", "refuse_assess"),
        ("the LA aren't going to look at her", "refuse_assess"),
        ("plan is from when she was 4, they won't do new tests", "refuse_reassess"),
        ("the plan dont say who does speech therapy or how often", "section_f"),
        ("Nobody's sat down with us about her EHCP since infants", "annual_review_late"),
        ("plan hasn't been looked at since 2022", "annual_review_late"),
        ("the page about what she wants from life is somebody else's kid", "sections_a_e_j"),
        ("he is only allowed in for an hour a day", "exclusion"),
        ("teacher said kids like him shouldnt be here", "discrimination_school"),
        ("Didn't get the secondary we put first", "admissions"),
        ("my ex wants mainstream and i want special", "parents_disagree"),
    ],
)
def test_dispute_is_heard_in_plain_words(words: str, kind: str, values: Values) -> None:
    assert kind in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("can you check my email please", "refuse_assess"),
        ("he only gets an hour a day of TA, his plan says 20", "exclusion"),
        ("my husband wants mediation and I do too", "parents_disagree"),
        ("nothing wrong with school, only the respite", "i_named_only"),
        ("they don't say how long it takes", "section_f"),
    ],
)
def test_words_that_only_come_near_tell_no_such_dispute(
    words: str, kind: str, values: Values
) -> None:
    assert kind not in values(words, "dispute")


def test_mediation_asked_for_goes_before_the_certificate_denied(values: Values) -> None:
    words = "It is the mediation I am asking for, not only a certificate"
    assert values(words, "route") == {"mediation"}


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("section bee and section eff", {"B", "F"}),
        ("we appeal s.F and s.I", {"F", "I"}),
        ("section eff is wrong", {"F"}),
    ],
)
def test_letters_of_sections_are_heard_as_spoken(
    words: str, letters: set[str], values: Values
) -> None:
    assert values(words, "section") == letters
