"""Takes an answer out of the draft, so that it is asked anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casework.referral.draft import Draft
from casework.referral.fields.putting import PUT
from casework.referral.record import CertificateRecord, CouncilAnswer, Decision


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
        PUT[field](draft, None, date.min)

    return clear_value


CLEAR: dict[str, Callable[[Draft], None]] = {
    "role": _blank("role"),
    "relationship": _blank("relationship"),
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
    "setting": _blank("setting"),
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
