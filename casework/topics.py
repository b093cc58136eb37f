"""Which questions a message asks, from what the classifier makes of the whole and of its parts.

Nothing here knows one topic from another: the topics are those of `data/knowledge/topics.yml`,
and the thresholds come from the curve of `make evaluate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from casework.facts import Fact
from casework.message import Message, Ranking
from casework.words import reads_as_question

TOPICS_FILE = Path(__file__).resolve().parent.parent / "data" / "knowledge" / "topics.yml"
PREFIX = "ask_"
SURE = 0.6
"""Least confidence for an answer and no more."""
LIKELY = 0.4
"""Least confidence for an answer with another question beside it, to be tapped."""
SURE_OF_PART = 0.6
"""The same for each of two questions in one message."""
NEAR = 0.12
"""Least confidence for a topic that is offered, to be tapped."""
AT_MOST = 2
_LEANS = re.compile(
    r"^(?:and|but|so|or|then|also|even|(?:what|how) about|what if|which one|why|says? who)\b"
    r"|\b(?:it|that|this|they|them|those|these|there|then|one|either|too|as well|instead)\b",
    re.IGNORECASE,
)
"""Words that point back to what was said before."""


class TopicEntry(BaseModel):
    """A question of families: in plain words, and the kind of dispute that it is about, if one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    dispute: str | None = None


@dataclass(frozen=True)
class Asked:
    """What a message asks: topics to answer, in order; topics to choose from, likeliest first."""

    topics: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def read_topics(message: Message, *, is_opening: bool = False) -> Asked:
    """The topics asked about. Two are answered where each part is sure of its own.

    What opens a conversation is mostly a question, however it is put.
    """
    tapped = _topic_of_question(message.plain)
    if tapped is not None:
        return Asked((tapped,))
    several = tuple(_topics_of_parts(message))
    if len(several) > 1:
        return Asked(several[:AT_MOST])
    ranking = _likeliest_reading(message)
    near = _near_topics(ranking)
    if not near:
        return Asked()
    confidence = ranking[0][1]
    if confidence >= SURE:
        return Asked(near[:1])
    if not (is_opening or reads_as_question(message.plain)):
        return Asked()
    return Asked(near[:1], near[1:]) if confidence >= LIKELY else Asked(near=near)


def question_of(topic: str) -> str | None:
    """The topic's question in plain words, or None for what is no topic."""
    entry = _topics().get(topic)
    return None if entry is None else entry.question


def dispute_of_topic(topic: str, facts: list[Fact]) -> list[Fact]:
    """The kind of dispute that a statement on this topic hints at, to be confirmed."""
    entry = _topics().get(topic)
    if entry is None or entry.dispute is None:
        return []
    if any(fact.field in ("issue", "sections") for fact in facts):
        return []
    return [Fact("issue", [entry.dispute], is_sure=False)]


def _likeliest_reading(message: Message) -> Ranking:
    """What the message means on its own or, if it leans, right after the last answer."""
    if not message.leaning:
        return message.intents
    is_unsure = message.confidence < SURE
    leans = _LEANS.search(message.plain) is not None
    if leans or (is_unsure and reads_as_question(message.plain)):
        return max(message.intents, message.leaning, key=lambda ranking: ranking[0][1])
    return message.intents


def _topics_of_parts(message: Message) -> Iterator[str]:
    """The sure topics of the parts that ask something, each once, in order."""
    seen: set[str] = set()
    for part in message.parts:
        if not part.intents or not reads_as_question(part.text):
            continue
        intent, confidence = part.intents[0]
        topic = intent.removeprefix(PREFIX)
        if intent.startswith(PREFIX) and confidence >= SURE_OF_PART and topic not in seen:
            seen.add(topic)
            yield topic


def _near_topics(ranking: Ranking) -> tuple[str, ...]:
    """The two likeliest topics, if a topic is likely at all and nothing else is likelier."""
    if not ranking or not ranking[0][0].startswith(PREFIX):
        return ()
    near = [
        intent.removeprefix(PREFIX)
        for intent, confidence in ranking
        if intent.startswith(PREFIX) and confidence >= NEAR
    ]
    return tuple(near[:AT_MOST])


def _topic_of_question(text: str) -> str | None:
    return _by_question().get(_bare(text))


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


@cache
def _by_question() -> dict[str, str]:
    return {_bare(entry.question): topic for topic, entry in _topics().items()}


@cache
def _topics() -> dict[str, TopicEntry]:
    with TOPICS_FILE.open(encoding="utf-8") as file:
        content = yaml.load(file, Loader=yaml.CSafeLoader)
    return {topic: TopicEntry.model_validate(entry) for topic, entry in content["topics"].items()}
