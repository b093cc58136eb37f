"""Keeps to a yes or no to telling the council, whenever it is said."""

from __future__ import annotations

from casework.consent.telling_later import reads_as_telling_council
from casework.referral.show import field_label, show_value
from casework.referral.told_back import within_a_sentence
from casework.turn.consents import answer_share
from casework.turn.own_words import keep_for_team
from casework.turn.state import Turn
from casework.words import reads_as_question

_ASKED_THERE = frozenset({"consent", "share_with_council", "permission"})
"""Questions whose own readers hear it."""


def take_word_on_council(turn: Turn) -> bool:
    """Note the yes or no to telling the council; True where the message tells nothing else.

    A no counts at once, also after sending, where somebody must look before the council is told.
    """
    share = turn.draft.referral.consent.share_with_council
    if turn.pending in _ASKED_THERE or share.given is None:
        return False
    given = reads_as_telling_council(turn.message.plain)
    if given is None or given is share.given:
        return False
    answer_share(turn, given)
    shown = within_a_sentence(field_label("share_with_council"))
    turn.say("utter_changed", {"field": shown, "value": show_value("share_with_council", given)})
    if turn.draft.progress.is_submitted:
        turn.ask_person("told_more", "soon" if given else "urgent", is_awaited=False)
        keep_for_team(turn)
    is_all = not any(entity.is_sure for entity in turn.message.entities)
    return is_all and not reads_as_question(turn.message.plain)
