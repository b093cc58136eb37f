"""What the inbox leaves to the texts: their commands, what is heard of them, the welcome back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from frontdesk.notices import Notice
from frontdesk.rasa import Reply
from frontdesk.sms.commands import answer_command, hear_as
from frontdesk.sms.line import SmsLine
from frontdesk.sms.opting_out import end_texts
from frontdesk.sms.welcome import find_lead
from store.messages.record import LastQuestion
from store.tables import Conversation, Message
from store.texts.unheard import had_gone_out


@dataclass(frozen=True)
class TextingRules:
    """Answers for the inbox (frontdesk.desk.Texting); `confirms_stop` as in SmsLine.

    Nobody has a text, reads it and answers it within `read_in` of our having sent it.
    """

    notices: Mapping[str, Notice]
    confirms_stop: bool
    read_in: timedelta

    def answer_command(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        question: LastQuestion,
    ) -> Sequence[Message] | None:
        """The replies to a text that is a command; None for a text of another kind."""
        line = SmsLine(conversation, self.notices, self.confirms_stop)
        return answer_command(session, line, message, question)

    def end_texts(
        self, session: Session, conversation: Conversation, message: Message
    ) -> Sequence[Message]:
        """Ends the texts to the number, and says no more than that."""
        line = SmsLine(conversation, self.notices, self.confirms_stop)
        return end_texts(session, line, message, is_ours_to_confirm=True)

    def hear(self, text: str) -> str:
        """What the assistant is to hear of a text."""
        return hear_as(text, self.notices)

    def was_read(self, session: Session, question: Message, *, at: datetime) -> bool:
        """Whether a question can have been read on the phone, when a text came at that time."""
        return had_gone_out(session, question.id, by=at - self.read_in)

    def find_lead(
        self,
        session: Session,
        conversation: Conversation,
        message: Message,
        replies: Sequence[Reply],
    ) -> str | None:
        """What to say first after a long silence: where we were."""
        notice = self.notices["welcome_back_at"]
        return find_lead(session, conversation, message, replies, notice)
