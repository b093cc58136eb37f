"""Who gives mediation advice for a council, as far as public pages say (`coverage.yml`).

No status is a promise and none is a refusal: the team confirms every one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import yaml

from casework.places.councils import council_by_gss
from casework.places.gazetteer import KNOWLEDGE

Status = Literal[
    "listed", "contested", "other_provider", "not_listed", "outside_england", "unknown"
]


@dataclass(frozen=True)
class Coverage:
    """What is known of one council; dates as the file has them, None where a page has no date."""

    status: Status
    provider: str | None = None
    also_named: tuple[str, ...] = ()
    """Providers that other public pages name."""
    source: tuple[str, ...] = ()
    """Names of the pages, as listed at the top of the file."""
    page_date: str | None = None
    last_confirmed: str | None = None
    note: str | None = None


def coverage_of(gss: str | None, *, outside_england: bool = False) -> Coverage:
    """What is known of the authority with this code, a former one too; `unknown` without one."""
    if outside_england:
        return Coverage("outside_england")
    council = council_by_gss(gss) if gss else None
    if council is None:
        return Coverage("unknown")
    return _load().get(council.gss, Coverage("not_listed"))


@cache
def _load() -> Mapping[str, Coverage]:
    content = yaml.safe_load((KNOWLEDGE / "coverage.yml").read_bytes())
    return {gss: _read_entry(entry) for gss, entry in content["coverage"].items()}


def _read_entry(entry: Mapping[str, Any]) -> Coverage:
    return Coverage(
        status=entry["status"],
        provider=entry["provider"],
        also_named=tuple(entry.get("also_named", ())),
        source=tuple(entry["source"]),
        page_date=_as_text(entry["page_date"]),
        last_confirmed=_as_text(entry["last_confirmed"]),
        note=entry.get("note"),
    )


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)
