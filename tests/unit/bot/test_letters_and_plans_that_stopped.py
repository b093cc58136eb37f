"""What stopped, whose letter a date is on, what never came, and who cares for a living."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.reader import FactReader

TODAY = date(2026, 11, 21)  # a Saturday


def told(reader: FactReader, words: str, entity: str) -> set[tuple[str | int, bool]]:
    """Each value of an entity in the words, and whether it is sure."""
    return {(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == entity}


@pytest.mark.parametrize(
    "words",
    [
        "she has a plan, speech therapy is in it but it stopped in july",
        "he has an EHCP, the OT stopped in july",
        "the plan hasnt stopped, the therapy has",
        "his plan was not stopped",
        "her ehcp hasn't ended",
        "the plan never ended",
    ],
)
def test_plan_goes_on_where_only_the_help_stopped(words: str, reader: FactReader) -> None:
    assert told(reader, words, "plan_status") == {("final", True)}


@pytest.mark.parametrize(
    "words",
    [
        "he has a plan and it stopped in july",
        "they stopped her plan in july",
        "the council ended his ehcp last year",
    ],
)
def test_plan_that_stopped_has_ended(words: str, reader: FactReader) -> None:
    assert {value for value, _ in told(reader, words, "plan_status")} == {"ended"}


@pytest.mark.parametrize(
    "words",
    [
        "both things, the help and the amended one never came",
        "the amended plan never came",
        "amended version hasn't come since march",
        "still no amended plan",
        "his plan hasn't been reviewed since 2023",
        "plan wasn't reviewed since 2024",
        "still waiting for the amended ehcp",
    ],
)
def test_amended_plan_that_never_came_is_a_late_review(words: str, reader: FactReader) -> None:
    assert told(reader, words, "dispute") == {("annual_review_late", True)}


@pytest.mark.parametrize(
    "words",
    [
        "the amended plan came and its wrong",
        "the amended plan has not been followed",
        "the amended plan names the wrong school",
        "they refused to amend the plan",
        "the draft never came",
    ],
)
def test_amended_plan_that_came_is_no_late_review(words: str, reader: FactReader) -> None:
    assert ("annual_review_late", True) not in told(reader, words, "dispute")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4th of november, wait no thats my sons. hers was 6th", "2026-11-06"),
        ("4 nov no wait that was her brother's, hers is the 9th", "2026-11-09"),
    ],
)
def test_date_of_another_childs_letter_gives_way_to_the_right_one(
    words: str, day: str, reader: FactReader
) -> None:
    assert told(reader, words, "date") == {(day, False)}


@pytest.mark.parametrize(
    "words",
    [
        "4 nov, no sorry that's my other sons",
        "got til 10 dec to appeal",
        "we have till 10 december to appeal",
    ],
)
def test_date_of_another_letter_or_a_limit_is_no_letters_date(
    words: str, reader: FactReader
) -> None:
    assert told(reader, words, "date") == set()


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("im a carer in a home", set()),
        ("im a carer in a care home", set()),
        ("im a carer on lates. daughter, 8", {"parent"}),
        ("im his carer", {"carer"}),
        ("i am a foster carer", {"carer"}),
        ("im a carer myself", {"carer"}),
    ],
)
def test_who_cares_for_a_living_is_not_put_down_as_the_childs_carer(
    words: str, roles: set[str], reader: FactReader
) -> None:
    assert {value for value, _ in told(reader, words, "referrer_role")} == roles


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("nights are best im on days", {"nights"}),
        ("nights are better for me", {"nights"}),
        ("he sleeps badly, nights are hard", set()),
        ("nights are better for him", set()),
        ("im on nights", set()),
    ],
)
def test_nights_are_a_time_to_ring_where_they_are_best(
    words: str, times: set[str], reader: FactReader
) -> None:
    assert {value for value, _ in told(reader, words, "best_time")} == times
