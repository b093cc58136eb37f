"""An opening that complains is kept as the account, and what is added last is seen to be kept."""

from __future__ import annotations

import pytest

from casework.referral.summary import summarise, summary_rows
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact
from tests.unit.casework.turn.test_own_words import kept


@pytest.mark.parametrize(
    "words",
    [
        "wheres my boys speech therapy its in his plan hes had none since sept",
        "his therapy stopped in july and no one says why",
        "why has my daughters plan not been changed its been months since the review",
        "when are they going to start his 1:1 he hasnt had it since easter",
        "nobody will answer me about my sons support hes missing out",
    ],
)
def test_opening_that_complains_is_kept_even_where_it_asks(words: str) -> None:
    parent = Parent()
    parent.say(words, fact("referrer_role", "parent"))
    parent.agree()
    assert kept(parent) == words


@pytest.mark.parametrize(
    "words",
    [
        "what happens if they still havent answered me about his plan?",
        "do i need a certificate to appeal",
        "i need help with my sons ehcp please",
    ],
)
def test_opening_that_only_asks_is_no_account(words: str) -> None:
    parent = Parent()
    parent.say(words, fact("referrer_role", "parent"))
    parent.agree()
    assert kept(parent) == ""


def test_what_was_added_last_is_seen_in_the_review() -> None:
    parent = at("summary")
    long = "the school let him go home at noon every day since June and it is no good at all"
    parent.draft.referral.dispute.in_own_words = f"{long} and so on\nSENCO agreed"
    assert "SENCO agreed" in summarise(summary_rows(parent.draft))
