"""Reads an answer back out of the draft, as the plain JSON value that was put."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casework.referral.draft import Draft


def _date_or_no_letter(draft: Draft) -> str | None:
    decision = draft.referral.decision
    if decision.letter_date is not None:
        return decision.letter_date.isoformat()
    return "no_letter" if decision.made is False else None


def _age_value(draft: Draft) -> dict[str, Any] | None:
    child = draft.referral.child
    if child.date_of_birth is not None:
        return {"date_of_birth": child.date_of_birth.isoformat()}
    return {"age": child.age} if child.age is not None else None


def _council_value(draft: Draft) -> str | None:
    if draft.progress.outside_england:
        return "outside_england"
    return draft.referral.council.gss


def _safe_value(draft: Draft) -> dict[str, Any] | None:
    contact = draft.referral.contact
    flags = {
        name: getattr(contact, name)
        for name in (
            "safe_to_call",
            "safe_to_text",
            "safe_to_email",
            "safe_to_leave_voicemail",
            "preferred",
        )
        if getattr(contact, name) is not None
    }
    return flags or None


def _language_value(draft: Draft) -> dict[str, Any] | None:
    interpreter = draft.referral.interpreter
    if interpreter.language is not None:
        return {"code": interpreter.language.code, "name": interpreter.language.name}
    if interpreter.sign:
        return {"sign": list(interpreter.sign)}
    return {"details": interpreter.details} if interpreter.details else None


def _get(path: str) -> Callable[[Draft], Any]:
    part, name = path.split(".")
    return lambda draft: getattr(getattr(draft.referral, part), name)


VALUE: dict[str, Callable[[Draft], Any]] = {
    "role": _get("referrer.role"),
    "relationship": _get("referrer.relationship"),
    "permission": lambda d: (
        d.referral.referrer.permission.given if d.referral.referrer.permission else None
    ),
    "name": _get("referrer.name"),
    "organisation": _get("referrer.organisation"),
    "phone": _get("contact.phone"),
    "email": _get("contact.email"),
    "postcode": _get("contact.postcode"),
    "safe_contact": _safe_value,
    "best_time": _get("contact.best_time"),
    "child_name": _get("child.name"),
    "child_age": _age_value,
    "setting": _get("child.setting"),
    "council": _council_value,
    "plan": lambda d: d.referral.plan,
    "issue": lambda d: list(d.progress.stated_kinds) or None,
    "sections": lambda d: list(d.referral.dispute.sections) or None,
    "school_only_check": lambda d: d.progress.school_only,
    "decision_date": _date_or_no_letter,
    "certificate_held": _get("certificate.held"),
    "certificate_date": lambda d: (
        d.referral.certificate.date.isoformat() if d.referral.certificate.date else None
    ),
    "appeal_lodged": _get("appeal.lodged"),
    "route_wanted": lambda d: d.referral.route_wanted,
    "in_own_words": _get("dispute.in_own_words"),
    "access_needs": lambda d: list(d.referral.access.needs) if d.referral.access.asked else None,
    "meeting_format": _get("access.meeting"),
    "interpreter": lambda d: (
        d.referral.interpreter.needed if d.referral.interpreter.asked else None
    ),
    "language": _language_value,
    "supporters": lambda d: list(d.referral.supporters) or None,
    "share_with_council": lambda d: d.referral.consent.share_with_council.given,
}
