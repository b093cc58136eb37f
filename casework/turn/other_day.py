"""Another day of the month, said to a date that waits for a yes: "no 22", "it says 13th"."""

from __future__ import annotations

import re
from datetime import date

from casework.law.deadlines import check_letter_date
from casework.referral.draft import Unconfirmed
from casework.turn.state import Turn

_DATES = frozenset({"decision_date", "certificate_date"})
OTHER_DAY = re.compile(
    r"^\W*(?:(?:no|nope|nah|sorry|not|it'?s|it|is|was|says?|said|the|should be|i think|"
    r"actually|on|dated|date)[\s,.]+)*(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:[\s,.]+(?:not (?:the )?\d{1,2}(?:st|nd|rd|th)?|i said|sorry|please))*\W*$",
    re.IGNORECASE,
)
"""A day of the month by itself: "no 22", "it says 13th"."""
HEDGED_DAY = re.compile(
    r"\b(?:printed|dated?|says?|said|written|typed)\b[^.;!?\d]{0,20}\b(?P<day>\d{1,2})(?:st|nd"
    r"|rd|th)?"
    r"(?: or (?:the )?(?P<or>\d{1,2})(?:st|nd|rd|th)?)?\W*$",
    re.IGNORECASE,
)
"""The day of a date that is not remembered for sure: "printed I think 24 or 25"."""


def other_day_of_month(turn: Turn, waiting: Unconfirmed, wording: re.Pattern[str]) -> date | None:
    """The day said instead of the one that waits, in the same month, if it can be that date.

    Of two days it is the first: the earlier date is the safe one to count from.
    """
    said = wording.search(turn.message.plain)
    if said is None or waiting.field not in _DATES or waiting.value == "no_letter":
        return None
    before = date.fromisoformat(str(waiting.value))
    try:
        day = before.replace(day=min(int(one) for one in said.groups() if one))
    except ValueError:
        return None
    letter = turn.draft.referral.decision.letter_date
    is_early = waiting.field == "certificate_date" and letter is not None and day < letter
    return None if is_early or check_letter_date(day, turn.today) is not None else day
