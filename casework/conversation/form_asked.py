"""What is said to questions about the form itself."""

from __future__ import annotations

from casework.turn.questions import count_questions_left
from casework.turn.state import Turn


def tell_so_far(turn: Turn) -> None:
    """Say that the review shows all of it: before it somebody else may hold the phone."""
    if turn.draft.progress.is_submitted:
        turn.say("utter_so_far_once_sent", topic="receipt")
    elif turn.pending != "summary":
        turn.say("utter_so_far")


def tell_how_many_left(turn: Turn) -> None:
    """Say about how many questions there will be, and that most may be skipped."""
    left = count_questions_left(turn.draft, turn.today)
    if left:
        count = "about 1 more question" if left == 1 else f"about {left} more questions"
        turn.say("utter_questions_left", {"count": count})
