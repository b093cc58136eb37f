"""Puts a value into its place in the draft, with what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from casework.law.deadlines import left_compulsory_school_age
from casework.law.disputes import SchoolOnly
from casework.places.councils import council_by_gss
from casework.places.coverage import coverage_of
from casework.referral.draft import Draft
from casework.referral.record import (
    Appeal,
    CertificateRecord,
    CouncilAnswer,
    Decision,
    Language,
    Permission,
    PlanStatus,
    Role,
    Route,
)

PLAN_IMPLIED_BY_KIND: dict[str, PlanStatus] = {
    "refuse_assess": "none",
    "refuse_plan": "none",
    "sen_support": "none",
    "no_decision": "requested",
    "draft_plan": "draft",
    "refuse_amend": "final",
    "refuse_reassess": "final",
    "cease_plan": "final",
    "annual_review_late": "final",
    "section_b": "final",
    "section_f": "final",
    "b_f_i": "final",
    "i_named_only": "final",
    "i_type_only": "final",
    "i_none_named": "final",
    "not_delivered": "final",
}
"""The plan's state that a kind of dispute already tells; the parent sees it at the review."""


def _put_role(draft: Draft, value: Role, today: date) -> None:
    if value != draft.referral.referrer.role:
        draft.referral.referrer.relationship = None
    draft.referral.referrer.role = value
    if value == "young_person" and draft.referral.referrer.name:
        draft.referral.child.name = draft.referral.referrer.name


def _put_permission(draft: Draft, value: dict[str, Any] | bool, today: date) -> None:
    given = value if isinstance(value, bool) else value.get("given")
    on, how = (None, None) if isinstance(value, bool) else (value.get("on"), value.get("how"))
    before = draft.referral.referrer.permission
    past_leaving_age = draft.referral.child.past_school_leaving_age
    draft.referral.referrer.permission = Permission(
        given=given,
        by="young_person" if past_leaving_age else "parent",
        on=date.fromisoformat(on) if on else (before.on if before else None),
        how=how or (before.how if before else None),
    )


def _put_name(draft: Draft, value: str, today: date) -> None:
    draft.referral.referrer.name = value
    if draft.referral.referrer.role == "young_person":
        draft.referral.child.name = value


def _put_child_name(draft: Draft, value: str, today: date) -> None:
    draft.referral.child.name = value


def _put_child_age(draft: Draft, value: dict[str, Any], today: date) -> None:
    child = draft.referral.child
    if value.get("date_of_birth"):
        born = date.fromisoformat(value["date_of_birth"])
        child.date_of_birth = born
        child.age = age_on(born, today)
    else:
        child.date_of_birth = None
        child.age = int(value["age"])
    child.past_school_leaving_age = left_compulsory_school_age(
        date_of_birth=child.date_of_birth, age=child.age, today=today
    )
    permission = draft.referral.referrer.permission
    if permission is not None and permission.given:
        permission.by = "young_person" if child.past_school_leaving_age else "parent"


