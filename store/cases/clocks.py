"""The clock of 30 days that runs once a council was told that a family wants mediation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import mediation_by
from store.tables import CaseStep

CERTIFICATE_TAKEN_BACK = "certificate_taken_back"
"""The step that says that a certificate was noted and is not held."""


def find_mediation_clock(session: Session, conversation_ids: Sequence[str]) -> date | None:
    """The day until which the council has to arrange mediation; None where nothing is counted.

    These are the conversations of one case, so that a certificate noted in one ends the clock of
    another. It starts on the day a council was told, and ends with a certificate issued from then
    on: after mediation, or because it could not be arranged in time (L15). A
    certificate that was put right since as not held ends nothing.
    """
    told: dict[str, date] = {}
    issued: dict[str, date] = {}
    for row in session.execute(
        sa.select(CaseStep.conversation_id, CaseStep.kind, CaseStep.done_on)
        .where(
            CaseStep.conversation_id.in_(conversation_ids),
            CaseStep.kind.in_(("council_told", "certificate_issued", CERTIFICATE_TAKEN_BACK)),
        )
        .order_by(CaseStep.id)
    ):
        if row.kind == CERTIFICATE_TAKEN_BACK:
            issued.pop(row.conversation_id, None)
        elif row.done_on is not None:
            known = told if row.kind == "council_told" else issued
            known[row.conversation_id] = row.done_on
    last = max(issued.values(), default=date.min)
    running = [mediation_by(day) for day in told.values() if last < day]
    return min(running, default=None)
