"""Ask a person once for each open reason, look once at a draft that was left; count whom an alert
has told since it was heard again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

IS_OPEN = sa.text("status = 'open'")
# The oldest of each stays: who waits has waited since then. The last of them knows how urgent.
CLOSE_DOUBLES = """
UPDATE handovers SET status = 'closed', outcome = 'not_needed', closed_at = created_at
WHERE status = 'open' AND EXISTS (
    SELECT 1 FROM handovers older
    WHERE older.conversation_id = handovers.conversation_id
    AND older.reason = handovers.reason AND older.status = 'open' AND older.id < handovers.id
)
"""
RANK = (
    "CASE {0}.priority WHEN 'immediate' THEN 0 WHEN 'urgent' THEN 1 WHEN 'soon' THEN 2 ELSE 3 END"
)
RAISE_PRIORITY = f"""
UPDATE handovers SET priority = (
    SELECT twin.priority FROM handovers twin
    WHERE twin.conversation_id = handovers.conversation_id
    AND twin.reason = handovers.reason AND twin.status = 'open'
    ORDER BY {RANK.format("twin")} LIMIT 1
) WHERE status = 'open'
"""


def upgrade() -> None:
    op.execute(RAISE_PRIORITY)
    op.execute(CLOSE_DOUBLES)
    op.create_index(
        "ix_handovers_asked_once",
        "handovers",
        ["conversation_id", "reason"],
        unique=True,
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )
    with op.batch_alter_table("alerts") as alerts:
        alerts.add_column(
            sa.Column("heard_again_after", sa.Integer(), nullable=False, server_default="0")
        )
    op.add_column(
        "referrals", sa.Column("left_alone_at", sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    with op.batch_alter_table("referrals") as referrals:
        referrals.drop_column("left_alone_at")
    with op.batch_alter_table("alerts") as alerts:
        alerts.drop_column("heard_again_after")
    op.drop_index("ix_handovers_asked_once", "handovers")
