"""The parts of the plan, where the kinds of the dispute become others: they stay, or it is said."""

from __future__ import annotations

from casework.law.disputes import BESIDE_THE_PARTS, PLAN_CONTENT_KINDS
from casework.referral.fields.putting import PLAN_IMPLIED_BY_KIND
from casework.turn.state import Turn

LEFT_OUT = "utter_part_left_out"
NEED_A_PLAN = frozenset(
    {kind for kind, plan in PLAN_IMPLIED_BY_KIND.items() if plan in ("draft", "final")}
    | PLAN_CONTENT_KINDS
    | {"plan_content"}
)


def clear_kinds(turn: Turn, new: list[str]) -> None:
    """Take the kinds out; the parts of the plan go with them where the new ones take their place.

    "He is in care", "we have appealed" and "it is a draft" are told beside them.
    """
    progress, parts = turn.draft.progress, turn.draft.referral.dispute.sections
    held, school_only = progress.stated_kinds, progress.school_only
    turn.clear("issue")
    if set(held) <= set(new) or set(new) <= BESIDE_THE_PARTS:
        turn.draft.referral.dispute.sections = parts
        progress.school_only = school_only


def drop_what_needs_a_plan(turn: Turn) -> None:
    """Take out what can only be said of a plan, where it is put right that there is none."""
    progress = turn.draft.progress
    if turn.draft.referral.plan not in ("none", "requested") or progress.is_submitted:
        return
    held = progress.stated_kinds
    left = [kind for kind in held if kind not in NEED_A_PLAN]
    if left == held and not turn.draft.referral.dispute.sections:
        return
    turn.clear("issue")
    if left:
        turn.put("issue", left)
        progress.mark_answered("issue")


def say_parts_left_out(turn: Turn, before: list[str], taken: list[str]) -> None:
    """Say which parts went, where others or other kinds took their place: none goes in silence."""
    gone = set(before) - set(turn.draft.referral.dispute.sections)
    is_told = turn.draft.progress.changing == "sections"
    if gone and not is_told and {"issue", "sections", "plan"} & set(taken):
        turn.say(LEFT_OUT, {"value": ", ".join(sorted(gone))})
