"""The work on a case as its page shows it, and the page of a case that has no referral yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal
from uuid import uuid4

from fastapi import APIRouter, Query
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.law.deadlines import LONDON
from frontdesk.service import AtService, Service
from frontdesk.staff.case.likely_family import LikelyFamily, compare_families
from frontdesk.staff.case.timeline import Timeline, build_timeline
from frontdesk.staff.reading.alert_lines import ShownAlert, read_alerts_of_case
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import list_colleagues, name_staff
from store.audit import record_audit
from store.cases.family import find_whole, list_parts
from store.cases.lines import find_case, list_open
from store.conversations.opening import find_conversation
from store.handling.handovers import is_about_safety
from store.handling.holding import note_look
from store.handling.merging import MergedPart, find_duplicates, list_merged
from store.handling.steps import DONE, find_done, list_steps
from store.queue.pages import QueueLine, read_line
from store.referrals.changes_by_staff import CONFIRMED_COVERAGE
from store.referrals.lookup import find_reference
from store.tables import CaseStep, Handover
from store.takeover.presence import Present, list_present, note_presence

LAST_PAGE = 10_000

Order = Literal["oldest", "newest"]
PageOfTimeline = Annotated[int, Query(ge=1, le=LAST_PAGE)]
router = APIRouter()


@dataclass(frozen=True)
class OpenReason:
    """What a person was asked to look at, and whether this reader may close it."""

    handover: Handover
    conversation_id: str
    name: str
    may_close: bool
    is_about_safety: bool
    """True for the safeguarding lead alone."""


@dataclass(frozen=True)
class Work:
    """What a case page shows beside what the family told."""

    line: QueueLine
    holder: str | None
    colleagues: dict[int, str]
    waits: list[OpenReason]
    done: dict[str, CaseStep | None]
    timeline: Timeline
    present: Sequence[Present]
    duplicates: Sequence[LikelyFamily]
    merged: Sequence[MergedPart]
    alerts: list[ShownAlert]
    whole: QueueLine | None
    """The case that this one is part of, where it was merged."""


def read_work(
    session: Session,
    conversation_id: str,
    who: SignedIn,
    *,
    page: int = 1,
    order: Order = "newest",
) -> Work | None:
    """The work on a case, and a note that this colleague has seen it; None where there is none."""
    line = read_line(session, conversation_id, who.staff_id)
    if line is None:
        return None
    now = datetime.now(UTC)
    note_look(session, conversation_id, who.staff_id, now=now)
    if find_conversation(session, conversation_id) is not None:
        note_presence(session, conversation_id, who.staff_id, is_replying=False, now=now)
    parts = list_parts(session, conversation_id)
    whole = find_whole(session, conversation_id)
    names = name_staff(session)
    steps = find_done(
        sorted((step for part in parts for step in list_steps(session, part)), key=_moment_of)
    )
    return Work(
        line=line,
        holder=names.get(line.held_by) if line.held_by is not None else None,
        colleagues=list_colleagues(session),
        waits=[
            OpenReason(
                handover=handover,
                conversation_id=part,
                name=name_reason(handover.reason, who),
                may_close=who.sees_safeguarding or not is_about_safety(handover),
                is_about_safety=who.sees_safeguarding and is_about_safety(handover),
            )
            for part in parts
            for handover in list_open(session, part)
        ],
        done={kind: steps.get(kind) for kind in DONE},
        timeline=build_timeline(
            session, parts, names, who, page=page, is_newest_first=order == "newest"
        ),
        present=list_present(session, conversation_id, but=who.staff_id, now=now),
        duplicates=compare_families(
            session, conversation_id, find_duplicates(session, conversation_id), who
        ),
        merged=list_merged(session, conversation_id),
        alerts=read_alerts_of_case(session, conversation_id, who),
        whole=read_line(session, whole, who.staff_id) if whole != conversation_id else None,
    )


def _is_late(line: QueueLine, today: date) -> bool:
    """Whether a legal date has passed: then nothing can be put off."""
    due = line.count_to if line.days_counted_to is not None else None
    return any(day is not None and day < today for day in (due, line.mediation_by))


def _moment_of(step: CaseStep) -> tuple[datetime, int]:
    return step.at, step.id


def work_context(service: Service, work: Work | None) -> dict[str, Any]:
    """What the templates of the work need."""
    return {
        "work": work,
        "case": load_staff_texts("case"),
        "outcomes": load_staff_texts("outcomes"),
        "alert_texts": load_staff_texts("alerts"),
        "coverages": CONFIRMED_COVERAGE,
        "today": service.settings.current_date(),
        "is_late": work is not None and _is_late(work.line, service.settings.current_date()),
        "now_local": datetime.now(LONDON),
        "form_id": str(uuid4()),
    }


@router.get("/staff/cases/{conversation_id}")
async def show_case(
    conversation_id: str,
    who: Caseworker,
    service: AtService,
    page: PageOfTimeline = 1,
    order: Order = "newest",
) -> Response:
    """The case; where there is a referral, its page."""
    work = await service.transactions.write(_see_case, conversation_id, who, page=page, order=order)
    if work is None:
        return show_unknown_case(service, who)
    if isinstance(work, str):
        return send_to(service, f"/staff/referrals/{work}")
    context = work_context(service, work)
    return render_staff_page(service, "case.html", who, here=show_case_at(work), **context)


def show_case_at(work: Work) -> str:
    """The address of the page of a case."""
    if work.line.reference is not None:
        return f"/staff/referrals/{work.line.reference}"
    return f"/staff/cases/{work.line.conversation_id}"


def show_unknown_case(service: Service, who: SignedIn) -> Response:
    """There is no such case."""
    texts = load_staff_texts("case")["unknown"]
    return render_staff_page(service, "told.html", who, status=404, texts=texts)


def _see_case(
    session: Session, conversation_id: str, who: SignedIn, *, page: int, order: Order
) -> Work | str | None:
    """The work on a case without a referral; the reference where there is one to go to instead."""
    reference = find_reference(session, conversation_id)
    if reference is not None:
        return reference
    if find_case(session, conversation_id) is None:
        return None
    record_audit(
        session,
        actor=who.actor,
        action="conversation viewed",
        now=datetime.now(UTC),
        conversation_id=conversation_id,
    )
    return read_work(session, conversation_id, who, page=page, order=order)
