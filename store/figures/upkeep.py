"""Keeps what managers look at complete: rows that are missing, counts of what has come to rest."""

from __future__ import annotations

from datetime import datetime

from casework.law.deadlines import LONDON
from store.database import Database
from store.figures.question_steps import count_questions, list_settled
from store.figures.rows import keep_figures, list_without_figures

AT_ONCE = 100
"""Conversations a transaction, so that nobody waits long for a lock."""


def keep_all_figures(database: Database, *, now: datetime) -> None:
    """Fills in the rows of referrals that have none, and counts quiet conversations."""
    _fill_in(database)
    today = now.astimezone(LONDON).date()
    while True:
        with database.reading() as session:
            settled = list_settled(session, today=today, limit=AT_ONCE)
        if not settled:
            return
        with database.writing() as session:
            count_questions(session, settled)


def _fill_in(database: Database) -> None:
    last = ""
    while True:
        with database.reading() as session:
            missing = list_without_figures(session, after=last, limit=AT_ONCE)
        if not missing:
            return
        with database.writing() as session:
            for conversation_id in missing:
                keep_figures(session, conversation_id)
        last = missing[-1]
