"""Puts a family's conversation, with something in every table, into a database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from store.conversations import make_token, open_conversation
from store.drafts import record_consent, record_handover, save_draft, submit_draft
from store.messages import add_message
from store.safety_events import record_safety_event

DOCUMENT: dict[str, Any] = {"channel": "web", "child": {"name": "Zoë"}, "contact": {}}


def add_family(
    session: Session,
    now: datetime,
    *,
    consents: bool = True,
    is_submitted: bool = False,
    is_in_danger: bool = False,
) -> str:
    """The id of a conversation in which everything happened at `now`."""
    conversation = open_conversation(
        session, channel="web", locale="en", token=make_token(), now=now
    )
    message = add_message(
        session, conversation, sender="parent", text="My daughter is Zoë", now=now, status=None
    )
    add_message(
        session,
        conversation,
        sender="assistant",
        text="Thank you",
        now=now,
        reply_to=message.id,
        choices=[{"label": "Yes", "say": "yes"}],
    )
    if consents:
        record_consent(
            session,
            conversation.id,
            kind="store",
            given=True,
            notice_version="1",
            channel="web",
            by="parent",
            now=now,
        )
        save_draft(
            session,
            conversation.id,
            channel="web",
            document=DOCUMENT,
            progress={"asked": []},
            turn_id="1",
            outcome={"say": "Thank you"},
            changed_fields=["child.name"],
            now=now,
        )
    if is_submitted:
        submit_draft(session, conversation.id, document=DOCUMENT, now=now)
    if is_in_danger:
        record_safety_event(
            session,
            conversation,
            category="distress",
            priority="urgent",
            message_id=message.id,
            now=now,
        )
        record_handover(
            session, conversation.id, reason="asked", priority="soon", now=now, note="Ring"
        )
    return conversation.id
