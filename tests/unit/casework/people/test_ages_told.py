"""A birthday to come is no second child's age, and is kept."""

from __future__ import annotations

import pytest

from casework.message import Entity
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


@pytest.mark.parametrize(
    ("question", "words", "figure"),
    [
        ("phone", "moll: 7.30", "7"),
        ("phone", "ring me 7:30 tonight", "7"),
        ("summary", "16 i say twi, why akan", "16"),
        ("summary", "7 is wrong, it is not mine", "7"),
    ],
)
def test_hour_or_line_is_no_age(question: str, words: str, figure: str) -> None:
    parent = at(question)
    start = words.index(figure)
    parent.say(words, Entity("age", int(figure), "child", start=start, end=start + len(figure)))
    assert parent.draft.referral.child.age == 8
    waiting = parent.draft.progress.unconfirmed
    assert waiting is None or waiting.field != "child_age"


@pytest.mark.parametrize("words", ["sorry he is 9 am i in time", "wrong, he's 9. 10 next year"])
def test_age_beside_other_words_is_still_put_right(words: str) -> None:
    parent = at("phone")
    start = words.index("9")
    parent.say(words, Entity("age", 9, "child", start=start, end=start + 1))
    assert parent.draft.referral.child.age == 9


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("3 kids 7, 9 and 12", 7),
        ("two boys 7 and 9, it's the older one", 9),
        ("I have 3 kids aged 7, 9 and 12", 7),
    ],
)
def test_one_of_several_ages_is_asked_about_and_never_the_count(words: str, heard: int) -> None:
    parent = at("child_age")
    parent.say(words, fact("age", heard, "child"), fact("several_children", "yes"))
    waiting = parent.draft.progress.unconfirmed
    assert parent.draft.referral.child.age is None
    assert waiting is not None and waiting.value == {"age": heard}
