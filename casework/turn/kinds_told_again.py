"""What is told to a reading that waits: its kind again in other words, or another day: "no 22"."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.dispute import parts_by_word
from casework.answers.fact import Fact
from casework.answers.facts import SECTION_OF_KIND
from casework.dispute.parts_denied import parts_denied
from casework.law.deadlines import check_letter_date
from casework.law.disputes import PEOPLE
from casework.referral.draft import Unconfirmed
from casework.turn.state import Turn
from casework.turn.topics import PREFIX, dispute_of_topic
from casework.words import reads_as_plain_no, straighten

SURE_OF_KIND = 0.7
"""Confidence from which the topic of a statement says again what was read."""
_DENIES = re.compile(
    r"^\W*(?:(?:sorry|um+|er+|well|oh|but|actually|please)\W+)*(?:no+|nope|nah|wrong|incorrect|"
    r"not (?:that|really|right|quite|at all|it|exactly|the|about)|"
    r"(?:it'?s|that'?s|that is|it is|this is) (?:not|wrong)|(?:it|that) (?:isn'?t|aint|"
    r"ain'?t)|i (?:did ?n'?t|never) (?:say|said|mean|meant))\b",
    re.IGNORECASE,
)
"""What the reading is wrong is said by, first in the message."""
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


def with_kinds_told_again(turn: Turn, waiting: Unconfirmed, said: list[Fact]) -> list[Fact]:
    """The facts told, with what was read where it is told again; whose dispute it is says no kind.

    "Not enough hours, and her dad doesn't agree" names the help beside the parents who differ.
    """
    told = {kind for fact in said if fact.field == "issue" for kind in fact.value}
    if waiting.field != "issue" or told - set(PEOPLE):
        return said
    again = _kinds_told_again(turn, waiting)
    return [Fact("issue", [*each.value, *sorted(told)]) for each in again] or said


def _kinds_told_again(turn: Turn, waiting: Unconfirmed) -> list[Fact]:
    """What was read of the kind, told again in words that name none: by topic, or by the part.

    "They haven't decided, it's late" after "late or no answer, is that right?" is no denial.
    """
    words = turn.message.plain
    if waiting.field != "issue" or denies_reading(words) or "?" in words:
        return []
    topic = turn.message.intent
    is_sure = topic.startswith(PREFIX) and turn.message.confidence >= SURE_OF_KIND
    told = dispute_of_topic(topic.removeprefix(PREFIX), []) if is_sure else []
    kinds = {kind for fact in told for kind in fact.value}
    letters = set(parts_by_word(words)) - parts_denied(words)
    kinds |= {kind for kind, letter in SECTION_OF_KIND.items() if letter in letters}
    again = [kind for kind in waiting.value if kind in kinds]
    return [Fact("issue", again)] if again else []


def denies_reading(words: str) -> bool:
    """True for "no, the school" and "that's not it"; false for "they haven't decided"."""
    return reads_as_plain_no(words) or _DENIES.match(straighten(words)) is not None


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
