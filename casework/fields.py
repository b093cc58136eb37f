"""Each answer of the referral by its `asks` id: whether it is given, how to put and clear it.

Values are plain JSON, so that an unsure reading can wait in the progress of a draft:
`child_age` is `{"age": 8}` or `{"date_of_birth": "2018-07-07"}`, `decision_date` an ISO date or
"no_letter", `council` a GSS code or "outside_england", `issue` a list of dispute kinds,
`safe_contact` a map of `safe_to_…` flags and `preferred`, `language` `{"code", "name"}`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from casework.councils import council_by_gss
from casework.coverage import coverage_of
from casework.deadlines import left_compulsory_school_age
from casework.draft import Draft
from casework.referral import (
    Appeal,
    CertificateRecord,
    CouncilAnswer,
    Decision,
    Language,
    Permission,
)

PLAN_IMPLIED_BY_KIND = {
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

KIND_OF_SECTION = {"B": "section_b", "F": "section_f"}


def is_given(draft: Draft, field: str) -> bool:
    """True when the answer is known (an "I don't know" is not an answer)."""
    return _VALUE[field](draft) is not None


def put(draft: Draft, field: str, value: Any, *, today: date) -> None:
    """Put the value in its place. Raises pydantic.ValidationError for a value out of range."""
    _PUT[field](draft, value, today)
    progress = draft.progress
    for marks in (progress.unsure, progress.skipped):
        if field in marks:
            marks.remove(field)


def clear(draft: Draft, field: str) -> None:
    """Take the answer out again, so that it is asked anew."""
    _CLEAR[field](draft)
    progress = draft.progress
    for marks in (progress.unsure, progress.skipped, progress.answered):
        if field in marks:
            marks.remove(field)


def value_of(draft: Draft, field: str) -> Any:
    """The answer in the form that `put` takes, or None."""
    return _VALUE[field](draft)


def _put_role(draft: Draft, value: str, today: date) -> None:
    draft.referral.referrer.role = value  # type: ignore[assignment]
    if value == "young_person" and draft.referral.referrer.name:
        draft.referral.child.name = draft.referral.referrer.name


def _put_permission(draft: Draft, value: dict[str, Any] | bool, today: date) -> None:
    given = value if isinstance(value, bool) else value.get("given")
    on = None if isinstance(value, bool) else value.get("on")
    before = draft.referral.referrer.permission
    past_leaving_age = draft.referral.child.past_school_leaving_age
    draft.referral.referrer.permission = Permission(
        given=given,
        by="young_person" if past_leaving_age else "parent",
        on=date.fromisoformat(on) if on else (before.on if before else None),
        how=before.how if before else None,
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


def _put_plan(draft: Draft, value: str, today: date) -> None:
    draft.referral.plan = value  # type: ignore[assignment]


def _put_issue(draft: Draft, value: list[str], today: date) -> None:
    draft.progress.stated_kinds = list(dict.fromkeys(value))
    if draft.referral.plan in (None, "unsure"):
        for kind in value:
            if kind in PLAN_IMPLIED_BY_KIND:
                draft.referral.plan = PLAN_IMPLIED_BY_KIND[kind]  # type: ignore[assignment]
                break
    if "already_appealed" in value:
        draft.referral.appeal = Appeal(lodged=True)
    if "cert_held" in value and draft.referral.certificate.held is None:
        draft.referral.certificate = CertificateRecord(held=True)
    if "no_decision" in value or "draft_plan" in value:
        draft.referral.decision = Decision(made=False)


def _put_sections(draft: Draft, value: list[str], today: date) -> None:
    draft.referral.dispute.sections = sorted(set(value))
    if draft.referral.plan in (None, "unsure"):
        draft.referral.plan = "final"
    if set(value) - {"I"}:
        draft.progress.school_only = None


def _put_school_only(draft: Draft, value: str, today: date) -> None:
    draft.progress.school_only = value  # type: ignore[assignment]


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
    for name, flag in value.items():
        setattr(draft.referral.contact, name, flag)


def _put_access_needs(draft: Draft, value: dict[str, Any] | list[str], today: date) -> None:
    needs = value if isinstance(value, list) else value.get("needs", [])
    details = None if isinstance(value, list) else value.get("details")
    access = draft.referral.access
    access.asked = True
    access.needs = list(dict.fromkeys(needs))
    access.details = details or access.details


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


def _set(path: str) -> Callable[[Draft, Any, date], None]:
    part, name = path.split(".")

    def put_value(draft: Draft, value: Any, today: date) -> None:
        setattr(getattr(draft.referral, part), name, value)

    return put_value


def _get(path: str) -> Callable[[Draft], Any]:
    part, name = path.split(".")
    return lambda draft: getattr(getattr(draft.referral, part), name)


def _put_route(draft: Draft, value: str, today: date) -> None:
    draft.referral.route_wanted = value  # type: ignore[assignment]


def _put_supporters(draft: Draft, value: list[str], today: date) -> None:
    draft.referral.supporters = list(dict.fromkeys(value))


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


_PUT: dict[str, Callable[[Draft, Any, date], None]] = {
    "role": _put_role,
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

_VALUE: dict[str, Callable[[Draft], Any]] = {
    "role": _get("referrer.role"),
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
}


def _clear_council(draft: Draft) -> None:
    draft.referral.council = CouncilAnswer()
    draft.progress.outside_england = False
    draft.progress.candidates = []


def _clear_child_age(draft: Draft) -> None:
    child = draft.referral.child
    child.age = child.date_of_birth = child.past_school_leaving_age = None


def _clear_decision(draft: Draft) -> None:
    draft.referral.decision = Decision()


def _clear_certificate(draft: Draft) -> None:
    draft.referral.certificate = CertificateRecord()


def _clear_issue(draft: Draft) -> None:
    draft.progress.stated_kinds = []
    draft.progress.school_only = None
    draft.referral.dispute.sections = []
    draft.referral.dispute.kinds = []


def _clear_sections(draft: Draft) -> None:
    draft.referral.dispute.sections = []
    draft.progress.school_only = None


def _clear_school_only(draft: Draft) -> None:
    draft.progress.school_only = None


def _clear_safe_contact(draft: Draft) -> None:
    contact = draft.referral.contact
    contact.safe_to_call = contact.safe_to_text = None
    contact.safe_to_email = contact.safe_to_leave_voicemail = None
    contact.preferred = None


def _clear_permission(draft: Draft) -> None:
    draft.referral.referrer.permission = None


def _clear_access(draft: Draft) -> None:
    access = draft.referral.access
    access.asked, access.needs, access.details = False, [], None


def _clear_interpreter(draft: Draft) -> None:
    interpreter = draft.referral.interpreter
    interpreter.asked, interpreter.needed = False, None
    interpreter.language, interpreter.sign, interpreter.details = None, [], None


def _clear_plan(draft: Draft) -> None:
    draft.referral.plan = None


def _clear_route(draft: Draft) -> None:
    draft.referral.route_wanted = None


def _clear_supporters(draft: Draft) -> None:
    draft.referral.supporters = []


def _blank(field: str) -> Callable[[Draft], None]:
    def clear_value(draft: Draft) -> None:
        _PUT[field](draft, None, date.min)

    return clear_value


_CLEAR: dict[str, Callable[[Draft], None]] = {
    "role": _blank("role"),
    "permission": _clear_permission,
    "name": _blank("name"),
    "organisation": _blank("organisation"),
    "phone": _blank("phone"),
    "email": _blank("email"),
    "postcode": _blank("postcode"),
    "safe_contact": _clear_safe_contact,
    "best_time": _blank("best_time"),
    "child_name": _blank("child_name"),
    "child_age": _clear_child_age,
    "council": _clear_council,
    "plan": _clear_plan,
    "issue": _clear_issue,
    "sections": _clear_sections,
    "school_only_check": _clear_school_only,
    "decision_date": _clear_decision,
    "certificate_held": _clear_certificate,
    "certificate_date": _clear_certificate,
    "appeal_lodged": _blank("appeal_lodged"),
    "route_wanted": _clear_route,
    "in_own_words": _blank("in_own_words"),
    "access_needs": _clear_access,
    "meeting_format": _blank("meeting_format"),
    "interpreter": _clear_interpreter,
    "language": _clear_interpreter,
    "supporters": _clear_supporters,
}
