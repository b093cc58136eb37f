"""Keep one kind of note, the answers that change after sending, and cases that are merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_STEPS = sa.table(
    "case_steps",
    *(sa.column(name) for name in ("conversation_id", "kind", "note", "by", "at", "form_id")),
)
_NOTES = sa.table(
    "staff_notes",
    *(sa.column(name) for name in ("conversation_id", "staff_id", "form_id", "text", "at")),
)


def upgrade() -> None:
    op.add_column("case_steps", sa.Column("form_id", sa.String(length=36), nullable=True))
    op.create_index("ix_case_steps_form", "case_steps", ["conversation_id", "form_id"], unique=True)
    # The words stay the ciphertext that they are: both columns are of the same kind.
    notes = sa.select(
        _NOTES.c.conversation_id,
        sa.literal("note"),
        _NOTES.c.text,
        _NOTES.c.staff_id,
        _NOTES.c.at,
        _NOTES.c.form_id,
    ).order_by(_NOTES.c.at)
    columns = ["conversation_id", "kind", "note", "by", "at", "form_id"]
    op.execute(_STEPS.insert().from_select(columns, notes))
    op.drop_table("staff_notes")
    op.add_column("cases", sa.Column("merged_into", sa.String(length=36), nullable=True))
    op.add_column("cases", sa.Column("status_before_merge", sa.String(length=16), nullable=True))
    op.create_index(op.f("ix_cases_merged_into"), "cases", ["merged_into"])
    op.create_table(
        "answer_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("now", sa.Text(), nullable=True),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_changes")),
    )
    op.create_index(
        op.f("ix_answer_changes_conversation_id"), "answer_changes", ["conversation_id"]
    )
    op.create_table(
        "mentions",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "staff_id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_staff_id"), "mentions", ["staff_id"])


# What a merged case and the one that it was part of say each for itself.
_REOPEN = (
    """
    UPDATE referrals SET status = (
        SELECT status_before_merge FROM cases
        WHERE cases.conversation_id = referrals.conversation_id
    ) WHERE status = 'closed' AND conversation_id IN (
        SELECT conversation_id FROM cases WHERE merged_into IS NOT NULL
        AND status_before_merge IN ('submitted', 'in_progress', 'contacted')
    )
    """,
    """
    UPDATE cases SET is_open = (
        EXISTS (SELECT 1 FROM handovers WHERE handovers.conversation_id = cases.conversation_id
            AND handovers.status = 'open')
        OR EXISTS (SELECT 1 FROM referrals WHERE referrals.conversation_id = cases.conversation_id
            AND referrals.status IN ('submitted', 'in_progress', 'contacted'))
    ),
    is_urgent = EXISTS (
        SELECT 1 FROM handovers WHERE handovers.conversation_id = cases.conversation_id
        AND handovers.status = 'open' AND handovers.priority IN ('immediate', 'urgent')
    ),
    rank = CASE WHEN EXISTS (
        SELECT 1 FROM handovers WHERE handovers.conversation_id = cases.conversation_id
        AND handovers.status = 'open' AND handovers.reason LIKE 'safety:%'
    ) THEN 0 ELSE 1 END
    WHERE merged_into IS NOT NULL
    OR conversation_id IN (SELECT merged_into FROM cases WHERE merged_into IS NOT NULL)
    """,
)


def downgrade() -> None:
    for statement in _REOPEN:
        op.execute(statement)
    op.drop_table("mentions")
    op.drop_table("answer_changes")
    op.drop_index(op.f("ix_cases_merged_into"), "cases")
    op.drop_column("cases", "status_before_merge")
    op.drop_column("cases", "merged_into")
    op.create_table(
        "staff_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_staff_notes_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_notes_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_notes")),
        sa.UniqueConstraint(
            "conversation_id", "form_id", name=op.f("uq_staff_notes_conversation_id_form_id")
        ),
    )
    # Whoever's conversation or account is gone stays among the steps: nothing is lost.
    has_form = sa.and_(
        _STEPS.c.form_id.is_not(None),
        _STEPS.c.kind == "note",
        _STEPS.c.note.is_not(None),
        _STEPS.c.conversation_id.in_(sa.text("SELECT id FROM conversations")),
        _STEPS.c.by.in_(sa.text("SELECT id FROM staff")),
    )
    steps = sa.select(
        _STEPS.c.conversation_id, _STEPS.c.by, _STEPS.c.form_id, _STEPS.c.note, _STEPS.c.at
    ).where(has_form)
    columns = ["conversation_id", "staff_id", "form_id", "text", "at"]
    op.execute(_NOTES.insert().from_select(columns, steps))
    op.execute(_STEPS.delete().where(has_form))
    op.drop_index("ix_case_steps_form", "case_steps")
    op.drop_column("case_steps", "form_id")
