"""Alerts in words, as one reader may see them.

Who was told, and who has looked, would say what an alert is about: safeguarding leads are told of
danger alone. So names are for them; everybody else sees numbers, whatever the alert is about.
A look ends a danger's alert only where it is a lead's: everybody else sees who has opened the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.staff.rendering import show_moment
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.accounts.staff import actor_of, name_staff
from store.alerting.states import AlertLine, list_alerts_of_case


@dataclass(frozen=True)
class ShownAlert:
    """An alert as one reader sees it."""

    id: int
    address: str
    case: str
    about: str
    came: datetime
    state: str
    told: str
    seen: str
    is_open: bool


def show_alerts(
    alerts: Sequence[AlertLine], names: dict[int, str], reader: Reader
) -> list[ShownAlert]:
    """The alerts in words; `names` are those of the colleagues by id."""
    texts = load_staff_texts("alerts")
    return [_show(alert, names, reader, texts) for alert in alerts]


def read_alerts_of_case(session: Session, conversation_id: str, reader: Reader) -> list[ShownAlert]:
    """What `alerts_of_case.html` shows: the alerts about one case, the newest first."""
    alerts = list_alerts_of_case(session, conversation_id)
    return show_alerts(alerts, name_staff(session), reader) if alerts else []


def _show(
    alert: AlertLine, names: dict[int, str], reader: Reader, texts: dict[str, Any]
) -> ShownAlert:
    is_safety = alert.is_safety and reader.sees_safeguarding
    return ShownAlert(
        id=alert.id,
        address=f"/staff/cases/{alert.conversation_id}",
        case=texts["list"]["case"].format(short=alert.conversation_id[:4]),
        about=texts["list"]["safety" if is_safety else "urgent"],
        came=alert.raised_at,
        state=texts["state"][alert.state if reader.sees_safeguarding else alert.state_for_others],
        told=_say_told(alert, names, reader, texts["list"]),
        seen=_say_seen(alert, names, reader, texts["list"]),
        is_open=alert.ended_at is None and not _is_seen(alert, reader),
    )


def _say_told(
    alert: AlertLine, names: dict[int, str], reader: Reader, texts: dict[str, str]
) -> str:
    people = list(dict.fromkeys(staff_id for told in alert.people for staff_id in told))
    if not people:
        return texts["told_nobody"]
    if reader.sees_safeguarding:
        return ", ".join(names[staff_id] for staff_id in people if staff_id in names)
    # How often would tell: only a danger is told more than three times.
    return texts["told_one"] if len(people) == 1 else texts["told_once"].format(people=len(people))


def _is_seen(alert: AlertLine, reader: Reader) -> bool:
    return alert.seen_at is not None if reader.sees_safeguarding else bool(alert.looked)


def _say_seen(
    alert: AlertLine, names: dict[int, str], reader: Reader, texts: dict[str, str]
) -> str:
    if not _is_seen(alert, reader):
        return texts["not_seen"]
    if not reader.sees_safeguarding:
        is_own = reader.actor in map(actor_of, alert.looked)
        return texts["you_looked" if is_own else "somebody_looked"]
    assert alert.seen_at is not None
    moment = show_moment(alert.seen_at)
    name = names.get(alert.seen_by) if alert.seen_by is not None else None
    return moment if name is None else texts["seen_by"].format(name=name, moment=moment)
