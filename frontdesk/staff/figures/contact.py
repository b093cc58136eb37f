"""How soon families were contacted, and how many days the law left them then, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.team.suppression import LEAST_SHOWN, Table, suppress, suppress_nested
from frontdesk.staff.texts import load_staff_texts
from store.figures.counting import Contact

LATE_BANDS = (5, 10)
"""Working days up to which late contacts are counted together."""


@dataclass(frozen=True)
class ShownContact:
    """The table, and what it comes to in sentences, where that gives nothing hidden away."""

    table: Table
    remarks: Sequence[str]


def target_working_days() -> int:
    """The service's target for the first contact (`data/staff/figures.yml`)."""
    return int(load_staff_texts("figures")["target_working_days"])


def show_contact(contact: Contact) -> ShownContact:
    """The bands within the target, those past it, and who was not contacted."""
    texts, target = load_staff_texts("figures")["contact"], target_working_days()
    in_time = {_name_days(texts, days): contact.after.get(days, 0) for days in range(target + 1)}
    late: dict[str, int] = {}
    first = target + 1
    for last in (last for last in LATE_BANDS if last > target):
        name = texts["span"].format(first=first, last=last)
        late[name] = sum(contact.after.get(days, 0) for days in range(first, last + 1))
        first = last + 1
    late[texts["more"].format(days=first - 1)] = sum(
        count for days, count in contact.after.items() if days >= first
    )
    nobody = {
        texts["waiting"]: contact.waiting,
        texts["overdue"]: contact.overdue,
        texts["closed_without"]: contact.closed_without,
    }
    groups: dict[str, Mapping[str, int]] = {"in_time": in_time, "late": late, "nobody": nobody}
    above, below = suppress_nested(groups)
    cells = {name: cell for part in below.values() for name, cell in part.cells.items()}
    table = Table(cells, above.total)
    return ShownContact(table, _remark(texts, above, contact.after))


def show_days_left(contact: Contact) -> Table:
    """The bands of days left. Who was not contacted counts with those whose date is not known.

    Counted apart they would give away a small number that the table of contacts hides.
    """
    texts = load_staff_texts("figures")["days_left"]
    counts = dict.fromkeys(texts.values(), 0)
    for days, count in contact.days_left.items():
        counts[texts[_band_of(days)]] += count
    counts[texts["not_known"]] += contact.waiting + contact.overdue + contact.closed_without
    return suppress(counts)


def _band_of(days: int | None) -> str:
    if days is None:
        return "not_known"
    if days < 0:
        return "passed"
    bands = {"week": 7, "fortnight": 14, "month": 30}
    return next((name for name, most in bands.items() if days <= most), "more")


def _name_days(texts: Mapping[str, str], days: int) -> str:
    if days <= 1:
        return texts["one"] if days else texts["same_day"]
    return texts["some"].format(days=days)


def _remark(texts: Mapping[str, str], above: Table, after: Mapping[int, int]) -> list[str]:
    in_time, late = above.cells["in_time"], above.cells["late"]
    if not isinstance(in_time, int) or not isinstance(late, int):
        return []
    contacted = in_time + late
    if contacted < LEAST_SHOWN:
        return []
    share = round(100 * in_time / contacted)
    return [
        texts["share"].format(share=share),
        texts["median"].format(days=_median(after, contacted)),
    ]


def _median(after: Mapping[int, int], contacted: int) -> int:
    """The lower of the two middle values where there are two."""
    seen = 0
    for days in sorted(after):
        seen += after[days]
        if 2 * seen >= contacted:
            return days
    return 0
