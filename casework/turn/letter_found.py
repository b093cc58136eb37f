"""The day of the council's letter, told where none was asked for, or told roughly.

It was looked for meanwhile perhaps. Of a rough day the words are kept, and who may be short of time
hears it now.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers import Answer
from casework.answers.fact import Fact
from casework.dispute.letter_days import tells_when_it_came, words_before
from casework.dispute.result import TIME_MAY_BE_SHORT
from casework.dispute.rough_days import earliest_day, may_be_short_of_time
from casework.law.deadlines import check_letter_date
from casework.referral.draft import may_be_kept
from casework.turn.own_case import OF_TIME
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

_ABOUT_A_PAPER = frozenset({"certificate_held", "appeal_lodged", "summary"})
"""Here a date is the letter's only where nothing else is told, and the letter's is still open."""
_ASK_FOR_A_DATE = _ABOUT_A_PAPER | {
    "decision_date",
    "certificate_date",
    "permission",
    "child_age",
    "change_what",
    "anything_else",
    "best_time",
    "in_own_words",
}
"""Here a date alone is, or may be, of something else than the council's letter."""
_ONLY_A_DAY = re.compile(
    r"^(?:\W|\b(?:\d{1,4}(?:st|nd|rd|th)?|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|"
    r"sep\w*|oct\w*|nov\w*|dec\w*|ok(?:ay)?|no|oh|ah|right|so|and|sorry|just|"
    r"(?:(?:i|we)(?:'?ve| have)? (?:just |now |finally )?)?found|i(?= think)|finally|now|here|it|"
    r"it'?s|is|was|says|the|of|on|letter'?s?|dated?|day|think)\b)+$",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:applied|asked|requested|put in|sent (?:it|them|our|my|the)|start\w*|since|born|birthday|"
    r"moved?|moving|rang|phoned|called|spoke|met|meeting|review\w*|assessed|appointment|mediation|"
    r"booked|hearing)\b",
    re.IGNORECASE,
)
"""Before a day: something happened then, or will, and no letter was written."""
_AFTER_IT = frozenset({"certificate_held", "appeal_lodged", "route_wanted", "name"})
"""The questions right after the letter's, none of which has a day for its answer."""


def bare_date(turn: Turn, facts: list[Fact]) -> list[Fact]:
    """The one date of the message that is of nothing else, to be confirmed.

    Right after the answer to "how long do I have?", which asks for it, it is the letter's.
    """
    bare = [entity for entity in turn.message.all_of("date") if entity.role is None]
    is_known = turn.draft.referral.decision.letter_date is not None
    if len(bare) != 1 or is_known or any(fact.field.endswith("_date") for fact in facts):
        return []
    if _OF_AN_EVENT.search(words_before(turn.message, bare[0])):
        return []
    if turn.pending in _ASK_FOR_A_DATE and not (
        turn.pending in _ABOUT_A_PAPER and tells_the_day_looked_for(turn)
    ):
        return []
    day = date.fromisoformat(str(bare[0].value))
    if check_letter_date(day, turn.today) is not None:
        return []
    is_asked_for = turn.draft.progress.last_topic in OF_TIME and bare[0].is_sure
    is_sure = is_asked_for and not tells_when_it_came(turn.message)
    return [Fact("decision_date", day.isoformat(), is_sure)]


def tells_the_day_looked_for(turn: Turn) -> bool:
    """True for "ok found it, 4th November", once the question for that date was passed over."""
    progress = turn.draft.progress
    is_open = "decision_date" in (*progress.unsure, *progress.skipped)
    return is_open and _ONLY_A_DAY.match(turn.message.plain) is not None


def confirm_the_day_first(turn: Turn) -> None:
    """Ask at once whether the day that was looked for is the letter's: they have it in hand."""
    progress = turn.draft.progress
    if not tells_the_day_looked_for(turn):
        return
    day = [waiting for waiting in progress.to_confirm if waiting.field == "decision_date"]
    progress.to_confirm = [waiting for waiting in progress.to_confirm if waiting not in day]
    progress.to_confirm_first += day


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
