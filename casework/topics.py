"""Which questions a message asks, from what the classifier makes of the whole and of its parts.

Nothing here knows one topic from another: the topics are those of `data/knowledge/topics.yml`,
and the thresholds come from the curve of `make evaluate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from casework.facts import Fact
from casework.message import Message, Part, Ranking
from casework.words import reads_as_question

TOPICS_FILE = Path(__file__).resolve().parent.parent / "data" / "knowledge" / "topics.yml"
PREFIX = "ask_"
OUT_OF_SCOPE = "out_of_scope"
SURE = 0.6
"""Least confidence for an answer and no more."""
LIKELY = 0.4
"""Least confidence for an answer with another question beside it, to be tapped."""
SURE_OF_PART = 0.5
"""The same as SURE for each of two questions in one message."""
SURE_OF_TELLING_PART = 0.85
"""The same for a part that tells what the question beside it is about."""
DOUBT = 0.15
"""Confidence that it is not ours from which a likely topic is only offered."""
CERTAIN = 0.9
"""Confidence from which there is no such doubt."""
NEAR = 0.12
"""Least confidence for a topic that is offered, to be tapped."""
AT_MOST = 2
WEIGHT_OF_LEANING = 0.7
"""How much a short question's sense right after the last answer counts, beside its own."""
_GOES_ON = re.compile(r"^(?:and|but|so|or|also|even)\b", re.IGNORECASE)


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
    ranking = _likeliest_reading(message)
    near = _near_topics(ranking)
    several = tuple(_topics_of_parts(message))
    is_one = bool(near) and ranking[0][1] >= SURE and near[0] not in several
    if len(several) > 1 and not is_one:
        return Asked(several[:AT_MOST])
    if not near:
        return Asked()
    confidence = ranking[0][1]
    is_doubtful = confidence < CERTAIN and dict(ranking).get(OUT_OF_SCOPE, 0.0) >= DOUBT
    if confidence >= SURE and not is_doubtful:
        return Asked(near[:1])
    if not (is_opening or reads_as_question(message.plain)):
        return Asked()
    if confidence < LIKELY or is_doubtful:
        return Asked(near=near)
    return Asked(near[:1], near[1:])


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
    """What the message means; a short question also by its sense right after the last answer."""
    asks_on = reads_as_question(message.plain) or _GOES_ON.match(message.plain) is not None
    if not message.leaning or not asks_on:
        return message.intents
    weighed: dict[str, float] = {}
    for ranking, weight in (
        (message.intents, 1 - WEIGHT_OF_LEANING),
        (message.leaning, WEIGHT_OF_LEANING),
    ):
        for intent, confidence in ranking:
            weighed[intent] = weighed.get(intent, 0.0) + weight * confidence
    return tuple(sorted(weighed.items(), key=lambda found: -found[1]))


def _topics_of_parts(message: Message) -> Iterator[str]:
    """The sure topics of the sentences, each once, in order.

    Clauses count where each of several has a topic of its own, or the sentence as a whole none.
    """
    seen: set[str] = set()
    for sentence in sorted({part.sentence for part in message.parts}):
        parts = [part for part in message.parts if part.sentence == sentence]
        of_clauses = _sure_topics(part for part in parts if part.is_clause)
        of_whole = _sure_topics(part for part in parts if not part.is_clause)
        for topic in of_clauses if len(of_clauses) > 1 or not of_whole else of_whole:
            if topic not in seen:
                seen.add(topic)
                yield topic


def _sure_topics(parts: Iterable[Part]) -> list[str]:
    found = []
    for part in parts:
        intent, confidence = part.intents[0] if part.intents else ("", 0.0)
        needed = SURE_OF_PART if reads_as_question(part.text) else SURE_OF_TELLING_PART
        if intent.startswith(PREFIX) and confidence >= needed:
            found.append(intent.removeprefix(PREFIX))
    return list(dict.fromkeys(found))


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
