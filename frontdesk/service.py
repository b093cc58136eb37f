"""The parts of a running front desk, built once and handed to the routes."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, cast

import structlog
from fastapi import Depends, Request

from frontdesk.alerting.digests import Digests
from frontdesk.alerting.rounds import AlertRounds
from frontdesk.alerting.webhook import Webhook
from frontdesk.alerting.words import Words
from frontdesk.desk import Desk
from frontdesk.events import Events
from frontdesk.left_drafts import LeftDrafts
from frontdesk.mailing import Mailer
from frontdesk.notices import load_notices
from frontdesk.rasa import Assistant
from frontdesk.rate_limits import RateLimits
from frontdesk.settings import FrontDeskSettings
from frontdesk.sms.counts import Counts
from frontdesk.sms.messages_api import TwilioMessages
from frontdesk.sms.sending import TextSender
from frontdesk.sms.signature import Signatures
from frontdesk.sms.texting import TextingRules
from frontdesk.staff.sign_in.guessing import SignInLimits
from frontdesk.staff.sign_in.provider import Provider
from frontdesk.sweep import Sweep
from frontdesk.transactions import Transactions
from frontdesk.turns import Timing, Turns
from frontdesk.unanswered import UnansweredClaims
from frontdesk.wrong_codes import WrongCodes
from store.database import Database, open_database
from store.migrate import migrate

log = structlog.get_logger()
PURGE_SECONDS = 600.0
LEFT_DRAFTS_SECONDS = 600.0


@dataclass(frozen=True)
class Service:
    """Everything the routes need."""

    settings: FrontDeskSettings
    timing: Timing
    database: Database
    transactions: Transactions
    assistant: Assistant
    desk: Desk
    events: Events
    turns: Turns
    sweep: Sweep
    unanswered: UnansweredClaims
    left_drafts: LeftDrafts
    mailer: Mailer
    words: Words
    alert_rounds: AlertRounds
    digests: Digests
    webhook: Webhook
    texts: TextSender
    signatures: Signatures
    counts: Counts
    limits: RateLimits
    wrong_codes: WrongCodes
    sign_in_limits: SignInLimits
    provider: Provider | None

    def start_background(self) -> list[asyncio.Task[None]]:
        """Starts what runs beside the requests."""
        return [
            asyncio.create_task(_repeat(work, every))
            for work, every in (
                (self.events.look, self.timing.look),
                (self.turns.keep_leases, self.timing.lease / 3),
                (self.sweep.sweep_once, self.timing.sweep),
                (self.sweep.purge_old, PURGE_SECONDS),
                (self.sign_in_limits.forget_old, PURGE_SECONDS),
                (self.unanswered.return_due, self.timing.sweep),
                (self.left_drafts.ask_to_ring_due, LEFT_DRAFTS_SECONDS),
                (self.mailer.send_due, self.timing.mail),
                (self.alert_rounds.tell_due, self.timing.alerts),
                (self.digests.send_due, self.timing.digests),
                (self.webhook.send_due, self.timing.alerts),
                (self.texts.send_due, self.timing.texts),
            )
        ]

    async def close(self) -> None:
        """Ends turns under way and gives connections back."""
        await self.turns.close()
        await self.texts.close()
        await self.webhook.close()
        await self.assistant.close()
        self.transactions.close()
        self.database.close()


def open_service(settings: FrontDeskSettings, timing: Timing) -> Service:
    """Opens the database, migrates it where needed and builds the parts."""
    database = open_database(settings)
    migrate(database)
    transactions = Transactions(database)
    assistant = Assistant(
        settings.rasa_url,
        settings.actions_url,
        settings.keys.internal_key,
        turn_seconds=timing.turn,
    )
    notices = load_notices()
    # Unlike any other desk's name, also after a restart: an old lease is never taken for its own.
    name = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
    idle = timedelta(minutes=settings.idle_minutes)
    lease = timedelta(seconds=timing.lease)
    read_in = timedelta(seconds=timing.text_read)
    desk = Desk(name, lease, idle, notices, TextingRules(notices, settings.confirm_stop, read_in))
    events = Events(transactions)
    words, can_send = Words(settings.staff_address), settings.mail_server is not None
    turns = Turns(transactions, assistant, events, desk, timing)
    return Service(
        settings=settings,
        timing=timing,
        database=database,
        transactions=transactions,
        assistant=assistant,
        desk=desk,
        events=events,
        turns=turns,
        sweep=Sweep(transactions, turns, assistant, timing),
        left_drafts=LeftDrafts(transactions, after=timedelta(days=settings.left_draft_days)),
        unanswered=UnansweredClaims(
            transactions, desk, events, after=timedelta(minutes=settings.claim_minutes)
        ),
        mailer=Mailer(transactions, settings.mail_server),
        words=words,
        alert_rounds=AlertRounds(
            transactions, words, settings.minutes_to_answer, can_send=can_send
        ),
        digests=Digests(
            transactions,
            words,
            settings.digest_at,
            can_send=can_send,
            current_date=settings.current_date,
        ),
        webhook=Webhook(transactions, settings.webhook_url, settings.webhook_keys),
        texts=TextSender(transactions, _open_messages_api(settings, timing), desk, timing),
        signatures=_open_signatures(settings),
        counts=Counts(),
        limits=RateLimits(settings.limits, notices["too_many_messages"].web),
        wrong_codes=WrongCodes(),
        sign_in_limits=SignInLimits(transactions),
        provider=Provider(settings.provider_account) if settings.provider_account else None,
    )


def _open_messages_api(settings: FrontDeskSettings, timing: Timing) -> TwilioMessages | None:
    account = settings.twilio_account
    if account is None:
        log.info("texts are not sent", missing=", ".join(settings.missing_to_send))
        return None
    status_url = f"{settings.public_url}/sms/twilio/status" if settings.public_url else None
    return TwilioMessages(account, status_url, seconds=timing.text_request)


def _open_signatures(settings: FrontDeskSettings) -> Signatures:
    signatures = Signatures(settings.public_url, settings.twilio_secrets)
    if signatures.missing:
        log.info("texts are refused", missing=", ".join(signatures.missing))
    return signatures


async def _repeat(work: Callable[[], Awaitable[None]], every: float) -> None:
    while True:
        try:
            await work()
        except Exception as error:
            # The next round tries again.
            log.error("background work failed", work=work.__name__, error=type(error).__name__)
        await asyncio.sleep(every)


async def _service_of(request: Request) -> Service:
    # Asynchronous, since FastAPI gives every other kind of dependency a thread of its own.
    return cast(Service, request.app.state.service)


AtService = Annotated[Service, Depends(_service_of)]
