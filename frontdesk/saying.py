"""Says something in a conversation: stored as the message, or the texts, that people get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from casework.texts.parts import read_part
from frontdesk.notices import Notice
from frontdesk.rasa import Reply
from frontdesk.sms.wording import SmsText, begin_with, word_reply, word_rest
from store.messages.record import add_message, list_messages
from store.tables import Conversation, Message
from store.texts.outbox import word_text


def fill_notice(notice: Notice, values: Mapping[str, str]) -> Notice:
    """The notice with its placeholders filled."""
    return notice.model_copy(
        update={"web": notice.web.format_map(values), "sms": notice.sms.format_map(values)}
    )


def say_notice(
    session: Session,
    conversation: Conversation,
    notice: Notice,
    *,
    topic: str | None = None,
    answers: Message | None = None,
) -> Message:
    """Stores what the front desk itself says, where what it answers came from.

    A notice's own words say what to do next, so its choices are not listed in a text message.
    """
    channel = conversation.channel if answers is None else answers.channel
    return add_message(
        session,
        conversation,
        sender="assistant",
        text=notice.text_for(channel),
        now=datetime.now(UTC),
        channel=channel,
        choices=notice.choices,
        topic=topic,
        reply_to=answers.id if answers else None,
    )


def say_replies(
    session: Session,
    conversation: Conversation,
    replies: Sequence[Reply],
    channel: str,
    *,
    answers: Message | None = None,
    lead: str | None = None,
) -> list[Message]:
    """Stores what the assistant says, in answer to a parent's message or to none, `lead` first.

    On SMS a reply is as many texts as it takes: question and choices are the last one's, and what
    is still to be said is kept with a text that was cut short.
    """
    stored: list[Message] = []
    for reply in replies:
        texts = [SmsText(reply.text)]
        if channel == "sms":
            texts = word_reply(reply.text, reply.choices, asks=reply.asks)
        if lead is not None:
            texts, lead = begin_with(lead, texts), None
        for text in texts:
            is_last = text is texts[-1]
            stored.append(
                add_message(
                    session,
                    conversation,
                    sender="assistant",
                    text=text.text,
                    more=text.rest,
                    now=datetime.now(UTC),
                    channel=channel,
                    choices=reply.choices if is_last else (),
                    asks=reply.asks if is_last else None,
                    topic=reply.topic,
                    reply_to=answers.id if answers else None,
                )
            )
    return stored


def say_secret(
    session: Session,
    conversation: Conversation,
    notice: Notice,
    secret: str,
    *,
    hidden: str,
    answers: Message,
) -> Message:
    """Texts a notice with a secret as its `value`; the conversation keeps `hidden` in its place."""
    said = say_notice(
        session, conversation, fill_notice(notice, {"value": hidden}), answers=answers
    )
    word_text(session, said.id, fill_notice(notice, {"value": secret}).text_for(said.channel))
    return said


def say_again(
    session: Session,
    conversation: Conversation,
    question: Message,
    *,
    answers: Message | None = None,
) -> list[Message]:
    """Texts once more what was asked by text, all its parts."""
    return [
        add_message(
            session,
            conversation,
            sender="assistant",
            text=part.text,
            now=datetime.now(UTC),
            channel=answers.channel if answers else "sms",
            choices=part.choices or (),
            asks=part.asks,
            topic=part.topic,
            reply_to=answers.id if answers else None,
        )
        for part in list_parts(session, question)
    ]


def list_parts(session: Session, question: Message) -> list[Message]:
    """The texts that a question came in, in order; the question itself is the last."""
    last = read_part(question.text)
    if last is None or question.channel != "sms":
        return [question]
    after = question.seq - last.of
    newest = list_messages(session, question.conversation_id, after=after)
    return [each for each in newest if each.seq <= question.seq]


def say_more(
    session: Session, conversation: Conversation, rest: str, *, answers: Message
) -> Message:
    """Stores the rest of a text that was cut short, as much of it as fits in one text."""
    said = word_rest(rest)
    return add_message(
        session,
        conversation,
        sender="assistant",
        text=said.text,
        more=said.rest,
        now=datetime.now(UTC),
        channel=answers.channel,
        reply_to=answers.id,
    )
