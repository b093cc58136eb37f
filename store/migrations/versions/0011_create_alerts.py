"""Create alerts: who is on duty, what they were told, what other systems were told."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = (
    "webhook_events",
    "digests_refused",
    "digests",
    "alert_tellings",
    "alerts",
    "rota_last_resort",
    "rota_changes",
    "rota_shifts",
)


def upgrade() -> None:
    _create_rota()
    _create_alerts()
    op.create_table(
        "webhook_events",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=True),
        sa.Column("reference", sa.String(length=9), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_events")),
        sa.UniqueConstraint("key", name=op.f("uq_webhook_events_key")),
    )
    op.create_index(
        "ix_webhook_events_status_next", "webhook_events", ["status", "next_attempt_at"]
    )
    op.create_index("ix_webhook_events_conversation_id", "webhook_events", ["conversation_id"])
    op.add_column(
        "outgoing_emails",
        sa.Column("is_urgent", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _leave_the_past_out()


def downgrade() -> None:
    with op.batch_alter_table("outgoing_emails") as emails:
        emails.drop_column("is_urgent")
    for name in TABLES:
        op.drop_table(name)


def _leave_the_past_out() -> None:
    """What was sent before there were events is known: only what becomes of it is news."""
    bind = op.get_bind()
    tables = sa.MetaData()
    tables.reflect(bind, only=["referrals", "webhook_events"])
    referrals, events = tables.tables["referrals"], tables.tables["webhook_events"]
    sent = bind.execute(
        sa.select(
            referrals.c.id,
            referrals.c.revision,
            referrals.c.conversation_id,
            referrals.c.reference,
            referrals.c.submitted_at,
        ).where(referrals.c.submitted_at.is_not(None), referrals.c.conversation_id.is_not(None))
    ).all()
    for row in sent:
        bind.execute(
            sa.insert(events).values(
                id=str(uuid4()),
                key=f"referral {row.id} {row.revision}",
                type="referral.submitted",
                at=row.submitted_at,
                conversation_id=row.conversation_id,
                reference=row.reference,
                status="unwanted",
                attempts=0,
                next_attempt_at=row.submitted_at,
                ended_at=row.submitted_at,
            )
        )


def _create_rota() -> None:
    op.create_table(
        "rota_shifts",
        sa.Column("duty", sa.String(length=16), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        _colleague("rota_shifts"),
        sa.PrimaryKeyConstraint(
            "duty", "weekday", "period", "staff_id", name=op.f("pk_rota_shifts")
        ),
    )
    op.create_table(
        "rota_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("duty", sa.String(length=16), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        _colleague("rota_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rota_changes")),
    )
    op.create_table(
        "rota_last_resort",
        _colleague("rota_last_resort"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_rota_last_resort")),
    )


def _create_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("next_round_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("handover_id", name=op.f("uq_alerts_handover_id")),
    )
    op.create_index(op.f("ix_alerts_conversation_id"), "alerts", ["conversation_id"])
    op.create_index("ix_alerts_next_round_at", "alerts", ["next_round_at"])
    op.create_table(
        "alert_tellings",
        sa.Column("alert_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        _colleague("alert_tellings"),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("email_key", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["alert_id"],
            ["alerts.id"],
            name=op.f("fk_alert_tellings_alert_id_alerts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("alert_id", "round", "staff_id", name=op.f("pk_alert_tellings")),
    )
    op.create_index(
        op.f("ix_alert_tellings_conversation_id"), "alert_tellings", ["conversation_id"]
    )
    op.create_table(
        "digests",
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        _colleague("digests"),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("due_at", "staff_id", name=op.f("pk_digests")),
    )
    op.create_table(
        "digests_refused",
        _colleague("digests_refused"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_digests_refused")),
    )


def _colleague(table: str) -> sa.Column[int]:
    return sa.Column(
        "staff_id",
        sa.Integer(),
        sa.ForeignKey("staff.id", name=op.f(f"fk_{table}_staff_id_staff")),
        nullable=False,
    )
