"""What people tell of their case in passing: the dispute, its dates, the plan, ages, the route."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Values = Callable[[str, str], set[str | int]]


def told(reader: FactReader, words: str, entity: str) -> set[tuple[str | int, bool]]:
    """Each value of an entity in the words, and whether it is sure."""
    return {(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == entity}


def dates(reader: FactReader, words: str) -> dict[str | None, str]:
    """The day of each role that a date in the words has."""
    return {f.role: str(f.value) for f in reader.read(words, TODAY) if f.entity == "date"}


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("My daughter, who loves horses, is 13. Halton", 13),
        ("he was 19 then now 20", 20),
        ("Our twin girls are 4", 4),
        ("im 17 nd my college wont help", 17),
        ("it's for Hamza who can't read at 10", 10),
        ("Daughter, thirteen on Boxing Day", 12),
        ("she's off to juniors soon, 10 in March so 9 now", 9),
        ("My ex says he's nine. He's ten.", 10),
        ("what do i do theyve stopped the plan cos he turnd 16", 16),
        ("Same boy as before, one year older, 8.", 8),
    ],
)
def test_age_of_the_child_is_heard(words: str, age: int, values: Values) -> None:
    assert values(words, "age") == {age}


@pytest.mark.parametrize(
    "words",
    [
        "Hodan, 15, she is the sister",
        "my sons meeting, rearranged, is 12.",
        "Baby's 6 months, no sitter, and the school never rings",
        "he is not in at 9",
        "2 nd letter came",
    ],
)
def test_number_of_something_else_is_no_age_of_the_child(words: str, values: Values) -> None:
    assert values(words, "age") == set()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Certificate yes, got it. It says issued 9 November 2026", "2026-11-09"),
        ("I've got the certificate!! Dated 19th November.", "2026-11-19"),
        ("My cert came thru, it's dated 2/11/26, decision 9/10/26", "2026-11-02"),
        ("got the certificate from the other mediation people on 10 November", "2026-11-10"),
    ],
)
def test_date_goes_on_from_the_certificate_named_before(
    words: str, day: str, reader: FactReader
) -> None:
    assert dates(reader, words)["certificate"] == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "dated 17 Sept. No wait that's the school's letter. Council's is 1 October 2026.",
            1,
        ),
        ("1st Sept: we'll assess. 26th Oct: we won't. It's the 26 October one I'm fighting.", 26),
        ("I have the cert. The letter was dated 3 November.", 3),
    ],
)
def test_letter_of_the_council_is_told_from_other_papers(
    words: str, day: int, reader: FactReader
) -> None:
    assert dates(reader, words)["decision"].endswith(f"-{day:02}")


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("His brother has the plan, this one doesn't", ("none", True)),
        ("Her sister's nine and has a plan. She hasn't.", ("none", True)),
        ("my boy he no have plan", ("none", True)),
        ("he's not an EHCP child", ("none", True)),
        ("I asked Richmond for the assessment in time, nothing back", ("requested", True)),
        ("no plan. we put a request in and they wrote back NO", ("none", True)),
        ("my own plan, they say I'm too old and ended it", ("ended", False)),
    ],
)
def test_plan_is_heard_as_the_child_has_it(
    words: str, plan: tuple[str, bool], reader: FactReader
) -> None:
    assert told(reader, words, "plan_status") == {plan}


def test_sibling_with_a_plan_says_nothing_of_what_the_child_dislikes(values: Values) -> None:
    assert values("his sister has a plan, he doesn't like school", "plan_status") == set()


def test_plan_of_a_twin_is_not_the_childs(values: Values) -> None:
    assert "none" not in values(
        "She's 12 (her twin hasn't got a plan before you ask)", "plan_status"
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("they took away his 1 to 1 in the new plan", "section_f"),
        ("his support in t'plan got cut by half", "section_f"),
        ("her plan was finalised without the physio", "section_f"),
        ("20 hours on paper and the school does 8", "not_delivered"),
        ("the plan for Ruby isn't being done", "not_delivered"),
        ("they have ceased his transport", "transport"),
        ("it's my plan they've stopped", "cease_plan"),
        (
            "Not about education. No problem with the school. They stopped our respite",
            "social_only",
        ),
        ("moved area and neither council will take her plan", "two_councils"),
        (
            "they won't let her on the trip cos of her epilepsy. the plan is fine",
            "discrimination_school",
        ),
        ("the gym banned my son because of his tics", "discrimination_other"),
        ("Council wrote saying they wont be looking into an EHCP for my lad", "refuse_assess"),
        ("What they refused is the assessment", "refuse_assess"),
    ],
)
def test_dispute_is_heard_by_what_happened(words: str, kind: str, values: Values) -> None:
    assert kind in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("He's not excluded, he goes every day", "exclusion"),
        ("isn't excluded, isn't on a part-time timetable", "exclusion"),
        ("Kacper he not have plan, school give little support", "refuse_plan"),
        ("I'm a TA, mum hasn't got internet", "section_f"),
        ("nothing wrong with his needs in the plan, just the provision", "section_b"),
        ("we asked for an assessment, nothing's been decided", "refuse_assess"),
    ],
)
def test_dispute_that_is_denied_is_none(words: str, kind: str, values: Values) -> None:
    assert kind not in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "lodged"),
    [
        ("SEND35 went off to tribunal on Friday", "yes"),
        ("Appeal posted.", "yes"),
        ("Tribunal form not sent yet.", "no"),
        ("so I suppose the appeal is not lodged", "no"),
    ],
)
def test_appeal_is_heard_by_its_form(words: str, lodged: str, values: Values) -> None:
    assert values(words, "appeal") == {lodged}


@pytest.mark.parametrize(
    "words",
    [
        "My friend used you. She had a certificate in 2 days.",
        "we had the certificate in 2024 for the first plan",
    ],
)
def test_certificate_of_another_or_of_another_time_is_not_held(words: str, values: Values) -> None:
    assert values(words, "certificate") == set()


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("Could we maybe sort it by talking?", "mediation"),
        ("just want somebody to sit em down", "mediation"),
        ("mediation not tribunal, thats what i want", "mediation"),
        ("His worker says I shouldn't bother with mediation but I do want to", "mediation"),
        ("I want that DR thing", "disagreement_resolution"),
        ("there's disagreement resolution. That's what I'd like.", "disagreement_resolution"),
        ("I want what she had, just the paper to go to tribunal", "certificate_only"),
        ("cant agree wether to go for mediation or just get the certificate", "unsure"),
    ],
)
def test_route_is_heard_in_plain_talk(words: str, route: str, values: Values) -> None:
    assert values(words, "route") == {route}


def test_wish_of_the_council_is_not_the_familys(values: Values) -> None:
    assert values("the council asked us to mediate", "route") == set()


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("we were in Leeds but his placement is in Wakefield, leeds do his ehcp", "leeds"),
        ("im in Essex but its Havering that sent the letter", "Havering"),
        ("with a plan from Tameside not Oldham, and Tameside refuse to amend", "Tameside"),
        ("his plan is held by Nottingham City, Nottingham refused", "Nottingham"),
        ("they wont let him on the residential to Whitby. middlesbrough", "middlesbrough"),
        ("Asked Bury for a reassessment", "Bury"),
        ("Telford & Wrekin officer here", "Telford & Wrekin"),
    ],
)
def test_council_that_decides_is_told_from_other_places(
    words: str, council: str, reader: FactReader
) -> None:
    sure = {value for value, is_sure in told(reader, words, "council") if is_sure}
    assert council in sure
    assert all(council.lower() in str(value).lower() for value in sure)


@pytest.mark.parametrize(
    ("words", "letter"),
    [("I dispute F. Final plan", "F"), ("it's about her plan, f section", "F")],
)
def test_section_is_heard_by_one_letter(words: str, letter: str, values: Values) -> None:
    assert values(words, "section") == {letter}


def test_talk_without_stops_is_heard_to_its_end(values: Values) -> None:
    words = (
        "sorry if it comes out funny my name is Gwen I've got macular so I need big print or just"
        " ring me I can't be doing with reading on screens its my grandson he lives with me Tyler"
        " he's 13 and they won't change his plan"
    )
    assert values(words, "age") == {13}
    assert "refuse_amend" in values(words, "dispute")
