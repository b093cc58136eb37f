"""A line of the queue in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.deadlines import URGENT_DAYS, count_working_days
from casework.places.councils import council_by_gss
from frontdesk.staff.reasons import name_reasons
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.cases.lines import SAFETY
from store.queue.pages import OUTSIDE, QueueLine


@dataclass(frozen=True)
class Clock:
    """A date that is counted to: what it is of, and how much is left, in words."""

    name: str
    says: str
    day: date
    days_left: int
    """Calendar days, as the law counts; `says` counts the days that somebody works."""

    @property
    def is_late(self) -> bool:
        """Whether the date has passed."""
        return self.days_left < 0


@dataclass(frozen=True)
class ShownLine:
    """What the queue shows of a case to one reader."""

    kept: QueueLine
    name: str
    address: str
    why: tuple[str, ...]
    clocks: tuple[Clock, ...]
    """What the case is sorted by first; none where no date is known."""
    council: str | None
    needs: str
    holder: str | None
    is_for_lead: bool
    """Whether nothing is left of it but what the safeguarding lead closes."""


def show_line(kept: QueueLine, names: dict[int, str], reader: Reader, today: date) -> ShownLine:
    """The line in words; `names` are those of the colleagues by id."""
    texts = load_staff_texts("queue")
    council = council_by_gss(kept.council_gss) if kept.council_gss else None
    clocks = _read_clocks(kept, today)
    return ShownLine(
        kept=kept,
        name=kept.reference or texts["no_referral"].format(short=kept.conversation_id[:4]),
        address=case_address(kept),
        why=_say_why(kept, reader, clocks),
        clocks=clocks,
        council=council.name if council is not None else None,
        needs=_say_needs(kept),
        holder=names.get(kept.held_by) if kept.held_by is not None else None,
        is_for_lead=(
            not reader.sees_safeguarding
            and kept.status == "closed"
            and all(reason.startswith(SAFETY) for reason in kept.reasons)
        ),
    )


def case_address(kept: QueueLine) -> str:
    """Where the case is shown: with its referral, or by itself while there is none."""
    if kept.reference is not None:
        return f"/staff/referrals/{kept.reference}"
    return f"/staff/cases/{kept.conversation_id}"


def _read_clocks(kept: QueueLine, today: date) -> tuple[Clock, ...]:
    """The dates that are counted to: the legal date, then the 30 days for mediation."""
    if kept.status == "closed" and not kept.is_open:
        return ()
    clocks = []
    due = kept.days_counted_to if kept.status != "closed" else None
    if due is not None:
        # A case that is part of this one may have an earlier date, which it is sorted by.
        is_of_part = kept.count_to is not None and kept.count_to < due
        kind = "part" if is_of_part else "contact" if kept.counts_to_contact else "appeal"
        clocks.append(_count(kind, min(due, kept.count_to or due), today))
    if kept.mediation_by is not None:
        clocks.append(_count("mediation", kept.mediation_by, today))
    return tuple(clocks)


def _count(kind: str, day: date, today: date) -> Clock:
    texts = load_staff_texts("queue")["clocks"]
    days_left, working_days = (day - today).days, count_working_days(today, day)
    says: str
    if days_left < 0:
        says = texts["late" if working_days < -1 else "late_one" if working_days else "late_none"]
    elif day == today:
        says = texts["today"]
    else:
        says = texts["left" if working_days > 1 else "left_one" if working_days else "left_none"]
    return Clock(texts["names"][kind], says.format(days=abs(working_days)), day, days_left)


def _say_why(kept: QueueLine, reader: Reader, clocks: tuple[Clock, ...]) -> tuple[str, ...]:
    texts = load_staff_texts("queue")
    is_urgent = kept.is_urgent or kept.is_about_safety
    why = name_reasons(kept.reasons, reader, is_urgent=is_urgent)
    if kept.is_urgent and not kept.is_about_safety:
        why.insert(0, load_staff_texts("reasons")["urgent"])
    days_left = min((clock.days_left for clock in clocks), default=None)
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
    is_answered = access.get("asked") and interpreter.get("needed") is not None
    return str(texts["no_needs"] if is_answered else texts["needs_not_asked"])
