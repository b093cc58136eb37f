"""Whether what a message tells is kept: stored right, waiting for a yes, missed, or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.message import Message
from casework.referral.draft import Draft
from casework.referral.fields import put
from evaluation.drafts import document_of, draft_with_consent, take
from evaluation.expectations import matches, value_at
from evaluation.hearing import TODAY
from evaluation.sets import Told
from evaluation.verdicts import Verdict, describe_entities

RIGHT = "right"
RIGHT_TO_CONFIRM = "right, to be confirmed"
WRONG_TO_CONFIRM = "wrong, to be confirmed"
WRONG = "wrong, unconfirmed"
MISSED = "missed"


def judge_facts(told: Told, message: Message) -> Iterator[Verdict]:
    """One verdict for each field that the message tells, told by somebody who has consented."""
    before = draft_with_consent()
    after = take(before, message).draft
    confirmed = _with_what_waits(after)
    documents = [document_of(draft) for draft in (before, after, confirmed)]
    for path, expected in told.fields.items():
        had, stored, waiting = (value_at(document, path) for document in documents)
        yield Verdict(
            text=told.text,
            wanted=f"{path}: {_describe_expected(expected)}",
            got=_describe(waiting if waiting != stored else stored),
            outcome=_judge(expected, had, stored, waiting),
            heard=describe_entities(message),
        )


def _judge(expected: Any, had: Any, stored: Any, waiting: Any) -> str:
    """`had`: the value before the message; `waiting`: after a yes to everything to confirm."""
    if matches(stored, expected):
        return RIGHT
    if waiting != stored:
        return RIGHT_TO_CONFIRM if matches(waiting, expected) else WRONG_TO_CONFIRM
    return MISSED if stored == had else WRONG


def _with_what_waits(draft: Draft) -> Draft:
    """The draft once the parent has said yes to every reading that was not sure."""
    confirmed = draft.copy_deep()
    waiting = [*confirmed.progress.to_confirm]
    if confirmed.progress.unconfirmed is not None:
        waiting.append(confirmed.progress.unconfirmed)
    for reading in waiting:
        put(confirmed, reading.field, reading.value, today=TODAY)
    return confirmed


def _describe(value: Any) -> str:
    return "nothing" if value in (None, [], "") else str(value)


def _describe_expected(expected: Any) -> str:
    return "nothing" if expected is None else str(expected)
