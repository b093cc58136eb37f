"""The filters of the queue: from the form above it, as an address, as a question to the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from casework.places.councils import all_councils
from frontdesk.staff.reasons import kinds_for, reasons_of
from frontdesk.staff.rights import SignedIn
from store.queue.pages import Wanted

CHANNELS = ("web", "sms")
QUEUE = "/staff"
EVERYTHING = f"{QUEUE}?everything=1"
"""The queue without filters, though the colleague's first page may be a saved view."""


@dataclass(frozen=True)
class Filters:
    """The filters chosen; anything that the form does not offer counts as not chosen."""

    who: str = ""
    reason: str = ""
    council: str = ""
    channel: str = ""
    urgent: str = ""
    outside: str = ""
    snoozed: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """Those that leave something out, by name."""
        return {name: value for name, value in vars(self).items() if value}

    def in_address(self, **more: str | int) -> str:
        """These filters as the query of an address, for the links between pages."""
        return urlencode({**(self.chosen or {"everything": "1"}), **more})

    @property
    def address(self) -> str:
        """Where the queue is shown with these filters."""
        return f"{QUEUE}?{self.in_address()}"


def read_filters(given: Mapping[str, str], reader: SignedIn) -> Filters:
    """The filters among these values that this reader may choose."""
    offered: dict[str, set[str]] = {
        "who": {"mine", "unassigned", "mentions"},
        "reason": set(kinds_for(reader)),
        "council": {council.gss for council in all_councils()},
        "channel": set(CHANNELS),
        "urgent": {"1"},
        "outside": {"1"},
        "snoozed": {"1"},
    }
    return Filters(
        **{
            name: given.get(name, "") if given.get(name) in values else ""
            for name, values in offered.items()
        }
    )


def filters_in_address(query: str, reader: SignedIn) -> Filters:
    """The filters in the query of an address that a form brings back."""
    return read_filters(dict(parse_qsl(query)), reader)


def to_wanted(filters: Filters, reader: SignedIn) -> Wanted:
    """What to ask the store for."""
    return Wanted(
        held_by=reader.staff_id if filters.who == "mine" else None,
        is_unassigned=filters.who == "unassigned",
        names=reader.staff_id if filters.who == "mentions" else None,
        reasons=reasons_of(filters.reason) if filters.reason else (),
        council_gss=filters.council or None,
        channel=filters.channel or None,
        is_urgent=bool(filters.urgent),
        is_outside=bool(filters.outside),
        is_snoozed=bool(filters.snoozed),
    )
