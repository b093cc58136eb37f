"""The page of alerts: what came of them, one's own digest, and a test that managers can send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import uuid4

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.team.alerting import KIND_OF, find_fit_on_duty
from casework.team.duty import DUTIES
from casework.team.opening_hours import show_time
from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import RowId
from frontdesk.staff.case.page import show_unknown_case
from frontdesk.staff.forms import read_form
from frontdesk.staff.reading.alert_lines import ShownAlert, show_alerts
from frontdesk.staff.rendering import render_staff_page, send_to, show_moment
from frontdesk.staff.rights import Caseworker, Manager, SignedIn, is_manager
from frontdesk.staff.texts import load_staff_texts
from store.alerting.rota import choose_digest, list_reachable, read_rota
from store.alerting.states import find_case_of_alert, list_alerts
from store.alerting.webhook_events import EventLine, find_last_test, list_events, note_event
from store.audit import record_audit
from store.handling.holding import note_look
from store.outgoing_emails import EmailState, find_email_state, queue_email

PATH = "/staff/alerts"
MOST_ALERTS = 50
MOST_EVENTS = 20

router = APIRouter()


@dataclass(frozen=True)
class Seen:
    """What the page shows."""

    alerts: list[ShownAlert]
    on_duty: dict[str, list[str]]
    wants_digest: bool
    email: EmailState | None
    event: EventLine | None
    events: list[EventLine]


@router.get(PATH)
async def show_page(who: Caseworker, service: AtService) -> Response:
    """The last alerts, the digest, and for managers the test and what other systems were told."""
    seen = await service.transactions.read(_read, who)
    settings, texts = service.settings, load_staff_texts("alerts")
    host = urlsplit(settings.webhook_url).hostname if settings.webhook_url else None
    return render_staff_page(
        service,
        "alerts.html",
        who,
        texts=texts,
        seen=seen,
        has_email=settings.mail_server is not None,
        webhook_host=host,
        is_manager=is_manager(who),
        times=", ".join(show_time(one) for one in settings.digest_at),
        say_answer=_say_answer,
        tested=_say_tests(service, seen) if is_manager(who) else [],
    )


@router.post(f"{PATH}/digest")
async def choose_own_digest(request: Request, who: Caseworker, service: AtService) -> Response:
    """Turns a colleague's own digest on or off."""
    wants = (await read_form(request))["wants"] == "1"
    await service.transactions.write(_choose_digest, who, wants)
    return send_to(service, PATH)


@router.post(f"{PATH}/test")
async def send_test(who: Manager, service: AtService) -> Response:
    """Sends an email to whoever presses, and an event to the other system."""
    await service.transactions.write(_send_test, service, who)
    return send_to(service, f"{PATH}#test")


@router.post(f"{PATH}/{{alert_id}}/answer")
async def answer_alert(alert_id: RowId, who: Caseworker, service: AtService) -> Response:
    """Says that somebody is on it, and leads to the case."""
    conversation_id = await service.transactions.write(_answer, alert_id, who)
    if conversation_id is None:
        return show_unknown_case(service, who)
    return send_to(service, f"/staff/cases/{conversation_id}")


def _read(session: Session, who: SignedIn) -> Seen:
    colleagues, rota = list_reachable(session), read_rota(session)
    names = {staff_id: colleague.name for staff_id, colleague in colleagues.items()}
    roles = {staff_id: colleague.role for staff_id, colleague in colleagues.items()}
    now = datetime.now(UTC)
    may_test = is_manager(who)
    return Seen(
        alerts=show_alerts(
            list_alerts(session, limit=MOST_ALERTS, is_for_lead=who.sees_safeguarding), names, who
        ),
        on_duty={
            duty: [names[one] for one in sorted(find_fit_on_duty(KIND_OF[duty], rota, roles, now))]
            for duty in DUTIES
        },
        wants_digest=who.staff_id in colleagues and colleagues[who.staff_id].wants_digest,
        email=find_email_state(session, _test_key(who)) if may_test else None,
        event=find_last_test(session) if may_test else None,
        events=list_events(session, limit=MOST_EVENTS) if may_test else [],
    )


def _choose_digest(session: Session, who: SignedIn, wants: bool) -> None:
    choose_digest(session, who.staff_id, wants=wants, now=datetime.now(UTC))


def _send_test(session: Session, service: Service, who: SignedIn) -> None:
    now = datetime.now(UTC)
    if service.settings.mail_server is not None:
        letter = service.words.write_test()
        queue_email(
            session,
            key=f"{_test_key(who)}{uuid4()}",
            conversation_id=None,
            to=list_reachable(session)[who.staff_id].email,
            subject=letter.subject,
            body=letter.body,
            now=now,
            is_urgent=True,
        )
    if service.settings.webhook_url is not None:
        note_event(
            session, "test", key=f"test {uuid4()}", conversation_id=None, reference=None, now=now
        )
    record_audit(session, actor=who.actor, action="alerts tested", now=now)


def _answer(session: Session, alert_id: int, who: SignedIn) -> str | None:
    conversation_id = find_case_of_alert(session, alert_id)
    if conversation_id is not None:
        note_look(session, conversation_id, who.staff_id, now=datetime.now(UTC))
    return conversation_id


def _test_key(who: SignedIn) -> str:
    return f"test staff {who.staff_id} "


def _say_tests(service: Service, seen: Seen) -> list[tuple[str, str]]:
    """What became of the last test: what was sent when, and how it went."""
    texts = load_staff_texts("alerts")["test"]
    said = []
    if service.settings.mail_server is None:
        said.append(("", texts["email_state"]["none"]))
    elif seen.email is not None:
        state = _state_of(seen.email.status, seen.email.attempts)
        words = texts["email_state"][state].format(attempts=seen.email.attempts)
        said.append((texts["email"].format(moment=show_moment(seen.email.created_at)), words))
    if service.settings.webhook_url is None:
        said.append(("", texts["event_state"]["none"]))
    elif seen.event is not None:
        state = _state_of(seen.event.status, seen.event.attempts if seen.event.answer else 0)
        words = texts["event_state"][state].format(
            attempts=seen.event.attempts, answer=_say_answer(seen.event.answer or "")
        )
        said.append((texts["event"].format(moment=show_moment(seen.event.at)), words))
    return said


def _say_answer(answer: str) -> str:
    """What the other system answered: its status, or that there was no answer."""
    if answer.isdecimal():
        return answer
    return str(load_staff_texts("alerts")["events"]["no_answer"].format(error=answer))


def _state_of(status: str, attempts: int) -> str:
    return "waiting_new" if status == "waiting" and attempts == 0 else status
