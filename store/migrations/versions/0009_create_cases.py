"""Create the queue: a line each case, the steps of its work, who has looked, how it ended."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

DAYS_WITHOUT_DATE = 14


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("count_to", sa.Date(), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("council_gss", sa.String(length=9), nullable=True),
        sa.Column("coverage", sa.String(length=20), nullable=True),
        sa.Column("held_by", sa.Integer(), nullable=True),
        sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_cases")),
    )
    op.create_index("ix_cases_queue", "cases", ["is_open", "rank", "count_to", "waiting_since"])
    op.create_index("ix_cases_held_by", "cases", ["held_by", "is_open"])
    op.create_table(
        "case_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_steps")),
    )
    op.create_index(op.f("ix_case_steps_conversation_id"), "case_steps", ["conversation_id"])
    op.create_table(
        "case_views",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "staff_id", name=op.f("pk_case_views")),
    )
    with op.batch_alter_table("handovers") as handovers:
        handovers.add_column(sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
        handovers.add_column(sa.Column("closed_by", sa.Integer(), nullable=True))
        handovers.add_column(sa.Column("outcome", sa.String(length=24), nullable=True))
        handovers.add_column(sa.Column("closing_note", sa.Text(), nullable=True))
    op.create_index("ix_handovers_open", "handovers", ["status", "reason", "conversation_id"])
    _queue_what_waits(op.get_bind())


def downgrade() -> None:
    op.drop_index("ix_handovers_open", "handovers")
    with op.batch_alter_table("handovers") as handovers:
        for name in ("closing_note", "outcome", "closed_by", "closed_at"):
            handovers.drop_column(name)
    op.drop_table("case_views")
    op.drop_table("case_steps")
    op.drop_table("cases")


def _queue_what_waits(connection: sa.Connection) -> None:
    """A line for everything that waited before there was a queue; store/cases/lines.py says how."""
    tables = sa.MetaData()
    tables.reflect(connection, only=["cases", "handovers", "referrals", "conversations"])
    referrals, handovers = tables.tables["referrals"], tables.tables["handovers"]
    waiting: dict[str, list[Any]] = {}
    for row in connection.execute(sa.select(handovers).where(handovers.c.status == "open")):
        waiting.setdefault(row.conversation_id, []).append(row)
    sent: dict[str, Any] = {
        row.conversation_id: row
        for row in connection.execute(
            sa.select(referrals).where(referrals.c.conversation_id.is_not(None))
        )
    }
    channels: dict[str, str] = {
        row.id: row.channel for row in connection.execute(sa.select(tables.tables["conversations"]))
    }
    live = {key for key, row in sent.items() if row.status not in ("draft", "closed")}
    for conversation_id in live | set(waiting):
        referral: Any = sent.get(conversation_id)
        asked = waiting.get(conversation_id, [])
        since = min(
            [_to_moment(row.created_at) for row in asked]
            or [_to_moment(referral.submitted_at or referral.created_at)]
        )
        due: date | None = referral.days_counted_to if referral is not None else None
        connection.execute(
            sa.insert(tables.tables["cases"]).values(
                conversation_id=conversation_id,
                is_open=True,
                rank=0 if any(row.reason.startswith("safety:") for row in asked) else 1,
                is_urgent=any(row.priority in ("immediate", "urgent") for row in asked),
                count_to=due or since.date() + timedelta(days=DAYS_WITHOUT_DATE),
                waiting_since=since,
                channel=referral.channel if referral else channels.get(conversation_id, "web"),
                council_gss=referral.council_gss if referral else None,
                coverage=referral.coverage if referral else None,
            )
        )


def _to_moment(kept: datetime) -> datetime:
    return kept.replace(tzinfo=UTC) if kept.tzinfo is None else kept.astimezone(UTC)
