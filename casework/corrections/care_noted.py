"""Notes what has to be heeded in reaching them, whatever was asked, and leaves the rest to answer.

"Yes, but don't tell my mum" is a yes, and no plain one: the words go beside the times to call.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.people.beside_a_number import told_beside_number
from casework.people.contact_told import join_times, own_ways
from casework.people.limits_told import limits_told
from casework.people.reached_with_care import (
    care_told,
    clauses_of_care,
    is_of_another,
    may_be_a_need,
    says_the_same,
)
from casework.people.shared_phone import is_shared
from casework.referral.draft import may_be_kept
from casework.turn.consents import has_withdrawn, is_partial_yes
from casework.turn.state import Turn

_ASK_FOR_NEEDS = frozenset({"access_needs", "interpreter"})
_OF_NUMBERS = frozenset({"phone", "email", "best_time"})
_JOINS = re.compile(r"(?:[\s,;-]|\b(?:but|so|and|cos|cuz|because|also|just)\b)+$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:\W|\b(?:but|so|and|also|please|pls|i|just|said|told|you|again|ok|thanks|thank|sorry|"
    r"like|well|the|bit|about)\b)*",
    re.IGNORECASE,
)


def note_care(turn: Turn) -> None:
    """Put these words beside the times to call.

    What is said of it repeats none of them: somebody else may see the screen or the text. Of a
    family that has not agreed nothing is kept (DP-08).
    """
    told, referral = _told_to_heed(turn), turn.draft.referral
    if not told or has_withdrawn(turn.draft) or turn.draft.progress.has_declined:
        return
    if referral.is_third_party and not referral.has_permission:
        return
    turn.put("best_time", join_times(referral.contact.best_time, told))
    is_last_word = turn.pending == "anything_else"
    if "best_time" in turn.changed and may_be_kept(turn.draft) and not is_last_word:
        turn.say("utter_added_for_team")


def _told_to_heed(turn: Turn) -> list[str]:
    """The care, the limits and what is told beside a number, each once, as typed.

    Whose the numbers are that a professional gives is told elsewhere (`family_number`).
    """
    message = turn.message
    told = care_told(message.plain)
    spans = limits_told(message, asked=turn.pending)
    others = [message.text[start:end] for start, end in spans]
    if not turn.draft.referral.is_third_party:
        others += told_beside_number(message, asked=turn.pending)
    for words in others:
        if not says_the_same(words, told):
            told.append(words)
    return told


def put_care_aside(turn: Turn) -> bool:
    """Take these clauses out of the message; True where they were all of it.

    A yes beside "my husband answers it" does not say which way is safe: that is asked again. Of a
    family that has not agreed they are not noted, and so stay in the message.
    """
    message, referral = turn.message, turn.draft.referral
    if referral.is_third_party and not referral.has_permission:
        return False
    clauses = clauses_of_care(message.text)
    if turn.pending in _ASK_FOR_NEEDS:
        clauses = [one for one in clauses if not may_be_a_need(message.text[slice(*one)])]
    if not clauses or turn.pending == "anything_else" or is_partial_yes(turn):
        return False
    told = care_told(message.text)
    if turn.pending == "safe_contact" and any(map(is_shared, told)) and not own_ways(message):
        return True
    turn.message = _without(message, clauses)
    tells_more = any(one.is_sure for one in turn.message.entities)
    return not tells_more and _SAYS_NOTHING.fullmatch(turn.message.text) is not None


def _without(message: Message, clauses: list[tuple[int, int]]) -> Message:
    """The message with these clauses blank; a number in them stays, and so does a refused way."""
    kept = [one for one in message.entities if not _is_left_out(one, message, clauses)]
    numbers = [one for one in kept if one.name in _OF_NUMBERS]
    letters = list(message.text)
    for start, end in clauses:
        joins = _JOINS.search(message.text[:start])
        for place in range(start if joins is None else joins.start(), end):
            if not any(one.start <= place < one.end for one in numbers):
                letters[place] = " "
    return replace(message, text="".join(letters), entities=tuple(kept))


def _is_left_out(entity: Entity, message: Message, clauses: list[tuple[int, int]]) -> bool:
    is_within = any(start <= entity.start < end for start, end in clauses) and entity.end > 0
    if not is_within or entity.name in _OF_NUMBERS:
        return False
    is_refused = (entity.name, entity.value) == ("contact_ok", "no")
    return not is_refused or is_of_another(message.text, entity.start, entity.end)
