"""A reading that was not sure waits for a yes; saying the right value again is as good."""

from __future__ import annotations

from casework.answers import Answer
from casework.draft import Draft
from casework.facts import Fact
from casework.turn import Turn, take_facts
from casework.words import reads_as_no, reads_as_yes


def take_confirmation(turn: Turn, answer: Answer | None, facts: list[Fact]) -> bool:
    """Deal with the reading that waits for a yes. True when the message settled it."""
    progress = turn.draft.progress
    waiting = progress.unconfirmed
    if waiting is None:
        return False
    if waiting.field == "start_again":
        return _confirm_start_again(turn)
    said = [f for f in (*(answer.facts if answer else ()), *facts) if f.field == waiting.field]
    for fact in said:
        if fact.value == waiting.value or fact.shown == waiting.shown or fact.is_sure:
            progress.unconfirmed = None
            value = waiting.value if fact.shown == waiting.shown else fact.value
            _settle(turn, waiting.field, value)
            others = [other for other in facts if other.field != waiting.field]
            take_facts(turn, others, is_answer=False, is_correction=False)
            return True
        progress.unconfirmed = waiting.model_copy(update={"value": fact.value, "shown": fact.shown})
        return True
    if reads_as_yes(turn.message.plain):
        progress.unconfirmed = None
        _settle(turn, waiting.field, waiting.value)
        return True
    if reads_as_no(turn.message.plain):
        progress.unconfirmed = None
        if waiting.field == "language" and waiting.value.get("code"):
            turn.put("interpreter", False)
            progress.mark_answered("interpreter")
        return True
    return False


def _settle(turn: Turn, field: str, value: object) -> None:
    turn.put(field, value)
    turn.draft.progress.mark_answered(field)
    turn.draft.progress.misses = 0


def _confirm_start_again(turn: Turn) -> bool:
    turn.draft.progress.unconfirmed = None
    if reads_as_yes(turn.message.plain):
        turn.draft = Draft()
        turn.must_delete = True
        turn.say("utter_started_again")
    return True
