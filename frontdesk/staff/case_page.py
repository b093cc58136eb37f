"""The work on a case as its page shows it, and the page of a case that has no referral yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.deadlines import LONDON
from frontdesk.service import AtService, Service
from frontdesk.staff.one_referral import SeenMessage, see_messages
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from frontdesk.staff.timeline import Entry, build_timeline
from store.audit import record_audit
from store.case_changes import CONFIRMED_COVERAGE
from store.case_steps import DONE, list_steps
from store.cases import list_open, note_look
from store.handovers import is_about_safety
from store.models import CaseStep, Handover
from store.queue import QueueLine, read_line
from store.staff import list_colleagues, name_staff

router = APIRouter()


@dataclass(frozen=True)
class OpenReason:
    """What a person was asked to look at, and whether this reader may close it."""

    handover: Handover
    name: str
    may_close: bool


@dataclass(frozen=True)
class Work:
    """What a case page shows beside what the family told."""

    line: QueueLine
    holder: str | None
    colleagues: dict[int, str]
    waits: list[OpenReason]
    done: dict[str, CaseStep | None]
    timeline: list[Entry]


def read_work(
    session: Session, conversation_id: str, messages: Sequence[SeenMessage], who: SignedIn
) -> Work | None:
    """The work on a case, and a note that this colleague has seen it; None where there is none."""
    line = read_line(session, conversation_id, who.staff_id)
    if line is None:
        return None
    note_look(session, conversation_id, who.staff_id, now=datetime.now(UTC))
    names = name_staff(session)
    steps = {step.kind: step for step in list_steps(session, conversation_id)}
    return Work(
        line=line,
        holder=names.get(line.held_by) if line.held_by is not None else None,
        colleagues=list_colleagues(session),
        waits=[
            OpenReason(
                handover=handover,
                name=name_reason(handover.reason, who),
                may_close=who.sees_safeguarding or not is_about_safety(handover),
            )
            for handover in list_open(session, conversation_id)
        ],
        done={kind: steps.get(kind) for kind in DONE},
        timeline=build_timeline(session, conversation_id, messages, names, who),
    )


def work_context(service: Service, work: Work | None) -> dict[str, Any]:
    """What the templates of the work need."""
    return {
        "work": work,
        "case": load_staff_texts("case"),
        "outcomes": load_staff_texts("outcomes"),
        "coverages": CONFIRMED_COVERAGE,
        "today": service.settings.current_date(),
        "now_local": datetime.now(LONDON),
    }


@router.get("/staff/cases/{conversation_id}")
async def show_case(conversation_id: str, who: Caseworker, service: AtService) -> Response:
    """The case; where there is a referral, its page."""
    work = await service.transactions.write(_see_case, conversation_id, who)
    if work is None:
        return show_unknown_case(service, who)
    if work.line.reference is not None:
        return send_to(service, f"/staff/referrals/{work.line.reference}")
    return render_staff_page(service, "case.html", who, **work_context(service, work))


def show_unknown_case(service: Service, who: SignedIn) -> Response:
    """There is no such case."""
    texts = load_staff_texts("case")["unknown"]
    return render_staff_page(service, "told.html", who, status=404, texts=texts)


def _see_case(session: Session, conversation_id: str, who: SignedIn) -> Work | None:
    line = read_line(session, conversation_id, who.staff_id)
    if line is None or line.reference is not None:
        return None if line is None else read_work(session, conversation_id, [], who)
    record_audit(
        session,
        actor=who.actor,
        action="conversation viewed",
        now=datetime.now(UTC),
        conversation_id=conversation_id,
    )
    return read_work(session, conversation_id, see_messages(session, conversation_id, who), who)
