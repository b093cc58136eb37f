"""Let a case have two channels, and keep the rest of a text for whoever asks for more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("more", sa.Text(), nullable=True))
    op.add_column("messages", sa.Column("channel", sa.String(length=16), nullable=True))
    op.execute(
        "UPDATE messages SET channel = (SELECT channel FROM conversations "
        "WHERE conversations.id = messages.conversation_id)"
    )
    with op.batch_alter_table("messages") as messages:
        messages.alter_column("channel", existing_type=sa.String(length=16), nullable=False)
    op.create_table(
        "number_confirmations",
        sa.Column("number_index", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_number_confirmations_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number_index", name=op.f("pk_number_confirmations")),
    )
    op.create_index(
        op.f("ix_number_confirmations_conversation_id"),
        "number_confirmations",
        ["conversation_id"],
    )
    op.create_index(
        op.f("ix_number_confirmations_expires_at"), "number_confirmations", ["expires_at"]
    )


def downgrade() -> None:
    op.drop_table("number_confirmations")
    op.drop_column("messages", "channel")
    op.drop_column("messages", "more")
