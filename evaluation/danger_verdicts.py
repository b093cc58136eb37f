"""Whether danger is raised, by the word patterns or by what the classifier has learnt."""

from __future__ import annotations

from casework.safety import flag_most_urgent, screen_for_safety
from evaluation.hearing import Heard
from evaluation.sets import MaybeDanger
from evaluation.verdicts import Verdict

RAISED = "raised"
ANOTHER_TYPE = "raised as another type"
MISSED = "missed"
QUIET = "quiet"
FALSE_ALARM = "false alarm"


def judge_danger(example: MaybeDanger, heard: Heard) -> Verdict:
    """The patterns come first (the front desk runs them), then the most urgent type learnt."""
    flag = screen_for_safety(example.text, asked=example.at)
    named = None if flag is None else flag.id
    raised = named or (flag_most_urgent(heard.dangers).id if heard.dangers else None)
    return Verdict(
        text=example.text if example.at is None else f"(at {example.at}) {example.text}",
        wanted=" or ".join(example.expect) if example.expect else "no danger",
        got=raised or "no danger",
        outcome=_judge(raised, example.expect),
        heard=f"patterns: {named or 'none'}; learnt: {', '.join(heard.dangers) or 'none'}",
    )


def _judge(raised: str | None, expect: tuple[str, ...] | None) -> str:
    if not expect:
        return QUIET if raised is None else FALSE_ALARM
    if raised is None:
        return MISSED
    return RAISED if raised in expect else ANOTHER_TYPE
