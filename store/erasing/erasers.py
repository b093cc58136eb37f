"""Erasers: one for each place that keeps something about a conversation, and the list of them."""

from __future__ import annotations

from store.cases.family import find_whole, list_parts
from store.cases.lines import find_case
from store.erasing.table_eraser import Eraser, TableEraser
from store.erasing.tracker_eraser import TrackerEraser
from store.handling.merging import separate_case
from store.handling.upkeep import refresh_case
from store.tables import (
    Alert,
    AlertTelling,
    AnswerChange,
    Case,
    CaseStep,
    CaseView,
    Claim,
    Consent,
    Conversation,
    ConversationToken,
    Handover,
    Mention,
    Message,
    MissedMessage,
    NumberConfirmation,
    OutgoingEmail,
    OutgoingText,
    PhoneNumber,
    QuestionStep,
    Referral,
    ReferralFigures,
    ReferralName,
    ResumeCode,
    SafetyEvent,
    StaffPresence,
    WebhookEvent,
)


class MessagesEraser(TableEraser):
    """Erases what was said."""

    identifier = "messages"
    description = "Every message of the conversation, from the parent, the assistant and staff"
    model = Message


class MissedMessagesEraser(TableEraser):
    """Erases which messages were not understood."""

    identifier = "missed_messages"
    description = "Which messages of the conversation the assistant could not answer"
    model = MissedMessage


class QuestionStepsEraser(TableEraser):
    """Erases what was asked."""

    identifier = "question_steps"
    description = "Which questions were asked in the conversation, and on which day"
    model = QuestionStep


class ReferralFiguresEraser(TableEraser):
    """Erases what is counted of the referral."""

    identifier = "referral_figures"
    description = "What managers' figures count of the referral: days, council, language, needs"
    model = ReferralFigures


class TokensEraser(TableEraser):
    """Erases what opens the conversation."""

    identifier = "conversation_tokens"
    description = "The hashed tokens that open the conversation in browsers and through the API"
    model = ConversationToken


class ResumeCodesEraser(TableEraser):
    """Erases the way back."""

    identifier = "resume_codes"
    description = "The hashed code to come back to the conversation with"
    model = ResumeCode


class ConversationEraser(TableEraser):
    """Erases the conversation itself."""

    identifier = "conversations"
    description = "The conversation: its channel, times and safety categories"
    model = Conversation
    key = "id"


class ReferralEraser(TableEraser):
    """Erases the draft or referral."""

    identifier = "referrals"
    description = "The draft or referral of the conversation, with its contact indexes"
    model = Referral


class ReferralNamesEraser(TableEraser):
    """Erases what the referral is found by."""

    identifier = "referral_names"
    description = "Keyed hashes of the names in the draft or referral, to search by"
    model = ReferralName


class HandoversEraser(TableEraser):
    """Erases why a person had to look."""

    identifier = "handovers"
    description = "Requests to a person to look at the conversation, and their notes"
    model = Handover


class SafetyEventsEraser(TableEraser):
    """Erases the marks of danger."""

    identifier = "safety_events"
    description = "Records that a message spoke of danger"
    model = SafetyEvent


class OutgoingEmailsEraser(TableEraser):
    """Erases emails to the parent, those that wait too."""

    identifier = "outgoing_emails"
    description = "Emails about the conversation: to whom, and what those that wait will say"
    model = OutgoingEmail


class ConsentsEraser(TableEraser):
    """Erases the log of consent."""

    identifier = "consents"
    description = "What was agreed or refused, and when"
    model = Consent


class TextsEraser(TableEraser):
    """Erases what is on its way to the phone."""

    identifier = "texts"
    description = "Texts to the parent's phone: how far each has come, and those that wait"
    model = OutgoingText


class PhoneNumbersEraser(TableEraser):
    """Erases the number that texts."""

    identifier = "phone_numbers"
    description = "The phone number that the conversation is held with"
    model = PhoneNumber


class NumberConfirmationsEraser(TableEraser):
    """Erases what a number has to prove itself with."""

    identifier = "number_confirmations"
    description = "Digits that a phone number is to send back, hashed"
    model = NumberConfirmation


class ClaimsEraser(TableEraser):
    """Erases who of our team answers."""

    identifier = "claims"
    description = "Which colleague answers the conversation, and the question that waits meanwhile"
    model = Claim


class StaffPresenceEraser(TableEraser):
    """Erases who looked."""

    identifier = "staff_presence"
    description = "When colleagues last had the conversation open"
    model = StaffPresence


class CasesEraser(TableEraser):
    """Erases the line of the queue; cases that were part of it are cases of their own again."""

    identifier = "cases"
    description = "The line of the queue: what the case is sorted by, and who has it"
    model = Case

    def erase(self, conversation_id: str) -> int:
        """Deletes the row; what it was merged with is kept, and in step."""
        whole, *parts = list_parts(self._session, find_whole(self._session, conversation_id))
        left = parts if whole == conversation_id else [whole]
        for part in parts if whole == conversation_id else ():
            case = find_case(self._session, part, lock=True)
            assert case is not None
            separate_case(self._session, case)
        erased = super().erase(conversation_id)
        for each in left:
            refresh_case(self._session, each)
        return erased


class CaseStepsEraser(TableEraser):
    """Erases what was done and noted."""

    identifier = "case_steps"
    description = "What colleagues did about the case and when, with their notes"
    model = CaseStep


class AnswerChangesEraser(TableEraser):
    """Erases what answers were before they changed."""

    identifier = "answer_changes"
    description = "What answers were and became after the referral was sent"
    model = AnswerChange


class MentionsEraser(TableEraser):
    """Erases who was named."""

    identifier = "mentions"
    description = "Which colleagues were named in notes about the case"
    model = Mention


class CaseViewsEraser(TableEraser):
    """Erases who has looked."""

    identifier = "case_views"
    description = "When each colleague last looked at the case"
    model = CaseView


class AlertTellingsEraser(TableEraser):
    """Erases who was alerted."""

    identifier = "alert_tellings"
    description = "Which colleagues were alerted to the case, and when"
    model = AlertTelling


class AlertsEraser(TableEraser):
    """Erases what had to be seen at once."""

    identifier = "alerts"
    description = "That somebody had to look at the case at once, and who did"
    model = Alert


class WebhookEventsEraser(TableEraser):
    """Erases what other systems were told of, and what they would have been."""

    identifier = "webhook_events"
    description = "That another system was told of the case: ids and times"
    model = WebhookEvent


TABLE_ERASERS: tuple[type[TableEraser], ...] = (
    TextsEraser,
    PhoneNumbersEraser,
    NumberConfirmationsEraser,
    ClaimsEraser,
    StaffPresenceEraser,
    MissedMessagesEraser,
    QuestionStepsEraser,
    MessagesEraser,
    TokensEraser,
    ResumeCodesEraser,
    ConversationEraser,
    ReferralEraser,
    ReferralFiguresEraser,
    ReferralNamesEraser,
    HandoversEraser,
    CasesEraser,
    CaseStepsEraser,
    AnswerChangesEraser,
    MentionsEraser,
    CaseViewsEraser,
    AlertTellingsEraser,
    AlertsEraser,
    WebhookEventsEraser,
    SafetyEventsEraser,
    OutgoingEmailsEraser,
    ConsentsEraser,
)
ERASERS: tuple[type[Eraser], ...] = (TrackerEraser, *TABLE_ERASERS)
