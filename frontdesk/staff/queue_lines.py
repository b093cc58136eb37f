"""A line of the queue in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.councils import council_by_gss
from casework.deadlines import URGENT_DAYS
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.queue import OUTSIDE, QueueLine


@dataclass(frozen=True)
class ShownLine:
    """What the queue shows of a case to one reader."""

    kept: QueueLine
    name: str
    address: str
    why: tuple[str, ...]
    days_left: int | None
    council: str | None
    needs: str
    holder: str | None


def show_line(kept: QueueLine, names: dict[int, str], reader: Reader, today: date) -> ShownLine:
    """The line in words; `names` are those of the colleagues by id."""
    texts = load_staff_texts("queue")
    is_closed = kept.status == "closed"
    due = None if is_closed else kept.days_counted_to
    days_left = (due - today).days if due is not None else None
    council = council_by_gss(kept.council_gss) if kept.council_gss else None
    return ShownLine(
        kept=kept,
        name=kept.reference or texts["no_referral"].format(short=kept.conversation_id[:4]),
        address=case_address(kept),
        why=_say_why(kept, reader, days_left),
        days_left=days_left,
        council=council.name if council is not None else None,
        needs=_say_needs(kept),
        holder=names.get(kept.held_by) if kept.held_by is not None else None,
    )


def case_address(kept: QueueLine) -> str:
    """Where the case is shown: with its referral, or by itself while there is none."""
    if kept.reference is not None:
        return f"/staff/referrals/{kept.reference}"
    return f"/staff/cases/{kept.conversation_id}"


def _say_why(kept: QueueLine, reader: Reader, days_left: int | None) -> tuple[str, ...]:
    texts = load_staff_texts("queue")
    why = [name_reason(reason, reader) for reason in kept.reasons]
    if kept.is_urgent and not kept.is_about_safety:
        why.insert(0, load_staff_texts("reasons")["urgent"])
    if days_left is not None and days_left <= URGENT_DAYS:
        why.append(texts["late"] if days_left < 0 else texts["soon"])
    if kept.status not in (None, "draft", "closed") and kept.coverage in OUTSIDE:
        why.append(texts["coverage_unclear"])
    if not kept.reasons and kept.status is not None:
        why.append(texts["status"][kept.status])
    return tuple(dict.fromkeys(why))


def _say_needs(kept: QueueLine) -> str:
    texts = load_staff_texts("queue")
    if kept.document is None:
        return str(texts["needs_not_asked"])
    access = kept.document.get("access") or {}
    interpreter = kept.document.get("interpreter") or {}
    if access.get("needs") or access.get("details") or interpreter.get("needed"):
        return str(texts["needs"])
    is_asked = access.get("asked") and interpreter.get("asked")
    return str(texts["no_needs"] if is_asked else texts["needs_not_asked"])
