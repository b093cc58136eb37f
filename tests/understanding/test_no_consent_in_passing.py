"""What families tell and ask, given where a consent is asked: none of it agrees, refuses or sends.

The messages are those that were looked at. Nobody wrote them as an answer to a consent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from casework.message import Message
from casework.referral.draft import Draft
from casework.turn.state import Outcome
from evaluation.__main__ import SETS
from evaluation.drafts import draft_with_consent, take
from evaluation.hearing import Asked, hear
from evaluation.sets import read_sets

SPEAKS_OF_IT = re.compile(
    r"^(?:yes|yeah|yep)\b"
    r"|\bshare\b|\bpass(?:ing)? (?:on|it on)|\btell(?:ing)? (?:the|them|my)|\bnot the council"
    r"|\bthe council (?:not )?to|\bconsent|\bpermission|\bagree[ds]? (?:for|to)\b|\bhappy for\b"
    r"|\bkeep|\bstor(?:e|ing)|\bdelet|\bdata\b|\bstop\b|\bwithdraw",
    re.IGNORECASE,
)
"""A yes in front, or words on keeping and telling: those may well be meant."""

ENOUGH = 1_000


@pytest.fixture(scope="module")
def told() -> Mapping[str, Message]:
    sets = read_sets(SETS)
    texts = [one.text for one in (*sets.facts_looked_at, *sets.questions_looked_at[::4])]
    asked = [Asked(text) for text in texts if not SPEAKS_OF_IT.search(text)]
    assert len(asked) > ENOUGH
    return {one.text: heard.message for one, heard in hear(asked).items()}


def _draft_that_asks(question: str) -> Draft:
    if question != "consent":
        return draft_with_consent(question)
    return take(Draft(), Message("my son was refused an assessment")).draft


@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_nothing_told_in_passing_is_a_yes_or_a_no(
    question: str, told: Mapping[str, Message]
) -> None:
    before = _draft_that_asks(question)
    assert before.progress.pending == question

    def consents(draft: Draft) -> tuple[bool | None, ...]:
        given = draft.referral.consent
        return given.store.given, given.share_with_council.given

    taken = {text: take(before.copy_deep(), message) for text, message in told.items()}
    assert [t for t, outcome in taken.items() if consents(outcome.draft) != consents(before)] == []
    assert [t for t, outcome in taken.items() if "utter_no_consent" in _says(outcome)] == []


def _says(outcome: Outcome) -> set[str]:
    return {say.response for say in outcome.says}
