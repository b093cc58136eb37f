"""What is told beside "I don't know": "not sure, but they won't give him a plan"."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.message import cut
from casework.turn.state import Turn
from casework.turn.topics import LIKELY, PREFIX, dispute_of_topic
from casework.words import reads_as_question, reads_as_unsure, reads_as_venting

FEWEST = 3
"""Words of a clause that tells something: "tbh" and "sorry about that" tell nothing."""
_BETWEEN = re.compile(
    r"[,.;:!\n\u2013\u2014]+|\s-+\s|\b(?:but|though|tho)\b|\b(?:idk|dunno|maybe)\b|"
    r"\s(?=i (?:think|only know|just)\b)",
    re.IGNORECASE,
)
_OF_FINDING_OUT = re.compile(
    r"\b(?:look(?:ing|ed)?|check\w*|find|found|let (?:you|u) know|tell (?:you|u)|get back|"
    r"come back|later|see what|(?:have|need) to (?:ask|think|see)|(?:i'?ll|will) (?:ask|think|see)|"
    r"think about|so sorry|let me|give me|bear with|you (?:tell|decide|say)|up to you|to hand|"
    r"in front of me|ha(?:s|ve) (?:it|the letter|all that)|can you|could you|help me)\b",
    re.IGNORECASE,
)
"""Said of how they will find out, and of nothing that is so."""
_TIRES = re.compile(r"\bgets? (?:\w+ )?(?:tired|exhausted|worn out|upset|stressed)", re.IGNORECASE)
"""Told of somebody, and not let off: "I get very tired"."""


def words_beside_unsure(text: str) -> str | None:
    """The clauses that tell something, where others say that they do not know.

    >>> words_beside_unsure("not sure yet but he is scared of lifts")
    'he is scared of lifts'
    """
    if not reads_as_unsure(text) or reads_as_question(text):
        return None
    words = ", ".join(filter(_tells, map(str.strip, _BETWEEN.split(text))))
    return words if len(words.split()) >= FEWEST else None


def _tells(clause: str) -> bool:
    lets_off = reads_as_venting(clause) and not _TIRES.search(clause)
    is_empty = not clause or reads_as_unsure(clause) or _OF_FINDING_OUT.search(clause) is not None
    return not (lets_off or is_empty)


def answer_beside_unsure(turn: Turn, facts: list[Fact]) -> Answer | None:
    """The answer in those clauses, to be confirmed; what would help somebody is kept as told."""
    pending = turn.pending or ""
    words = words_beside_unsure(turn.message.plain)
    if words is None:
        return None
    told = [fact for fact in facts if fact.field == pending and fact.value != "unsure"]
    if not told:
        rest = cut(turn.message, words, 0, len(turn.message.plain))
        answer = read_answer(pending, rest, turn.draft, turn.today)
        told = list(answer.facts) if answer is not None else []
        if not told and pending == "issue":
            told = _dispute_hinted_at(turn)
        if pending != "access_needs":
            told = [replace(fact, is_sure=False) for fact in told if fact.value != "unsure"]
    return Answer(tuple(told)) if told else None


def _dispute_hinted_at(turn: Turn) -> list[Fact]:
    """The kind of dispute that the words are likely about, who knows no name for it."""
    topic = turn.message.intent
    if not topic.startswith(PREFIX) or turn.message.confidence < LIKELY:
        return []
    return dispute_of_topic(topic.removeprefix(PREFIX), [])
