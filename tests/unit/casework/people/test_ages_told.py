"""A birthday to come is no second child's age, and is kept."""

from __future__ import annotations

import pytest

from casework.people.ages_told import tells_birthday
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    ["9 years, she 10 on january", "he is 9, 10 in march", "Mia is 4, well shes 5 on Tuesday"],
)
def test_birthday_is_kept_and_no_second_child(words: str) -> None:
    parent = at("child_age")
    parent.say(words, fact("age", 9, "child", sure=False), fact("several_children", "yes"))
    assert words in str(parent.draft.referral.dispute.in_own_words)
    assert "utter_one_child_at_a_time" not in parent.heard


@pytest.mark.parametrize(
    "words", ["my son is 9 and my daughter is 10", "he is 9 in the plan", "one is 6, the other 8"]
)
def test_other_ages_are_no_birthday(words: str) -> None:
    assert not tells_birthday(words)
