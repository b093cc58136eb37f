"""Saved views of the queue, and how a colleague likes it.

A view is its owner's; a shared one is the team's, and the managers look after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import QueueHabits, SavedView
from store.upserts import insert_into

MOST_VIEWS = 30
"""Of one colleague; the list of them stands above the queue."""


class TooManyViews(Exception):
    """The colleague has as many views as there may be."""


@dataclass(frozen=True)
class Habits:
    """How a colleague likes the queue."""

    first_view: int | None = None
    has_shortcuts: bool = True


def save_view(
    session: Session,
    staff_id: int,
    *,
    name: str,
    filters: dict[str, str],
    is_shared: bool,
    now: datetime,
) -> SavedView:
    """Keeps these filters under a name. Raises TooManyViews."""
    held = sa.select(sa.func.count()).where(SavedView.staff_id == staff_id)
    if (session.scalar(held) or 0) >= MOST_VIEWS:
        raise TooManyViews
    view = SavedView(
        staff_id=staff_id, name=name, filters=filters, is_shared=is_shared, created_at=now
    )
    session.add(view)
    session.flush()
    return view


def list_views(session: Session, staff_id: int) -> Sequence[SavedView]:
    """The colleague's own views, then those of the team, each in the order they were saved."""
    return session.scalars(
        sa.select(SavedView)
        .where(sa.or_(SavedView.staff_id == staff_id, SavedView.is_shared))
        .order_by(SavedView.is_shared, SavedView.id)
    ).all()


def find_view(session: Session, view_id: int, staff_id: int) -> SavedView | None:
    """A view that this colleague sees."""
    view = session.get(SavedView, view_id)
    is_seen = view is not None and (view.is_shared or view.staff_id == staff_id)
    return view if is_seen else None


def may_change(view: SavedView, staff_id: int, *, is_manager: bool) -> bool:
    """Whether this colleague may rename and delete it: a shared one only a manager may."""
    return is_manager if view.is_shared else view.staff_id == staff_id


def delete_view(session: Session, view: SavedView) -> None:
    """Takes the view away, also where it was somebody's first page."""
    session.execute(
        sa.update(QueueHabits).where(QueueHabits.first_view == view.id).values(first_view=None)
    )
    session.delete(view)
    session.flush()


def read_habits(session: Session, staff_id: int) -> Habits:
    """How this colleague likes the queue."""
    row = session.get(QueueHabits, staff_id)
    return Habits() if row is None else Habits(row.first_view, row.has_shortcuts)


def choose_first_view(session: Session, staff_id: int, view_id: int | None) -> None:
    """The view that the colleague's queue opens with, or (None) all that waits."""
    _keep(session, staff_id, {"first_view": view_id})


def choose_shortcuts(session: Session, staff_id: int, *, has_shortcuts: bool) -> None:
    """Whether single keys do something on the colleague's queue (WCAG 2.2, 2.1.4)."""
    _keep(session, staff_id, {"has_shortcuts": has_shortcuts})


def _keep(session: Session, staff_id: int, chosen: dict[str, Any]) -> None:
    usual = {"staff_id": staff_id, "first_view": None, "has_shortcuts": True}
    session.execute(
        insert_into(session, QueueHabits)
        .values(**{**usual, **chosen})
        .on_conflict_do_update(index_elements=["staff_id"], set_=chosen)
    )
