"""Keeps the facts of a message that speaks of danger; the front desk alone answers it.

"My ex reads my phone, don't text me, ring 07700 900123 after 6": the notice is said at once, and
what was told must not be lost, above all how it is safe to reach them (privacy.md DP-22).
"""

from __future__ import annotations

import re
from datetime import date, datetime

from casework.dispute.result import update_result
from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.referral.draft import Draft
from casework.turn.consents import has_withdrawn, note_who_consents
from casework.turn.own_words import keep_words
from casework.turn.state import Outcome, Turn, take_facts
from casework.turn.taking import facts_that_count

_DAYS_OF_PAPERS = frozenset({"decision_date", "certificate_date"})
_PAPER = re.compile(
    r"\b(?:letters?|decisions?|plans?|ehcps?|certificates?|dated?|issued|council|la)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|so|because|cos)\s)[^.,;!?\n])+")


def take_facts_beside_danger(
    draft: Draft, message: Message, *, today: date, now: datetime
) -> Outcome:
    """The outcome of the message: facts alone. It says nothing, and no yes or no in it counts.

    Of the words themselves only those are kept that say who is not to be contacted: the rest is the
    safeguarding lead's to read. A day in them is the day of what happened, not the letter's.

    The pending question stays as it is, and what contradicts an answer waits for the next one.
    Nothing is taken from somebody who said no to our keeping it.
    """
    turn = Turn(draft=draft.copy_deep(), message=message, today=today, now=now)
    progress = turn.draft.progress
    if has_withdrawn(draft) or progress.has_declined:
        return turn.finish()
    progress.has_lost_thread = True
    asked = progress.unconfirmed
    told = facts_that_count(turn)
    if not _tells_day_of_paper(message):
        told = [fact for fact in told if fact.field not in _DAYS_OF_PAPERS]
    take_facts(turn, told, is_answer=False, is_correction=False)
    left_out = whom_to_leave_out(message.plain)
    if left_out is not None:
        keep_words(turn, left_out)
    if progress.unconfirmed is not None and progress.unconfirmed != asked:
        progress.to_confirm_first.append(progress.unconfirmed)
        progress.unconfirmed = asked
    note_who_consents(turn.draft)
    # The referral says at once that somebody must look, also one that was sent before.
    update_result(turn.draft, today)
    turn.says.clear()
    return turn.finish()


def _tells_day_of_paper(message: Message) -> bool:
    """True where a letter, a plan or a certificate is named in the same clause as a day."""
    days = message.all_of("date")
    return bool(days) and any(
        _PAPER.search(clause[0])
        for clause in _CLAUSE.finditer(message.text)
        if any(clause.start() <= day.start < clause.end() for day in days)
    )
