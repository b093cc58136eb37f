"""Who answers a conversation: a colleague takes it, writes, hands it back or closes it.

Each step is one transaction on the locked conversation, with what the parent is told of it: after a
crash it has happened whole or not at all. docs/decisions/0011-who-answers-now.md has the table.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from casework.team.opening_hours import describe_opening, is_open
from frontdesk.asking_again import ask_again
from frontdesk.desk import Desk
from frontdesk.saying import fill_notice
from frontdesk.sms.wording import write_plainly
from store.accounts.staff import actor_of, get_staff
from store.audit import record_audit
from store.cases.family import find_whole, list_parts, lock_cases
from store.conversations.opening import find_conversation
from store.handling.handovers import record_handover
from store.handling.holding import assign_case
from store.messages.record import add_message, find_last_channel, find_parent_message, list_messages
from store.tables import Conversation, Message
from store.takeover.claims import (
    Claimed,
    end_claim,
    find_claim,
    first_name_of,
    list_run_out,
    note_staff_wrote,
    put_claim,
    settle_handovers,
)
from store.texts.outlook import foresee_text

FROM_STAFF = "staff "
"""Begins the id of a colleague's form, so that it is never that of a parent's message."""

Why = Literal["unknown", "closed", "taken", "not_yours", "no_text"]


class TakeoverRefused(Exception):
    """Not possible as things stand now; `name` is the colleague who answers."""

    def __init__(self, why: Why, name: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.name = name


def claim_conversation(
    session: Session, desk: Desk, conversation_id: str, staff_id: int, *, instead_of: int | None
) -> None:
    """Lets this colleague answer: the assistant is silent from here on, the parent is told.

    `instead_of` names the colleague from whom it is taken knowingly. Raises TakeoverRefused.
    """
    lock_cases(session, conversation_id)
    conversation = _lock(session, conversation_id)
    if conversation.mode == "closed":
        raise TakeoverRefused("closed")
    held = find_claim(session, conversation_id)
    if held is not None and held.staff_id == staff_id:
        return
    if held is not None and held.staff_id != instead_of:
        raise TakeoverRefused("taken", held.name)
    elsewhere = _find_claim_elsewhere(session, conversation_id)
    if elsewhere is not None and elsewhere.staff_id != staff_id:
        raise TakeoverRefused("taken", elsewhere.name)
    now = datetime.now(UTC)
    put_claim(session, conversation, staff_id, now)
    name = first_name_of(get_staff(session, staff_id).name)
    channel = channel_of_parent(session, conversation)
    notice = fill_notice(desk.notices["person_here"], {"value": name})
    _write(session, conversation, notice.text_for(channel), name, channel, topic="handover")
    _record(session, conversation, staff_id, "claimed a conversation", now)


def write_to_parent(
    session: Session, conversation_id: str, staff_id: int, *, form_id: str, text: str
) -> Message:
    """Stores what the colleague writes, once for each form; it goes where the parent wrote last.

    Raises TakeoverRefused where somebody else answers by now, or nobody, and where no text may go.
    """
    conversation = _lock(session, conversation_id)
    already = find_parent_message(session, conversation_id, FROM_STAFF + form_id)
    if already is not None:
        return already
    held = _hold(session, conversation, staff_id)
    channel = channel_of_parent(session, conversation)
    outlook = foresee_text(session, conversation_id, now=datetime.now(UTC))
    if channel == "sms" and outlook is not None and outlook.verdict.may == "never":
        raise TakeoverRefused("no_text")
    words = write_plainly(text) if channel == "sms" else text.strip()
    message = _write(session, conversation, words, held.first_name, channel, form_id=form_id)
    note_staff_wrote(session, conversation_id)
    _record(session, conversation, staff_id, "wrote to a parent", message.at)
    return message


def hand_back(session: Session, desk: Desk, conversation_id: str, staff_id: int) -> None:
    """Lets the assistant answer again: it says so, and asks what waits. Raises TakeoverRefused."""
    conversation = _lock(session, conversation_id)
    _hold(session, conversation, staff_id)
    _leave_to_assistant(session, desk, conversation, by=staff_id)


def end_claims_with_case(
    session: Session, desk: Desk, conversation_id: str, *, by: int, unless: int | None = None
) -> list[str]:
    """Hands back whatever is answered of a case that goes to another, or is closed; says which.

    `unless` names the colleague who gets the case: what they answer already stays theirs.
    """
    ended = []
    for part in list_parts(session, find_whole(session, conversation_id)):
        conversation = find_conversation(session, part, lock=True)
        held = find_claim(session, part)
        if conversation is None or held is None or held.staff_id == unless:
            continue
        _leave_to_assistant(session, desk, conversation, by=by)
        ended.append(part)
    return ended


def _leave_to_assistant(
    session: Session, desk: Desk, conversation: Conversation, *, by: int
) -> None:
    said = list_messages(session, conversation.id)
    question = end_claim(session, conversation, mode="assistant")
    settle_handovers(session, conversation.id, by=by, now=datetime.now(UTC))
    channel = channel_of_parent(session, conversation)
    _say(session, conversation, desk.notices["handed_back"].text_for(channel), channel)
    ask_again(session, conversation, desk, question, channel, said=said)
    _record(session, conversation, by, "handed a conversation back", datetime.now(UTC))


def _find_claim_elsewhere(session: Session, conversation_id: str) -> Claimed | None:
    """Who answers another conversation of the same case: a case has one colleague."""
    for part in list_parts(session, find_whole(session, conversation_id)):
        held = find_claim(session, part) if part != conversation_id else None
        if held is not None:
            return held
    return None


def close_conversation(session: Session, desk: Desk, conversation_id: str, staff_id: int) -> None:
    """Closes the chat and tells the parent how to begin a new one. Raises TakeoverRefused."""
    conversation = _lock(session, conversation_id)
    _hold(session, conversation, staff_id)
    end_claim(session, conversation, mode="closed")
    settle_handovers(session, conversation_id, by=staff_id, now=datetime.now(UTC))
    channel = channel_of_parent(session, conversation)
    _say(session, conversation, desk.notices["closed_by_person"].text_for(channel), channel)
    _record(session, conversation, staff_id, "closed a conversation", datetime.now(UTC))


def return_unanswered(session: Session, desk: Desk, *, after: timedelta) -> list[str]:
    """Gives back to the queue what its colleague has left unanswered so long; returns which.

    The assistant answers meanwhile. The parent is told once, and when somebody is there.
    """
    now = datetime.now(UTC)
    returned = []
    run_out = list_run_out(session, waits_since=now - after)
    lock_cases(session, *run_out)
    for conversation_id in run_out:
        conversation = _lock(session, conversation_id)
        held = find_claim(session, conversation_id)
        if held is None or held.waits_since is None or held.waits_since > now - after:
            continue
        said = list_messages(session, conversation_id)
        question = end_claim(session, conversation, mode="waiting")
        record_handover(
            session, conversation_id, reason="claim ran out", priority="urgent", now=now
        )
        channel = channel_of_parent(session, conversation)
        _say(session, conversation, desk.notices["claim_ran_out"].text_for(channel), channel)
        if not is_open(now):
            _say(session, conversation, describe_opening(now), channel)
        ask_again(session, conversation, desk, question, channel, said=said)
        if _find_claim_elsewhere(session, conversation_id) is None:
            assign_case(
                session,
                find_whole(session, conversation_id),
                to=None,
                was_held_by=held.staff_id,
                by=held.staff_id,
                now=now,
            )
        _record(session, conversation, held.staff_id, "left a conversation unanswered", now)
        returned.append(conversation_id)
    return returned


def channel_of_parent(session: Session, conversation: Conversation) -> str:
    """Where the parent wrote last; where the conversation began, if they never wrote."""
    return find_last_channel(session, conversation.id) or conversation.channel


def _lock(session: Session, conversation_id: str) -> Conversation:
    conversation = find_conversation(session, conversation_id, lock=True)
    if conversation is None:
        raise TakeoverRefused("unknown")
    return conversation


def _hold(session: Session, conversation: Conversation, staff_id: int) -> Claimed:
    held = find_claim(session, conversation.id)
    if held is None:
        raise TakeoverRefused("closed" if conversation.mode == "closed" else "not_yours")
    if held.staff_id != staff_id:
        raise TakeoverRefused("taken", held.name)
    return held


def _write(
    session: Session,
    conversation: Conversation,
    text: str,
    name: str,
    channel: str,
    *,
    form_id: str | None = None,
    topic: str | None = None,
) -> Message:
    return add_message(
        session,
        conversation,
        sender="staff",
        by=name,
        text=text,
        now=datetime.now(UTC),
        channel=channel,
        topic=topic,
        client_message_id=None if form_id is None else FROM_STAFF + form_id,
    )


def _say(session: Session, conversation: Conversation, text: str, channel: str) -> None:
    add_message(
        session,
        conversation,
        sender="assistant",
        text=text,
        now=datetime.now(UTC),
        channel=channel,
    )


def _record(
    session: Session, conversation: Conversation, staff_id: int, action: str, now: datetime
) -> None:
    record_audit(
        session,
        actor=actor_of(staff_id),
        action=action,
        now=now,
        conversation_id=conversation.id,
    )
