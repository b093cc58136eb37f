"""Keep codes out of messages, and count the digits that a number is sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("texts", sa.Column("words", sa.Text(), nullable=True))
    # Digits are good for a quarter of an hour: nobody misses those of before.
    op.execute("DELETE FROM number_confirmations")
    op.drop_index(op.f("ix_number_confirmations_expires_at"), "number_confirmations")
    with op.batch_alter_table("number_confirmations") as confirmations:
        confirmations.add_column(sa.Column("times_sent", sa.Integer(), nullable=False))
        confirmations.add_column(
            sa.Column("counted_until", sa.DateTime(timezone=True), nullable=False)
        )
    op.create_index(
        op.f("ix_number_confirmations_counted_until"), "number_confirmations", ["counted_until"]
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_number_confirmations_counted_until"), "number_confirmations")
    op.create_index(
        op.f("ix_number_confirmations_expires_at"), "number_confirmations", ["expires_at"]
    )
    op.drop_column("number_confirmations", "counted_until")
    op.drop_column("number_confirmations", "times_sent")
    op.drop_column("texts", "words")
