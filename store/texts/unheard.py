"""Which of our messages had not come to a phone: kept back from it, or still on their way."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import OutgoingText
from store.texts.outbox import OPTED_OUT
from store.texts.permissions import WENT_OUT


def did_not_reach(session: Session, message_id: str) -> bool:
    """Whether a text of this message was kept back, by us or by the provider."""
    kept_back = sa.or_(OutgoingText.state == "suppressed", OutgoingText.error_code == OPTED_OUT)
    found = sa.select(OutgoingText.id).where(OutgoingText.message_id == message_id, kept_back)
    return session.scalars(found).first() is not None


def had_gone_out(session: Session, message_id: str, *, by: datetime) -> bool:
    """Whether the provider had every text of this message by then; so it had where there is none.

    One that failed later, or was kept back, never went out.
    """
    on_its_way = sa.or_(OutgoingText.state.not_in(WENT_OUT), OutgoingText.sending_since > by)
    found = sa.select(OutgoingText.id).where(OutgoingText.message_id == message_id, on_its_way)
    return session.scalars(found).first() is None
