"""Save and come back later: gives a resume code for the conversation of this browser."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.pages.code_box import describe_code
from frontdesk.pages.rendering import render_page
from frontdesk.pages.texts import load_texts
from frontdesk.pages.visitor import Visitor
from frontdesk.service import AtService
from store.conversations.resume_codes import MadeCode, make_resume_code
from store.conversations.tokens import find_by_token
from store.erasing.retention import load_retention
from store.referrals.drafts import load_draft

Kept = Literal["nothing", "not agreed", "kept"]

router = APIRouter()


@router.get("/save")
async def show_save(request: Request, service: AtService) -> Response:
    """What a code is for, and the button that makes one."""
    visitor = Visitor.from_cookie(request)
    kept = await service.transactions.read(_read_kept, visitor)
    return render_page(
        service,
        "save.html",
        texts=load_texts("save"),
        kept=kept,
        retention=load_retention(),
        made=None,
    )


@router.post("/save")
async def make_code(request: Request, service: AtService) -> Response:
    """Shows a new code; the one before it works no more. It is shown this once and not kept."""
    visitor = Visitor.from_cookie(request)
    retention = load_retention()
    kept, made = await service.transactions.write(_make, visitor, retention.resume_code_days)
    shown = describe_code(service, request, made) if made else {"made": None}
    return render_page(
        service, "save.html", texts=load_texts("save"), kept=kept, retention=retention, **shown
    )


def _make(session: Session, visitor: Visitor | None, days: int) -> tuple[Kept, MadeCode | None]:
    kept = _read_kept(session, visitor)
    if visitor is None or kept == "nothing":
        return kept, None
    made = make_resume_code(session, visitor.conversation_id, days=days, now=datetime.now(UTC))
    return kept, made


def _read_kept(session: Session, visitor: Visitor | None) -> Kept:
    conversation = find_by_token(session, visitor.token) if visitor else None
    if visitor is None or conversation is None or conversation.id != visitor.conversation_id:
        return "nothing"
    return "kept" if load_draft(session, conversation.id) is not None else "not agreed"
