"""Takes a need of the meeting out of the draft where it is said to be none: "NO quiet room"."""

from __future__ import annotations

import re

from casework.referral.show import field_label, label_of, show_value
from casework.referral.told_back import within_a_sentence
from casework.turn.state import Turn

_DENIES = (
    r"(?:no|not|without|never (?:said|asked for)|remove|delete|drop|"
    r"take (?:off|out|away)|do ?n[o']?t (?:need|want)|dont (?:need|want)|"
    r"did ?n[o']?t (?:say|ask for|want))(?: an?| any| the)?"
)


def take_needs_away(turn: Turn) -> bool:
    """Take them out; True where the message tells nothing else and so is dealt with."""
    access, words = turn.draft.referral.access, turn.message.plain
    gone = [need for need in access.needs if need != "other" and _is_denied(need, words)]
    if not gone:
        return False
    left = [need for need in access.needs if need not in gone]
    details = access.details
    turn.clear("access_needs")
    turn.put("access_needs", {"needs": left, "details": details if left else None})
    shown = show_value("access_needs", {"needs": left, "details": access.details})
    label = within_a_sentence(field_label("access_needs"))
    turn.say("utter_changed", {"field": label, "value": shown})
    return not any(one.is_sure for one in turn.message.entities)


def _is_denied(need: str, words: str) -> bool:
    label = re.escape(label_of("access_needs", need))
    return re.search(rf"\b{_DENIES} {label}\b(?! only)", words, re.IGNORECASE) is not None
