"""Let a conversation be opened by several tokens, and by a resume code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversation_tokens",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_conversation_tokens_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_conversation_tokens")),
    )
    op.create_index(
        op.f("ix_conversation_tokens_conversation_id"),
        "conversation_tokens",
        ["conversation_id"],
        unique=False,
    )
    op.create_table(
        "resume_codes",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_code_hash", sa.String(length=64), nullable=True),
        sa.Column("used_with_hash", sa.String(length=64), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_resume_codes_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_resume_codes")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_resume_codes_code_hash")),
        sa.UniqueConstraint("used_code_hash", name=op.f("uq_resume_codes_used_code_hash")),
    )
    op.create_index(op.f("ix_resume_codes_expires_at"), "resume_codes", ["expires_at"])
    op.execute(
        "INSERT INTO conversation_tokens (token_hash, conversation_id, created_at, open_until) "
        "SELECT token_hash, id, created_at, NULL FROM conversations"
    )
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_constraint(op.f("uq_conversations_token_hash"), type_="unique")
        conversations.drop_column("token_hash")


def downgrade() -> None:
    with op.batch_alter_table("conversations") as conversations:
        conversations.add_column(sa.Column("token_hash", sa.String(length=64), nullable=True))
    # A conversation without a token keeps its id there, which is no hash of anything.
    op.execute(
        "UPDATE conversations SET token_hash = COALESCE((SELECT MIN(token_hash) "
        "FROM conversation_tokens WHERE conversation_id = conversations.id), id)"
    )
    with op.batch_alter_table("conversations") as conversations:
        conversations.alter_column("token_hash", existing_type=sa.String(length=64), nullable=False)
        conversations.create_unique_constraint(op.f("uq_conversations_token_hash"), ["token_hash"])
    op.drop_index(op.f("ix_resume_codes_expires_at"), table_name="resume_codes")
    op.drop_table("resume_codes")
    op.drop_index(op.f("ix_conversation_tokens_conversation_id"), table_name="conversation_tokens")
    op.drop_table("conversation_tokens")
