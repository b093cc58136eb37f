"""The parts of the plan, where the kinds of the dispute become others: they stay, or it is said."""

from __future__ import annotations

from casework.answers.fact import Fact
from casework.dispute.plan_named import REFUSED_WITHOUT_A_PLAN, became_final
from casework.law.disputes import BESIDE_THE_PARTS, PLAN_CONTENT_KINDS
from casework.referral.draft import Unconfirmed
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


def drop_what_contradicts_the_plan(turn: Turn) -> None:
    """Take out what can only be said with a plan, or without one, where that is put right.

    The letter of a refusal goes with it: the time to appeal runs from that of the final plan,
    which the day told may be of.
    """
    progress, plan = turn.draft.progress, turn.draft.referral.plan
    is_none = plan in ("none", "requested")
    if not (is_none or plan == "final") or progress.is_submitted:
        return
    held, gone = progress.stated_kinds, NEED_A_PLAN if is_none else REFUSED_WITHOUT_A_PLAN
    left = [kind for kind in held if kind not in gone]
    if left == held and not (is_none and turn.draft.referral.dispute.sections):
        return
    turn.clear("issue")
    if not is_none and "decision_date" not in turn.changed:
        _ask_whose_letter_it_is(turn)
    if left:
        turn.put("issue", left)
        progress.mark_answered("issue")


def _ask_whose_letter_it_is(turn: Turn) -> None:
    """Take the letter's day out; it is asked about, unless a later letter or day was told."""
    day, progress = turn.draft.referral.decision.letter_date, turn.draft.progress
    turn.clear("decision_date")
    waiting = [progress.unconfirmed, *progress.to_confirm]
    is_told = any(one is not None and one.field == "decision_date" for one in waiting)
    if day is not None and not is_told and not became_final(turn.message.plain):
        shown = Fact("decision_date", day.isoformat()).shown
        progress.to_confirm.append(
            Unconfirmed(field="decision_date", value=day.isoformat(), shown=shown)
        )


def say_parts_left_out(turn: Turn, before: list[str], taken: list[str]) -> None:
    """Say which parts went, where others or other kinds took their place: none goes in silence."""
    gone = set(before) - set(turn.draft.referral.dispute.sections)
    is_told = turn.draft.progress.changing == "sections"
    if gone and not is_told and {"issue", "sections", "plan"} & set(taken):
        turn.say(LEFT_OUT, {"value": ", ".join(sorted(gone))})
