"""What a message tells of how and when to reach its writer: a no to a way outweighs a yes."""

from __future__ import annotations

import re
from typing import Any

from casework.draft import Draft
from casework.message import Entity, Message

CONTACT_FLAG = {
    "call": "safe_to_call",
    "text": "safe_to_text",
    "email": "safe_to_email",
    "voicemail": "safe_to_leave_voicemail",
}
LONGEST_TIME = 200
"""Characters kept of the times to call that one message names."""
_FLAG_OF_PREFERRED = {"phone": "safe_to_call", "text": "safe_to_text", "email": "safe_to_email"}
_TAKES_OUT = re.compile(
    r"(?:do not|don'?t|never|not|can'?t|cannot|won'?t|except|avoid)\b", re.IGNORECASE
)


def ways_told(message: Message) -> tuple[dict[str, Any], bool]:
    """The `safe_to_…` flags and `preferred` that are told, and whether all of it is sure."""
    named = message.all_of("contact_ok")
    flags: dict[str, Any] = {}
    for entity in sorted(named, key=_weight_of_way):
        of_role = CONTACT_FLAG.get(str(entity.role))
        for flag in [of_role] if of_role else CONTACT_FLAG.values():
            flags[flag] = entity.value == "yes"
    is_sure = all(entity.is_sure for entity in named)
    preferred = message.first("contact_preferred")
    if preferred is not None and flags.get(_FLAG_OF_PREFERRED[preferred.value]) is not False:
        return flags | {"preferred": preferred.value}, is_sure and preferred.is_sure
    return flags | _way_left(flags, message), is_sure


def _weight_of_way(entity: Entity) -> tuple[bool, bool]:
    return entity.role in CONTACT_FLAG, entity.value != "yes"


def _way_left(flags: dict[str, Any], message: Message) -> dict[str, Any]:
    """The one way left to somebody who must not be rung: the text or the email they name."""
    if flags.get("safe_to_call") is not False:
        return {}
    has_email = message.first("email") is not None or flags.get("safe_to_email")
    wanted = {"text": flags.get("safe_to_text") is True, "email": bool(has_email)}
    ways = [way for way, is_wanted in wanted.items() if is_wanted]
    return {"preferred": ways[0]} if len(ways) == 1 else {}


def time_told(message: Message, draft: Draft) -> str | None:
    """When to call, in their words; a time taken out adds to what was said: "not on Fridays"."""
    times = list(dict.fromkeys(str(entity.value) for entity in message.all_of("best_time")))
    before = draft.referral.contact.best_time
    if times and before and _TAKES_OUT.match(times[0]) and not _share_a_word(before, times[0]):
        times.insert(0, before)
    return ", ".join(times)[:LONGEST_TIME] or None


def _share_a_word(before: str, after: str) -> bool:
    return bool(_words_of_time(before) & _words_of_time(after))


def _words_of_time(words: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\d+|\w{5,}", words.lower())}
