"""A letter's day told roughly: its words are kept, and who may be short of time hears it now."""

from __future__ import annotations

from casework.answers import Answer
from casework.dispute.result import TIME_MAY_BE_SHORT
from casework.dispute.rough_days import earliest_day, may_be_short_of_time
from casework.referral.draft import may_be_kept
from casework.turn.own_words import keep_words
from casework.turn.state import Turn


def note_rough_day(turn: Turn, answer: Answer | None) -> None:
    """Keep the words for the team and, where they may leave little time, warn and mark it urgent.

    No date is stored: the letter may still be found.
    """
    draft = turn.draft
    if turn.pending != "decision_date" or (answer is not None and answer.facts):
        return
    earliest = earliest_day(turn.message, turn.today)
    if earliest is None or not may_be_kept(draft):
        return
    keep_words(turn)
    told = draft.progress.told
    if not may_be_short_of_time(draft, earliest, turn.today):
        draft.progress.told = [each for each in told if each != TIME_MAY_BE_SHORT]
    elif TIME_MAY_BE_SHORT not in told:
        told.append(TIME_MAY_BE_SHORT)
        turn.say("utter_time_may_be_short", topic="appeal_deadline")
