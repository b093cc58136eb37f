"""A family that has sent a referral, with access needs, dates and, where wanted, a danger heard."""

from __future__ import annotations

from datetime import UTC, date, datetime

from casework.dispute.result import update_result
from casework.referral.draft import Draft
from casework.referral.record import Decision, Interpreter, Language, Referral
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.messages.record import add_message
from store.messages.safety_events import record_safety_event
from store.referrals.drafts import save_draft, submit_draft

TODAY = date(2026, 11, 22)
DANGER = "he hits me and I am afraid"
ANSWER = "If you are in danger now, call 999."
OTHER = "They refused to assess Zoë"


def refer_family(database: Database, *, is_in_danger: bool = False) -> str:
    """The reference of a referral about a refusal to assess."""
    now = datetime.now(UTC)
    draft = Draft(referral=Referral())
    referral = draft.referral
    referral.referrer.role, referral.referrer.name = "parent", "Craig <b>Sumner"
    referral.contact.phone = "+447700900701"
    referral.child.name, referral.child.age = "Zoë", 8
    referral.council.gss, referral.council.name = "E08000007", "Stockport"
    referral.decision = Decision(made=True, letter_date=date(2026, 10, 16))
    referral.certificate.held = False
    referral.access.asked, referral.access.needs = True, ["large_print"]
    referral.interpreter = Interpreter(
        asked=True, needed=True, language=Language(code="urd", name="Urdu")
    )
    draft.progress.stated_kinds = ["refuse_assess"]
    referral.safety.flagged = is_in_danger
    referral.safety.categories = ["domestic_abuse"] if is_in_danger else []
    update_result(draft, TODAY)
    document = draft.referral.to_document() | {
        "schema_version": 1,
        "channel": "web",
        "locale": "en",
    }
    with database.writing() as session:
        conversation = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=now
        )
        add_message(session, conversation, sender="parent", text=OTHER, now=now)
        if is_in_danger:
            heard = add_message(session, conversation, sender="parent", text=DANGER, now=now)
            add_message(
                session,
                conversation,
                sender="assistant",
                text=ANSWER,
                now=now,
                reply_to=heard.id,
                topic="safety:S05",
            )
            record_safety_event(
                session,
                conversation,
                category="domestic_abuse",
                priority="urgent",
                message_id=heard.id,
                now=now,
            )
        save_draft(
            session,
            conversation.id,
            channel="web",
            document=document,
            progress=draft.progress.model_dump(mode="json"),
            turn_id="1",
            outcome={},
            changed_fields=["child.name"],
            now=now,
        )
        return submit_draft(session, conversation.id, document=document, now=now)
