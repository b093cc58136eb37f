"""The review is sent for who asks so in any words, and for nobody else."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "send it please im sick of this",
        "ok just send it now please thank you",
        "please send it its all fine",
        "send it off then love",
        "you still havent put the school... just send it",
        "thats all correct send please my battery is dying",
        "no more changes send it",
        "its fine just send it",
        "can you send it now please",
        "looks right to me send",
        "just send the bloody thing",
        "I'm happy send it off",
    ],
)
def test_parent_who_asks_to_send_has_sent(words: str) -> None:
    assert at("summary").say(words).must_submit


@pytest.mark.parametrize(
    "words",
    [
        "no dont send it",
        "send me a copy",
        "send it but change his age to 9",
        "send it to my email",
        "send it when you have changed the age",
        "wait send it later",
        "they didnt send it",
        "SEND team refused",
        "send support was cut",
        "what happens if i send it",
        "send it tomorrow",
    ],
)
def test_parent_who_holds_back_has_not(words: str) -> None:
    assert not at("summary").say(words).must_submit


def test_what_is_told_beside_it_is_kept() -> None:
    parent = at("summary")
    outcome = parent.say("send it please. my husband comes too", fact("supporter", "my husband"))
    assert outcome.must_submit
    assert parent.draft.referral.supporters == ["my husband"]


def test_answer_that_changes_beside_it_is_shown_again_first() -> None:
    parent = at("summary")
    outcome = parent.say("send it, hes 9", fact("age", 9, "child"))
    assert not outcome.must_submit
    assert parent.draft.referral.child.age == 9
