"""Let a colleague take a conversation over: who writes, who looks, what is noted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("by", sa.Text(), nullable=True))
    op.create_table(
        "claims",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        _conversation("claims"),
        _staff("claims"),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_waits_since"), "claims", ["waits_since"])
    op.create_table(
        "staff_presence",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replying_at", sa.DateTime(timezone=True), nullable=True),
        _conversation("staff_presence"),
        _staff("staff_presence"),
        sa.PrimaryKeyConstraint("conversation_id", "staff_id", name=op.f("pk_staff_presence")),
    )
    op.create_table(
        "staff_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _conversation("staff_notes"),
        _staff("staff_notes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_notes")),
        sa.UniqueConstraint(
            "conversation_id", "form_id", name=op.f("uq_staff_notes_conversation_id_form_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("staff_notes")
    op.drop_table("staff_presence")
    op.drop_table("claims")
    op.drop_column("messages", "by")


def _conversation(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["conversation_id"],
        ["conversations.id"],
        name=op.f(f"fk_{table}_conversation_id_conversations"),
        ondelete="CASCADE",
    )


def _staff(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["staff_id"], ["staff.id"], name=op.f(f"fk_{table}_staff_id_staff")
    )
