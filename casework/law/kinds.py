"""Which kinds of dispute (ids of `data/knowledge/decisions.yml`) a referral is about.

Law L01, L02, L08 and L40.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casework.law.deadlines import add_months, contact_by, limits
from casework.law.decisions import DecisionRow, decisions_by_id
from casework.law.disputes import (
    CIRCUMSTANCES,
    CONTENT,
    PEOPLE,
    PLAN_CONTENT_KINDS,
    PRECEDENCE,
    SCHOOL_ONLY_KINDS,
    Dispute,
    PlanParts,
    is_school_only_sure,
    parts_of,
)


def needs_letter_questions(dispute: Dispute) -> bool:
    """True when there may be a live decision, so letter, certificate and appeal must be asked."""
    if dispute.is_outside_england or dispute.has_appealed:
        return False
    content = content_kinds(dispute)
    return not content or any(decisions_by_id()[kind].live_deadline for kind in content)


def content_rows(kinds: Iterable[str]) -> list[DecisionRow]:
    """The rows of the kinds that tell what it is about."""
    not_content = {*CIRCUMSTANCES, *PEOPLE}
    return [decisions_by_id()[kind] for kind in kinds if kind not in not_content]


def content_kinds(dispute: Dispute) -> frozenset[str]:
    """What the dispute is about, apart from where the case stands; empty where not known.

    Raises ValueError for a stated kind that is not in the table.
    """
    if unknown := dispute.stated_kinds - decisions_by_id().keys():
        raise ValueError(f"not in the decision table: {sorted(unknown)}")
    kinds = dispute.stated_kinds & set(CONTENT) - PLAN_CONTENT_KINDS
    kinds -= {"unsure_other", "draft_plan"}
    kinds |= {"draft_plan"} if dispute.is_draft else _plan_content_kinds(dispute)
    if not kinds and dispute.plan == "requested" and dispute.decision_made is False:
        kinds |= {"no_decision"}
    if not kinds and dispute.plan == "ended":
        kinds |= {"cease_plan"}
    if "refuse_amend" in kinds and dispute.decision_made is False:
        kinds |= {"annual_review_late"}
    return kinds


def _plan_content_kinds(dispute: Dispute) -> frozenset[str]:
    parts = parts_of(dispute)
    kinds: set[str] = set()
    if parts.out_of_school:
        kinds.add("eotas")
    if parts.needs:
        kinds.add("section_b")
    if parts.help:
        kinds.add("section_f")
    if parts.school and (parts.needs or parts.help or parts.more_than_school):
        kinds.add("b_f_i")
    if parts.health_or_care:
        kinds |= _health_and_care_kinds(parts)
    if parts.school and not parts.education and not parts.health_or_care:
        named = dispute.stated_kinds & SCHOOL_ONLY_KINDS
        kinds |= named or {"i_named_only"}
        if not is_school_only_sure(dispute):
            kinds.add("unsure_other")
    if parts.other:
        kinds.add("sections_a_e_j")
    return frozenset(kinds)


def _health_and_care_kinds(parts: PlanParts) -> set[str]:
    if parts.education:
        return {"edu_plus_health_care"}
    if parts.school:
        return {"school_plus_health_care"}
    kinds = {"health_only"} if parts.health else set()
    return kinds | ({"social_only"} if parts.care else set())


def kinds_of(dispute: Dispute, today: date) -> tuple[str, ...]:
    """The ids of the decision table that fit, the one that decides first; never empty.

    Raises ValueError for a stated kind that is not in the table.
    """
    content = content_kinds(dispute)
    kinds = set(content) | (dispute.stated_kinds & ({"safeguarding", "in_custody"} | set(PEOPLE)))
    if dispute.is_outside_england:
        kinds.add("not_england")
    elif dispute.has_appealed:
        kinds.add("already_appealed")
    elif (standing := _standing(dispute, content, today)) is not None:
        kinds.add(standing)
    if any(decisions_by_id()[kind].certificate == "required" for kind in content):
        kinds.discard("unsure_other")
    return tuple(sorted(kinds or {"unsure_other"}, key=PRECEDENCE.index))


def _standing(dispute: Dispute, content: frozenset[str], today: date) -> str | None:
    """Where the case stands between letter and certificate, or None where no row fits.

    Once both limits have passed it is still `cert_held`: that row's text holds "if you are in
    time", and the deadlines say that a person is needed today.
    """
    rows = decisions_by_id()
    asks_certificate = not content or any(
        rows[kind].certificate in {"required", "unclear"} for kind in content
    )
    letter = dispute.letter_date_that_counts(today)
    is_late = letter is not None and contact_by(letter) < today
    if not dispute.holds_certificate:
        told = letter is None and "old_no_cert" in dispute.stated_kinds
        return "old_no_cert" if asks_certificate and (is_late or told) else None
    if not asks_certificate and is_late:
        return None
    certificate = dispute.certificate_date_that_counts(today)
    if letter is None or certificate is None:
        is_old = asks_certificate and "old_with_cert" in dispute.stated_kinds
    else:
        months = limits().months.appeal_from_certificate
        is_old = is_late and today <= add_months(certificate, months)
    return "old_with_cert" if is_old else "cert_held"
