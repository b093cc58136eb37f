"""Judges every held-out message: all are heard in one go, then each set by its own rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casework.message import Message
from casework.turn.topics import question_of
from evaluation.classifier import Ranked
from evaluation.council_verdicts import judge_council
from evaluation.danger_verdicts import judge_danger
from evaluation.fact_verdicts import judge_facts
from evaluation.hearing import Asked, Heard, hear
from evaluation.language_verdicts import judge_language
from evaluation.sets import (
    Example,
    FollowUp,
    MaybeDanger,
    Question,
    Sets,
    Told,
    TypedCouncil,
)
from evaluation.topic_verdicts import judge_follow_up, judge_question, judge_two_questions
from evaluation.untold_verdicts import judge_untold
from evaluation.verdicts import Verdict


@dataclass(frozen=True)
class JudgedQuestion:
    """What became of a question, and what the classifier alone made of it."""

    ranked: Ranked
    verdict: Verdict


@dataclass(frozen=True)
class Judged:
    """The verdicts of each set; of facts one for each, of which a message may tell several.

    `untold`: one for each message that tells facts, of what was stored beside them.
    """

    questions: list[JudgedQuestion]
    questions_looked_at: list[JudgedQuestion]
    two_questions: list[Verdict]
    follow_ups: list[Verdict]
    facts: list[Verdict]
    facts_looked_at: list[Verdict]
    untold: list[Verdict]
    untold_looked_at: list[Verdict]
    councils: list[Verdict]
    councils_looked_at: list[Verdict]
    danger: list[Verdict]
    danger_looked_at: list[Verdict]
    languages: list[Verdict]


def judge_all(sets: Sets) -> Judged:
    """Hear and judge every message. Raises NothingHeard, and ValueError for an unknown topic."""
    heard_in = hear(map(_to_asked, sets))

    def heard(example: Example) -> Heard:
        return heard_in[_to_asked(example)]

    def message(example: Example) -> Message:
        return heard(example).message

    def questions(asked: Iterable[Question]) -> list[JudgedQuestion]:
        return [_judge_question(one, message(one)) for one in asked]

    def facts(tellings: Iterable[Told]) -> list[Verdict]:
        return [verdict for told in tellings for verdict in judge_facts(told, message(told))]

    def untold(tellings: Iterable[Told]) -> list[Verdict]:
        return [judge_untold(told, message(told)) for told in tellings]

    def councils(named: Iterable[TypedCouncil]) -> list[Verdict]:
        return [judge_council(typed, message(typed)) for typed in named]

    def dangers(examples: Iterable[MaybeDanger]) -> list[Verdict]:
        return [judge_danger(one, heard(one)) for one in examples]

    return Judged(
        questions=questions(sets.questions),
        questions_looked_at=questions(sets.questions_looked_at),
        two_questions=[judge_two_questions(two, message(two)) for two in sets.two_questions],
        follow_ups=[judge_follow_up(one, message(one)) for one in sets.follow_ups],
        facts=facts(sets.facts),
        facts_looked_at=facts(sets.facts_looked_at),
        untold=untold(sets.facts),
        untold_looked_at=untold(sets.facts_looked_at),
        councils=councils(sets.councils),
        councils_looked_at=councils(sets.councils_looked_at),
        danger=dangers(sets.danger),
        danger_looked_at=dangers(sets.danger_looked_at),
        languages=[judge_language(one, message(one)) for one in sets.languages],
    )


def _to_asked(example: Example) -> Asked:
    after = question_of(example.after) if isinstance(example, FollowUp) else None
    return Asked(example.text, after)


def _judge_question(question: Question, message: Message) -> JudgedQuestion:
    return JudgedQuestion(
        ranked=Ranked(question, message.intents), verdict=judge_question(question, message)
    )
