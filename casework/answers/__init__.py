"""Reads a message as the answer to the question that is pending.

What a bare "8", "no" or "luton" means depends on what was asked; facts that need no such context
come from `casework.answers.facts`.
"""

from __future__ import annotations

from datetime import date

from casework.answers.age import read_child_age
from casework.answers.dispute import (
    read_council,
    read_decision_date,
    read_issue,
    read_sections,
)
from casework.answers.elsewhere import answers_another
from casework.answers.meeting import (
    read_access_needs,
    read_interpreter,
    read_language,
    read_supporters,
)
from casework.answers.names import read_name
from casework.answers.papers import (
    read_appeal_lodged,
    read_certificate_date,
    read_certificate_held,
)
from casework.answers.people import read_permission, read_role
from casework.answers.reaching import (
    read_best_time,
    read_email,
    read_phone,
    read_safe_contact,
)
from casework.answers.reading import (
    Answer,
    Reader,
    consent,
    entity_or_words,
    free_text,
    read_anything_else,
    yes_or_no,
)
from casework.answers.route import read_route_wanted
from casework.answers.school_only import read_school_only
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
    if answer is None and reads_as_unsure(message.plain) and pending in UNSURE_IS_AN_ANSWER:
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
    "plan": entity_or_words(
        "plan",
        "plan_status",
        {
            r"\bdraft": "draft",
            r"\b(?:being (?:ended|stopped|ceased|taken)|ending|stopping|ceasing)\b": "final",
            r"\b(?:ended|stopped|ceased|taken away)": "ended",
            r"\basked|\brequest|\bapplied|\bwaiting": "requested",
            r"\bfinal|\b(?:got|has|have) (?:one|an? (?:ehc )?(?:plan|ehcp|statement))"
            r"|^y(?:es|eah|ep|up|h)?\b": "final",
            r"^(?:no|none|nope|nah|not yet|not got (?:one|it)|n)\b|\bno plan"
            r"|\bdoesn'?t have|\bhasn'?t": "none",
        },
    ),
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
    "meeting_format": entity_or_words(
        "meeting_format",
        "meeting",
        {
            r"\bonline|\bvideo|\bzoom|\bteams": "online",
            r"\bin person|\bface": "in_person",
            r"\bphone|\bcall": "phone",
            r"\bno preference|\bany|\beither|\bdon'?t mind": "no_preference",
        },
    ),
    "supporters": read_supporters,
    "want_callback": yes_or_no("want_callback"),
    "anything_else": read_anything_else,
}

__all__ = ["Answer", "read_answer"]
