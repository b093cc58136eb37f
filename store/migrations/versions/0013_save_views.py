"""Let colleagues save views of the queue and find names; sort by the thirty days of the law.

How names were folded and days counted is copied here as it was, so that what this migration does
stays the same when that changes. Only the keys and how they are used are the store's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op
from holidays import HolidayBase, country_holidays

from store.base import UtcDateTime
from store.encryption import EncryptedJSON, keyed_hash

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NO_CLOCK = date(9999, 12, 31)
MEDIATION = timedelta(days=30)
BATCH = 500
MOST_PARTS, TOKEN_LENGTH = 12, 32
APOSTROPHES = "'’‘ʼ`´"
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def upgrade() -> None:
    op.create_table(
        "referral_names",
        sa.Column("conversation_id", sa.String(length=36), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "token", name=op.f("pk_referral_names")),
    )
    op.create_index(
        "ix_referral_names_token", "referral_names", ["token", "begun_at", "conversation_id"]
    )
    op.create_table(
        "saved_views",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_saved_views_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_views")),
    )
    op.create_index(op.f("ix_saved_views_staff_id"), "saved_views", ["staff_id"])
    op.create_index(op.f("ix_saved_views_is_shared"), "saved_views", ["is_shared"])
    op.create_table(
        "queue_habits",
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_view", sa.Integer(), nullable=True),
        sa.Column("has_shortcuts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_view"],
            ["saved_views.id"],
            name=op.f("fk_queue_habits_first_view_saved_views"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_queue_habits_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_queue_habits")),
    )
    op.drop_index("ix_cases_queue", "cases")
    for name, kind in (
        ("act_by", sa.Date()),
        ("mediation_by", sa.Date()),
        ("asked_at", sa.DateTime(timezone=True)),
    ):
        op.add_column("cases", sa.Column(name, kind, nullable=True))
    connection = op.get_bind()
    _count_clocks(connection)
    with op.batch_alter_table("cases") as cases:
        for name in ("act_by", "mediation_by", "asked_at"):
            cases.alter_column(name, nullable=False)
    op.create_index(
        "ix_cases_queue", "cases", ["is_open", "rank", "act_by", "mediation_by", "waiting_since"]
    )
    op.create_index("ix_cases_asked_at", "cases", ["is_open", "asked_at"])
    _index_names(connection)


def downgrade() -> None:
    op.drop_index("ix_cases_asked_at", "cases")
    op.drop_index("ix_cases_queue", "cases")
    with op.batch_alter_table("cases") as cases:
        for name in ("asked_at", "mediation_by", "act_by"):
            cases.drop_column(name)
    op.create_index("ix_cases_queue", "cases", ["is_open", "rank", "count_to", "waiting_since"])
    op.drop_table("queue_habits")
    op.drop_table("saved_views")
    op.drop_table("referral_names")


def _count_clocks(connection: sa.Connection) -> None:
    """What cases are sorted by from now on; store/cases/lines.py says how."""
    tables = sa.MetaData()
    tables.reflect(connection, only=["cases", "case_steps", "referrals", "handovers"])
    cases, steps = tables.tables["cases"], tables.tables["case_steps"]
    referrals, handovers = tables.tables["referrals"], tables.tables["handovers"]
    days: dict[str, dict[str, date]] = {}
    for row in connection.execute(
        sa.select(steps.c.conversation_id, steps.c.kind, steps.c.done_on)
        .where(steps.c.kind.in_(("council_told", "certificate_issued")))
        .where(steps.c.done_on.is_not(None))
        .order_by(steps.c.id)
    ):
        days.setdefault(row.conversation_id, {})[row.kind] = row.done_on
    has_date = set(
        connection.scalars(
            sa.select(referrals.c.conversation_id).where(referrals.c.days_counted_to.is_not(None))
        )
    )
    asked: dict[str, Any] = {
        row.conversation_id: row.at
        for row in connection.execute(
            sa.select(handovers.c.conversation_id, sa.func.max(handovers.c.created_at).label("at"))
            .where(handovers.c.status == "open")
            .group_by(handovers.c.conversation_id)
        )
    }
    closures = country_holidays("GB", subdiv="ENG")
    rows = connection.execute(
        sa.select(cases.c.conversation_id, cases.c.count_to, cases.c.waiting_since)
    ).all()
    for row in rows:
        known = days.get(row.conversation_id, {})
        told, issued = known.get("council_told"), known.get("certificate_issued")
        is_over = told is not None and issued is not None and issued >= told
        clock = None if told is None or is_over else told + MEDIATION
        count_to = row.count_to
        if clock is not None and row.conversation_id not in has_date:
            count_to = clock
        connection.execute(
            sa.update(cases)
            .where(cases.c.conversation_id == row.conversation_id)
            .values(
                count_to=count_to,
                act_by=_last_working_day(count_to, closures),
                mediation_by=clock or NO_CLOCK,
                asked_at=max(row.waiting_since, asked.get(row.conversation_id, row.waiting_since)),
            )
        )


def _index_names(connection: sa.Connection) -> None:
    """The names of what was kept before they could be searched for."""
    referrals = sa.table(
        "referrals",
        sa.column("conversation_id", sa.String),
        sa.column("document", EncryptedJSON),
        sa.column("created_at", UtcDateTime),
    )
    names = sa.table(
        "referral_names",
        sa.column("conversation_id", sa.String),
        sa.column("token", sa.String),
        sa.column("begun_at", UtcDateTime),
    )
    last = ""
    while True:
        rows = connection.execute(
            sa.select(referrals)
            .where(referrals.c.conversation_id > last)
            .order_by(referrals.c.conversation_id)
            .limit(BATCH)
        ).all()
        if not rows:
            return
        found = [
            {"conversation_id": row.conversation_id, "token": token, "begun_at": row.created_at}
            for row in rows
            for token in sorted(_hash_names(row.document))
        ]
        if found:
            connection.execute(sa.insert(names), found)
        last = rows[-1].conversation_id


def _last_working_day(day: date, closures: HolidayBase) -> date:
    while day.weekday() > 4 or day in closures:
        day -= timedelta(days=1)
    return day


def _hash_names(document: Mapping[str, Any]) -> set[str]:
    names = ((document.get(part) or {}).get("name") for part in ("child", "referrer"))
    return {
        keyed_hash("part of a name", part)[:TOKEN_LENGTH]
        for name in names
        if name
        for part in _fold_name(name)
    }


def _fold_name(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN)
    plain = "".join(
        letter
        for letter in letters
        if letter not in APOSTROPHES and unicodedata.category(letter) != "Mn"
    )
    parts: list[str] = []
    for word in "".join(one if one.isalnum() or one == "-" else " " for one in plain).split():
        halves = [half for half in word.split("-") if half]
        parts += [*halves, "".join(halves)] if len(halves) > 1 else halves
    return list(dict.fromkeys(parts))[:MOST_PARTS]
