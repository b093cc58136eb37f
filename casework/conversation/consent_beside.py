"""A yes or no to a consent in a message that could be something else besides."""

from __future__ import annotations

from casework.answers import read_answer
from casework.answers.reading import one
from casework.consent.calling_off import wants_to_end
from casework.consent.leading import read_yes
from casework.turn.asked_of_case import asks_what_a_no_means
from casework.turn.confirming import is_asked_to_confirm
from casework.turn.half_answers import HalfAnswer
from casework.turn.state import Turn

CONSENTS = frozenset({"consent", "share_with_council"})


def agrees_beside(turn: Turn, control: str | None) -> HalfAnswer | None:
    """The yes to a consent beside the wish for a person: "yes thats ok. can someone ring me".

    A yes to a reading settles that too.
    """
    if control != "want_person":
        return None
    waiting = turn.draft.progress.unconfirmed
    is_confirmed = is_asked_to_confirm(turn) and read_yes(turn.message.plain, "reading") is not None
    if waiting is not None and is_confirmed and waiting.field != "start_again":
        return HalfAnswer(one(waiting.field, waiting.value), control)
    if turn.pending not in CONSENTS:
        return None
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    is_yes = answer is not None and any(fact.value is True for fact in answer.facts)
    return HalfAnswer(answer, control) if answer is not None and is_yes else None


def answers_consent(turn: Turn) -> bool:
    """True where "no leave it for now" answers a consent, and so ends nothing.

    "Not till you tell me what happens if I say no" asks first.
    """
    words = turn.message.plain
    if turn.pending not in CONSENTS or wants_to_end(words, turn.pending):
        return False
    if asks_what_a_no_means(words, turn.pending) is not None:
        return False
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    return answer is not None and bool(answer.facts)
