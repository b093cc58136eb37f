"""What is said of a result: what applies, the dates that drive it, who confirms it."""

from __future__ import annotations

from datetime import date

from casework.law.deadlines import Deadlines
from casework.law.decisions import Certificate
from casework.law.disputes import PEOPLE, PLAN_CONTENT_KINDS, SCHOOL_ONLY_KINDS, Dispute
from casework.law.kinds import content_rows, needs_letter_questions

_NEVER_WAITS = ("exclusion", "discrimination_school", "discrimination_other")
"""Separate matters with short limits of their own: said even when another kind comes first."""


def reasons_of(
    dispute: Dispute,
    kinds: tuple[str, ...],
    certificate: Certificate,
    deadlines: Deadlines,
    today: date,
) -> tuple[str, ...]:
    """The names of the responses that explain the result, in the order to say them."""
    first_content = next((row.id for row in content_rows(kinds)), None)
    told = [_told_first(dispute, kinds)]
    if first_content and (kinds[0] == "safeguarding" or certificate == "not_required"):
        told.append(first_content)
    told += [kind for kind in kinds if kind in _NEVER_WAITS or kind in PEOPLE]
    explained = [f"utter_route_{kind}" for kind in dict.fromkeys(told)]
    if certificate == "not_required" and SCHOOL_ONLY_KINDS & set(kinds):
        explained.append("utter_route_school_only_may_mediate")
    if certificate in {"required", "unclear"} and not dispute.holds_certificate:
        last = "utter_route_not_a_certificate"
    else:
        last = "utter_route_person_confirms"
    before, after = _date_reasons(dispute, certificate, deadlines, today)
    if (
        deadlines.urgency == "unknown"
        and certificate != "not_applicable"
        and needs_letter_questions(dispute)
        and told[0] == kinds[0]
    ):
        after = ["utter_route_no_date"]
    return (*before, *explained, *after, last)


def _told_first(dispute: Dispute, kinds: tuple[str, ...]) -> str:
    """The kind that is explained; how to appeal is not, where nothing has been decided yet.

    A plan that is only to be stopped, and one that waits for its review, bring no appeal yet.
    """
    if dispute.decision_made is not False or "refuse_amend" in kinds:
        return kinds[0]
    if "annual_review_late" in kinds and kinds[0] in PLAN_CONTENT_KINDS | {"annual_review_late"}:
        return "annual_review_late"
    is_to_be_stopped = kinds[0] == "cease_plan" and dispute.plan != "ended"
    return "no_decision" if is_to_be_stopped else kinds[0]


def _date_reasons(
    dispute: Dispute, certificate: Certificate, deadlines: Deadlines, today: date
) -> tuple[list[str], list[str]]:
    """What to say of the dates before and after the rest: short of time, the telephone is first."""
    if deadlines.appeal_by_unadjusted is None or deadlines.appeal_by is None:
        return [], []
    has_later_day = deadlines.appeal_by_unadjusted < deadlines.appeal_by
    adjusted = (
        ["utter_route_dates_adjusted"] if has_later_day and today <= deadlines.appeal_by else []
    )
    if deadlines.urgency == "passed":
        return ["utter_route_dates_passed"], adjusted
    counts_certificate = (
        certificate == "required"
        and dispute.holds_certificate is True
        and dispute.certificate_date_that_counts(today) is not None
    )
    dates = "utter_route_dates_with_certificate" if counts_certificate else "utter_route_dates"
    before = ["utter_route_dates_urgent"] if deadlines.urgency == "urgent" else []
    return before, [dates, *adjusted]


def values_of(dispute: Dispute, deadlines: Deadlines, today: date) -> dict[str, str]:
    """What fills the gaps in those responses."""
    values = {
        "letter_date": dispute.letter_date_that_counts(today),
        "certificate_date": dispute.certificate_date_that_counts(today),
        "aim_for": deadlines.appeal_by_unadjusted,
        "latest": deadlines.appeal_by,
    }
    shown = {name: f"{day.day} {day:%B %Y}" for name, day in values.items() if day is not None}
    if deadlines.days_left is not None and deadlines.days_left >= 0:
        days = deadlines.days_left
        shown["days"] = {0: "only today", 1: "1 day"}.get(days, f"{days} days")
    return shown
