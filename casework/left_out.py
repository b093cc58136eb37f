"""What a message tells and the referral does not take: a second child, a letter yet to come."""

from __future__ import annotations

import re
from datetime import date

from casework.facts import Fact
from casework.fields import is_given
from casework.message import Message
from casework.turn import Turn

_CHILD = r"(?:child|kid|son|daughter|boy|girl|lad|lass|little one|twin|brother|sister|one)"
_ANOTHER_CHILD = re.compile(
    rf"\b(?:my|our|have|got|for|about|had|there'?s|theres|with) (?:an?|the|his|her|my|our)? ?"
    rf"(?:other|another) {_CHILD}\b|"
    r"\b(?:also|too) (?:have|got|for) (?:an?|my|our) (?:son|daughter|child|boy|girl|lad)\b|"
    r"\b(?:one|two|both) of (?:my|our) (?:kids|children|boys|girls|sons|daughters)\b",
    re.IGNORECASE,
)
_LATER_CHILD = re.compile(rf"\b(?:my|our) (?:second|2nd|third|3rd) {_CHILD}\b", re.IGNORECASE)
"""Another child only where one was told of before: a second child may be the one it is about."""
_ASKS = re.compile(
    r"\?|^\W*(?:and |so |but )?(?:can|could|do|does|is|are|will|would|should|what|how|"
    r"which|when)\b",
    re.IGNORECASE,
)
_OF_A_CHILD = frozenset({"child_name", "child_age"})
_OF_A_LETTER = re.compile(r"\b(?:letters?|dated|decision|refus\w+)\b", re.IGNORECASE)


def say_what_is_left_out(turn: Turn) -> None:
    """Tell the parent, so that nobody thinks it was kept.

    The answer to the question for the letter's date is told so by its own reader.
    """
    if turn.message.first("several_children") is not None:
        turn.say("utter_one_child_at_a_time")
    elif _tells_of_another_child(turn):
        turn.say("utter_another_child_later")
    if turn.pending != "decision_date" and _gives_future_letter_date(turn.message, turn.today):
        turn.say("utter_letter_date_left_out")


def without_another_child(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The facts, less a name and an age that are another child's than the referral's."""
    if not _tells_of_another_child(turn):
        return facts
    return [fact for fact in facts if fact.field not in _OF_A_CHILD]


def _tells_of_another_child(turn: Turn) -> bool:
    """True for "I have another child too"; a question about it is answered as a question."""
    words, draft = turn.message.plain, turn.draft
    if _ASKS.search(words):
        return False
    knows_one = any(is_given(draft, field) for field in _OF_A_CHILD)
    later = _LATER_CHILD.search(words) if knows_one else None
    return (_ANOTHER_CHILD.search(words) or later) is not None


def _gives_future_letter_date(message: Message, today: date) -> bool:
    letter = message.first("date", "decision")
    return (
        letter is not None
        and date.fromisoformat(letter.value) > today
        and _OF_A_LETTER.search(message.plain) is not None
    )
