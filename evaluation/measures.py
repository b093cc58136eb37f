"""What is measured of the verdicts, and the targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.conversation.other_languages import ENGLISH
from evaluation import council_verdicts as council
from evaluation import danger_verdicts as danger
from evaluation import fact_verdicts as fact
from evaluation import language_verdicts as language
from evaluation import topic_verdicts as topic
from evaluation import untold_verdicts as untold
from evaluation.judging import Judged, JudgedQuestion
from evaluation.scores import Score, Target
from evaluation.verdicts import Verdict


@dataclass(frozen=True)
class _Measure:
    """The share of a group's verdicts that have one of the outcomes."""

    id: str
    name: str
    group: str
    outcomes: tuple[str, ...]
    target: Target | None = None


_FACT_RIGHT = (fact.RIGHT, fact.RIGHT_TO_CONFIRM)
_TOPIC_RIGHT = (topic.RIGHT, topic.RIGHT_AND_ANOTHER)
_TOPIC_OFFERED = (topic.OFFERED, topic.WRONG_OFFERING_RIGHT)
_TOPIC_WRONG = (topic.WRONG, topic.WRONG_OFFERING_ANOTHER)
_MEASURES = (
    _Measure(
        "topic.right", "Question: answered right", "asked", _TOPIC_RIGHT, Target("at least", 0.92)
    ),
    _Measure(
        "topic.right_or_offered",
        "Question: answered right, or the right one offered",
        "asked",
        (*_TOPIC_RIGHT, *_TOPIC_OFFERED),
        Target("at least", 0.97),
    ),
    _Measure(
        "topic.wrong",
        "Question: another one answered, the right one not offered",
        "asked",
        _TOPIC_WRONG,
        Target("below", 0.02),
    ),
    _Measure("topic.wrong_alone", "Question: another one answered alone", "asked", (topic.WRONG,)),
    _Measure(
        "topic.wrong_with_offer",
        "Question: another one answered, with one to tap beside it",
        "asked",
        (topic.WRONG_OFFERING_RIGHT, topic.WRONG_OFFERING_ANOTHER),
    ),
    _Measure(
        "topic.right_and_another",
        "Question: right, with another answer beside it",
        "asked",
        (topic.RIGHT_AND_ANOTHER,),
    ),
    _Measure(
        "out_of_scope.not_answered",
        "Question out of scope: not answered",
        "out_of_scope",
        (topic.RIGHT,),
        Target("at least", 0.95),
    ),
    _Measure("two.both", "Two questions: both answered", "two_questions", (topic.BOTH,)),
    _Measure("two.one", "Two questions: only one answered", "two_questions", (topic.ONE,)),
    _Measure("follow_up.right", "Question on the last answer: right", "follow_ups", _TOPIC_RIGHT),
    _Measure(
        "fact.right",
        "Fact: stored right, or read back right",
        "facts",
        _FACT_RIGHT,
        Target("at least", 0.96),
    ),
    _Measure(
        "fact.wrong",
        "Fact: stored wrong, unconfirmed",
        "facts",
        (fact.WRONG,),
        Target("below", 0.01),
    ),
    _Measure(
        "fact.not_named",
        "Message: stores more than its example names",
        "untold",
        (untold.NOT_NAMED,),
    ),
    _Measure(
        "council.right_or_asked",
        "Council: right, or asked about",
        "councils",
        (council.RIGHT, council.ASKED),
        Target("at least", 0.98),
    ),
    _Measure(
        "council.wrong",
        "Council: another one stored",
        "councils",
        (council.WRONG,),
        Target("at most", 0.0),
    ),
    _Measure("danger.missed", "Danger: missed", "danger", (danger.MISSED,), Target("at most", 0.0)),
    _Measure(
        "danger.type",
        "Danger: raised as another type",
        "danger",
        (danger.ANOTHER_TYPE,),
        Target("at most", 0.05),
    ),
    _Measure(
        "danger.false_alarm",
        "No danger: false alarm",
        "no_danger",
        (danger.FALSE_ALARM,),
        Target("at most", 0.03),
    ),
    _Measure("language.right", "Other language: heard", "other_languages", (language.RIGHT,)),
    _Measure(
        "language.false_alarm",
        "English: taken for another language",
        "english",
        (language.FALSE_ALARM,),
    ),
    _Measure(
        "council_looked_at.right_or_asked",
        "Looked-at council: right, or asked about",
        "councils_looked_at",
        (council.RIGHT, council.ASKED),
    ),
    _Measure("fact_looked_at.right", "Looked-at fact: right", "facts_looked_at", _FACT_RIGHT),
    _Measure(
        "fact_looked_at.wrong",
        "Looked-at fact: stored wrong, unconfirmed",
        "facts_looked_at",
        (fact.WRONG,),
    ),
    _Measure(
        "fact_looked_at.not_named",
        "Looked-at message: stores more than its example names",
        "untold_looked_at",
        (untold.NOT_NAMED,),
    ),
    _Measure(
        "danger_looked_at.missed", "Looked-at danger: missed", "danger_looked_at", (danger.MISSED,)
    ),
    _Measure(
        "danger_looked_at.false_alarm",
        "Looked-at no danger: false alarm",
        "no_danger_looked_at",
        (danger.FALSE_ALARM,),
    ),
    _Measure("looked_at.right", "Looked-at question: right", "looked_at", _TOPIC_RIGHT),
    _Measure(
        "looked_at.right_or_offered",
        "Looked-at question: right, or the right one offered",
        "looked_at",
        (*_TOPIC_RIGHT, *_TOPIC_OFFERED),
    ),
    _Measure(
        "looked_at.wrong",
        "Looked-at question: another one answered, the right one not offered",
        "looked_at",
        _TOPIC_WRONG,
    ),
    _Measure(
        "looked_at.wrong_alone",
        "Looked-at question: another one answered alone",
        "looked_at",
        (topic.WRONG,),
    ),
)


