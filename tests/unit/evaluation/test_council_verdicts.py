"""A council typed counts by what would be stored, or asked about."""

import pytest

from casework.message import Message
from evaluation.council_verdicts import judge_council
from evaluation.sets import TypedCouncil

LEEDS, LUTON, SWINDON = "E08000035", "E06000032", "E06000030"


def outcome(
    text: str, gss: str | None, *, also: tuple[str, ...] = (), ambiguous: bool = False
) -> str:
    typed = TypedCouncil(text=text, gss=gss, gss_also=also, ambiguous=ambiguous)
    return judge_council(typed, Message(text)).outcome


def test_council_that_is_stored_is_right() -> None:
    assert outcome("Luton", LUTON) == "right"


def test_a_second_right_council_will_do() -> None:
    assert outcome("Luton", LEEDS, also=(LUTON,)) == "right"


def test_another_council_that_is_stored_is_wrong() -> None:
    assert outcome("Luton", LEEDS) == "wrong"


def test_any_council_is_wrong_where_none_may_be_stored() -> None:
    assert outcome("Luton", None) == "wrong"


def test_council_to_be_confirmed_counts_as_asked() -> None:
    assert outcome("Swndon", SWINDON) == "asked"


def test_asking_about_another_council_is_no_help() -> None:
    assert outcome("Swndon", LEEDS) == "not found"


def test_shared_name_should_be_asked_about() -> None:
    assert outcome("notts", None, ambiguous=True) == "asked"


@pytest.mark.parametrize("text", ["Swansea", "dont know sorry"])
def test_no_council_is_right_where_there_is_none(text: str) -> None:
    assert outcome(text, None) == "right"


def test_council_that_nothing_was_made_of_is_not_found() -> None:
    assert outcome("zzzz qqqq", SWINDON) == "not found"
