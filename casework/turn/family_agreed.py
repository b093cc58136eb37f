"""Keeps when and how a family agreed to be referred, however its yes was taken."""

from __future__ import annotations

from casework.answers.family_agreed import day_of_agreement, way_of_agreement
from casework.turn.state import Turn


def note_when_and_how(turn: Turn) -> None:
    """Put the day and the way beside the yes, where the message tells of it (DP-08)."""
    permission = turn.draft.referral.referrer.permission
    is_told = turn.pending == "permission" or turn.message.first("permission") is not None
    if permission is None or not permission.given or not is_told:
        return
    on = day_of_agreement(turn.message, turn.draft, turn.today)
    how = way_of_agreement(turn.message, turn.draft)
    permission.on = on or permission.on
    permission.how = how or permission.how
