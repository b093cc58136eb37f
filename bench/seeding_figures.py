"""What managers look at, for the made-up families: as the product would have counted it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from casework.turn.questions import QUESTIONS
from store.tables import MissedMessage, QuestionStep, ReferralFigures

ASKED = tuple(dict.fromkeys(question.id for question in QUESTIONS))
LIVE_DAYS = 8
"""Days after which a quiet conversation is a count a day, and no row of its own."""
MISSES_IN = 40


def count_family(
    dice: random.Random,
    conversation_id: str,
    channel: str,
    council_gss: str,
    due: date,
    began: datetime,
    *,
    is_open: bool,
    days_ago: int,
) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """The rows of one referral."""
    waited = dice.choice((0, 0, 1, 1, 2, 3, 6, 12, None))
    sent = began.date()
    yield (
        ReferralFigures,
        {
            "conversation_id": conversation_id,
            "submitted_on": sent,
            "council_gss": council_gss,
            "route": dice.choice(("mediation", "certificate_only", "unsure")),
            "channel": dice.choice((channel, channel, "both")),
            "language": dice.choice(("none", "none", "none", "urd", "pol", "sqi", "ara")),
            "needs": dice.choice(
                ("none", "breaks", "breaks,large_print", "quiet_room", "not_asked")
            ),
            "contacted_on": None if waited is None else sent + timedelta(days=waited),
            "days_to_contact": waited,
            "days_left_at_contact": None if waited is None else (due - sent).days - waited,
            "closed_on": None if is_open else sent + timedelta(days=20),
            "outcome": None if is_open else dice.choice(("mediation", "certificate", "no_reply")),
        },
    )
    if days_ago <= LIVE_DAYS:
        for question in ASKED:
            yield (
                QuestionStep,
                {
                    "conversation_id": conversation_id,
                    "question": question,
                    "channel": channel,
                    "asked_on": sent,
                    "went_on": True,
                },
            )


def miss_message(
    dice: random.Random, conversation_id: str, message_id: str, at: datetime
) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """One message in so many was not understood."""
    if dice.randrange(MISSES_IN) == 0:
        yield (
            MissedMessage,
            {
                "message_id": message_id,
                "conversation_id": conversation_id,
                "question": dice.choice(ASKED),
                "at": at,
            },
        )
