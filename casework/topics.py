"""Which question of the FAQ a message asks, from the intents that the classifier is surest of."""

from __future__ import annotations

from dataclasses import dataclass

from casework.facts import Fact
from casework.message import Message
from casework.words import reads_as_question

LIKELY = 0.25
"""Least confidence for a message that is put as a question."""
SURE = 0.55
"""Least confidence for one that is not."""
PREFIX = "ask_"
DISPUTE_OF_TOPIC = {
    "refused_assessment": "refuse_assess",
    "refused_plan": "refuse_plan",
    "plan_needs_or_help_wrong": "plan_content",
    "draft_plan": "draft_plan",
    "council_is_late": "no_decision",
    "help_not_given": "not_delivered",
    "no_plan_school_help": "sen_support",
    "excluded": "exclusion",
    "council_not_keeping_agreement": "agreement_broken",
    "already_appealed": "already_appealed",
}
"""Topics that are about one kind of dispute: a parent's statement on one names it, unsurely."""


@dataclass(frozen=True)
class Topic:
    """A question of the FAQ and whether the reading of it is sure."""

    id: str
    is_sure: bool


def read_topic(message: Message, pending: str | None) -> Topic | None:
    """The topic asked about, or None. A statement needs more confidence than a question does."""
    for intent, confidence in message.intents[:3]:
        if not intent.startswith(PREFIX):
            if confidence >= SURE:
                return None
            continue
        needed = LIKELY if reads_as_question(message.plain) else SURE
        if pending is None:
            needed = min(needed, 0.4)
        if confidence >= needed:
            return Topic(intent.removeprefix(PREFIX), is_sure=confidence >= SURE)
        return None
    return None


def dispute_of_topic(topic: str, facts: list[Fact]) -> list[Fact]:
    """The kind of dispute that a statement on this topic hints at, to be confirmed."""
    kind = DISPUTE_OF_TOPIC.get(topic)
    if kind is None or any(fact.field in ("issue", "sections") for fact in facts):
        return []
    return [Fact("issue", [kind], is_sure=False)]
