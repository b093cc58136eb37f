"""Says when somebody is there, where a person was asked for and nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.conversation.other_languages import find_language_of_words
from casework.team.opening_hours import describe_opening, is_open
from frontdesk.rasa import Reply

TOPIC = "handover"


def tell_opening(replies: Sequence[Reply], now: datetime) -> list[Reply]:
    """The replies; while we are closed, after the one that asks for a person, when we open.

    Somebody who is written to in another language was told how we reach them.
    """
    after = [
        place
        for place, reply in enumerate(replies, start=1)
        if reply.topic == TOPIC and not find_language_of_words(reply.text)
    ]
    if not after or is_open(now):
        return list(replies)
    opening = Reply(describe_opening(now), [], None, TOPIC)
    return [*replies[: after[-1]], opening, *replies[after[-1] :]]


def add_opening(text: str, mode: str, now: datetime) -> str:
    """What the page says of who answers; while a person is waited for, when we open."""
    if mode != "waiting" or is_open(now):
        return text
    return f"{text} {describe_opening(now)}"
