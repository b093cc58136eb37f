"""Let colleagues sign in with passkeys and single sign-on, and count tries for all front desks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("single_sign_on_index", sa.String(length=64), nullable=True))
    op.create_index(
        op.f("ix_staff_single_sign_on_index"), "staff", ["single_sign_on_index"], unique=True
    )
    op.create_table(
        "staff_passkeys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("credential_hash", sa.String(length=64), nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_staff_passkeys_staff_id_staff"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_passkeys")),
        sa.UniqueConstraint("credential_hash", name=op.f("uq_staff_passkeys_credential_hash")),
    )
    op.create_index(op.f("ix_staff_passkeys_staff_id"), "staff_passkeys", ["staff_id"])
    op.create_table(
        "sign_in_challenges",
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_sign_in_challenges")),
    )
    op.create_index(op.f("ix_sign_in_challenges_expires_at"), "sign_in_challenges", ["expires_at"])
    op.create_table(
        "sign_in_tries",
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_sign_in_tries")),
    )
    op.create_index(op.f("ix_sign_in_tries_ends_at"), "sign_in_tries", ["ends_at"])


def downgrade() -> None:
    op.drop_table("sign_in_tries")
    op.drop_table("sign_in_challenges")
    op.drop_table("staff_passkeys")
    op.drop_index(op.f("ix_staff_single_sign_on_index"), table_name="staff")
    op.drop_column("staff", "single_sign_on_index")
