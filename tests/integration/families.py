"""Puts a family's conversation, with something in every table, into a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from casework.referral.draft import Draft
from casework.referral.record import Referral
from store.accounts.staff import add_staff, list_staff
from store.alerting.alerts import note_round, take_due_alert
from store.cases.mentions import name_colleague
from store.conversations.opening import open_conversation
from store.conversations.resume_codes import make_resume_code
from store.conversations.tokens import make_token
from store.handling.handovers import close_handover, list_handovers
from store.handling.holding import note_look
from store.handling.steps import add_step
from store.messages.missed import note_miss
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.outgoing_emails import queue_email
from store.referrals.answer_changes import record_answer_changes
from store.referrals.drafts import record_consent, record_handover, save_draft, submit_draft
from store.tables import ReferralFigures
from store.takeover.claims import keep_question, put_claim
from store.takeover.presence import note_presence
from store.texts.number_confirmations import begin_confirmation
from store.texts.outbox import word_text
from store.texts.phone_numbers import add_phone_number

DOCUMENT: dict[str, Any] = {"channel": "web", "child": {"name": "Zoë"}, "contact": {}}


def add_family(
    session: Session,
    now: datetime,
    *,
    consents: bool = True,
    is_submitted: bool = False,
    is_in_danger: bool = False,
    channel: str = "web",
) -> str:
    """The id of a conversation in which everything happened at `now`."""
    conversation = open_conversation(
        session, channel=channel, locale="en", token=make_token(), now=now
    )
    make_resume_code(session, conversation.id, days=14, now=now)
    if channel == "sms":
        add_phone_number(session, conversation.id, "+447700900123", now=now)
        # Each number is one row, so each family has another one.
        other = f"+447{int(conversation.id[:8], 16) % 10**9:09}"
        begin_confirmation(session, other, conversation.id, now=now)
    message = add_message(
        session, conversation, sender="parent", text="My daughter is Zoë", now=now, status=None
    )
    answer = add_message(
        session,
        conversation,
        sender="assistant",
        text="Thank you",
        more="Is there more?",
        now=now,
        reply_to=message.id,
        choices=[{"label": "Yes", "say": "yes"}],
        asks="child_age",
    )
    if channel == "sms":
        word_text(session, answer.id, "Your code is 123456")
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
            progress={"answered": []},
            turn_id="1",
            outcome={"say": "Thank you"},
            changed_fields=["child.name"],
            now=now,
        )
    if is_submitted:
        submit_draft(session, conversation.id, document=DOCUMENT, now=now)
    queue_email(
        session,
        key=f"receipt {conversation.id}",
        conversation_id=conversation.id,
        to="zoe@example.org",
        subject="Your reference from KIDS",
        body="Your reference",
        now=now,
    )
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
        record_handover(session, conversation.id, reason="late", priority="soon", now=now)
        late = list_handovers(session, conversation.id)[-1].id
        close_handover(
            session, late, conversation.id, outcome="answered", note="Rang", by=1, now=now
        )
        # Alerts are raised by the clock, whatever time the family lives in.
        alert = take_due_alert(session, now=datetime.now(UTC) + timedelta(minutes=1))
        assert alert is not None
        told = {_employ_somebody(session, now): f"alert {alert.id}"}
        note_round(session, alert, step=0, email_keys=told, next_round_at=None, now=now)
        add_step(session, conversation.id, "note", by=1, now=now, note="Rings back")
        note_look(session, conversation.id, 1, now=now)
        staff_id = _employ_somebody(session, now)
        put_claim(session, conversation, staff_id, now)
        keep_question(session, conversation.id, {"text": "Who is here?"})
        add_message(session, conversation, sender="staff", by="Ana", text="Hello", now=now)
        note_presence(session, conversation.id, staff_id, is_replying=True, now=now)
        add_step(
            session,
            conversation.id,
            "note",
            by=staff_id,
            now=now,
            note="Kind voice",
            form_id="1",
        )
        record_answer_changes(
            session,
            conversation.id,
            Draft(referral=Referral(plan="draft")),
            Draft(referral=Referral(plan="final")),
            by=None,
            now=now,
        )
        name_colleague(session, conversation.id, staff_id, by=1, now=now)
        note_miss(session, message)
        session.add(
            ReferralFigures(
                conversation_id=conversation.id,
                submitted_on=now.date(),
                route="mediation",
                channel=channel,
                language="urd",
                needs="breaks",
            )
        )
    return conversation.id


def _employ_somebody(session: Session, now: datetime) -> int:
    """The first colleague there is, or a new one."""
    if not list_staff(session):
        add_staff(session, name="Ana Roe", email="ana@example.org", role="caseworker", now=now)
    return list_staff(session)[0].id
