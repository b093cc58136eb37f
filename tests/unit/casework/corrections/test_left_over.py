"""What of a correction led to nothing is kept, and the parent is told so, not what it was."""

from __future__ import annotations

import pytest

from tests.unit.casework.corrections.test_lines_put_right import WORDS, at_the_review, told
from tests.unit.casework.parents import Parent, fact


def is_told_of_it(parent: Parent) -> bool:
    return "utter_left_for_team" in parent.heard


def read_back(parent: Parent) -> str:
    """All that is told to the parent of what was said."""
    assert parent.outcome is not None
    return " ".join(str(one.values) for one in parent.outcome.says)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("yes. can you put nurse time missing in F", "can you put nurse time missing in F"),
        ("yes send. he is apprentice at a garage", "he is apprentice at a garage"),
        ("add that he is apprentice", "add that he is apprentice"),
        ("the nurse never came to school", "the nurse never came to school"),
        ("8 is wrong hes 9. the nurse never came", "the nurse never came"),
        ("you forgot to add the physio", "you forgot to add the physio"),
    ],
)
def test_what_changed_nothing_is_kept_and_told(words: str, part: str) -> None:
    parent = told(words)
    assert is_told_of_it(parent)
    assert part in str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize(
    ("words", "unsafe"),
    [
        ("yes send it. my husband hits the roof and i am planning to move out secretly", "secret"),
        ("the address we moved to is secret from my ex husband Darren", "Darren"),
        ("i am scared of my husband reading this text", "scared"),
        ("we ran away from his dad in May and live at my aunts", "aunts"),
        ("my partner threatened us and the police came", "police"),
        ("her father must never find out which town we moved to", "town"),
    ],
)
def test_what_others_must_not_see_is_kept_and_never_read_back(words: str, unsafe: str) -> None:
    parent = told(words)
    assert unsafe in parent.draft.model_dump_json()
    assert unsafe not in read_back(parent)
    if not parent.draft.progress.is_submitted:
        parent.say("show me my answers")
        assert unsafe not in read_back(parent)


def test_what_was_left_beside_a_yes_is_sent_with_it() -> None:
    parent = told("yes. can you put nurse time missing in F")
    assert parent.draft.progress.is_submitted
    assert "nurse time" in str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize(
    "words",
    [
        *("yes", "yes send it please", "no", "no thanks", "ok", "asdf qwer", "send it please love"),
        *("evenings not mornings", "the number ends 819 not 701", "8 should be 9", "4 is wrong"),
        *("what happens next?", "im so tired of all this", "change the date", "thanks so much"),
    ],
)
def test_what_was_dealt_with_or_tells_nothing_is_not_kept(words: str) -> None:
    parent = told(words)
    assert not is_told_of_it(parent)
    assert parent.draft.referral.dispute.in_own_words == WORDS


def test_fact_that_was_taken_is_not_left_over() -> None:
    parent = at_the_review()
    parent.say("her age is 9 and mornings are fine", fact("age", 9, "child"))
    assert parent.draft.referral.child.age == 9
    assert not is_told_of_it(parent)
