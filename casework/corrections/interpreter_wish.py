"""Keeps who is to interpret ("a woman please") beside the language, or beside the other needs.

So is for whom ("my wife needs it") beside the language; where none is known yet, in their words.
"""

from __future__ import annotations

from casework.people.help_told import wish_for_interpreter
from casework.people.interpreter_for import interpreter_is_for, speaks_it
from casework.turn.consents import has_withdrawn
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

ASK_FOR_IT = frozenset({"interpreter", "language"})


def note_wish_for_interpreter(turn: Turn, *, asked: str | None) -> None:
    """Keep it, once the language that goes with it was taken. `asked`: the question before."""
    wish = wish_for_interpreter(turn.message, asked)
    if wish is None and asked in ASK_FOR_IT:
        note_whom_it_is_for(turn)
    if wish is None or has_withdrawn(turn.draft) or turn.draft.progress.has_declined:
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


def note_whom_it_is_for(turn: Turn) -> None:
    """Keep whom of the family the interpreter is for, told now or before the language was."""
    interpreter = turn.draft.referral.interpreter
    told = (turn.draft.referral.dispute.in_own_words or "").split("\n")
    whom = speaks_it(turn.message.plain)
    if interpreter.needed is not True:
        return
    if interpreter.language is None and not interpreter.sign:
        if whom is not None:
            keep_words(turn)
        return
    whom = whom or next(filter(None, map(interpreter_is_for, told)), None)
    if whom is not None:
        interpreter.details = _joined(interpreter.details, f"for {whom}")


def _joined(before: str | None, wish: str) -> str:
    if before and wish in before:
        return before
    return "; ".join(filter(None, [before, f"interpreter: {wish}"]))
