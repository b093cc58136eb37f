"""Drafts as they stand when a held-out message comes in, made by taking the turns before it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from casework.conversation.order import take_turn
from casework.dispute.result import update_result
from casework.message import Message
from casework.referral.draft import Draft
from casework.turn.questions import next_question
from casework.turn.state import Outcome
from casework.turn.topics import question_of
from evaluation.hearing import TODAY

_NOW = datetime.combine(TODAY, time(12), UTC)


def take(draft: Draft, message: Message) -> Outcome:
    """Take the turn on the day of the evaluation."""
    return take_turn(draft, message, today=TODAY, now=_NOW)


def draft_with_consent(pending: str | None = None) -> Draft:
    """The draft of somebody who agreed that we keep it. `pending`: the question that is asked.

    Without one it is the question that the form would ask.
    """
    draft = take(Draft(), Message("hello")).draft
    draft = take(draft, Message("yes")).draft
    if draft.referral.consent.store.given is not True:
        raise AssertionError("hello and then yes is consent")
    draft.progress.pending = pending or next_question(draft, TODAY)
    return draft


def draft_after_topic(topic: str) -> Draft:
    """The draft of somebody whose first message was answered with that topic.

    Raises ValueError for a topic without a question in `data/knowledge/topics.yml`.
    """
    question = question_of(topic)
    if question is None:
        raise ValueError(f"there is no topic {topic}")
    return take(Draft(), Message(question)).draft


def document_of(draft: Draft) -> dict[str, Any]:
    """The referral as it is stored: what follows from the answers is worked out first."""
    worked_out = draft.copy_deep()
    update_result(worked_out, TODAY)
    return worked_out.referral.to_document()