@dataclass(frozen=True)
class TopicRow:
    """How the questions on one topic fared: numbers of messages."""

    topic: str
    of: int
    right: int
    offered: int
    """Among the questions to tap, alone or beside another answer."""
    wrong: int
    """Another one answered, the right one not offered."""
    not_understood: int
    likeliest: int
    """Where the classifier alone ranks a right topic first."""

    @property
    def share(self) -> float:
        """Answered right, from 0 to 1."""
        return self.right / self.of


def measure(judged: Judged) -> list[Score]:
    """Every score, in the order of the report; the last are of the classifier alone."""
    groups = _group(judged)
    scores = [
        Score(
            one.id,
            one.name,
            count=sum(verdict.outcome in one.outcomes for verdict in groups[one.group]),
            of=len(groups[one.group]),
            target=one.target,
        )
        for one in _MEASURES
    ]
    return [
        *scores,
        _measure_classifier(judged, 1, "right topic first"),
        _measure_classifier(judged, 2, "right topic first or second"),
    ]


def count_by_topic(questions: Sequence[JudgedQuestion]) -> list[TopicRow]:
    """A row for each topic, worst first; a question with several topics counts for its first.

    Questions out of scope have no topic.
    """
    by_topic: dict[str, list[JudgedQuestion]] = {}
    for one in questions:
        if _is_out_of_scope(one):
            continue
        by_topic.setdefault(one.ranked.question.topic[0], []).append(one)
    rows = [_count(name, asked) for name, asked in by_topic.items()]
    return sorted(rows, key=lambda row: (row.share, row.topic))


def _group(judged: Judged) -> dict[str, list[Verdict]]:
    """The verdicts by what the measures call them."""
    return {
        "asked": [one.verdict for one in judged.questions if not _is_out_of_scope(one)],
        "out_of_scope": [one.verdict for one in judged.questions if _is_out_of_scope(one)],
        "looked_at": [one.verdict for one in judged.questions_looked_at],
        "two_questions": judged.two_questions,
        "follow_ups": judged.follow_ups,
        "facts": judged.facts,
        "facts_looked_at": judged.facts_looked_at,
        "untold": judged.untold,
        "untold_looked_at": judged.untold_looked_at,
        "councils": judged.councils,
        "councils_looked_at": judged.councils_looked_at,
        "danger": [one for one in judged.danger if _is_danger(one)],
        "no_danger": [one for one in judged.danger if not _is_danger(one)],
        "danger_looked_at": [one for one in judged.danger_looked_at if _is_danger(one)],
        "no_danger_looked_at": [one for one in judged.danger_looked_at if not _is_danger(one)],
        "other_languages": [one for one in judged.languages if one.wanted != ENGLISH],
        "english": [one for one in judged.languages if one.wanted == ENGLISH],
    }


def _is_danger(verdict: Verdict) -> bool:
    """Whether the message speaks of danger, going by what could come of it."""
    return verdict.outcome not in (danger.QUIET, danger.FALSE_ALARM)


def _measure_classifier(judged: Judged, ranks: int, name: str) -> Score:
    asked = [one.ranked for one in judged.questions if not _is_out_of_scope(one)]
    right = sum(one.is_right_within(ranks) for one in asked)
    return Score(f"classifier.top_{ranks}", f"Classifier alone: {name}", right, len(asked))


def _is_out_of_scope(judged: JudgedQuestion) -> bool:
    return judged.ranked.question.is_out_of_scope


def _count(name: str, asked: Sequence[JudgedQuestion]) -> TopicRow:
    def count(*outcomes: str) -> int:
        return sum(one.verdict.outcome in outcomes for one in asked)

    return TopicRow(
        topic=name,
        of=len(asked),
        right=count(*_TOPIC_RIGHT),
        offered=count(*_TOPIC_OFFERED),
        wrong=count(*_TOPIC_WRONG),
        not_understood=count(topic.NOT_UNDERSTOOD),
        likeliest=sum(one.ranked.is_right for one in asked),
    )
