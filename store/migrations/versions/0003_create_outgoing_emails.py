"""Create the table of emails on their way out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outgoing_emails",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=True),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_emails")),
        sa.UniqueConstraint("key", name=op.f("uq_outgoing_emails_key")),
    )
    op.create_index(
        op.f("ix_outgoing_emails_conversation_id"), "outgoing_emails", ["conversation_id"]
    )
    op.create_index(
        "ix_outgoing_emails_status_next", "outgoing_emails", ["status", "next_attempt_at"]
    )


def downgrade() -> None:
    op.drop_table("outgoing_emails")
