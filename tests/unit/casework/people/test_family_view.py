"""What the family is shown of its answers repeats nothing that others must not see."""

from __future__ import annotations

import pytest

from casework.people.family_view import NOTED, hide, rows_for_family
from casework.referral.summary import summary_rows
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def shown(parent: Parent, field: str) -> str:
    return next(row.value for row in rows_for_family(parent.draft) if row.field == field)


def read_back(parent: Parent) -> str:
    assert parent.outcome is not None
    return " ".join(str(one.values) for one in parent.outcome.says)


@pytest.mark.parametrize("question", ["access_needs", "decision_date", "summary"])
@pytest.mark.parametrize(
    ("words", "unsafe"),
    [
        ("my husband must not know about this", "husband"),
        ("ring after 5, my husband must not know about this", "husband"),
        ("please dont tell my ex", "my ex"),
        ("her dad is not to be contacted", "her dad"),
        ("don't say who you are if he answers", "answers"),
    ],
)
def test_review_shows_that_it_is_noted_and_colleagues_see_the_words(
    question: str, words: str, unsafe: str
) -> None:
    parent = at(question)
    parent.say(words, *([fact("best_time", "after 5")] if "after 5" in words else []))
    assert unsafe not in read_back(parent)
    assert NOTED in shown(parent, "best_time")
    assert not any(unsafe in row.value for row in rows_for_family(parent.draft))
    assert any(unsafe in row.value for row in summary_rows(parent.draft))


def test_time_beside_it_is_shown() -> None:
    assert hide("best_time", "after 5, he must not know") == f"after 5, {NOTED}"
    assert hide("best_time", "mornings, not Fridays") == "mornings, not Fridays"


@pytest.mark.parametrize(
    "words",
    [
        "the council cut his hours and nobody told us",
        "he is scared of school and his dad and I have tried everything",
        "i am scared he will be excluded",
        "she hits other children. they have no plan for her",
        "we moved to Leeds in May and they stopped his transport",
        "they dont know what to do with him",
        "my husband and I asked for a review",
    ],
)
def test_account_of_the_dispute_is_shown_as_it_was_told(words: str) -> None:
    assert hide("in_own_words", words) == words


@pytest.mark.parametrize(
    "words",
    [
        "we are in refuge",
        "i left my husband in June",
        "my ex threatens us",
        "his dad does not know where we live",
        "im frightened of him",
        "if he finds this he will go mad",
    ],
)
def test_what_tells_of_fear_or_flight_is_hidden_and_the_rest_is_shown(words: str) -> None:
    told = hide("in_own_words", f"They cut his hours. {words}")
    assert told == f"They cut his hours. {NOTED}"
