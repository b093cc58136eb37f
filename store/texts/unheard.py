"""Which of our messages never came to a phone, because its number wanted no texts then."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import OutgoingText
from store.texts.outbox import OPTED_OUT


def did_not_reach(session: Session, message_id: str) -> bool:
    """Whether a text of this message was kept back, by us or by the provider."""
    kept_back = sa.or_(OutgoingText.state == "suppressed", OutgoingText.error_code == OPTED_OUT)
    found = sa.select(OutgoingText.id).where(OutgoingText.message_id == message_id, kept_back)
    return session.scalars(found).first() is not None
