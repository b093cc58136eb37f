"""Whose name is put down, and who is only spoken of."""

from __future__ import annotations

import pytest

from casework.people.called_so import is_called_so
from casework.referral.fields import value_of
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "his name is Tobias",
        "the child's name is Tobias, not Grace",
        "child is called Tobias",
        "Tobias not Grace",
        "change Grace to Tobias",
        "my son is Tobias",
        "name: Tobias",
        "it should be Tobias",
        "not Grace, Tobias",
    ],
)
def test_name_that_is_put_down_is_surely_meant(words: str) -> None:
    assert is_called_so(words, "Tobias", "Grace Marsh") == "surely"


@pytest.mark.parametrize("words", ["Tobias", "no, Tobias", "its Tobias", "sorry Tobias please"])
def test_name_alone_does_not_say_whose_it_is(words: str) -> None:
    assert is_called_so(words, "Tobias", "Grace Marsh") == "perhaps"


@pytest.mark.parametrize(
    "words",
    [
        "Tobias is the one to contact",
        "my daughter Tobias is in hospital",
        "the interpreter is Tobias",
        "his school is Tobias",
        "ring Tobias on Monday",
        "Tobias said no",
        "he lives with Tobias",
    ],
)
def test_who_is_only_spoken_of_is_not_put_down(words: str) -> None:
    assert is_called_so(words, "Tobias", "Grace Marsh") is None


@pytest.mark.parametrize(
    "words", ["its Rachael not Rachel", "Rachael not Rachel", "not Rachel, Rachael"]
)
def test_new_spelling_of_whom_we_do_not_hold_takes_no_place(words: str) -> None:
    assert is_called_so(words, "Rachael", "Jo Marsh") is None


@pytest.mark.parametrize(
    "words", ["my daughter Grace is in hospital", "no, Grace", "its Grace", "no its Grace"]
)
def test_another_name_at_the_review_is_asked_about_with_both(words: str) -> None:
    parent = at("summary")
    parent.say(words, fact("person_name", "Grace", "child"))
    assert parent.draft.referral.child.name == "Holly"
    assert parent.outcome is not None
    assert parent.outcome.says[-1].response == "utter_confirm_child_name"
    assert parent.outcome.says[-1].values["value"] == "Grace (not Holly)"
    parent.say("No! Grace is my daughter", fact("person_name", "Grace", "child"))
    assert parent.draft.referral.child.name == "Holly"
    assert parent.asked == "summary"


@pytest.mark.parametrize("question", ["phone", "access_needs", "interpreter"])
def test_another_name_in_passing_takes_no_place(question: str) -> None:
    parent = at(question)
    parent.say("Helen is the one to contact", fact("person_name", "Helen", "child"))
    assert value_of(parent.draft, "child_name") == "Holly"
    assert parent.asked == question


def test_childs_name_is_told_beside_a_sister() -> None:
    parent = at("summary")
    parent.say(
        "No! Grace is my daughter. His name is Tobias.",
        fact("person_name", "Grace", "child", sure=False),
    )
    assert parent.draft.referral.child.name == "Tobias"
