"""Hands the referral in, checked whole once more, and says what happens next."""

from __future__ import annotations

from casework.dispute.result import date_to_act_by
from casework.referral.record import find_missing
from casework.referral.show import show_date
from casework.turn.state import Turn


def submit(turn: Turn) -> None:
    """Hand the referral in, after checking the whole of it once more; slots are never trusted."""
    missing = find_missing(turn.draft.referral)
    if missing:
        turn.say("utter_still_needed")
        reopened = [*missing, "email"] if "phone" in missing else missing
        for name in reopened:
            for marks in (turn.draft.progress.unsure, turn.draft.progress.skipped):
                if name in marks:
                    marks.remove(name)
        return
    turn.must_submit = True
    turn.draft.progress.is_submitted = True
    turn.say("utter_submitted", {"reference": "{reference}"}, topic="receipt")
    aim_for = date_to_act_by(turn.draft.referral)
    if aim_for is not None and aim_for >= turn.today:
        turn.say("utter_receipt_date", {"contact_by": show_date(aim_for)})
    if turn.draft.referral.deadlines.urgency in ("urgent", "passed"):
        turn.say("utter_urgent")
    turn.say("utter_what_next", topic="what_happens_next")
