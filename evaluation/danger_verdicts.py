"""Whether danger is raised, by the word patterns or by what the classifier has learnt."""

from __future__ import annotations

from casework.safety.screen import choose_flag, screen_for_safety
from evaluation.hearing import Heard
from evaluation.sets import MaybeDanger
from evaluation.verdicts import Verdict

RAISED = "raised"
ANOTHER_TYPE = "raised as another type"
MISSED = "missed"
QUIET = "quiet"
FALSE_ALARM = "false alarm"


def judge_danger(example: MaybeDanger, heard: Heard) -> Verdict:
    """The patterns come first (the front desk runs them), then the surest type learnt.

    Where the patterns leave a doubt, what is learnt may take it back.
    """
    flag = screen_for_safety(example.text, asked=example.at)
    named = [] if flag is None else [flag.id]
    if flag is not None and flag.is_doubtful and not (heard.dangers or heard.may_be_danger):
        named = []
    is_settled = flag is not None and not flag.is_doubtful
    raised = named if is_settled else [*heard.dangers, *named]
    got = choose_flag(raised).id if raised else None
    words = "none" if flag is None else f"{flag.id}{' in doubt' * flag.is_doubtful}"
    return Verdict(
        text=example.text if example.at is None else f"(at {example.at}) {example.text}",
        wanted=" or ".join(example.expect) if example.expect else "no danger",
        got=got or "no danger",
        outcome=_judge(got, example.expect),
        heard=f"patterns: {words}; learnt: {', '.join(heard.dangers) or 'none'}",
    )


def _judge(raised: str | None, expect: tuple[str, ...] | None) -> str:
    if not expect:
        return QUIET if raised is None else FALSE_ALARM
    if raised is None:
        return MISSED
    return RAISED if raised in expect else ANOTHER_TYPE
