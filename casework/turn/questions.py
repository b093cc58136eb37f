"""Which question comes next: a pure function of the draft.

What the disagreement is about comes before the letter: the kind of dispute tells whether there is a
plan and whether any letter, certificate or appeal can matter, and so spares most parents two or
three questions (docs/decisions/0003).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casework.answers.facts import BESIDE_AN_ISSUE
from casework.dispute.result import dispute_of
from casework.law.deadlines import add_months
from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.law.routes import needs_letter_questions
from casework.people.shared_phone import others_see_phone
from casework.referral.draft import Draft
from casework.referral.fields import is_given

REQUIRED = frozenset({"consent", "role", "permission", "name", "phone", "child_name", "child_age"})
"""Questions that cannot be passed over; all others take "I don't know" or "skip"."""


@dataclass(frozen=True)
class Question:
    """A question by its `asks` id and when it applies."""

    id: str
    is_needed: Callable[[Draft, date], bool]


def _issue(draft: Draft, today: date) -> bool:
    if set(draft.progress.stated_kinds) - BESIDE_AN_ISSUE or draft.referral.dispute.sections:
        return False
    return draft.referral.plan != "draft" and not draft.referral.appeal.lodged


def _has_live_dispute(draft: Draft) -> bool:
    return needs_letter_questions(dispute_of(draft)) and not draft.progress.outside_england


def _is_open_of_letter(draft: Draft, field: str) -> bool:
    """True for what can only be once there is a decision, and is not given yet."""
    has_decision = draft.referral.decision.made is not False
    return not is_given(draft, field) and has_decision and _has_live_dispute(draft)


def _sections(draft: Draft, today: date) -> bool:
    is_told = draft.referral.dispute.sections or draft.progress.outside_england
    return not is_told and "plan_content" in draft.progress.stated_kinds


def _school_only(draft: Draft, today: date) -> bool:
    sections = set(draft.referral.dispute.sections)
    kinds = set(draft.progress.stated_kinds)
    is_about_school = sections == {"I"} or (not sections and bool(kinds & SCHOOL_ONLY_KINDS))
    return is_about_school and draft.progress.school_only is None


def _appeal_lodged(draft: Draft, today: date) -> bool:
    """Asked where an appeal is possible at all: with a certificate, school only, or late."""
    if not _is_open_of_letter(draft, "appeal_lodged"):
        return False
    letter = draft.referral.decision.letter_date
    is_late = letter is not None and add_months(letter, 2) < today
    is_school_only = draft.progress.school_only == "only_school"
    return draft.referral.certificate.held is True or is_school_only or is_late


def _unless_given(field: str) -> Callable[[Draft, date], bool]:
    return lambda draft, today: not is_given(draft, field)


def _route_wanted(draft: Draft, today: date) -> bool:
    """Not asked where disagreement resolution is the only thing on offer."""
    return (
        draft.referral.route_wanted is None
        and draft.referral.requirement.mediation != "not_available"
        and not draft.progress.outside_england
    )


def _phone(draft: Draft, today: date) -> bool:
    contact = draft.referral.contact
    cannot_be_used = contact.safe_to_call is False and contact.safe_to_text is False
    is_email_open = "email" not in draft.progress.answered
    wants_email = draft.progress.asked_email or (cannot_be_used and is_email_open)
    return not contact.phone and not contact.email and not wants_email


def _email(draft: Draft, today: date) -> bool:
    contact = draft.referral.contact
    return not contact.phone and not contact.email


def _for_call(is_needed: Callable[[Draft, date], bool]) -> Callable[[Draft, date], bool]:
    """Somebody who asked for a person can only be rung or written to if we know where."""
    return lambda draft, today: draft.progress.callback_wanted and is_needed(draft, today)


def _safe_contact(draft: Draft, today: date) -> bool:
    """Asked where contact may not be safe, and of who texts until they speak of texts (DP-22).

    So is the phone that somebody else checks, as their own words tell.
    Also of a number that came before the question for it, which is what says "safe to ring".
    """
    contact = draft.referral.contact
    is_flagged = "domestic_abuse" in draft.referral.safety.categories
    must_know = draft.progress.by_text and contact.safe_to_text is None
    is_some_way_safe = contact.safe_to_call or contact.safe_to_text or contact.safe_to_email
    is_call_unknown = contact.safe_to_call is None and not is_some_way_safe
    is_unasked = contact.phone is not None and is_call_unknown
    has_told_all = contact.safe_to_call is False and (
        contact.safe_to_text is True or contact.safe_to_email is True
    )
    is_seen = contact.phone is not None and others_see_phone(draft.referral.dispute.in_own_words)
    is_open = ((is_flagged or is_seen) and not has_told_all) or must_know or is_unasked
    return is_open and "safe_contact" not in draft.progress.answered


QUESTIONS: tuple[Question, ...] = (
    Question("consent", lambda draft, _: draft.referral.consent.store.given is not True),
    Question("phone", _for_call(_phone)),
    Question("email", _for_call(_email)),
    Question(
        "share_with_council",
        lambda draft, _: (
            draft.referral.consent.share_with_council.given is None
            and not draft.progress.outside_england
        ),
    ),
    Question("role", _unless_given("role")),
    Question(
        "permission",
        lambda draft, _: draft.referral.is_third_party and not draft.referral.has_permission,
    ),
    Question("council", _unless_given("council")),
    # Outside England a referral leads nowhere by itself: a person may still look.
    Question(
        "want_callback",
        lambda draft, _: (
            draft.progress.outside_england and "want_callback" not in draft.progress.answered
        ),
    ),
    Question("issue", _issue),
    Question(
        "plan",
        lambda draft, _: not is_given(draft, "plan") and not draft.progress.outside_england,
    ),
    Question("sections", _sections),
    Question("school_only_check", _school_only),
    Question(
        "decision_date",
        lambda draft, _: not is_given(draft, "decision_date") and _has_live_dispute(draft),
    ),
    Question("certificate_held", lambda draft, _: _is_open_of_letter(draft, "certificate_held")),
    Question(
        "certificate_date",
        lambda draft, _: (
            draft.referral.certificate.held is True and draft.referral.certificate.date is None
        ),
    ),
    Question("appeal_lodged", _appeal_lodged),
    Question("route_wanted", _route_wanted),
    Question("name", _unless_given("name")),
    Question(
        "child_name",
        lambda draft, _: (
            draft.referral.child.name is None and draft.referral.referrer.role != "young_person"
        ),
    ),
    Question("child_age", _unless_given("child_age")),
    Question("phone", _phone),
    Question("email", _email),
    Question("safe_contact", _safe_contact),
    Question("access_needs", _unless_given("access_needs")),
    Question("interpreter", _unless_given("interpreter")),
    Question(
        "language",
        lambda draft, _: (
            draft.referral.interpreter.needed is True and not is_given(draft, "language")
        ),
    ),
)
QUESTION_OF = {"setting": "change_what"}
"""Answers without a question of their own, and the `asks` id under which they are asked for."""
RESULT_COMES_BEFORE = frozenset({"route_wanted", "name"})
"""The result of the check is told once the questions about the dispute are done."""


def next_question(draft: Draft, today: date) -> str:
    """The `asks` id to ask next; "summary" when nothing is left, "anything_else" once it is sent.

    A question that the parent passed over is not asked again. An answer that is being changed comes
    before a reading that waits for a yes, so that the yes is to what was asked.
    """
    progress = draft.progress
    waiting = progress.unconfirmed
    if progress.changing is not None and (waiting is None or waiting.field != "start_again"):
        return QUESTION_OF.get(progress.changing, progress.changing)
    if waiting is not None:
        return waiting.field
    has_refused_callback = "want_callback" in progress.answered and not progress.callback_wanted
    if progress.is_submitted or (progress.outside_england and has_refused_callback):
        return "anything_else"
    return next(
        (question.id for question in QUESTIONS if _is_due(question, draft, today)), "summary"
    )


def _is_due(question: Question, draft: Draft, today: date) -> bool:
    passed_over = question.id in draft.progress.unsure or question.id in draft.progress.skipped
    return not passed_over and question.is_needed(draft, today)


def dispute_questions_are_done(draft: Draft, today: date) -> bool:
    """True when everything that decides the result of the check has been asked."""
    for question in QUESTIONS:
        if question.id in RESULT_COMES_BEFORE:
            return True
        if _is_due(question, draft, today):
            return False
    return True


def count_questions_left(draft: Draft, today: date) -> int:
    """How many questions there will be until the review, as far as is known now; 0 at the review.

    An answer may bring questions with it (a certificate its date), so this is "about" that many.
    Phone and email count as one, since either will do.
    """
    progress = draft.progress
    if progress.is_submitted or progress.is_stopped or progress.has_declined:
        return 0
    next_one = next_question(draft, today)
    if next_one in ("summary", "anything_else"):
        return 0
    left = {question.id for question in QUESTIONS if _is_due(question, draft, today)} | {next_one}
    return len({"phone" if question == "email" else question for question in left})
