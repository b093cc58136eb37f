"""Let the audit trail be listed and never changed; let programs ask what changed since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# The rules of store/audit.py as they were, the first that fits counts.
KINDS = (
    ("safety_seen", "action IN ('safeguarding viewed', 'danger seen in own claim')"),
    ("seen", "action LIKE '% viewed' OR action LIKE '% read' OR action = 'searched'"),
    ("deleted", "action IN ('erased', 'draft deleted') OR action LIKE 'purged %'"),
    (
        "account",
        "action IN ('signed in', 'signed out', 'account set up', 'ended a session')"
        " OR action LIKE '%recovery code%' OR action LIKE '%passkey%'"
        " OR action LIKE 'added staff %' OR action LIKE 'reset staff %'"
        " OR action LIKE 'disabled staff %' OR action LIKE '% api token %'",
    ),
)
SQLITE = """
CREATE TRIGGER audit_refuses_{verb} BEFORE {verb} ON audit
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed or deleted'); END
"""
# REPLACE deletes the row that has this id without any trigger of deleting.
SQLITE_REPLACE = """
CREATE TRIGGER audit_refuses_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed or deleted'); END
"""
POSTGRES = (
    """
    CREATE FUNCTION refuse_to_change_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'; END $$
    """,
    """
    CREATE TRIGGER audit_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_audit()
    """,
)


def upgrade() -> None:
    with op.batch_alter_table("audit") as audit:
        audit.add_column(
            sa.Column("kind", sa.String(length=20), nullable=False, server_default="changed")
        )
    cases = " ".join(f"WHEN {rule} THEN '{kind}'" for kind, rule in KINDS)
    op.execute(f"UPDATE audit SET kind = CASE {cases} ELSE 'changed' END")
    with op.batch_alter_table("audit") as audit:
        audit.alter_column("kind", server_default=None)
    op.create_index("ix_audit_kind", "audit", ["kind", "at", "id"])
    op.create_index("ix_audit_actor", "audit", ["actor", "kind", "at", "id"])
    op.drop_index("ix_audit_conversation_id", "audit")
    op.create_index("ix_audit_conversation_id", "audit", ["conversation_id", "kind", "at", "id"])
    with op.batch_alter_table("referrals") as referrals:
        referrals.add_column(
            sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        )
    op.execute("UPDATE referrals SET changed_at = updated_at")
    with op.batch_alter_table("referrals") as referrals:
        referrals.alter_column("changed_at", nullable=False)
    op.create_index("ix_referrals_changed_at", "referrals", ["changed_at", "reference"])
    with op.batch_alter_table("api_tokens") as tokens:
        tokens.add_column(sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb))
        op.execute(SQLITE_REPLACE)
    else:
        for statement in POSTGRES:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE", "replace"):
            op.execute(f"DROP TRIGGER audit_refuses_{verb}")
    else:
        op.execute("DROP TRIGGER audit_refuses_change ON audit")
        op.execute("DROP FUNCTION refuse_to_change_audit()")
    with op.batch_alter_table("api_tokens") as tokens:
        tokens.drop_column("last_used_at")
    op.drop_index("ix_referrals_changed_at", "referrals")
    with op.batch_alter_table("referrals") as referrals:
        referrals.drop_column("changed_at")
    for name in ("ix_audit_conversation_id", "ix_audit_actor", "ix_audit_kind"):
        op.drop_index(name, "audit")
    op.create_index("ix_audit_conversation_id", "audit", ["conversation_id"])
    with op.batch_alter_table("audit") as audit:
        audit.drop_column("kind")
