"""A kind of dispute that was read and waits for a yes, told again in words that name none."""

from __future__ import annotations

import re

from casework.answers.dispute import parts_by_word
from casework.answers.fact import Fact
from casework.answers.facts import SECTION_OF_KIND
from casework.dispute.parts_denied import parts_denied
from casework.law.disputes import PEOPLE
from casework.referral.draft import Unconfirmed
from casework.turn.state import Turn
from casework.turn.topics import PREFIX, dispute_of_topic
from casework.words import reads_as_plain_no, straighten

SURE_OF_KIND = 0.7
"""Confidence from which the topic of a statement says again what was read."""
_DENIES = re.compile(
    r"^\W*(?:(?:sorry|um+|er+|well|oh|but|actually|please)\W+)*(?:no+|nope|nah|wrong|incorrect|"
    r"not (?:that|really|right|quite|at all|it|exactly|the|about)|"
    r"(?:it'?s|that'?s|that is|it is|this is) (?:not|wrong)|(?:it|that) (?:isn'?t|aint|"
    r"ain'?t)|i (?:did ?n'?t|never) (?:say|said|mean|meant))\b",
    re.IGNORECASE,
)
"""What the reading is wrong is said by, first in the message."""


def with_kinds_told_again(turn: Turn, waiting: Unconfirmed, said: list[Fact]) -> list[Fact]:
    """The facts told, with what was read where it is told again; whose dispute it is says no kind.

    "Not enough hours, and her dad doesn't agree" names the help beside the parents who differ.
    """
    told = {kind for fact in said if fact.field == "issue" for kind in fact.value}
    if waiting.field != "issue" or told - set(PEOPLE):
        return said
    again = _kinds_told_again(turn, waiting)
    return [Fact("issue", [*each.value, *sorted(told)]) for each in again] or said


def _kinds_told_again(turn: Turn, waiting: Unconfirmed) -> list[Fact]:
    """What was read of the kind, told again in words that name none: by topic, or by the part.

    "They haven't decided, it's late" after "late or no answer, is that right?" is no denial.
    """
    words = turn.message.plain
    if waiting.field != "issue" or denies_reading(words) or "?" in words:
        return []
    topic = turn.message.intent
    is_sure = topic.startswith(PREFIX) and turn.message.confidence >= SURE_OF_KIND
    told = dispute_of_topic(topic.removeprefix(PREFIX), []) if is_sure else []
    kinds = {kind for fact in told for kind in fact.value}
    letters = set(parts_by_word(words)) - parts_denied(words)
    kinds |= {kind for kind, letter in SECTION_OF_KIND.items() if letter in letters}
    again = [kind for kind in waiting.value if kind in kinds]
    return [Fact("issue", again)] if again else []


def denies_reading(words: str) -> bool:
    """True for "no, the school" and "that's not it"; false for "they haven't decided"."""
    return reads_as_plain_no(words) or _DENIES.match(straighten(words)) is not None
