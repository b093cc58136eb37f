"""Each answer of the referral by its `asks` id: whether it is given, how to put and clear it.

Values are plain JSON, so that an unsure reading can wait in the progress of a draft:
`child_age` is `{"age": 8}` or `{"date_of_birth": "2018-07-07"}`, `decision_date` an ISO date or
"no_letter", `council` a GSS code or "outside_england", `issue` a list of dispute kinds,
`safe_contact` a map of `safe_to_…` flags and `preferred`, `language` `{"code", "name"}`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from casework.referral.draft import Draft
from casework.referral.fields.clearing import CLEAR
from casework.referral.fields.putting import PUT
from casework.referral.fields.reading import VALUE


def is_given(draft: Draft, field: str) -> bool:
    """True when the answer is known (an "I don't know" is not an answer)."""
    return VALUE[field](draft) is not None


def put(draft: Draft, field: str, value: Any, *, today: date) -> None:
    """Put the value in its place. Raises pydantic.ValidationError for a value out of range."""
    PUT[field](draft, value, today)
    progress = draft.progress
    for marks in (progress.unsure, progress.skipped):
        if field in marks:
            marks.remove(field)


def clear(draft: Draft, field: str) -> None:
    """Take the answer out again, so that it is asked anew."""
    CLEAR[field](draft)
    progress = draft.progress
    for marks in (progress.unsure, progress.skipped, progress.answered):
        if field in marks:
            marks.remove(field)


def value_of(draft: Draft, field: str) -> Any:
    """The answer in the form that `put` takes, or None."""
    return VALUE[field](draft)
