"""The one custom action: hears a turn of the referral form and answers it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import HEARD_SLOT, Heard, read_turn
from actions.keeping import has_something_to_keep, keep, load, was_answered
from actions.places import place_of
from actions.settings import ActionSettings
from casework.conversation.apart_from_question import take_facts_apart, take_turn_apart
from casework.conversation.beside_danger import take_facts_beside_danger
from casework.conversation.order import apologise, take_turn
from casework.referral.draft import Draft, may_be_kept_whole
from casework.referral.record import THIRD_PARTIES
from casework.say import Say
from casework.turn.state import Outcome
from casework.turn.topics import question_of
from store.database import Database
from store.handling.upkeep import refreshing_once

REFERENCE = "{reference}"

log = structlog.get_logger()


class ValidateReferralForm(Action):
    """Takes a turn: the form validates nothing in Rasa's sense, it hears the whole message.

    Each answer is events (the slots of domain.yml) and responses, both plain JSON, so that the
    same turn posted twice is answered from the store with the very same words.
    """

    def __init__(self, database: Database, settings: ActionSettings) -> None:
        self._database = database
        self._settings = settings

    def name(self) -> str:
        """The form's validation action, by Rasa's naming."""
        return "validate_referral_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """Raises TimeoutError past the deadline; the turn is then tried again by the front desk."""
        heard = read_turn(tracker)
        async with asyncio.timeout(self._settings.action_deadline):
            answer = await asyncio.to_thread(self.answer, heard)
        dispatcher.messages.extend(answer["responses"])
        events: list[dict[str, Any]] = answer["events"]
        return events

    def answer(self, heard: Heard) -> dict[str, Any]:
        """Take the turn once, or give the answer that was kept of it.

        The turn is worked out between the transaction that reads and the one that writes, so
        that nobody waits for the lock meanwhile; the draft's revision holds the two together.
        """
        now = datetime.now(UTC)
        with self._database.reading() as session:
            kept = load(session, heard)
        if was_answered(heard, kept.stored) and kept.stored and kept.stored.last_outcome:
            return _with_reference(kept.stored.last_outcome, kept.stored.reference)
        outcome = self._take(kept.draft, heard, now)
        answer = _to_answer(outcome, heard.message.id)
        if not has_something_to_keep(outcome):
            return answer
        with self._database.writing() as session, refreshing_once(session):
            reference = keep(session, heard, kept, outcome, answer=answer, now=now)
        return _with_reference(answer, reference)

    def _take(self, draft: Draft, heard: Heard, now: datetime) -> Outcome:
        """The outcome of the turn; a message that nothing can be made of never blocks the rest."""
        today = self._settings.current_date()
        try:
            return _take_message(draft, heard, today=today, now=now)
        except Exception as error:
            # Kind and place only: messages of errors may hold what a parent wrote.
            log.error("turn_failed", kind=type(error).__name__, at=place_of(error))
            return Outcome(draft, says=()) if heard.only_facts else apologise(draft)


def _take_message(draft: Draft, heard: Heard, *, today: date, now: datetime) -> Outcome:
    message, is_apart = heard.message, heard.is_apart_from_question
    if heard.only_facts:
        take = take_facts_apart if is_apart else take_facts_beside_danger
        return take(draft, message, today=today, now=now)
    if is_apart:
        return take_turn_apart(draft, message, notice=heard.after_notice, today=today, now=now)
    return take_turn(draft, message, today=today, now=now)


def _to_answer(outcome: Outcome, message_id: str) -> dict[str, Any]:
    draft = outcome.draft
    rides_along = draft != Draft() and not may_be_kept_whole(draft)
    slots = {
        "turn_done": message_id,
        "asking": draft.progress.pending,
        "voice": voice_of(draft),
        "last_question": question_of(draft.progress.last_topic or ""),
        HEARD_SLOT: draft.model_dump(mode="json") if rides_along else None,
    }
    return {
        "events": [
            {"event": "slot", "name": name, "value": value} for name, value in slots.items()
        ],
        "responses": [_to_response(say) for say in outcome.says],
    }


def _to_response(say: Say) -> dict[str, Any]:
    return {
        "response": say.response,
        "metadata": {"asks": say.asks, "topic": say.topic},
        "buttons": [{"title": choice.label, "payload": choice.say} for choice in say.choices],
        **say.values,
    }


def _with_reference(answer: dict[str, Any], reference: str | None) -> dict[str, Any]:
    """The answer with the referral's reference in its place; it is known only once stored."""
    filled = [
        {name: reference if value == REFERENCE else value for name, value in said.items()}
        for said in answer["responses"]
    ]
    return {**answer, "responses": filled}


def voice_of(draft: Draft) -> str:
    """Who is writing, as the conditional responses of `data/responses/` tell them apart."""
    role = draft.referral.referrer.role
    if role in THIRD_PARTIES:
        return "professional"
    return "young_person" if role == "young_person" else "parent"
