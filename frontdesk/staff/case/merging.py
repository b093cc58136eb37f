"""Merges a case with another of the same family, and takes them apart again."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import AtService
from frontdesk.staff.case.forms import CASE, Stopped, do_work, read_reason
from frontdesk.staff.forms import Form
from frontdesk.staff.rights import Caseworker, SignedIn
from store.cases.family import list_parts
from store.cases.lines import find_case
from store.cases.mentions import name_colleague
from store.handling.merging import NotMerged, OtherWayRound, merge_cases, undo_merge

router = APIRouter(prefix=CASE)


@router.post("/merge")
async def merge(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Makes another case part of this one, with the reason."""
    return await do_work(_merge, conversation_id, request, who, service, other_case="case")


@router.post("/unmerge")
async def unmerge(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Makes a case that is part of this one a case of its own again, with the reason."""
    return await do_work(_unmerge, conversation_id, request, who, service)


def _merge(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    reason, other = read_reason(form), find_case(session, form["case"])
    had_it = other.held_by if other is not None else None
    try:
        merge_cases(
            session,
            form["case"],
            into=conversation_id,
            reason=reason,
            by=who.staff_id,
            now=now,
        )
    except OtherWayRound:
        raise Stopped("other_way_round", 409) from None
    except NotMerged:
        raise Stopped("not_merged", 409) from None
    if had_it is not None and had_it != who.staff_id:
        # Whose case it was finds what became of it among their mentions.
        name_colleague(session, conversation_id, had_it, by=who.staff_id, now=now)


def _unmerge(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    reason = read_reason(form)
    if form["case"] not in list_parts(session, conversation_id)[1:]:
        raise Stopped("not_merged", 409)
    try:
        undo_merge(session, form["case"], reason=reason, by=who.staff_id, now=now)
    except NotMerged:
        raise Stopped("not_merged", 409) from None
