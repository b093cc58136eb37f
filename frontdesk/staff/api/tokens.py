"""Tokens of programs: administrators make them, see when each was used last, and end them.

One that reads safeguarding records is made on the server only (`./intake staff token`): an
administrator sees no more of a danger than a caseworker, and must not be able to give it away.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import AtService, Service
from frontdesk.staff.addresses import RowId
from frontdesk.staff.forms import read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Administrator, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.api_tokens import (
    LONGEST_NAME,
    Scope,
    add_api_token,
    list_api_tokens,
    revoke_api_token,
)

OFFERED: tuple[Scope, ...] = ("referrals:read", "referrals:list")

router = APIRouter()


@router.get("/staff/tokens")
async def show_tokens(who: Administrator, service: AtService) -> Response:
    """Every token, the ended ones too, and the form for a new one."""
    return await _show(who, service)


@router.post("/staff/tokens")
async def make_token(request: Request, who: Administrator, service: AtService) -> Response:
    """Makes one and shows it, this once."""
    form = await read_form(request)
    name = form["name"].strip()
    scopes = [scope for scope in OFFERED if scope in form.all("scope")]
    if not 0 < len(name) <= LONGEST_NAME or not scopes:
        return await _show(who, service, problem=load_staff_texts("exports")["tokens"]["problem"])
    token = await service.transactions.write(_add, name, scopes, who)
    return render_staff_page(
        service,
        "token_made.html",
        who,
        texts=load_staff_texts("exports")["tokens"],
        name=name,
        token=token,
    )


@router.post("/staff/tokens/{token_id}/revoke")
async def revoke_token(token_id: RowId, who: Administrator, service: AtService) -> Response:
    """Lets it open nothing any more."""
    await service.transactions.write(_revoke, token_id, who)
    return send_to(service, "/staff/tokens")


def _add(session: Session, name: str, scopes: list[Scope], who: SignedIn) -> str:
    return add_api_token(session, name, scopes, now=datetime.now(UTC), by=who.actor)


def _revoke(session: Session, token_id: int, who: SignedIn) -> bool:
    return revoke_api_token(session, token_id, now=datetime.now(UTC), by=who.actor)


async def _show(who: SignedIn, service: Service, problem: str = "") -> Response:
    tokens = await service.transactions.read(list_api_tokens)
    return render_staff_page(
        service,
        "tokens.html",
        who,
        status=422 if problem else 200,
        texts=load_staff_texts("exports")["tokens"],
        tokens=tokens,
        offered=OFFERED,
        longest=LONGEST_NAME,
        problem=problem,
    )
