"""The page on which a colleague puts one answer of a referral right, with the reason."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.corrections.by_colleagues import CORRECTABLE, NotAnAnswer, correct_answer
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.show import show_value
from casework.referral.summary import summary_rows
from frontdesk.service import AtService, Service
from frontdesk.staff.case.forms import Stopped, read_reason, read_revision
from frontdesk.staff.case.page import show_unknown_case
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.reading.dangers import SAFETY_KIND, keep_hidden_kind, show_to
from frontdesk.staff.referral.answer_fields import LONGEST_WORDS, build_form, read_value
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.audit import record_audit
from store.referrals.changes_by_staff import ChangedMeanwhile, change_answer
from store.referrals.drafts import StoredDraft, load_draft, to_draft

router = APIRouter(prefix="/staff/cases/{conversation_id}/answers")


@router.get("/{field}")
async def show_answer(
    conversation_id: str, field: str, who: Caseworker, service: AtService
) -> Response:
    """The answer as it is, to be changed."""
    return await _render(service, who, conversation_id, field)


@router.post("/{field}")
async def change(
    conversation_id: str, field: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes the answer; dates and law are counted anew."""
    form = await read_form(request)
    today = service.settings.current_date()
    try:
        is_done = await service.transactions.write(
            _change, conversation_id, field, form, who, today
        )
    except ChangedMeanwhile:
        return await _render(service, who, conversation_id, field, form, "changed", 409)
    except NotAnAnswer as refused:
        return await _render(service, who, conversation_id, field, form, refused.problem, 422)
    except Stopped:
        return await _render(service, who, conversation_id, field, form, "no_reason", 422)
    if not is_done:
        return show_unknown_case(service, who)
    return send_to(service, f"/staff/cases/{conversation_id}")


async def _render(
    service: Service,
    who: SignedIn,
    conversation_id: str,
    field: str,
    typed: Form | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    stored = await service.transactions.write(_see, conversation_id, field, who)
    if stored is None:
        return show_unknown_case(service, who)
    texts = load_staff_texts("answer")
    draft = to_draft(show_to(who, stored))
    return render_staff_page(
        service,
        "answer.html",
        who,
        status=status,
        texts=texts,
        label=load_staff_texts("referral")["labels"][field],
        labels=load_staff_texts("case")["answer_ways"],
        problem=texts["problem"][problem] if problem else "",
        about_reason=problem == "no_reason",
        form=build_form(draft, field, typed, without="" if who.sees_safeguarding else SAFETY_KIND),
        now=_say_now(draft, field),
        hint=texts["hints"].get(field, ""),
        reason=typed["note"] if typed is not None else "",
        revision=stored.revision,
        today=service.settings.current_date(),
        longest=LONGEST_WORDS,
        conversation_id=conversation_id,
        reference=stored.reference,
    )


def _say_now(draft: Draft, field: str) -> str | None:
    """The answer in words, also where the review leaves it out because another one tells it."""
    shown = next((row.value for row in summary_rows(draft) if row.field == field), None)
    value = value_of(draft, field)
    return show_value(field, value) if shown is None and value is not None else shown


def _see(session: Session, conversation_id: str, field: str, who: SignedIn) -> StoredDraft | None:
    stored = load_draft(session, conversation_id) if field in CORRECTABLE else None
    if stored is None or stored.status == "draft":
        return None
    record_audit(
        session,
        actor=who.actor,
        action="referral viewed",
        now=datetime.now(UTC),
        referral_id=stored.referral_id,
        conversation_id=conversation_id,
        fields=[field],
    )
    return stored


def _change(
    session: Session, conversation_id: str, field: str, form: Form, who: SignedIn, today: date
) -> bool:
    if field not in CORRECTABLE:
        return False
    try:
        value = read_value(field, form)
    except ValueError:
        raise NotAnAnswer("not_right") from None
    return change_answer(
        session,
        conversation_id,
        field,
        partial(_correct, field=field, value=value, today=today, who=who),
        reason=read_reason(form),
        revision=read_revision(form),
        by=who.staff_id,
        now=datetime.now(UTC),
    )


def _correct(draft: Draft, *, field: str, value: object, today: date, who: SignedIn) -> Draft:
    if field == "issue":
        value = keep_hidden_kind(who, draft.progress.stated_kinds, value)
    return correct_answer(draft, field, value, today)
