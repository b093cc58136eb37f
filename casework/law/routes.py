"""What the law asks of a dispute and which ways of settling it are open.

The rows of `data/knowledge/decisions.yml` combined for one referral: the strongest certificate
answer of what the dispute is about wins, so that no second matter ever talks anyone out of a
certificate. A result is a guide until a person confirms it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from casework.law.deadlines import Deadlines, left_compulsory_school_age, work_out_deadlines
from casework.law.decisions import (
    Certificate,
    DecisionRow,
    DisagreementResolution,
    Mediation,
    decision_table,
    decisions_by_id,
)
from casework.law.disputes import PLAN_CONTENT_KINDS, SCHOOL_ONLY_KINDS, Dispute, parts_of
from casework.law.kinds import content_rows, kinds_of, needs_letter_questions
from casework.law.told import reasons_of, values_of

__all__ = ["Assessment", "Dispute", "assess", "kinds_of", "needs_letter_questions"]

Priority = Literal["immediate", "urgent", "soon", "routine"]
Word = TypeVar("Word", bound=str)

_CERTIFICATE_STRENGTH: tuple[Certificate, ...] = (
    "required",
    "unclear",
    "not_required",
    "not_applicable",
)
_MEDIATION_STRENGTH: tuple[Mediation, ...] = ("right", "unclear", "not_available")
_RESOLUTION_STRENGTH: tuple[DisagreementResolution, ...] = (
    "available",
    "conditional",
    "unclear",
    "not_available",
)
_PRIORITIES: tuple[Priority, ...] = ("immediate", "urgent", "soon", "routine")

_PRIORITY_OF_HUMAN: Mapping[str, Priority] = {
    "safeguarding": "immediate",
    "same_day": "urgent",
    "priority": "soon",
    "manager": "soon",
    "human": "routine",
}
"""Rows that a person must look at, and how soon; the other words of `human` need nobody."""

_LAW_QUESTIONS = frozenset(
    {
        "issue",
        "sections",
        "school_only",
        "plan",
        "decision_date",
        "certificate_held",
        "certificate_date",
        "appeal_lodged",
        "council",
    }
)
_PLAN_WITHOUT_APPEAL = frozenset(
    {"health_only", "social_only", "sections_a_e_j", "personal_budget", "draft_plan"}
)
_STANDING_KINDS = ("already_appealed", "old_no_cert", "old_with_cert", "cert_held")


@dataclass(frozen=True)
class Assessment:
    """What was found. `reasons` are names of responses in the order to say them.

    `values` fills their placeholders: letter_date, certificate_date, aim_for, latest, days.
    """

    kinds: tuple[str, ...]
    rule: str
    rule_version: str
    certificate: Certificate
    mediation: Mediation
    disagreement_resolution: DisagreementResolution
    reasons: tuple[str, ...]
    sources: tuple[str, ...]
    deadlines: Deadlines
    human: bool
    priority: Priority
    handover_reasons: list[str]
    values: Mapping[str, str] = field(default_factory=dict)


def assess(dispute: Dispute, today: date) -> Assessment:
    """Apply the decision table and the time limits to what is known on that day (in London).

    Raises ValueError for a stated kind that is not in the table.
    """
    kinds = kinds_of(dispute, today)
    rows = [decisions_by_id()[kind] for kind in kinds]
    certificate = _certificate_of(kinds)
    deadlines = work_out_deadlines(
        letter_date=dispute.letter_date_that_counts(today),
        certificate_date=dispute.certificate_date_that_counts(today),
        certificate=certificate,
        certificate_held=dispute.holds_certificate,
        live=not dispute.is_outside_england
        and not dispute.has_appealed
        and _has_live_deadline(kinds),
        today=today,
    )
    doubts = _doubts(dispute, kinds, certificate, deadlines, today)
    needing = [row for row in rows if row.human in _PRIORITY_OF_HUMAN]
    return Assessment(
        kinds=kinds,
        rule=rows[0].no,
        rule_version=decision_table().version,
        certificate=certificate,
        mediation=_mediation_of(kinds, certificate),
        disagreement_resolution=_resolution_of(kinds),
        reasons=reasons_of(dispute, kinds, certificate, deadlines, today),
        sources=tuple(dict.fromkeys(source for row in rows for source in row.sources)),
        deadlines=deadlines,
        human=bool(doubts or needing),
        priority=_priority(needing, doubts, deadlines),
        handover_reasons=[f"route:{row.id}" for row in needing] + doubts,
        values=values_of(dispute, deadlines, today),
    )


def _has_live_deadline(kinds: tuple[str, ...]) -> bool:
    deciding = content_rows(kinds) or [decisions_by_id()[kind] for kind in kinds]
    return any(row.live_deadline and row.certificate != "not_applicable" for row in deciding)


def _strongest(found: Collection[str], order: tuple[Word, ...]) -> Word | None:
    return next((word for word in order if word in found), None)


def _certificate_of(kinds: tuple[str, ...]) -> Certificate:
    content = content_rows(kinds)
    if "in_custody" in kinds:
        return "unclear"
    if "not_england" in kinds:
        may_apply = any(row.certificate in {"required", "unclear"} for row in content)
        return "unclear" if may_apply else "not_applicable"
    deciding = content or [decisions_by_id()[kind] for kind in kinds]
    found = {row.certificate for row in deciding}
    if _PLAN_WITHOUT_APPEAL & set(kinds):
        # A discrimination claim beside them must not make the plan's parts look exempt.
        found.discard("not_required")
    return _strongest(found, _CERTIFICATE_STRENGTH) or "unclear"


def _mediation_of(kinds: tuple[str, ...], certificate: Certificate) -> Mediation:
    content = content_rows(kinds)
    standing = [decisions_by_id()[kind] for kind in kinds if kind in _STANDING_KINDS]
    if "in_custody" in kinds:
        return "unclear"
    if "not_england" in kinds:
        return "unclear" if content else "not_available"
    if SCHOOL_ONLY_KINDS & set(kinds) and "already_appealed" not in kinds:
        return "right"
    if standing and (certificate in {"required", "unclear"} or "already_appealed" in kinds):
        deciding = standing
    else:
        deciding = [*content, *standing]
    return _strongest({row.mediation for row in deciding}, _MEDIATION_STRENGTH) or "unclear"


def _resolution_of(kinds: tuple[str, ...]) -> DisagreementResolution:
    content = content_rows(kinds)
    if "in_custody" in kinds:
        return "unclear"
    if "not_england" in kinds:
        return "unclear" if content else "not_available"
    deciding = content or [decisions_by_id()[kind] for kind in kinds]
    found = {row.disagreement_resolution for row in deciding}
    return _strongest(found, _RESOLUTION_STRENGTH) or "unclear"


def _doubts(
    dispute: Dispute,
    kinds: tuple[str, ...],
    certificate: Certificate,
    deadlines: Deadlines,
    today: date,
) -> list[str]:
    content = {row.id for row in content_rows(kinds)}
    is_live = any(decisions_by_id()[kind].live_deadline for kind in content)
    parts = parts_of(dispute)
    has_decision = dispute.decision_made is True or dispute.letter_date is not None
    left_school = left_compulsory_school_age(age=dispute.age, today=today)
    is_young_person = dispute.role == "young_person"
    checks = {
        "unsure_issue": dispute.is_unsure_of_issue,
        "unsure_school_only": dispute.school_only == "unsure",
        "certificate_unclear": certificate == "unclear",
        "deadline_passed": deadlines.urgency == "passed",
        "deadline_urgent": deadlines.urgency == "urgent",
        "letter_date_impossible": dispute.letter_date != dispute.letter_date_that_counts(today),
        "certificate_date_impossible": dispute.certificate_date
        != dispute.certificate_date_that_counts(today),
        "parts_differ_from_only_school": dispute.school_only == "only_school"
        and (parts.education or parts.health_or_care or parts.other),
        "parts_without_a_plan": dispute.plan in {"none", "requested"}
        and bool(content & PLAN_CONTENT_KINDS),
        "live_dispute_without_decision": dispute.decision_made is False and is_live,
        "decision_without_live_dispute": has_decision and bool(content) and not is_live,
        "school_only_with_certificate": dispute.holds_certificate is True
        and bool(content & SCHOOL_ONLY_KINDS),
        "young_person_holds_the_right": left_school is True
        and dispute.role is not None
        and not is_young_person,
        "young_person_below_school_leaving_age": left_school is False and is_young_person,
        "age_25_or_more": dispute.age is not None and dispute.age >= 25,
    }
    unsure = [f"unsure_{question}" for question in sorted(dispute.unsure & _LAW_QUESTIONS)]
    return list(dict.fromkeys(unsure + [name for name, is_so in checks.items() if is_so]))


def _priority(needing: list[DecisionRow], doubts: list[str], deadlines: Deadlines) -> Priority:
    found = {_PRIORITY_OF_HUMAN[row.human] for row in needing}
    if deadlines.urgency in {"passed", "urgent"}:
        found.add("urgent")
    if deadlines.urgency == "soon" or "decision_without_live_dispute" in doubts:
        found.add("soon")
    return _strongest(found, _PRIORITIES) or "routine"
