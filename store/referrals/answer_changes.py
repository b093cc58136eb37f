"""What answers were before they changed, once a referral was sent: by the parent or a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.referral.draft import Draft
from casework.referral.summary import summary_rows
from store.tables import AnswerChange


def record_answer_changes(
    session: Session,
    conversation_id: str,
    before: Draft,
    after: Draft,
    *,
    by: int | None,
    now: datetime,
    step_id: int | None = None,
) -> list[str]:
    """Keeps each answer that reads differently now, encrypted; returns the fields.

    `by` is the colleague, None the parent; `step_id` the step that says why.
    """
    was = {row.field: row.value for row in summary_rows(before)}
    became = {row.field: row.value for row in summary_rows(after)}
    changed = [field for field in {**was, **became} if was.get(field) != became.get(field)]
    session.add_all(
        AnswerChange(
            conversation_id=conversation_id,
            field=field,
            was=was.get(field),
            now=became.get(field),
            by=by,
            step_id=step_id,
            at=now,
        )
        for field in changed
    )
    session.flush()
    return changed


def list_answer_changes(session: Session, conversation_id: str) -> Sequence[AnswerChange]:
    """What answers of this conversation's referral were and became, in order."""
    return session.scalars(
        sa.select(AnswerChange)
        .where(AnswerChange.conversation_id == conversation_id)
        .order_by(AnswerChange.id)
    ).all()
