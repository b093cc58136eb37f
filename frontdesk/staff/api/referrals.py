"""What other systems of the charity read: referrals in a list, one as `referral.schema.json` says.

A program first lists what changed (`referrals:list`), then reads those one by one
(`referrals:read`) and sends the ETag along that it was given the last time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request
from pydantic import AwareDatetime
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, Response

from frontdesk.problems import Problem, ProblemDocument
from frontdesk.service import AtService
from frontdesk.staff.api.shapes import (
    REFERRAL_EXAMPLE,
    ListedAs,
    Page,
    Status,
    is_kept_moment,
    load_referral_schema,
    read_cursor,
    write_cursor,
)
from frontdesk.staff.reading.one_referral import SeenReferral, find_seen, note_sight
from frontdesk.staff.referral.copies import send_paper, take_copy
from frontdesk.staff.referral.file_copy import write_for_file
from frontdesk.staff.rights import ListReader, Reader, ReferralReader, SignedIn
from store.audit import record_audit
from store.cases.family import list_parts
from store.cases.lines import list_open
from store.handling.handovers import PRIORITIES, is_about_safety
from store.queue.long_lists import ListedReferral, list_changed

NO_STORE = {"Cache-Control": "no-store"}
MOST_AT_ONCE = 200
SENT: tuple[Status, ...] = ("submitted", "in_progress", "contacted", "closed")

router = APIRouter(
    prefix="/api/staff",
    tags=["staff"],
    responses={
        status: {"model": ProblemDocument, "description": description}
        for status, description in {
            401: "The token is missing or wrong, and nobody is signed in",
            403: "The token has not the scope that this needs",
            429: "Too many requests in a minute; `Retry-After` says how long to wait",
        }.items()
    },
)
_UNKNOWN: dict[int | str, dict[str, Any]] = {
    404: {"model": ProblemDocument, "description": "There is no such referral; it may be erased"}
}


@router.get("/referrals", response_model=Page)
async def list_referrals(
    who: ListReader,
    service: AtService,
    status: Annotated[
        list[Status] | None,
        Query(description="Only these; without it, all that were sent. Drafts only by name."),
    ] = None,
    council: Annotated[
        str | None, Query(pattern="^E[0-9]{8}$", description="Only this council: its GSS code")
    ] = None,
    submitted_after: Annotated[
        AwareDatetime | None, Query(description="Sent after this moment, with a time zone")
    ] = None,
    changed_after: Annotated[
        AwareDatetime | None,
        Query(
            description="Written after this moment. Take the time of your last run less a minute: "
            "what was being written then may carry a slightly older time."
        ),
    ] = None,
    cursor: Annotated[
        str | None, Query(description="`next` of the page before, as it is", max_length=200)
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE, description="Lines a page")] = 50,
) -> Response:
    """Referrals in the order they were changed last, without names or contact details.

    Read on with `next` until it is null. A referral that changes meanwhile comes again at the end;
    none is left out. One that is erased comes no more: read it and it is 404.
    """
    after = read_cursor(cursor) if cursor is not None else None
    if cursor is not None and after is None:
        raise Problem(422, "The cursor is not one of ours.")
    if not all(is_kept_moment(at) for at in (submitted_after, changed_after) if at is not None):
        raise Problem(422, "The moment is before or after all that there are.")
    asked: dict[str, object] = {
        "status": ",".join(status or []),
        "council": council,
        "submitted_after": submitted_after,
        "changed_after": changed_after,
    }

    def list_them(session: Session) -> list[ListedReferral]:
        found = list_changed(
            session,
            statuses=status or SENT,
            council_gss=council,
            submitted_after=submitted_after,
            changed_after=changed_after,
            after=after,
            limit=limit + 1,
        )
        _note_list(session, who, min(len(found), limit), asked)
        return found

    lines = await service.transactions.write(list_them)
    page = Page(
        referrals=[ListedAs.of(line) for line in lines[:limit]],
        next=write_cursor(lines[limit - 1]) if len(lines) > limit else None,
    )
    return JSONResponse(page.model_dump(mode="json"), headers=NO_STORE)


@router.get(
    "/referrals/{reference}",
    response_class=JSONResponse,
    responses={
        **_UNKNOWN,
        200: {
            "description": "The referral, with an `ETag`",
            "content": {
                "application/json": {
                    "schema": load_referral_schema(),
                    "example": REFERRAL_EXAMPLE,
                }
            },
        },
        304: {"description": "It is as it was when you were given this ETag"},
    },
)
async def read_referral(
    reference: str,
    who: ReferralReader,
    service: AtService,
    if_none_match: Annotated[
        str | None, Header(description="The ETag that came with it the last time")
    ] = None,
) -> Response:
    """One referral or draft. Which danger was heard is told with `safeguarding:read` only."""
    seen, tag = await service.transactions.write(
        _read, reference, who, service.settings.current_date(), if_none_match
    )
    if tag is None:
        raise Problem(404, "There is no such referral.")
    headers = NO_STORE | {"ETag": tag}
    if seen is None:
        return Response(status_code=304, headers=headers)
    return JSONResponse(seen.document, headers=headers)


@router.get(
    "/referrals/{reference}/pdf",
    response_class=Response,
    responses={
        **_UNKNOWN,
        200: {"content": {"application/pdf": {}}, "description": "A tagged PDF (PDF/UA-1)"},
    },
)
async def read_referral_as_pdf(
    reference: str, who: ReferralReader, service: AtService, request: Request
) -> Response:
    """One referral as a paper for our own file, without any safeguarding record."""
    seen = await take_copy(service, reference, who)
    if seen is None:
        raise Problem(404, "There is no such referral.")
    made_by = who.name if isinstance(who, SignedIn) else who.actor
    paper = write_for_file(seen, made_by=made_by, now=datetime.now(UTC))
    return await send_paper(service, seen, paper, "our-file")


def _note_list(session: Session, who: Reader, count: int, asked: dict[str, object]) -> None:
    chosen = [f"{name}={value}" for name, value in asked.items() if value]
    record_audit(
        session,
        actor=who.actor,
        action="referrals listed",
        now=datetime.now(UTC),
        fields=[f"rows={count}", *chosen],
    )


def _with_requests(session: Session, document: dict[str, Any], reader: Reader) -> dict[str, Any]:
    """The referral, with what waits for a person in the queue among its reasons for one."""
    conversation_id = document["conversation_id"]
    parts = list_parts(session, conversation_id) if conversation_id else []
    waiting = [request for part in parts for request in list_open(session, part)]
    if not waiting:
        return document
    said = document["handover"]
    reasons, priorities = list(said["reasons"]), [said["priority"]]
    for request in waiting:
        is_hidden = is_about_safety(request) and not reader.sees_safeguarding
        reasons.append("urgent" if is_hidden else request.reason)
        is_lowered = is_hidden and request.priority == "immediate"
        priorities.append("urgent" if is_lowered else request.priority)
    needed = {
        "needed": True,
        "priority": min(priorities, key=PRIORITIES.index),
        "reasons": list(dict.fromkeys(reasons)),
    }
    return {**document, "handover": needed}


def _read(
    session: Session, reference: str, who: Reader, today: date, known: str | None
) -> tuple[SeenReferral | None, str | None]:
    """The referral and its tag; no referral where the tag is known, then nothing was seen."""
    seen = find_seen(session, reference, who, today, with_messages=False)
    if seen is None:
        return None, None
    seen = replace(seen, document=_with_requests(session, seen.document, who))
    # With whose eyes: a token with another scope sees another document.
    said = f"{who.sees_safeguarding} {seen.document}"
    tag = f'"{sha256(said.encode()).hexdigest()[:32]}"'
    if known is not None and tag in [one.strip().removeprefix("W/") for one in known.split(",")]:
        return None, tag
    note_sight(session, seen, who, "referral read")
    return seen, tag
