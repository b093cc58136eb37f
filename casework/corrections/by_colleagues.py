"""Puts one answer of a referral right, as a colleague does who has asked the family or the letter.

It goes through the same functions as a parent's answer: put into its place with what follows from
it (`casework.referral.fields`), checked as dates and ages are checked, law and dates worked out
anew.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import phonenumbers
from pydantic import ValidationError

from casework.dispute.result import is_confirmed_still, update_result
from casework.law.deadlines import check_certificate_date, check_letter_date
from casework.people.ages_told import OLDEST
from casework.people.email_addresses import is_email
from casework.referral.draft import Draft
from casework.referral.fields import clear, is_given, put, value_of
from casework.referral.record import find_missing
from casework.referral.summary import REVIEWED

CORRECTABLE = tuple(name for name in REVIEWED if name != "share_with_council")
"""Every answer of the review but the consents: those are the parent's alone to give."""
_SET_WHOLE = frozenset({"issue", "language", "access_needs", "safe_contact"})
"""Answers that `put` adds to; a correction says all of it."""
_PERMITTED_WAYS = {
    "phone": ("safe_to_call", "safe_to_text", "safe_to_leave_voicemail"),
    "email": ("safe_to_email",),
}
"""What a family allowed for one number or address, and not for the next (DP-22)."""


class NotAnAnswer(ValueError):
    """The value cannot be an answer; `problem` says why, without the value."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def correct_answer(draft: Draft, field: str, value: Any, today: date) -> Draft:
    """The draft with this answer, or (None) without it, and what the law then says.

    `value` is what `casework.referral.fields.put` takes. What a colleague confirmed of the law
    falls where that is another one now. Raises NotAnAnswer: not_right, needed, date_future,
    date_too_old, certificate_before_letter.
    """
    if field not in CORRECTABLE:
        raise NotAnAnswer("not_right")
    after = draft.copy_deep()
    if value is None or field in _SET_WHOLE:
        clear(after, field)
    if value is not None:
        _check(after, field, value, today)
        try:
            put(after, field, _normal(field, value), today=today)
        except (ValidationError, ValueError, KeyError, TypeError):
            # From None: the message would hold the value.
            raise NotAnAnswer("not_right") from None
        after.progress.mark_answered(field)
    if field in _PERMITTED_WAYS and value_of(after, field) != value_of(draft, field):
        _forget_permission(after, field)
    _count_anew(draft, after, field, today)
    if set(find_missing(after.referral)) - set(find_missing(draft.referral)):
        raise NotAnAnswer("needed")
    return after


def put_certificate(draft: Draft, issued_on: date, today: date) -> Draft:
    """The draft with a certificate of this day, which we issued, and what the law then says.

    Unlike an answer it may make others needed: it is a fact, whatever was said before. Raises
    NotAnAnswer for a day before the letter, in the future or too long ago.
    """
    after, field = draft.copy_deep(), "certificate_date"
    _check(after, field, issued_on.isoformat(), today)
    for each, value in (("certificate_held", True), (field, issued_on.isoformat())):
        put(after, each, value, today=today)
        after.progress.mark_answered(each)
    _count_anew(draft, after, field, today)
    return after


def _forget_permission(draft: Draft, field: str) -> None:
    """Takes out a yes that was said of the number or address before; a no stays a no."""
    contact = draft.referral.contact
    for way in _PERMITTED_WAYS[field]:
        if getattr(contact, way) is True:
            setattr(contact, way, None)
    if not is_given(draft, "safe_contact"):
        answered = draft.progress.answered
        draft.progress.answered = [each for each in answered if each != "safe_contact"]


def _count_anew(before: Draft, after: Draft, field: str, today: date) -> None:
    """Works out law and dates; what was confirmed falls where it was about something else."""
    _forget_readings(after, field)
    update_result(after, today)
    if not is_confirmed_still(before, after):
        after.referral.requirement.confirmed_by = None


def _check(draft: Draft, field: str, value: Any, today: date) -> None:
    referral = draft.referral
    problem: str | None = None
    if field == "decision_date" and value != "no_letter":
        problem = check_letter_date(_day(value), today)
        issued = referral.certificate.date
        if problem is None and issued is not None and issued < _day(value):
            problem = "before_letter"
    if field == "certificate_date":
        problem = check_certificate_date(_day(value), referral.decision.letter_date, today)
    if problem is not None:
        raise NotAnAnswer(_DATE_PROBLEM[problem])
    if field == "child_age" and value.get("date_of_birth"):
        born = _day(value["date_of_birth"])
        if not born <= today or today.year - born.year > OLDEST + 1:
            raise NotAnAnswer("not_right")
    if field == "email" and not is_email(value):
        raise NotAnAnswer("not_right")


_DATE_PROBLEM = {
    "in_future": "date_future",
    "too_old": "date_too_old",
    "before_letter": "certificate_before_letter",
}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAnAnswer("not_right") from None


def _normal(field: str, value: Any) -> Any:
    if field != "phone":
        return value
    try:
        number = phonenumbers.parse(value, "GB")
    except phonenumbers.NumberParseException:
        raise NotAnAnswer("not_right") from None
    if not phonenumbers.is_possible_number(number):
        raise NotAnAnswer("not_right")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _forget_readings(draft: Draft, field: str) -> None:
    """A reading of this answer that waits for the parent's yes is settled."""
    progress = draft.progress
    if progress.unconfirmed is not None and progress.unconfirmed.field == field:
        progress.unconfirmed = None
    progress.to_confirm = [each for each in progress.to_confirm if each.field != field]
    progress.to_confirm_first = [each for each in progress.to_confirm_first if each.field != field]
