"""What passes a question over; and a need passed over is not one that there is not."""

from __future__ import annotations

import pytest

from casework.referral.draft import Draft
from casework.referral.fields import put
from casework.referral.summary import summary_rows
from casework.turn.passing_over import pass_over
from casework.turn.state import Turn
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, said


def passed_over(question: str) -> Draft:
    turn = Turn(draft=Draft(), message=said("skip"), today=TODAY, now=NOW)
    pass_over(turn, question, is_unsure=False)
    return turn.draft


def shown(draft: Draft) -> dict[str, str]:
    return {row.field: row.value for row in summary_rows(draft)}


@pytest.mark.parametrize("field", ["access_needs", "interpreter"])
def test_need_that_was_passed_over_is_no_answer_and_never_none(field: str) -> None:
    draft = passed_over(field)
    assert shown(draft)[field] == "asked, no answer"


def test_answer_that_comes_after_all_is_shown() -> None:
    draft = passed_over("access_needs")
    put(draft, "access_needs", {"needs": []}, today=TODAY)
    assert shown(draft)["access_needs"] == "none"
    draft = passed_over("interpreter")
    put(draft, "interpreter", False, today=TODAY)
    assert shown(draft)["interpreter"] == "no"


@pytest.mark.parametrize(
    "words",
    [
        "he gets 3 hours a week at home and thats it",
        "she cant get through the door at school, fine at home",
        "one more thing I forgot, his middle name is Idris",
        "you forgot to put my partner's name down",
        "her father is in Italy and has no idea",
        "we can't find a school",
        "forgot to say he is on the child in need register",
    ],
)
def test_remark_does_not_pass_over_the_date_of_the_letter(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.asked == "decision_date"


@pytest.mark.parametrize(
    "words",
    [
        "forgot sorry",
        "its at home",
        "havent got it with me",
        "no idea",
        "cant find it",
        "left it at home",
    ],
)
def test_date_that_is_not_to_hand_is_passed_over(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    assert parent.asked == "certificate_held"
