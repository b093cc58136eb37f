"""Keeps who is to interpret ("a woman please") beside the language, or beside the other needs."""

from __future__ import annotations

from casework.people.help_told import wish_for_interpreter
from casework.referral.draft import may_be_kept
from casework.turn.consents import has_withdrawn
from casework.turn.state import Turn


def note_wish_for_interpreter(turn: Turn, *, asked: str | None) -> None:
    """Keep it, once the language that goes with it was taken. `asked`: the question before."""
    wish = wish_for_interpreter(turn.message, asked)
    if wish is None or has_withdrawn(turn.draft) or not may_be_kept(turn.draft):
        return
    interpreter, access = turn.draft.referral.interpreter, turn.draft.referral.access
    if interpreter.language is not None or interpreter.sign:
        told = interpreter.details
        interpreter.details = _joined(told, wish)
        if interpreter.details != told:
            turn.changed.append("language")
    elif interpreter.needed is not False:
        needs = {"needs": [*access.needs, "other"], "details": _joined(access.details, wish)}
        turn.put("access_needs", needs)


def _joined(before: str | None, wish: str) -> str:
    if before and wish in before:
        return before
    return "; ".join(filter(None, [before, f"interpreter: {wish}"]))
