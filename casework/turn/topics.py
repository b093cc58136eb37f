"""Which questions a message asks, from what the classifier makes of the whole and of its parts.

Nothing here knows one topic from another: the topics are those of `data/knowledge/topics.yml`,
and the thresholds come from the curve of `make evaluate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from casework.answers.fact import Fact
from casework.message import Message, Part, Ranking
from casework.turn.asked_in_words import topic_in_words
from casework.turn.asked_of_case import CERTIFICATE_NEEDED
from casework.words import reads_as_question

TOPICS_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "topics.yml"
PREFIX = "ask_"
OUT_OF_SCOPE = "out_of_scope"
SURE = 0.6
"""Least confidence for an answer to what is not put as a question."""
ALONE = 0.85
"""Confidence from which no other question is offered beside the answer."""
LIKELY = 0.4
"""Least confidence for an answer with another question beside it, to be tapped."""
SURE_OF_PART = 0.5
"""The same as SURE for each of two questions in one message."""
SURE_OF_TELLING_PART = 0.85
"""The same for a part that tells what the question beside it is about."""
SURE_OF_TELLING = 0.8
"""Confidence of another intent from which a statement does not lean on the answer before it."""
SURE_OF_RARE = 0.75
"""Least confidence for a topic that is answered only if sure."""
DOUBT = 0.08
"""Confidence that it is not ours from which a likely topic is only offered."""
CERTAIN = 0.85
"""Confidence from which there is no such doubt."""
NEAR = 0.06
"""Least confidence for a topic that is offered, to be tapped."""
NOT_OURS = 0.4
"""Confidence that it is not ours from which nothing is offered either."""
AT_MOST = 2
WEIGHT_OF_LEANING = 0.8
"""How much the sense right after the last answer counts, beside the sense of the words alone."""
WEIGHT_OF_SAME = 0.6
"""How much of its sense after the last answer counts for the question answered there.

The words of that question stand in what is heard, so it is heard too often.
"""
_InWords = Callable[[str], str | None]
_GOES_ON = re.compile(r"^(?:and|but|so|or|also|even|then)\b", re.IGNORECASE)
_LEANS_BACK = re.compile(
    r"^\W*(?:(?:and|or|so) )?(?:is|are) (?:it|that|this|they|he|she) (?:just |sort of |kind of )*"
    r"(?:like|the same as|similar to|a (?:sort|kind|type) of)\b",
    re.IGNORECASE,
)


class TopicEntry(BaseModel):
    """A question of families: in plain words, and the kind of dispute that it is about, if one.

    `only_if_sure`: as a guess it would tell somebody what is not so; it is never offered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    dispute: str | None = None
    only_if_sure: bool = False


@dataclass(frozen=True)
class Asked:
    """What a message asks: topics to answer, in order; topics to choose from, likeliest first.

    `left`: topics asked about as surely, for which there is no room in one reply.
    """

    topics: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def read_topics(
    message: Message,
    *,
    is_opening: bool = False,
    after: str | None = None,
    pending: str | None = None,
) -> Asked:
    """The topics asked about. Two are answered where each part is sure of its own.

    What opens a conversation is mostly a question, however it is put. `after`: the topic that was
    answered last, on which a short message may lean; `pending`: the question that waits.
    """
    in_words = partial(topic_in_words, pending=pending, after=after)
    tapped = _topic_of_question(message.plain)
    of_part = partial(_in_words_of_part, in_words=in_words, whole=message.plain)
    several = tuple(_topics_of_parts(message, of_part))
    if tapped is None and len({part.sentence for part in message.parts}) <= 1:
        tapped = in_words(message.plain)
    if tapped is not None:
        return Asked(several[:AT_MOST] if tapped in several else (tapped,))
    ranking = _likeliest_reading(message, after)
    is_surely_asked = several and any(of_part(part.text) for part in message.parts)
    if is_surely_asked or (len(several) > 1 and not _is_one(ranking, several)):
        return Asked(several[:AT_MOST], left=several[AT_MOST:])
    asks = asks_on(message)
    if not ranking or not ranking[0][0].startswith(PREFIX):
        return Asked(near=_offers(ranking)) if asks else Asked()
    is_remark = not asks and ranking[0][0] == f"{PREFIX}{after}" != message.intent
    if is_remark:
        return Asked()
    return _answer_or_offer(message, ranking, may_guess=is_opening or asks or leans(message))


def is_sure_topic(message: Message) -> bool:
    """True where a message right after an answer is surely on a topic by its own words alone."""
    is_topic = message.intent.startswith(PREFIX)
    return bool(message.leaning) and is_topic and message.confidence >= SURE


def asks(message: Message, pending: str | None = None) -> bool:
    """True for a question, and for "so it's pointless", which asks to be told that it is not."""
    if reads_as_question(message.plain):
        return True
    return topic_in_words(message.plain, pending=pending) is not None


def asks_on(message: Message, pending: str | None = None) -> bool:
    """True for a question, and right after an answer for "and the school"."""
    goes_on = bool(message.leaning) and _GOES_ON.match(message.plain) is not None
    return goes_on or asks(message, pending)


