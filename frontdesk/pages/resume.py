"""Coming back: a code is typed, pasted or followed as a link, and the chat opens in this browser.

Following a link uses nothing up, since programs that preview links follow them too: its page has
a button that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from casework.team.opening_hours import service_details
from frontdesk.callers import is_sent_from_elsewhere, network_of, refuse_other_websites
from frontdesk.desk import Desk
from frontdesk.pages.code_box import describe_code
from frontdesk.pages.locking import check_standing
from frontdesk.pages.rendering import page_headers, render_page
from frontdesk.pages.resume_form import describe_resume
from frontdesk.pages.texts import load_texts
from frontdesk.pages.visitor import Visitor
from frontdesk.problems import Problem
from frontdesk.service import AtService, Service
from frontdesk.welcome import welcome_back
from store.conversations.opening import find_conversation
from store.conversations.resume_codes import UsedCode, normalise_code, use_resume_code
from store.conversations.tokens import add_token, forget_token, lock_browsers
from store.erasing.retention import load_retention

# A page is hidden so long after it has asked whether somebody is there.
WARNED_SECONDS = 120

router = APIRouter()


@dataclass(frozen=True)
class _Try:
    """One use of the form."""

    typed: str
    form_id: str


@router.get("/resume")
async def ask_code(request: Request, service: AtService) -> Response:
    """The page with one field for the code."""
    is_open = await _is_open(service, Visitor.from_cookie(request))
    return render_page(service, "resume.html", **describe_resume(is_open=is_open))


@router.get("/r/{code}")
async def follow_link(code: str, service: AtService) -> Response:
    """The page with a button for the code of the link; looks nothing up."""
    if normalise_code(code) is None:
        return RedirectResponse("/resume", status_code=303, headers=page_headers(service.settings))
    page = render_page(service, "resume.html", **describe_resume(code_of_link=code))
    # The address holds the code: it goes not even to our own logs with each asset and form.
    page.headers["Referrer-Policy"] = "strict-origin"
    return page


@router.post("/resume")
async def come_back(request: Request, service: AtService) -> Response:
    """Opens the conversation of the code in this browser and shows the next code."""
    tried = await _read_try(request)
    if is_sent_from_elsewhere(request, service.settings.public_url):
        # Another website could put somebody into a conversation of its own, to read what they say.
        return await follow_link(tried.typed, service)
    before = Visitor.from_cookie(request)
    texts, phone = load_texts("resume"), service_details().phone
    network = network_of(request)
    visitor, used = Visitor.new(request, before), None
    try:
        if normalise_code(tried.typed) is None:
            raise Problem(422, texts["problem"]["shape"])
        service.wrong_codes.count(network, texts["problem"]["too_many"].format(phone=phone))
        used = await service.transactions.write(_open_here, service.desk, tried, before, visitor)
        if used is None:
            raise Problem(422, texts["problem"]["unknown"].format(phone=phone))
    except Problem as problem:
        is_open = await _is_open(service, before)
        form = describe_resume(is_open=is_open, typed=tried.typed, problem=problem.detail)
        page = render_page(service, "resume.html", status=problem.status_code, **form)
        page.headers.update(problem.headers or {})
        return page
    service.wrong_codes.take_back(network)
    service.events.publish(used.conversation_id)
    page = render_page(
        service, "back.html", texts=texts, **describe_code(service, request, used.fresh)
    )
    Visitor(used.conversation_id, visitor.token, visitor.is_framed_elsewhere).remember(
        page, service
    )
    return page


@router.post("/new-chat", dependencies=[Depends(refuse_other_websites)])
async def begin_again(request: Request, service: AtService) -> Response:
    """A new chat in this browser; the old one can still be opened with its code."""
    before = Visitor.from_cookie(request)
    if before is not None:
        await service.transactions.write(forget_token, before.token)
    response = RedirectResponse("/", status_code=303, headers=page_headers(service.settings))
    Visitor.new(request, before).remember(response, service)
    return response


@router.get("/here")
async def tell_how_long(request: Request, service: AtService) -> Response:
    """For the script: how long the chat stays open in this browser."""
    return await _answer_script(request, service, is_by_person=False)


@router.post("/here", dependencies=[Depends(refuse_other_websites)])
async def note_person(request: Request, service: AtService) -> Response:
    """For the script: the person is there, writing or reading."""
    return await _answer_script(request, service, is_by_person=True)


async def _answer_script(request: Request, service: Service, *, is_by_person: bool) -> Response:
    visitor = Visitor.from_cookie(request)
    headers = {"Cache-Control": "no-store"}
    if visitor is None:
        return Response(status_code=204, headers=headers)
    until = datetime.now(UTC) + service.desk.idle if is_by_person else None
    if until is None:
        standing, seconds = await service.transactions.read(
            check_standing, visitor.token, until=None
        )
    else:
        standing, seconds = await service.transactions.write(
            check_standing, visitor.token, until=until
        )
    if standing == "locked":
        return JSONResponse({"is_locked": True}, headers=headers)
    if standing == "unknown" or not seconds:
        return Response(status_code=204, headers=headers)
    texts = load_texts("resume")["still_here"]
    says = texts["says"].format(minutes=WARNED_SECONDS // 60)
    return JSONResponse(
        {
            "is_locked": False,
            "open_seconds": seconds,
            "warned_seconds": WARNED_SECONDS,
            "says": [texts["asks"], says, texts["needs_code"]],
            "stay": texts["stay"],
            "get_code": texts["get_code"],
            "hidden": texts["hidden"],
            "back": load_texts("resume")["back_to_chat"],
        },
        headers=headers,
    )


async def _read_try(request: Request) -> _Try:
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    try:
        form_id = str(UUID(form.get("form_id", [""])[0]))
    except ValueError:
        form_id = str(uuid4())
    return _Try(form.get("code", [""])[0], form_id)


async def _is_open(service: Service, visitor: Visitor | None) -> bool:
    if visitor is None:
        return False
    standing, _seconds = await service.transactions.read(check_standing, visitor.token, until=None)
    return standing == "open"


def _open_here(
    session: Session, desk: Desk, tried: _Try, before: Visitor | None, visitor: Visitor
) -> UsedCode | None:
    now = datetime.now(UTC)
    used = use_resume_code(
        session,
        tried.typed,
        form_id=tried.form_id,
        by="parent, web",
        days=load_retention().resume_code_days,
        now=now,
    )
    if used is None:
        return None
    conversation = find_conversation(session, used.conversation_id, lock=True)
    assert conversation is not None
    if before is not None:
        forget_token(session, before.token)
    lock_browsers(session, conversation.id)
    add_token(session, conversation.id, visitor.token, now=now, open_until=now + desk.idle)
    welcome_back(session, conversation, desk)
    return used
