"""The columns of a list of cases as a file. Their names are stable: other programs read them.

What each holds is told on the page (`data/staff/exports.yml`). New ones are added at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import phonenumbers

from casework.places.councils import council_by_gss
from casework.referral.record import Consent
from casework.referral.show import label_of
from casework.turn.consents import may_tell_council
from frontdesk.staff.csv_cells import Cell
from frontdesk.staff.reading.dangers import hide_dangers
from frontdesk.staff.reasons import name_reasons
from frontdesk.staff.rights import Reader
from store.queue.long_lists import CaseRow

NOTHING: dict[str, Any] = {}


@dataclass(frozen=True)
class CaseInColumns:
    """A case, its referral as everybody may see it, and what is needed to put it in words."""

    row: CaseRow
    document: Mapping[str, Any]
    names: Mapping[int, str]
    today: date
    reader: Reader

    def part(self, name: str) -> Mapping[str, Any]:
        """A part of the referral; empty while there is none."""
        return self.document.get(name) or NOTHING


def put_in_columns(
    row: CaseRow, names: Mapping[int, str], today: date, reader: Reader, *, with_names: bool
) -> list[Cell]:
    """The cells of a row, in the order of `columns`."""
    document = hide_dangers(row.document) if row.document else NOTHING
    case = CaseInColumns(row, document, names, today, reader)
    return [column(case) for column in columns(with_names=with_names).values()]


def columns(*, with_names: bool) -> dict[str, Callable[[CaseInColumns], Cell]]:
    """The columns by name; those that say who somebody is only where they are asked for."""
    return {**COLUMNS, **WHO} if with_names else COLUMNS


def _council(case: CaseInColumns) -> Cell:
    council = council_by_gss(case.row.council_gss) if case.row.council_gss else None
    return council.name if council is not None else None


def _why(case: CaseInColumns) -> Cell:
    """As the queue says it to everybody but the lead: urgent first, whatever makes it so."""
    reader = Reader(case.reader.actor, sees_safeguarding=False)
    return "; ".join(name_reasons(case.row.reasons, reader, is_urgent=case.row.is_urgent))


def _days_left(case: CaseInColumns) -> Cell:
    due = case.row.days_counted_to
    is_counted = due is not None and case.row.status != "closed"
    return (due - case.today).days if due is not None and is_counted else None


def _labels(group: str, part: str, name: str) -> Callable[[CaseInColumns], Cell]:
    def show(case: CaseInColumns) -> Cell:
        return "; ".join(label_of(group, value) for value in case.part(part).get(name) or [])

    return show


def _answer(part: str, name: str) -> Callable[[CaseInColumns], Cell]:
    def show(case: CaseInColumns) -> Cell:
        value: Cell = case.part(part).get(name)
        return value

    return show


def _asked(part: str, name: str) -> Callable[[CaseInColumns], Cell]:
    """An answer where the question was asked; else it says so, since silence is not "none"."""
    show = _answer(part, name)
    return lambda case: show(case) if case.part(part).get("asked") else "not asked"


def _needs(case: CaseInColumns) -> Cell:
    if not case.part("access").get("asked"):
        return "not asked"
    return _labels("access_needs", "access", "needs")(case) or "none told"


def _shared(case: CaseInColumns) -> Cell:
    """Empty while not asked; else whether we may talk to the council now."""
    consent = Consent.model_validate(case.part("consent"))
    if consent.share_with_council.given is None:
        return None
    return may_tell_council(consent, is_sent=case.row.submitted_at is not None)


def _language(case: CaseInColumns) -> Cell:
    language: Cell = (case.part("interpreter").get("language") or NOTHING).get("name")
    return language


def _done_on(kind: str) -> Callable[[CaseInColumns], Cell]:
    return lambda case: case.row.steps.get(kind, (None, None))[0]


def _phone(case: CaseInColumns) -> Cell:
    """As it is dialled here, so that no number begins with a plus: 07700 900701, 00 33 6 …"""
    number = case.part("contact").get("phone")
    if not number:
        return None
    parsed = phonenumbers.parse(number)
    if parsed.country_code == 44:
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return phonenumbers.format_out_of_country_calling_number(parsed, "GB")


COLUMNS: dict[str, Callable[[CaseInColumns], Cell]] = {
    "case": lambda case: case.row.conversation_id,
    "reference": lambda case: case.row.reference,
    "status": lambda case: case.row.status or "no referral",
    "is_open": lambda case: case.row.is_open,
    "channel": lambda case: case.row.channel,
    "came_at": lambda case: case.row.came_at,
    "sent_at": lambda case: case.row.submitted_at,
    "waiting_since": lambda case: case.row.waiting_since if case.row.is_open else None,
    "why": _why,
    "is_urgent": lambda case: case.row.is_urgent,
    "held_by": lambda case: case.names.get(case.row.held_by) if case.row.held_by else None,
    "council_code": lambda case: case.row.council_gss,
    "council": _council,
    "coverage": lambda case: case.row.coverage,
    "legal_date": lambda case: case.row.days_counted_to,
    "days_left": _days_left,
    "letter_date": _answer("decision", "letter_date"),
    "contact_by": _answer("deadlines", "contact_by"),
    "appeal_by": _answer("deadlines", "appeal_by_unadjusted"),
    "about": _labels("issue", "dispute", "kinds"),
    "plan": lambda case: case.document.get("plan"),
    "certificate": _answer("requirement", "certificate"),
    "certificate_held": _answer("certificate", "held"),
    "route_wanted": lambda case: case.document.get("route_wanted"),
    "referred_by": _answer("referrer", "role"),
    "child_age": _answer("child", "age"),
    "access_needs": _needs,
    "meeting": _answer("access", "meeting"),
    "interpreter": _asked("interpreter", "needed"),
    "language": _language,
    "sign": _labels("sign", "interpreter", "sign"),
    "may_tell_council": _shared,
    "called_on": _done_on("called"),
    "certificate_issued_on": _done_on("certificate_issued"),
    "council_told_on": _done_on("council_told"),
    "closed_on": lambda case: None if case.row.is_open else _done_on("closed")(case),
    "outcome": lambda case: (
        None if case.row.is_open else case.row.steps.get("closed", (None, None))[1]
    ),
}
WHO: dict[str, Callable[[CaseInColumns], Cell]] = {
    "name": _answer("referrer", "name"),
    "organisation": _answer("referrer", "organisation"),
    "child_name": _answer("child", "name"),
    "phone": _phone,
    "email": _answer("contact", "email"),
    "preferred_contact": _answer("contact", "preferred"),
    "best_time": _answer("contact", "best_time"),
    "safe_to_call": _answer("contact", "safe_to_call"),
    "safe_to_text": _answer("contact", "safe_to_text"),
    "safe_to_email": _answer("contact", "safe_to_email"),
    "safe_to_leave_voicemail": _answer("contact", "safe_to_leave_voicemail"),
    "access_details": _answer("access", "details"),
    "interpreter_details": _answer("interpreter", "details"),
    "supporters": lambda case: "; ".join(case.document.get("supporters") or []),
}
