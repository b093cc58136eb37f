"""Takes kinds of dispute out of the draft that the parent says it is not about.

What takes their place is put in where it is called by its name; else it is asked about anew.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.dispute.kinds_denied import (
    kinds_denied,
    kinds_named,
    only_kind,
    without_denied_kinds,
    without_kinds,
)
from casework.law.disputes import CONTENT, with_people
from casework.message import Entity
from casework.referral.draft import Unconfirmed
from casework.referral.show import field_label, show_value
from casework.turn.state import Turn

_TELLS_NOTHING = re.compile(
    r"^(?:\W|\d{1,2}\b|\b(?:no+|nope|sorry|actually|please|pls|thanks?|thank you|it|its|it's|is|i|"
    r"that|that's|thats|at|all|though|tho|then|now|any ?more|ok|okay|as well|too|also|off|out|"
    r"wrong|incorrect|right|not|hang on|wait|change|number|should be|should say|the|they|only|"
    r"just|and|but|have|they've)\b)*$",
    re.IGNORECASE,
)
"""What is left of "9 wrong. refuse plan not refuse assess" without the kinds."""


def take_kinds_away(turn: Turn) -> bool:
    """Take out what is denied; True where the message tells nothing else and so is dealt with.

    The words that deny it leave the message, so that their "no" answers no other question.
    """
    progress, message = turn.draft.progress, turn.message
    alone = only_kind(message.plain)
    denied = kinds_denied(message.text)
    if alone is not None:
        denied |= set(progress.stated_kinds) & set(CONTENT) - {alone}
    if not denied or progress.is_submitted:
        return False
    named = [kind for kind in kinds_named(message.text) if kind not in denied]
    has_taken = _take_from_draft(turn, denied, named) | _take_from_readings(turn, denied, named)
    kept = tuple(one for one in message.entities if not _is_kind_of(one, {*denied, *named}))
    if not has_taken and len(kept) == len(message.entities):
        return False
    new = tuple(Entity("dispute", kind) for kind in named)
    text = without_denied_kinds(message.text)
    turn.message = replace(message, text=text, entities=(*kept, *new))
    return has_taken and _TELLS_NOTHING.match(without_kinds(text)) is not None


def _is_kind_of(entity: Entity, kinds: set[str]) -> bool:
    return entity.name == "dispute" and str(entity.value) in kinds


def _take_from_draft(turn: Turn, denied: frozenset[str], named: list[str]) -> bool:
    """Put what is named in place of what is denied, and say so; False where none was there."""
    progress, sections = turn.draft.progress, turn.draft.referral.dispute.sections
    held, school_only = progress.stated_kinds, progress.school_only
    if not denied & set(held):
        return False
    left = list(dict.fromkeys([*(kind for kind in held if kind not in denied), *named]))
    turn.clear("issue")
    if left:
        _put(turn, left)
    gone = show_value("issue", [kind for kind in held if kind in denied])
    stands = show_value("issue", left) if left else f"not {gone}"
    turn.say("utter_changed", {"field": field_label("issue").lower(), "value": stands})
    if sections:
        turn.put("sections", sections)
        progress.school_only = school_only
    return True


def _take_from_readings(turn: Turn, denied: frozenset[str], named: list[str]) -> bool:
    """Drop what was half heard and is denied; False where nothing of it waits for a yes."""
    progress = turn.draft.progress
    waiting = progress.unconfirmed
    before = [waiting, *progress.to_confirm]
    progress.unconfirmed = _without(waiting, denied)
    left = [_without(other, denied) for other in progress.to_confirm]
    progress.to_confirm = [other for other in left if other is not None]
    if before == [progress.unconfirmed, *progress.to_confirm]:
        return False
    if named and waiting is not None and waiting != progress.unconfirmed:
        progress.unconfirmed = None
        _put(turn, with_people(named, progress.stated_kinds))
    return True


def _put(turn: Turn, kinds: list[str]) -> None:
    turn.put("issue", kinds)
    turn.draft.progress.mark_answered("issue")


def _without(waiting: Unconfirmed | None, denied: frozenset[str]) -> Unconfirmed | None:
    if waiting is None or waiting.field != "issue":
        return waiting
    left = [kind for kind in waiting.value if kind not in denied]
    if left == waiting.value:
        return waiting
    return (
        waiting.model_copy(update={"value": left, "shown": show_value("issue", left)})
        if left
        else None
    )
