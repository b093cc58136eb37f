"""What an answer in other words leaves of the kinds that were asked about.

"I read that as: refused to assess, refused a plan. Is that right?" - "they did assess, they just
won't write one": heard of twice, a kind counts as much as after a yes, and the other one is gone.
"""

from __future__ import annotations

from collections.abc import Sequence

from casework.law.disputes import PEOPLE, PLAN_CONTENT_KINDS

_ONE_OF_THESE = frozenset({"refuse_assess", "refuse_plan", "no_decision"})
"""A plan is refused after an assessment, so that one of them is what was decided last."""
_WITHOUT_AN_APPEAL = frozenset({"health_only", "social_only"})


def kinds_borne_out(asked: Sequence[str], told: Sequence[str]) -> list[str] | None:
    """The kinds told that were asked about, with the parts of the plan told besides.

    None where the answer bears nothing out, and where it would leave only what has no appeal of a
    plan whose education part was asked about too: that takes a yes (law L40).
    """
    twice = [kind for kind in told if kind in asked]
    if not set(twice) - set(PEOPLE) and set(asked) - set(PEOPLE):
        return None
    gone = set(asked) - set(told)
    if set(told) <= _WITHOUT_AN_APPEAL and gone & (PLAN_CONTENT_KINDS - _WITHOUT_AN_APPEAL):
        return None
    return [kind for kind in told if kind in twice or kind in PLAN_CONTENT_KINDS]


def kinds_agreed(asked: Sequence[str], told: Sequence[str]) -> list[str]:
    """The kinds of a yes that tells some besides; of two that exclude each other the one told."""
    last = _ONE_OF_THESE & set(told)
    kept = [kind for kind in asked if len(last) != 1 or kind not in _ONE_OF_THESE - last]
    return list(dict.fromkeys([*kept, *told]))
