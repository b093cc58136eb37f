"""Where parents stop: which question each was asked last, without a word of what was said.

A conversation that has been quiet for a week stands still: its rows become counts a day and are
gone. Somebody who comes back after that is counted anew from the question they are asked then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from store.tables import QuestionCount, QuestionStep
from store.upserts import insert_into, insert_of

QUIET_DAYS = 7
"""Days without a question after which somebody has stopped."""
NO_QUESTIONS = frozenset({"anything_else"})
"""What is said at the end, when nothing is asked any more."""

_WENT_ON = (
    sa.update(QuestionStep)
    .where(
        QuestionStep.conversation_id == sa.bindparam("of_conversation"),
        QuestionStep.question != sa.bindparam("of_question"),
        QuestionStep.went_on.is_(False),
    )
    .values(went_on=True)
    .execution_options(synchronize_session=False)
)


@cache
def _asked_now(dialect: str) -> Any:
    """The INSERT of every turn that asks something, built once: building it takes longer."""
    insert = insert_of(dialect, QuestionStep)
    said = insert.excluded
    return insert.on_conflict_do_update(
        index_elements=["conversation_id", "question"],
        set_={"channel": said.channel, "asked_on": said.asked_on, "went_on": said.went_on},
    )


def note_question(
    session: Session, conversation_id: str, question: str, *, channel: str, now: datetime
) -> None:
    """Notes that this is asked now: whatever was asked before it has been answered or passed."""
    connection = session.connection()
    asked = {"of_conversation": conversation_id, "of_question": question}
    connection.execute(_WENT_ON, asked)
    if question in NO_QUESTIONS:
        return
    values = {
        "conversation_id": conversation_id,
        "question": question,
        "channel": channel,
        "asked_on": now.astimezone(LONDON).date(),
        "went_on": False,
    }
    connection.execute(_asked_now(connection.dialect.name), values)


def list_settled(session: Session, *, today: date, limit: int) -> Sequence[str]:
    """Conversations that have been quiet for a week, so many at most."""
    return session.scalars(
        sa.select(QuestionStep.conversation_id)
        .group_by(QuestionStep.conversation_id)
        .having(sa.func.max(QuestionStep.asked_on) < today - timedelta(days=QUIET_DAYS))
        .limit(limit)
    ).all()


def count_questions(session: Session, conversation_ids: Sequence[str]) -> int:
    """Turns the rows of these conversations into counts; returns how many rows there were.

    They are deleted and counted in one step, so that none is counted twice.
    """
    gone = session.execute(
        sa.delete(QuestionStep)
        .where(QuestionStep.conversation_id.in_(conversation_ids))
        .returning(
            QuestionStep.asked_on,
            QuestionStep.question,
            QuestionStep.channel,
            QuestionStep.went_on,
        )
        .execution_options(synchronize_session=False)
    ).all()
    _add(session, ((row.asked_on, row.question, row.channel, row.went_on) for row in gone))
    return len(gone)


def _add(session: Session, rows: Iterable[tuple[date, str, str, bool]]) -> None:
    asked: Counter[tuple[date, str, str]] = Counter()
    went_on: Counter[tuple[date, str, str]] = Counter()
    for day, question, channel, is_past in rows:
        asked[day, question, channel] += 1
        went_on[day, question, channel] += is_past
    # In one order, so that two that count at once do not wait for each other.
    for key in sorted(asked):
        day, question, channel = key
        insert = insert_into(session, QuestionCount).values(
            asked_on=day,
            question=question,
            channel=channel,
            asked=asked[key],
            went_on=went_on[key],
        )
        session.execute(
            insert.on_conflict_do_update(
                index_elements=["asked_on", "question", "channel"],
                set_={
                    "asked": QuestionCount.asked + insert.excluded.asked,
                    "went_on": QuestionCount.went_on + insert.excluded.went_on,
                },
            )
        )
