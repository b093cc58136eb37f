"""Loads the draft of a conversation and keeps what a turn led to, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.heard import Heard
from casework import VERSION
from casework.referral.draft import Draft, may_be_kept, may_be_kept_whole, without_family_details
from casework.turn.state import Outcome
from store.conversations.opening import find_conversation
from store.referrals.drafts import (
    DraftChangedMeanwhile,
    StoredDraft,
    delete_draft,
    load_with_conversation,
    record_consent,
    record_handover,
    save_draft,
    submit_draft,
    to_draft,
)

UNSAFE = "safeguarding"
"""The kind of dispute "anyone unsafe" (D46)."""
UNSAFE_REASON = "safety:safeguarding"
"""Why the safeguarding lead is asked then: as for words of danger (store.cases.lines.SAFETY)."""


class ConversationErased(Exception):
    """The conversation was erased while its turn was taken; nothing of it may come back."""


@dataclass(frozen=True)
class Kept:
    """What the store holds before a turn."""

    draft: Draft
    stored: StoredDraft | None
    locale: str


def load(session: Session, heard: Heard) -> Kept:
    """The draft to go on with: what rides in the tracker, else what is stored, else a new one.

    Raises DraftChangedMeanwhile for a turn from before consent that arrives after it.
    """
    conversation, stored = load_with_conversation(session, heard.conversation)
    is_from_before_consent = heard.unkept is not None and not may_be_kept(heard.unkept)
    if stored and is_from_before_consent and stored.last_turn_id != heard.message.id:
        raise DraftChangedMeanwhile
    draft = heard.unkept or (to_draft(stored) if stored else Draft())
    if conversation is not None and conversation.safety_categories:
        draft.referral.safety.flagged = True
        draft.referral.safety.categories = sorted(conversation.safety_categories)
    return Kept(draft, stored, conversation.locale if conversation is not None else "en")


def was_answered(heard: Heard, stored: StoredDraft | None) -> bool:
    """True when this very message was taken before and only the way back was lost."""
    return heard.unkept is None and stored is not None and stored.last_turn_id == heard.message.id


def has_something_to_keep(outcome: Outcome) -> bool:
    """False for most turns before consent, which leave no trace in the store."""
    return bool(
        may_be_kept(outcome.draft)
        or outcome.consents
        or outcome.handovers
        or outcome.must_delete
        or UNSAFE in outcome.draft.progress.stated_kinds
    )


def keep(
    session: Session,
    heard: Heard,
    kept: Kept,
    outcome: Outcome,
    *,
    answer: dict[str, Any],
    now: datetime,
) -> str | None:
    """Store what may be stored and do what the outcome asks. Returns the reference, if any.

    Before consent nothing is written but the consent answers and requests for a person.
    Raises store.referrals.drafts.DraftChangedMeanwhile when somebody else saved meanwhile, and
    ConversationErased when there is nothing left to keep it with.
    """
    if find_conversation(session, heard.conversation, lock=True) is None:
        raise ConversationErased
    draft, message = outcome.draft, heard.message
    for consent in outcome.consents:
        record_consent(
            session,
            heard.conversation,
            kind=consent.kind,
            given=consent.given,
            notice_version=consent.notice_version,
            channel=message.channel,
            by=draft.referral.consent.store.by,
            now=now,
        )
    if outcome.must_delete:
        delete_draft(session, heard.conversation, actor="parent", now=now)
    reference = None
    if may_be_kept(draft):
        keepable = draft if may_be_kept_whole(draft) else without_family_details(draft)
        document = to_document(keepable, locale=kept.locale)
        saved = save_draft(
            session,
            heard.conversation,
            channel=message.channel,
            document=document,
            progress=keepable.progress.model_dump(mode="json"),
            turn_id=message.id,
            outcome=answer,
            changed_fields=outcome.changed,
            now=now,
            expected_revision=kept.stored.revision if kept.stored else 0,
            loaded=kept.stored,
        )
        reference = saved.reference
        if outcome.must_submit:
            submit_draft(session, heard.conversation, document=document, now=now)
    for handover in outcome.handovers:
        record_handover(
            session,
            heard.conversation,
            reason=handover.reason,
            priority=handover.priority,
            note=handover.note,
            now=now,
            is_awaited=handover.is_awaited,
        )
    if UNSAFE in draft.progress.stated_kinds and UNSAFE not in kept.draft.progress.stated_kinds:
        # The decision table's D46 names the safeguarding lead, whether or not words of danger
        # fell.
        record_handover(
            session,
            heard.conversation,
            reason=UNSAFE_REASON,
            priority="immediate",
            now=now,
        )
    if outcome.must_submit:
        record_handover(
            session,
            heard.conversation,
            reason="new_referral",
            priority=draft.referral.handover.priority,
            now=now,
            is_awaited=False,
        )
    return reference


def to_document(draft: Draft, *, locale: str) -> dict[str, Any]:
    """The referral as JSON with what only the keeper knows; the store adds the rest."""
    return {
        "schema_version": 1,
        "locale": locale,
        "bot_version": VERSION,
        **draft.referral.to_document(),
    }
