"""What a message tells and the referral does not take: a second child, a letter yet to come."""

from __future__ import annotations

import re
from datetime import date

from casework.message import Message
from casework.turn import Turn

_OF_A_LETTER = re.compile(r"\b(?:letters?|dated|decision|refus\w+)\b", re.IGNORECASE)


def say_what_is_left_out(turn: Turn) -> None:
    """Tell the parent, so that nobody thinks it was kept.

    The answer to the question for the letter's date is told so by its own reader.
    """
    if turn.message.first("several_children") is not None:
        turn.say("utter_one_child_at_a_time")
    if turn.pending != "decision_date" and _gives_future_letter_date(turn.message, turn.today):
        turn.say("utter_letter_date_left_out")


def _gives_future_letter_date(message: Message, today: date) -> bool:
    letter = message.first("date", "decision")
    return (
        letter is not None
        and date.fromisoformat(letter.value) > today
        and _OF_A_LETTER.search(message.plain) is not None
    )
