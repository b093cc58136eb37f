"""A reading that was not sure waits for a yes; saying the right value again is as good."""

from __future__ import annotations

from casework.answers import Answer
from casework.draft import Draft, Unconfirmed
from casework.facts import Fact
from casework.fields import is_given
from casework.misses import count_miss, offer_after_misses
from casework.turn import Turn, take_facts
from casework.words import (
    reads_as_no,
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_unsure,
    reads_as_yes,
)


def is_asked_to_confirm(turn: Turn) -> bool:
    """True where the question asked last was whether a reading is right."""
    waiting = turn.draft.progress.unconfirmed
    return waiting is not None and waiting.field == turn.pending


def take_confirmation(turn: Turn, answer: Answer | None, facts: list[Fact]) -> bool:
    """Deal with the reading that waits for a yes. True when the message settled it.

    A yes to another question, asked since, settles nothing here.
    """
    progress = turn.draft.progress
    waiting = progress.unconfirmed
    if waiting is None or not is_asked_to_confirm(turn):
        return False
    if waiting.field == "start_again":
        return _confirm_start_again(turn)
    answered = answer.facts if answer and not _is_of_the_reading(turn, waiting) else ()
    said = [fact for fact in (*answered, *facts) if fact.field == waiting.field]
    if any(fact.value == "no_letter" for fact in said):
        # "Not got one" may be the certificate: it only says that this is not the date.
        progress.unconfirmed = None
        return True
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
        else:
            count_miss(turn)
            offer_after_misses(turn)
        return True
    if reads_as_unsure(turn.message.plain) and is_given(turn.draft, waiting.field):
        progress.unconfirmed = None
        turn.say("utter_noted_unsure")
        return True
    return False


def _is_of_the_reading(turn: Turn, waiting: Unconfirmed) -> bool:
    """True where a yes or no says whether the reading is right, and is no answer by itself.

    To "the date is 3 May, is that right?" a no does not say that there is no letter; only where a
    yes was read is a no its opposite.
    """
    words = turn.message.plain
    return reads_as_plain_yes(words) or (reads_as_plain_no(words) and waiting.value is not True)


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
