"""The log of consent: what was agreed or refused, to which wording."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import Consent, Referral


def record_consent(
    session: Session,
    conversation_id: str,
    *,
    kind: str,
    given: bool,
    notice_version: str,
    channel: str,
    by: str | None,
    now: datetime,
) -> None:
    """Logs an agreement or refusal; `kind` is store, share_with_council or special_category.

    The same answer to the same wording twice is one row.
    """
    latest = session.scalars(
        sa.select(Consent)
        .where(Consent.conversation_id == conversation_id, Consent.kind == kind)
        .order_by(Consent.id.desc())
        .limit(1)
    ).first()
    if latest and (latest.given, latest.notice_version, latest.by) == (given, notice_version, by):
        return
    session.add(
        Consent(
            conversation_id=conversation_id,
            referral_id=session.scalar(
                sa.select(Referral.id).where(Referral.conversation_id == conversation_id)
            ),
            kind=kind,
            given=given,
            notice_version=notice_version,
            at=now,
            channel=channel,
            by=by,
        )
    )
    session.flush()
