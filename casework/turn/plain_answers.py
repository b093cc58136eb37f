"""Answers of yes or no that do something instead of filling in a field."""

from __future__ import annotations

from collections.abc import Callable

from casework.turn.consents import answer_consent, answer_share
from casework.turn.state import Turn


def _answer_callback(turn: Turn, wanted: bool) -> None:
    turn.draft.progress.callback_wanted = wanted
    turn.draft.progress.mark_answered("want_callback")
    if wanted:
        turn.ask_person("callback_wanted", "soon")
        turn.say("utter_handover_callback_noted", topic="handover")


def _answer_anything_else(turn: Turn, wanted: bool) -> None:
    if wanted:
        turn.say("utter_help_anything_else", asks="anything_else")
        return
    turn.say("utter_goodbye")
    turn.draft.progress.is_stopped = True


PLAIN_ANSWERS: dict[str, Callable[[Turn, bool], None]] = {
    "consent": answer_consent,
    "share_with_council": answer_share,
    "want_callback": _answer_callback,
    "anything_else": _answer_anything_else,
}