def age_on(born: date, today: date) -> int:
    """Completed years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _put_council(draft: Draft, value: str | dict[str, Any], today: date) -> None:
    details = value if isinstance(value, dict) else {"gss": value}
    if details.get("gss") == "outside_england":
        draft.progress.outside_england = True
        draft.referral.council = CouncilAnswer(
            coverage="outside_england", as_typed=details.get("as_typed")
        )
        return
    council = council_by_gss(str(details["gss"]))
    if council is None:
        raise ValueError("no authority has that code")
    coverage = coverage_of(council.gss)
    draft.progress.outside_england = False
    draft.progress.candidates = []
    draft.referral.council = CouncilAnswer(
        gss=council.gss,
        name=council.name,
        coverage=coverage.status,
        provider=coverage.provider,
        matched_by=details.get("matched_by"),
        as_typed=details.get("as_typed"),
    )


def _put_plan(draft: Draft, value: PlanStatus, today: date) -> None:
    before, draft.referral.plan = draft.referral.plan, value
    if draft.referral.decision.letter_date is not None:
        return
    if value == "draft":
        draft.referral.decision = Decision(made=False)
    elif value == "final" and before == "draft":
        draft.referral.decision = Decision()


def _put_issue(draft: Draft, value: list[str], today: date) -> None:
    draft.progress.stated_kinds = list(dict.fromkeys(value))
    for kind in value:
        implied = PLAN_IMPLIED_BY_KIND.get(kind)
        contradicts = implied == "final" and draft.referral.plan in ("none", "requested")
        if implied is not None and (draft.referral.plan in (None, "unsure") or contradicts):
            draft.referral.plan = implied
            break
    if "already_appealed" in value:
        draft.referral.appeal = Appeal(lodged=True)
    if "cert_held" in value and draft.referral.certificate.held is None:
        draft.referral.certificate = CertificateRecord(held=True)
    is_draft = "draft_plan" in value and draft.referral.plan != "final"
    has_letter = draft.referral.decision.letter_date is not None
    if ("no_decision" in value or is_draft) and not has_letter:
        draft.referral.decision = Decision(made=False)


def _put_sections(draft: Draft, value: list[str], today: date) -> None:
    draft.referral.dispute.sections = sorted(set(value))
    if draft.referral.plan in (None, "unsure"):
        draft.referral.plan = "final"
    if set(value) - {"I"}:
        draft.progress.school_only = None


def _put_school_only(draft: Draft, value: SchoolOnly, today: date) -> None:
    draft.progress.school_only = value


def _put_decision_date(draft: Draft, value: str, today: date) -> None:
    if value == "no_letter":
        draft.referral.decision = Decision(made=False)
    else:
        draft.referral.decision = Decision(made=True, letter_date=date.fromisoformat(value))


def _put_certificate_held(draft: Draft, value: bool, today: date) -> None:
    before = draft.referral.certificate
    draft.referral.certificate = CertificateRecord(held=value, date=before.date if value else None)


def _put_certificate_date(draft: Draft, value: str, today: date) -> None:
    draft.referral.certificate = CertificateRecord(held=True, date=date.fromisoformat(value))


def _put_safe_contact(draft: Draft, value: dict[str, Any], today: date) -> None:
    contact = draft.referral.contact
    for name, flag in value.items():
        setattr(contact, name, flag)
    if contact.preferred == "phone" and contact.safe_to_call is False:
        contact.preferred = None


def _put_access_needs(draft: Draft, value: dict[str, Any] | list[str], today: date) -> None:
    needs = value if isinstance(value, list) else value.get("needs", [])
    details = None if isinstance(value, list) else value.get("details")
    access = draft.referral.access
    access.asked = True
    access.needs = list(dict.fromkeys(needs))
    access.details = details or (access.details if needs else None)


def _put_interpreter(draft: Draft, value: bool, today: date) -> None:
    interpreter = draft.referral.interpreter
    interpreter.asked = True
    interpreter.needed = value
    if not value:
        interpreter.language = None
        interpreter.sign = []


def _put_language(draft: Draft, value: dict[str, Any], today: date) -> None:
    interpreter = draft.referral.interpreter
    interpreter.asked = True
    interpreter.needed = True
    if value.get("code"):
        interpreter.language = Language(code=value["code"], name=value["name"])
    if value.get("sign"):
        interpreter.sign = sorted(set(interpreter.sign) | set(value["sign"]))
    if value.get("details"):
        interpreter.details = value["details"]


def _put_route(draft: Draft, value: Route, today: date) -> None:
    draft.referral.route_wanted = value


def _put_supporters(draft: Draft, value: list[str], today: date) -> None:
    draft.referral.supporters = list(dict.fromkeys(value))


def _set(path: str) -> Callable[[Draft, Any, date], None]:
    part, name = path.split(".")

    def put_value(draft: Draft, value: Any, today: date) -> None:
        setattr(getattr(draft.referral, part), name, value)

    return put_value


PUT: dict[str, Callable[[Draft, Any, date], None]] = {
    "role": _put_role,
    "relationship": _set("referrer.relationship"),
    "permission": _put_permission,
    "name": _put_name,
    "organisation": _set("referrer.organisation"),
    "phone": _set("contact.phone"),
    "email": _set("contact.email"),
    "postcode": _set("contact.postcode"),
    "safe_contact": _put_safe_contact,
    "best_time": _set("contact.best_time"),
    "child_name": _put_child_name,
    "child_age": _put_child_age,
    "setting": _set("child.setting"),
    "council": _put_council,
    "plan": _put_plan,
    "issue": _put_issue,
    "sections": _put_sections,
    "school_only_check": _put_school_only,
    "decision_date": _put_decision_date,
    "certificate_held": _put_certificate_held,
    "certificate_date": _put_certificate_date,
    "appeal_lodged": _set("appeal.lodged"),
    "route_wanted": _put_route,
    "in_own_words": _set("dispute.in_own_words"),
    "access_needs": _put_access_needs,
    "meeting_format": _set("access.meeting"),
    "interpreter": _put_interpreter,
    "language": _put_language,
    "supporters": _put_supporters,
}
