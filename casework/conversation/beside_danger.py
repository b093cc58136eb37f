"""Keeps the facts of a message that speaks of danger; the front desk alone answers it.

"My ex reads my phone, don't text me, ring 07700 900123 after 6": the notice is said at once, and
what was told must not be lost, above all how it is safe to reach them (privacy.md DP-22).
"""

from __future__ import annotations

from datetime import date, datetime

from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.referral.draft import Draft
from casework.turn.consents import has_withdrawn, note_who_consents
from casework.turn.own_words import keep_words
from casework.turn.state import Outcome, Turn, take_facts
from casework.turn.taking import facts_that_count


def take_facts_beside_danger(
    draft: Draft, message: Message, *, today: date, now: datetime
) -> Outcome:
    """The outcome of the message: facts alone. It says nothing, and no yes or no in it counts.

    Of the words themselves only those are kept that say who is not to be contacted.

    The pending question stays as it is, and what contradicts an answer waits for the next one.
    Nothing is taken from somebody who said no to our keeping it.
    """
    turn = Turn(draft=draft.copy_deep(), message=message, today=today, now=now)
    progress = turn.draft.progress
    if has_withdrawn(draft) or progress.has_declined:
        return turn.finish()
    asked = progress.unconfirmed
    take_facts(turn, facts_that_count(turn), is_answer=False, is_correction=False)
    left_out = whom_to_leave_out(message.plain)
    if left_out is not None:
        keep_words(turn, left_out)
    if progress.unconfirmed is not None and progress.unconfirmed != asked:
        progress.to_confirm_first.append(progress.unconfirmed)
        progress.unconfirmed = asked
    note_who_consents(turn.draft)
    turn.says.clear()
    return turn.finish()
