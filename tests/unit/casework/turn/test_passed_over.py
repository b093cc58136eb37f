"""A need that was asked about and passed over is not a need that there is not."""

from __future__ import annotations

import pytest

from casework.referral.draft import Draft
from casework.referral.fields import put
from casework.referral.summary import summary_rows
from casework.turn.passing_over import pass_over
from casework.turn.state import Turn
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
