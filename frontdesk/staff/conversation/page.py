"""A conversation as a colleague sees it: the page, and what its script asks for."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.texts.counting import count_segments
from frontdesk.service import AtService, Service
from frontdesk.sms.wording import write_plainly
from frontdesk.staff.conversation.replies import fill_replies, put_in
from frontdesk.staff.reading.one_conversation import see_conversation, see_news
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from frontdesk.wire import LONGEST_TEXT
from store.takeover.claims import first_name_of

router = APIRouter()


@router.get("/staff/conversations/{conversation_id}")
async def show_conversation(conversation_id: str, who: Caseworker, service: AtService) -> Response:
    """The messages, who answers, and beside the box what the family needs."""
    return await render_conversation(service, who, conversation_id)


@router.get("/staff/conversations/{conversation_id}/live")
async def show_news(
    conversation_id: str,
    who: Caseworker,
    service: AtService,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    replying: bool = False,
) -> Response:
    """What was said after `after`, and who answers now; for the script to put into the page."""
    news = await service.transactions.write(
        see_news, conversation_id, who, after=after, is_replying=replying
    )
    if news is None:
        return show_unknown(service, who)
    standing, lines = news
    return render_staff_page(
        service,
        "conversation_news.html",
        who,
        texts=load_staff_texts("conversation"),
        standing=standing,
        lines=lines,
    )


async def render_conversation(
    service: Service,
    who: SignedIn,
    conversation_id: str,
    *,
    text: str = "",
    reply_id: str = "",
    form_id: str | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    """The page; after a problem, or to see a reply as texts, with what is in the box.

    `reply_id` names a ready reply to put in below it.
    """
    seen = await service.transactions.write(see_conversation, conversation_id, who)
    if seen is None:
        return show_unknown(service, who)
    replies = fill_replies(
        {"colleague": first_name_of(who.name), "reference": seen.family.reference}
    )
    text = (put_in(text, reply_id, replies) if reply_id else text)[:LONGEST_TEXT]
    return render_staff_page(
        service,
        "conversation.html",
        who,
        status=status,
        texts=load_staff_texts("conversation"),
        labels=load_staff_texts("referral")["labels"],
        seen=seen,
        standing=seen.standing,
        lines=seen.lines,
        replies=replies,
        longest=LONGEST_TEXT,
        text=text,
        segments=describe_segments(text) if text and seen.standing.channel == "sms" else "",
        form_id=form_id or str(uuid4()),
        note_id=str(uuid4()),
        problem=problem,
    )


def describe_segments(text: str) -> str:
    """How many parts the network makes of a reply, in words."""
    counted = count_segments(write_plainly(text))
    says: str = load_staff_texts("conversation")["segments"]
    return says.format(segments=counted.segments, encoding=counted.encoding)


def show_unknown(service: Service, who: SignedIn) -> Response:
    """There is no such conversation."""
    texts = load_staff_texts("conversation")["unknown"]
    return render_staff_page(service, "told.html", who, status=404, texts=texts)
