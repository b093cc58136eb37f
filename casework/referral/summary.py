"""The review: every answer in one numbered list, the same for the page and for texts."""

from __future__ import annotations

from dataclasses import dataclass

from casework.referral.draft import Draft
from casework.referral.fields import is_given, value_of
from casework.referral.show import field_label, show_value

REVIEWED = (
    "role",
    "organisation",
    "permission",
    "name",
    "phone",
    "email",
    "safe_contact",
    "best_time",
    "child_name",
    "child_age",
    "setting",
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
    "in_own_words",
    "access_needs",
    "meeting_format",
    "interpreter",
    "language",
    "supporters",
    "share_with_council",
)
LONGEST_SHOWN = 80
"""Characters of free text in a line of the review."""
_SHORTENED = frozenset({"in_own_words"})
_NOT_KNOWN = ("council", "decision_date", "certificate_held", "issue")
_NO_ANSWER = ("access_needs", "interpreter", "safe_contact")
"""Passed over is not "none": whoever prepares the meeting has to ask again."""


def summary_fields(draft: Draft) -> list[str]:
    """The fields of the review in order; their numbers in the list count from 1."""
    fields = []
    for field in REVIEWED:
        if field == "child_name" and draft.referral.referrer.role == "young_person":
            continue
        if field == "interpreter" and is_given(draft, "language"):
            continue
        is_not_known = field in _NOT_KNOWN and field in draft.progress.unsure
        if is_given(draft, field) or is_not_known or was_passed_over(draft, field):
            fields.append(field)
    return fields


def was_passed_over(draft: Draft, field: str) -> bool:
    """Whether a need was asked about and nothing was said."""
    passed_over = (*draft.progress.skipped, *draft.progress.unsure)
    return field in _NO_ANSWER and field in passed_over and not value_of(draft, field)


@dataclass(frozen=True)
class SummaryRow:
    """One answer of the review: its field, what the field is called, and the answer in words."""

    field: str
    label: str
    value: str


def summary_rows(draft: Draft) -> list[SummaryRow]:
    """The answers of the review in order; free text whole."""
    return [
        SummaryRow(field, field_label(field), _value_in_words(draft, field))
        for field in summary_fields(draft)
    ]


def summarise(rows: list[SummaryRow]) -> str:
    """The review as lines: "3. Phone: 07700 900701"; of free text its beginning and end."""
    return "\n".join(
        f"{number}. {row.label}: {_shorten(row.value) if row.field in _SHORTENED else row.value}"
        for number, row in enumerate(rows, start=1)
    )


def _value_in_words(draft: Draft, field: str) -> str:
    value = value_of(draft, field)
    if was_passed_over(draft, field):
        return "asked, no answer"
    return "not sure" if value is None else _shown(draft, field, value)


def _shorten(words: str) -> str:
    """The words in one line: what was told first and, so that it is seen to be kept, last."""
    first, *more = words.splitlines() or [""]
    if not more:
        return _cut(first)
    between = " ... " if len(more) > 1 else " / "
    return f"{_cut(first)}{between}{_cut(more[-1])}"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 3] + "..."


def _shown(draft: Draft, field: str, value: object) -> str:
    relationship = draft.referral.referrer.relationship
    if field == "role" and relationship:
        return relationship
    if field == "access_needs":
        access = draft.referral.access
        return show_value(field, {"needs": access.needs, "details": access.details})
    if field == "language":
        language, sign = draft.referral.interpreter.language, draft.referral.interpreter.sign
        named = {"name": language.name} if language else {}
        return show_value(
            field, {**named, "sign": sign, "details": draft.referral.interpreter.details}
        )
    return show_value(field, value)
