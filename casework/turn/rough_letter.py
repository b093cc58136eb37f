"""A letter's day told roughly: its words are kept, and who may be short of time hears it now."""

from __future__ import annotations

from casework.answers import Answer
from casework.dispute.result import TIME_MAY_BE_SHORT
from casework.dispute.rough_days import earliest_day, may_be_short_of_time
from casework.referral.draft import may_be_kept
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

_AFTER_IT = frozenset({"certificate_held", "appeal_lodged", "route_wanted", "name"})
"""The questions right after the letter's, none of which has a day for its answer."""


def note_rough_day(turn: Turn, answer: Answer | None) -> bool:
    """Keep the words for the team and, where they may leave little time, warn and mark it urgent.

    No date is stored: the letter may still be found. True where it comes after all, once the
    question was passed over: "October I think".
    """
    draft = turn.draft
    comes_late = turn.pending in _AFTER_IT and "decision_date" in draft.progress.unsure
    if (turn.pending != "decision_date" and not comes_late) or (answer and answer.facts):
        return False
    earliest = earliest_day(turn.message, turn.today)
    if earliest is None or not may_be_kept(draft):
        return False
    keep_words(turn)
    told = draft.progress.told
    if not may_be_short_of_time(draft, earliest, turn.today):
        draft.progress.told = [each for each in told if each != TIME_MAY_BE_SHORT]
    elif TIME_MAY_BE_SHORT not in told:
        told.append(TIME_MAY_BE_SHORT)
        turn.say("utter_time_may_be_short", topic="appeal_deadline")
    if comes_late:
        turn.say("utter_added_for_team")
    return comes_late
