"""Keeps a note of a colleague; whoever is named in it finds the case among their mentions."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from frontdesk.staff.rights import SignedIn
from store.accounts.staff import list_colleagues
from store.cases.mentions import find_named, name_colleague
from store.handling.steps import add_step


def keep_note(
    session: Session, conversation_id: str, note: str, who: SignedIn, *, form_id: str | None
) -> None:
    """Keeps it once for each form."""
    now = datetime.now(UTC)
    step = add_step(
        session, conversation_id, "note", by=who.staff_id, now=now, note=note, form_id=form_id
    )
    if step is None:
        return
    for staff_id in find_named(note, list_colleagues(session)):
        if staff_id != who.staff_id:
            name_colleague(session, conversation_id, staff_id, by=who.staff_id, now=now)
