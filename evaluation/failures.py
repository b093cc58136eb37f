"""The messages with which something went wrong, as lists for people to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from evaluation import council_verdicts as council
from evaluation import danger_verdicts as danger
from evaluation import fact_verdicts as fact
from evaluation import language_verdicts as language
from evaluation import topic_verdicts as topic
from evaluation import untold_verdicts as untold
from evaluation.judging import Judged
from evaluation.verdicts import Verdict


@dataclass(frozen=True)
class FailureList:
    """The failures of one set, those of one kind together."""

    id: str
    title: str
    verdicts: list[Verdict]


def list_failures(judged: Judged) -> list[FailureList]:
    """A list for each set, in the order of the report; some may be empty."""
    questions = [one.verdict for one in judged.questions]
    looked_at = [one.verdict for one in judged.questions_looked_at]
    quiet_or_raised = (danger.RAISED, danger.QUIET)
    facts_right = (fact.RIGHT, fact.RIGHT_TO_CONFIRM)
    return [
        _list("danger", "Danger", judged.danger, quiet_or_raised),
        _list("danger_looked_at", "Looked-at danger", judged.danger_looked_at, quiet_or_raised),
        _list("questions", "Questions", questions, (topic.RIGHT,)),
        _list("looked_at", "Looked-at questions", looked_at, (topic.RIGHT,)),
        _list("two_questions", "Two questions in one message", judged.two_questions, (topic.BOTH,)),
        _list("follow_ups", "Questions on the last answer", judged.follow_ups, (topic.RIGHT,)),
        _list("facts", "Facts", judged.facts, facts_right),
        _list("facts_looked_at", "Looked-at facts", judged.facts_looked_at, facts_right),
        _list(
            "untold",
            "Stored beside the facts that are named",
            judged.untold,
            (untold.NOTHING_MORE,),
        ),
        _list(
            "untold_looked_at",
            "Stored beside the looked-at facts that are named",
            judged.untold_looked_at,
            (untold.NOTHING_MORE,),
        ),
        _list("councils", "Councils", judged.councils, (council.RIGHT, council.ASKED)),
        _list(
            "councils_looked_at",
            "Looked-at councils",
            judged.councils_looked_at,
            (council.RIGHT, council.ASKED),
        ),
        _list("languages", "Other languages", judged.languages, (language.RIGHT, language.QUIET)),
    ]


def _list(name: str, title: str, verdicts: Iterable[Verdict], fine: Collection[str]) -> FailureList:
    failed = [verdict for verdict in verdicts if verdict.outcome not in fine]
    return FailureList(name, title, sorted(failed, key=_gravity_and_kind))


def _gravity_and_kind(verdict: Verdict) -> tuple[bool, str, str]:
    """Danger of another type first: it counts as heard, and yet the wrong help is named."""
    return verdict.outcome != danger.ANOTHER_TYPE, verdict.outcome, verdict.wanted
