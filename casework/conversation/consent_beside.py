"""A yes or no to a consent in a message that could be something else besides."""

from __future__ import annotations

from casework.answers import read_answer
from casework.consent.calling_off import wants_to_end
from casework.turn.half_answers import HalfAnswer
from casework.turn.state import Turn

CONSENTS = frozenset({"consent", "share_with_council"})


def agrees_beside(turn: Turn, control: str | None) -> HalfAnswer | None:
    """The yes to a consent beside the wish for a person: "yes thats ok. can someone ring me"."""
    if control != "want_person" or turn.pending not in CONSENTS:
        return None
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    is_yes = answer is not None and any(fact.value is True for fact in answer.facts)
    return HalfAnswer(answer, control) if answer is not None and is_yes else None


def answers_consent(turn: Turn) -> bool:
    """True where "no leave it for now" answers a consent, and so ends nothing."""
    if turn.pending not in CONSENTS or wants_to_end(turn.message.plain, turn.pending):
        return False
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    return answer is not None and bool(answer.facts)
