"""What was heard is put into the draft, or waits for a yes where it is unsure or contradicts.

Where the kinds of the dispute become others, the parts of the plan stay or it is said that they go.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casework.answers.fact import Fact
from casework.dispute.plan_named import REFUSED_WITHOUT_A_PLAN, became_final
from casework.dispute.undecided import NO_LETTER, ask_for_letter_again
from casework.law.decisions import brings_a_time_to_appeal
from casework.law.disputes import BESIDE_THE_PARTS, PLAN_CONTENT_KINDS, with_people
from casework.people.called_so import is_called_so
from casework.referral.draft import Draft, Unconfirmed
from casework.referral.fields import is_given, value_of
from casework.referral.fields.putting import PLAN_IMPLIED_BY_KIND
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.turn.compared import (
    NAMES,
    adds_to_answers,
    leaves_out,
    may_be_a_draft,
    same_value,
    tells_more,
)
from casework.turn.state import Turn

ADDS_TO = frozenset({"access_needs", "supporters", "issue", "sections", "safe_contact", "language"})
"""A second message about these adds to the first, unless it puts something right."""
_OVERWRITES = frozenset(
    {"best_time", "meeting_format", "organisation", "setting", "postcode", "plan", "permission"}
    | {"interpreter"}
)
"""The latest word counts; nothing is lost by taking it."""
_AT_THE_REVIEW = ("summary", "change_what")
LEFT_OUT = "utter_part_left_out"
NEED_A_PLAN = frozenset(
    {kind for kind, plan in PLAN_IMPLIED_BY_KIND.items() if plan in ("draft", "final")}
    | PLAN_CONTENT_KINDS
    | {"plan_content"}
)


def take_facts(turn: Turn, facts: list[Fact], *, is_answer: bool, is_correction: bool) -> list[str]:
    """Put what was heard into the draft; what is unsure or contradicts waits for a yes.

    Returns the fields put.
    """
    taken: list[str] = []
    parts = list(turn.draft.referral.dispute.sections)
    for fact in facts:
        if fact.field == "prefers_email":
            turn.draft.progress.asked_email = True
            continue
        is_anew = is_answer and fact.field == turn.draft.progress.changing
        is_told_anew = is_anew and (fact.field in NAMES or leaves_out(turn.draft, fact))
        if same_value(turn.draft, fact) and not is_told_anew:
            continue
        given = is_given(turn.draft, fact.field)
        is_fuller = fact.field in NAMES and tells_more(turn.draft, fact)
        is_guess = fact.field in NAMES and not fact.is_sure and not is_fuller
        if given and is_guess and not is_answer and not is_correction:
            continue
        if given and fact.field in NAMES and not (is_anew or is_fuller):
            held = str(value_of(turn.draft, fact.field))
            how = is_called_so(turn.message.plain, str(fact.value), held)
            if how != "surely" or not fact.is_sure:
                if (is_answer or is_correction) and (fact.is_sure or how is not None):
                    _wait_for_yes(turn, fact, at_once=True, instead_of=held)
                continue
        if not fact.is_sure:
            is_doubt = is_correction or may_be_a_draft(turn.draft, fact)
            is_doubt |= fact.field == "issue" and brings_a_time_to_appeal(
                fact.value, turn.draft.progress.stated_kinds
            )
            _wait_for_yes(turn, fact, at_once=is_answer or (given and is_doubt))
            continue
        is_whole = fact.field == "role" and _shown_of_role(facts) is not None
        is_of_weight = given and fact.field not in _OVERWRITES and not (is_fuller or is_whole)
        is_put_right = is_answer or (is_correction and turn.pending in _AT_THE_REVIEW)
        if is_of_weight and fact.value == NO_LETTER and not is_put_right:
            ask_for_letter_again(turn.draft)
            continue
        if is_of_weight and not is_answer and not is_correction:
            if fact.field in ADDS_TO:
                turn.put(fact.field, _joined(turn.draft, fact))
                taken.append(fact.field)
            else:
                _wait_for_yes(turn, fact, at_once=True)
            continue
        value = fact.value
        if is_anew and fact.field in ADDS_TO and adds_to_answers(turn.message.plain):
            value = _joined(turn.draft, fact)
            fact = replace(fact, value=value)
        elif fact.field == "issue" and not is_anew:
            value = with_people(value, turn.draft.progress.stated_kinds)
        if is_answer and fact.field == "issue":
            clear_kinds(turn, value)
        elif is_anew and fact.field == "access_needs":
            turn.clear(fact.field)
        turn.put(fact.field, value)
        _forget_reading(turn, fact.field)
        taken.append(fact.field)
        if given and (is_anew or fact.field not in ADDS_TO):
            shown = _shown_of_role(facts) if fact.field == "role" else None
            field = within_a_sentence(field_label(fact.field))
            values = {"field": field, "value": shown or fact.shown}
            turn.say("utter_changed", values)
    is_reviewed = is_correction and turn.pending in _AT_THE_REVIEW
    if "plan" in taken and (is_reviewed or turn.draft.progress.changing == "plan"):
        drop_what_contradicts_the_plan(turn)
    say_parts_left_out(turn, parts, taken)
    return taken


def _shown_of_role(facts: list[Fact]) -> str | None:
    """Who they are in more words than the role has: a friend is no "other professional"."""
    return next((str(fact.value) for fact in facts if fact.field == "relationship"), None)


def _wait_for_yes(turn: Turn, fact: Fact, *, at_once: bool, instead_of: str | None = None) -> None:
    """Ask whether the reading is right; `instead_of`: the name that it would take the place of."""
    progress = turn.draft.progress
    shown = fact.shown if instead_of is None else f"{fact.shown} (not {instead_of})"
    waiting = Unconfirmed(field=fact.field, value=fact.value, shown=shown)
    was_told = waiting in progress.to_confirm
    progress.to_confirm = [other for other in progress.to_confirm if other.field != fact.field]
    before = progress.unconfirmed
    if at_once and (before is None or fact.field == turn.pending):
        progress.unconfirmed = waiting
        if before is not None and before.field != fact.field:
            progress.to_confirm.append(before)
    else:
        progress.to_confirm.append(waiting)
        if not was_told:
            turn.put_aside.append(fact.field)


def _forget_reading(turn: Turn, field: str) -> None:
    """A reading that waits for a yes is settled by saying the value outright."""
    waiting = turn.draft.progress.unconfirmed
    if waiting is not None and waiting.field == field:
        turn.draft.progress.unconfirmed = None


def _joined(draft: Draft, fact: Fact) -> Any:
    if fact.field == "access_needs":
        needs = list(draft.referral.access.needs) + list(fact.value["needs"])
        told = [draft.referral.access.details, fact.value.get("details")]
        return {"needs": needs, "details": "; ".join(dict.fromkeys(filter(None, told))) or None}
    if fact.field in ("safe_contact", "language"):
        return fact.value
    return list(value_of(draft, fact.field) or []) + list(fact.value)


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
