"""A question that would come for the third time with nothing learnt in between is left.

`casework.turn.misses` counts what could not be read. Here are stories, distress and whatever else
is no miss and brings the same question again: the words are kept for the team, and we go on.
"""

from __future__ import annotations

from casework.referral.draft import Draft, may_be_kept
from casework.turn.own_words import keep_words
from casework.turn.passing_over import OFFERED_AFTER, leave_question, offer_person
from casework.turn.questions import next_question
from casework.turn.state import Turn
from casework.words import reads_as_question

_AT_MOST = 2
"""Times that a question comes again before it is left."""
_NO_ANSWERS = frozenset(
    {
        "carry_on",
        "complain",
        "greet",
        "help_me",
        "here",
        "how_many_left",
        "privacy",
        "so_far",
        "thanks",
        "wait",
    }
    | {"want_person", "cancel_another", "go_back", "change_answer", "skip", "why"}
)
"""Controls that answer nothing and are answered: the question comes again as a matter of course."""
_ONLY_THEIRS = frozenset({"consent", "share_with_council", "permission", "role", "summary"})
"""Nobody goes on without their word: a person is offered instead."""
_OPEN_STILL = frozenset({"anything_else", "change_what", "start_again"})
_SHORTEST = 3
"""Words of a message that tells something."""


def leave_what_comes_again(turn: Turn, before: Draft, control: str | None) -> None:
    """Count how often the question came again, and leave it where it would be once too often."""
    progress = turn.draft.progress
    question = next_question(turn.draft, turn.today)
    is_over = progress.is_stopped or progress.has_declined
    if is_over or question != turn.pending or question in _OPEN_STILL or _has_learnt(turn, before):
        progress.times_again = 0
        return
    is_counted = progress.misses > before.progress.misses or before.progress.has_lost_thread
    if is_counted or control in _NO_ANSWERS or _has_answered(turn):
        return
    progress.times_again += 1
    if progress.times_again < _AT_MOST:
        return
    progress.times_again = 0
    _keep(turn)
    if question in _ONLY_THEIRS:
        progress.misses = max(progress.misses, OFFERED_AFTER)
        offer_person(turn, "utter_offer_person_required")
    else:
        leave_question(turn, question)


def _has_learnt(turn: Turn, before: Draft) -> bool:
    """True where something was answered or read; at the review any words that are kept count."""
    is_read = turn.draft.progress.unconfirmed is not None and before.progress.unconfirmed is None
    narrows = turn.draft.progress.candidates != before.progress.candidates
    is_added = turn.pending == "summary" and bool(turn.changed)
    is_told = is_added or bool(set(turn.changed) - {"in_own_words"})
    return is_told or bool(turn.put_aside) or is_read or narrows


def _has_answered(turn: Turn) -> bool:
    """True where a question of theirs was answered, or taken for one."""
    return any(said.topic is not None for said in turn.says)


def _keep(turn: Turn) -> None:
    words = turn.message.plain
    if len(words.split()) >= _SHORTEST and may_be_kept(turn.draft) and not reads_as_question(words):
        keep_words(turn)
