"""Reads a message as the answer to the question that is pending.

What a bare "8", "no" or "luton" means depends on what was asked; facts that need no such context
come from `casework.answers.facts`.
"""

from __future__ import annotations

from datetime import date

from casework.answers.age import read_child_age
from casework.answers.appeal import read_appeal_lodged
from casework.answers.dispute import read_council, read_issue, read_sections
from casework.answers.elsewhere import answers_another
from casework.answers.languages import read_interpreter, read_language
from casework.answers.letter import read_decision_date
from casework.answers.meeting import read_access_needs
from casework.answers.meeting_format import read_meeting_format
from casework.answers.names import read_name
from casework.answers.papers import read_certificate_date, read_certificate_held
from casework.answers.people import read_role
from casework.answers.permission import read_permission
from casework.answers.plan import read_plan
from casework.answers.reaching import (
    read_best_time,
    read_email,
    read_phone,
)
from casework.answers.reading import (
    Answer,
    Reader,
    consent,
    free_text,
    read_anything_else,
    yes_or_no,
)
from casework.answers.route import read_route_wanted
from casework.answers.safe_contact import read_safe_contact
from casework.answers.school_only import read_school_only
from casework.answers.supporters import read_supporters
from casework.consent.said import is_unsure_of_it
from casework.dispute.heard_right import heard_right
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_unsure

MAX_OWN_WORDS = 2000

UNSURE_IS_AN_ANSWER = frozenset(
    {
        "council",
        "plan",
        "issue",
        "sections",
        "school_only_check",
        "decision_date",
        "certificate_held",
        "certificate_date",
        "appeal_lodged",
        "route_wanted",
        "access_needs",
        "interpreter",
        "language",
        "share_with_council",
        "best_time",
        "meeting_format",
        "supporters",
        "safe_contact",
        "in_own_words",
        "email",
    }
)


def read_answer(pending: str, message: Message, draft: Draft, today: date) -> Answer | None:
    """The answer to the pending question, or None when the message does not answer it."""
    message = heard_right(message, draft)
    if answers_another(pending, message):
        return None
    reader = READERS.get(pending)
    answer = reader(message, draft, today) if reader else None
    of_share = pending == "share_with_council"
    is_unsure = is_unsure_of_it if of_share else reads_as_unsure
    if answer is None and is_unsure(message.plain) and pending in UNSURE_IS_AN_ANSWER:
        return Answer(is_unsure=True)
    return answer


READERS: dict[str, Reader] = {
    "consent": consent("consent"),
    "share_with_council": consent("share_with_council"),
    "role": read_role,
    "permission": read_permission,
    "name": read_name("name", "self"),
    "child_name": read_name("child_name", "child"),
    "child_age": read_child_age,
    "council": read_council,
    "plan": read_plan,
    "issue": read_issue,
    "sections": read_sections,
    "school_only_check": read_school_only,
    "decision_date": read_decision_date,
    "certificate_held": read_certificate_held,
    "certificate_date": read_certificate_date,
    "appeal_lodged": read_appeal_lodged,
    "route_wanted": read_route_wanted,
    "phone": read_phone,
    "email": read_email,
    "safe_contact": read_safe_contact,
    "access_needs": read_access_needs,
    "interpreter": read_interpreter,
    "language": read_language,
    "best_time": read_best_time,
    "in_own_words": free_text("in_own_words", MAX_OWN_WORDS),
    "meeting_format": read_meeting_format,
    "supporters": read_supporters,
    "want_callback": yes_or_no("want_callback"),
    "anything_else": read_anything_else,
}

__all__ = ["Answer", "read_answer"]
