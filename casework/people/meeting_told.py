"""What is told of the meeting: who comes along, and whether "don't mind" is said of how to meet."""

from __future__ import annotations

import re

from casework.message import Entity, Message
from casework.referral.draft import Draft

_OF_MEETING = re.compile(
    r"\b(?:meet\w*|online|zoom|teams|video|face|person|phone|venue|place|where)\b", re.IGNORECASE
)


def minds_nothing_else(meeting: Entity, message: Message, draft: Draft) -> bool:
    """True for "don't mind" where another question was asked: it is of no way to meet."""
    if meeting.value != "no_preference" or _OF_MEETING.search(message.plain):
        return False
    return draft.progress.pending not in ("meeting_format", "change_what", "summary")


def supporters_in(message: Message) -> list[str]:
    """Who comes along, as typed, and the names told of them."""
    told = [str(entity.value) for entity in message.all_of("supporter")]
    names = [str(entity.value) for entity in message.all_of("person_name", "supporter")]
    return told + [name for name in names if not any(name in each for each in told)]
