"""Who helps a parent is never taken for one, nor a parent for the job that they tell of."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact
from tests.unit.casework.people.test_friends_of_the_family import (
    FRIEND,
    asked_who_they_are,
    shown_as,
)


@pytest.mark.parametrize(
    "words",
    [
        "friend of the family writing for mum, she doesnt speak english",
        "older sister, 22, our mum doesn't speak english",
        "his big brother",
        "interpreter",
        "i translate for mum",
        "nan, writing for his mum",
        "his aunt typing for mum",
    ],
)
def test_who_helps_a_parent_is_never_taken_for_one(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words)
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


@pytest.mark.parametrize(
    "words",
    [
        "mum, my sister is writing this for me",
        "mum but my friend is typing",
        "I'm the mum and my brother is here helping",
    ],
)
def test_parent_with_a_helper_stays_the_parent(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words, fact("referrer_role", "parent"))
    assert parent.draft.referral.referrer.role == "parent"


@pytest.mark.parametrize(
    "words",
    [
        "dont ring between 9 n 3 im a TA",
        "I'm a nurse so call me after nights",
        "class starts soon, I'm the teacher",
    ],
)
def test_job_of_a_known_parent_is_no_role(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("referrer_role", "school"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.asked != "permission"


@pytest.mark.parametrize(
    "words",
    ["I'm his social worker", "im the SENCO", "i am a senco", "im a teacher", "sorry im the senco"],
)
def test_parent_who_says_a_job_and_no_more_at_the_review_is_asked(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("referrer_role", "school"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.asked == "role"
    parent.say("yes")
    assert parent.draft.referral.referrer.role == "school"
    assert parent.asked == "permission"


@pytest.mark.parametrize("words", ["I'm the SENCO, not mum", "im not the mum im the senco"])
def test_who_is_no_parent_after_all_is_asked_whether_the_family_agrees(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("referrer_role", "school"))
    assert parent.draft.referral.referrer.role == "school"
    assert parent.asked == "permission"


@pytest.mark.parametrize(
    "words", ["I'm the young person myself", "it's about me, I am the young person", "im the yp"]
)
def test_childs_name_is_not_overwritten_by_who_says_to_be_the_young_person(words: str) -> None:
    parent = at("summary")
    name = parent.draft.referral.child.name
    parent.say(words, fact("referrer_role", "young_person"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.draft.referral.child.name == name


@pytest.mark.parametrize("reply", ["yes", "no"])
def test_age_told_beside_a_doubtful_role_is_kept(reply: str) -> None:
    parent = at("summary")
    parent.say(
        "I'm her social worker and she is 14",
        fact("referrer_role", "other_professional"),
        fact("age", 14, "child"),
    )
    assert parent.asked == "role"
    parent.say(reply)
    assert parent.draft.referral.child.age == 14


def test_young_person_of_twenty_is_not_turned_away_as_too_young() -> None:
    parent = at("summary")
    words = "I'm a young person with a plan, I'm 20"
    parent.say(words, fact("referrer_role", "young_person"), fact("age", 20, "self"))
    parent.say("yes")
    assert parent.draft.referral.referrer.role == "young_person"
    assert parent.draft.referral.child.age == 20
    assert "utter_child_too_young_user" not in parent.heard
