"""Keep what the manager's page counts.

What parents were asked is taken over from their messages, and counted by the next purge. What needs
the referrals' documents is encrypted: the purge, every ten minutes, fills it in.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

LONDON = ZoneInfo("Europe/London")
BATCH = 500


def upgrade() -> None:
    op.create_table(
        "referral_figures",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("council_gss", sa.String(9)),
        sa.Column("route", sa.String(24), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("contacted_on", sa.Date()),
        sa.Column("days_to_contact", sa.Integer()),
        sa.Column("days_left_at_contact", sa.Integer()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("outcome", sa.String(24)),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_referral_figures"),
    )
    op.create_index(
        "ix_referral_figures_counted",
        "referral_figures",
        [
            "submitted_on",
            "council_gss",
            "route",
            "channel",
            "language",
            "needs",
            "contacted_on",
            "days_to_contact",
            "days_left_at_contact",
            "closed_on",
        ],
    )
    op.create_index("ix_referral_figures_closed", "referral_figures", ["closed_on", "outcome"])
    op.create_table(
        "question_steps",
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("went_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "question", name="pk_question_steps"),
    )
    op.create_index("ix_question_steps_asked_on", "question_steps", ["asked_on"])
    op.create_table(
        "question_counts",
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("went_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("asked_on", "question", "channel", name="pk_question_counts"),
    )
    op.create_table(
        "missed_messages",
        sa.Column("message_id", sa.String(36), nullable=False),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("question", sa.String(40)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("message_id", name="pk_missed_messages"),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name="fk_missed_messages_message_id_messages",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_missed_messages_conversation_id", "missed_messages", ["conversation_id"])
    op.create_index("ix_missed_messages_at", "missed_messages", ["at"])
    op.create_index("ix_handovers_counted", "handovers", ["created_at", "reason", "closed_at"])
    _take_over_questions(op.get_bind())
    _take_over_misses(op.get_bind())


def downgrade() -> None:
    op.drop_index("ix_handovers_counted", "handovers")
    op.drop_table("missed_messages")
    op.drop_table("question_counts")
    op.drop_table("question_steps")
    op.drop_table("referral_figures")


def _take_over_questions(connection: sa.Connection) -> None:
    """What each conversation was asked last is where it stands; it went on from all before."""
    asked = connection.execute(
        sa.text(
            "SELECT m.conversation_id, m.asks, m.channel, m.at, m.seq < newest.seq AS went_on "
            "FROM messages m "
            "JOIN (SELECT conversation_id, asks, max(seq) AS seq FROM messages "
            "WHERE asks IS NOT NULL AND asks <> 'anything_else' AND sender = 'assistant' "
            "GROUP BY conversation_id, asks) asked "
            "ON asked.conversation_id = m.conversation_id AND asked.seq = m.seq "
            "JOIN (SELECT conversation_id, max(seq) AS seq FROM messages "
            "WHERE asks IS NOT NULL AND sender = 'assistant' GROUP BY conversation_id) newest "
            "ON newest.conversation_id = m.conversation_id"
        ).columns(at=sa.DateTime(timezone=True), went_on=sa.Boolean())
    ).all()
    steps = sa.table(
        "question_steps",
        *(sa.column(name) for name in ("conversation_id", "question", "channel")),
        sa.column("asked_on", sa.Date),
        sa.column("went_on", sa.Boolean),
    )
    for first in range(0, len(asked), BATCH):
        rows: list[dict[str, Any]] = [
            {
                "conversation_id": row.conversation_id,
                "question": row.asks,
                "channel": row.channel,
                "asked_on": _day_in_london(row.at),
                "went_on": row.went_on,
            }
            for row in asked[first : first + BATCH]
        ]
        connection.execute(sa.insert(steps), rows)


def _day_in_london(at: datetime) -> Any:
    """The day in England; SQLite forgets that a time is in UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(LONDON).date()


def _take_over_misses(connection: sa.Connection) -> None:
    """A parent's message whose answer was that it was not understood; the question is not known."""
    connection.execute(
        sa.text(
            "INSERT INTO missed_messages (message_id, conversation_id, question, at) "
            "SELECT m.id, m.conversation_id, NULL, m.at FROM messages m "
            "WHERE m.sender = 'parent' AND m.id IN "
            "(SELECT reply_to FROM messages WHERE topic = 'fallback')"
        )
    )