def leans(message: Message) -> bool:
    """True for what may go on from the answer before it: any short words but a surely told fact."""
    is_told = not message.intent.startswith(PREFIX) and message.confidence >= SURE_OF_TELLING
    return bool(message.leaning) and (asks_on(message) or not is_told)


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


def _answer_or_offer(message: Message, ranking: Ranking, *, may_guess: bool) -> Asked:
    """The likeliest topic, the two likeliest to choose from, or both, by how sure they are."""
    confidence, near = ranking[0][1], _offers(ranking)
    not_ours = max(dict(heard).get(OUT_OF_SCOPE, 0.0) for heard in (ranking, message.intents))
    is_doubtful = confidence < CERTAIN and not_ours >= DOUBT
    if confidence < SURE and not may_guess:
        return Asked()
    if confidence < LIKELY or is_doubtful:
        return Asked(near=near) if may_guess else Asked()
    likeliest = ranking[0][0].removeprefix(PREFIX)
    if confidence < SURE_OF_RARE and _is_only_if_sure(likeliest):
        return Asked(near=near) if may_guess else Asked()
    others = tuple(topic for topic in near if topic != likeliest)
    return Asked((likeliest,), others if confidence < ALONE and asks_on(message) else ())


def _likeliest_reading(message: Message, after: str | None) -> Ranking:
    """What the message means; what follows an answer also by its sense right after that answer."""
    if not leans(message):
        return message.intents
    weighed: dict[str, float] = {}
    for ranking, weight in (
        (message.intents, 1 - WEIGHT_OF_LEANING),
        (_less_of_the_same(message.leaning, after), WEIGHT_OF_LEANING),
    ):
        for intent, confidence in ranking:
            weighed[intent] = weighed.get(intent, 0.0) + weight * confidence
    return tuple(sorted(weighed.items(), key=lambda found: -found[1]))


def _less_of_the_same(leaning: Ranking, after: str | None) -> Ranking:
    """The sense after an answer, with less of the question that was answered."""
    counted = [
        (intent, confidence * (WEIGHT_OF_SAME if intent == f"{PREFIX}{after}" else 1))
        for intent, confidence in leaning
    ]
    total = sum(confidence for _intent, confidence in counted) or 1.0
    return tuple((intent, confidence / total) for intent, confidence in counted)


def _is_one(ranking: Ranking, several: tuple[str, ...]) -> bool:
    """True where the whole is sure of a topic that no part has: a story is not taken apart."""
    if not ranking or ranking[0][1] < SURE or not ranking[0][0].startswith(PREFIX):
        return False
    return ranking[0][0].removeprefix(PREFIX) not in several


def _in_words_of_part(text: str, *, in_words: _InWords, whole: str) -> str | None:
    """What a part asks by its words; whether a certificate is needed hangs on the rest of them."""
    topic = in_words(text)
    return None if topic == CERTIFICATE_NEEDED and in_words(whole) != topic else topic


def _topics_of_parts(message: Message, in_words: _InWords) -> Iterator[str]:
    """The sure topics of the sentences, each once, in order.

    Clauses count where each of several has a topic of its own, or the sentence as a whole none.
    """
    seen: set[str] = set()
    for sentence in sorted({part.sentence for part in message.parts}):
        parts = [part for part in message.parts if part.sentence == sentence]
        clauses = _without_leaning([part for part in parts if part.is_clause])
        of_clauses = _sure_topics(clauses, in_words)
        of_whole = _sure_topics((part for part in parts if not part.is_clause), in_words)
        for topic in of_clauses if len(of_clauses) > 1 or not of_whole else of_whole:
            if topic not in seen:
                seen.add(topic)
                yield topic


def _without_leaning(clauses: Sequence[Part]) -> Iterator[Part]:
    """The clauses, less "is it like a judge", which goes on about what was asked before it."""
    for place, clause in enumerate(clauses):
        if not (place and _LEANS_BACK.match(clause.text)):
            yield clause


def _sure_topics(parts: Iterable[Part], in_words: _InWords) -> list[str]:
    found = []
    for part in parts:
        known = in_words(part.text)
        if known is not None:
            found.append(known)
            continue
        intent, confidence = part.intents[0] if part.intents else ("", 0.0)
        is_asked = reads_as_question(part.text) and not _is_only_if_sure(
            intent.removeprefix(PREFIX)
        )
        needed = SURE_OF_PART if is_asked else SURE_OF_TELLING_PART
        if intent.startswith(PREFIX) and confidence >= needed:
            found.append(intent.removeprefix(PREFIX))
    return list(dict.fromkeys(found))


def _offers(ranking: Ranking) -> tuple[str, ...]:
    """The two likeliest topics, unless it is likelier that none is meant."""
    if not ranking or dict(ranking).get(OUT_OF_SCOPE, 0.0) >= NOT_OURS:
        return ()
    near = [
        intent.removeprefix(PREFIX)
        for intent, confidence in ranking
        if intent.startswith(PREFIX)
        and confidence >= NEAR
        and not _is_only_if_sure(intent.removeprefix(PREFIX))
    ]
    return tuple(near[:AT_MOST])


def _is_only_if_sure(topic: str) -> bool:
    entry = _topics().get(topic)
    return entry is not None and entry.only_if_sure


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
