"""Whether a message leaves answers in the referral beside the facts that it is known to tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from casework.message import Message
from evaluation.drafts import document_of, draft_with_consent, take
from evaluation.sets import Told
from evaluation.verdicts import Verdict, describe_entities

NOTHING_MORE = "nothing more stored"
NOT_NAMED = "stored, not named"

WORKED_OUT = (
    "requirement",
    "deadlines",
    "handover",
    "safety",
    "consent",
    "council.name",
    "council.coverage",
    "council.provider",
    "council.matched_by",
    "council.as_typed",
    "child.past_school_leaving_age",
    "referrer.permission.by",
    "access.asked",
    "interpreter.asked",
    "interpreter.language.name",
)
"""Parts of the referral that the service fills in by itself."""

OWN_WORDS = ("dispute.in_own_words", "access.details", "interpreter.details")
"""What the parent wrote, kept as it is: nothing is read into it."""

FOLLOWS_FROM: Mapping[str, Collection[str]] = {
    "appeal.lodged": ("dispute.kinds",),
    "certificate.held": ("dispute.kinds", "certificate.date"),
    "child.age": ("child.date_of_birth",),
    "council.gss": ("contact.postcode",),
    "decision.made": ("dispute.kinds", "decision.letter_date"),
    "dispute.kinds": ("dispute.sections", "appeal.lodged", "certificate.held", "certificate.date"),
    "interpreter.needed": ("interpreter.language.code", "interpreter.sign"),
    "plan": ("dispute.kinds", "dispute.sections"),
}
"""Answers that others bring with them (casework: referral/fields/putting.py, law/routes.py)."""


def judge_untold(told: Told, message: Message) -> Verdict:
    """One verdict for a message told by somebody who has consented.

    Only what is stored at once counts: a reading that waits for a yes does no harm unseen. An
    example need not name all that it tells ("my son" tells a role): the share of these verdicts
    is the most that can be wrong, and the list of them is there to be read.
    """
    before = draft_with_consent()
    documents = [document_of(draft) for draft in (before, take(before, message).draft)]
    had, stored = (dict(_answers_in(document)) for document in documents)
    untold = sorted(
        path
        for path in had.keys() | stored.keys()
        if had.get(path) != stored.get(path) and not _is_told(path, told.fields)
    )
    return Verdict(
        text=told.text,
        wanted=f"only {', '.join(told.fields)}",
        got=", ".join(f"{path}: {stored.get(path, 'nothing')}" for path in untold) or "no more",
        outcome=NOT_NAMED if untold else NOTHING_MORE,
        heard=describe_entities(message),
    )


def _answers_in(part: Mapping[str, Any], of: str = "") -> Iterator[tuple[str, Any]]:
    """The answers by dotted path; those that are missing or worked out are left out."""
    for name, value in part.items():
        path = f"{of}{name}"
        if path in WORKED_OUT or path in OWN_WORDS or value in (None, []):
            continue
        if isinstance(value, dict):
            yield from _answers_in(value, f"{path}.")
        else:
            yield path, value


def _is_told(path: str, told: Collection[str]) -> bool:
    return path in told or any(other in told for other in FOLLOWS_FROM.get(path, ()))
