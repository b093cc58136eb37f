"""The shapes of the API's answers, and the mark by which a list is read on."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from casework.places.councils import council_by_gss
from store.queue.long_lists import ListedReferral

Status = Literal["draft", "submitted", "in_progress", "contacted", "closed"]


class CouncilAs(BaseModel):
    """A council of the list."""

    gss: str = Field(description="Its GSS code")
    name: str | None
    coverage: str | None = Field(description="Who mediates there; `listed` is us")


class ListedAs(BaseModel):
    """A line of the list; nothing in it says who the family is."""

    reference: str
    status: Status
    channel: Literal["web", "sms", "staff"]
    council: CouncilAs | None
    legal_date: str | None = Field(description="The date that the days left are counted to")
    urgency: str | None = Field(description="Of that date, when the referral was written last")
    created_at: AwareDatetime
    submitted_at: AwareDatetime | None
    changed_at: AwareDatetime
    is_merged: bool = Field(
        description="Whether it is part of another case of the same family now: not to be counted"
    )
    merged_into: str | None = Field(description="The reference of that case, where it has one")

    @classmethod
    def of(cls, line: ListedReferral) -> Self:
        """The line as the API says it."""
        gss = line.council_gss
        council = council_by_gss(gss) if gss else None
        name = council.name if council is not None else None
        return cls.model_validate(
            {
                **vars(line),
                "council": {"gss": gss, "name": name, "coverage": line.coverage} if gss else None,
                "legal_date": line.days_counted_to.isoformat() if line.days_counted_to else None,
            }
        )


class Page(BaseModel):
    """A page of the list."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "referrals": [
                    {
                        "reference": "K7WM-3RTX",
                        "status": "submitted",
                        "channel": "web",
                        "council": {
                            "gss": "E08000007",
                            "name": "Stockport",
                            "coverage": "listed",
                        },
                        "legal_date": "2026-12-16",
                        "urgency": "soon",
                        "created_at": "2026-11-22T09:12:00Z",
                        "submitted_at": "2026-11-22T09:31:00Z",
                        "changed_at": "2026-11-22T10:02:00Z",
                        "is_merged": False,
                        "merged_into": None,
                    }
                ],
                "next": None,
            }
        }
    )

    referrals: list[ListedAs]
    next: str | None = Field(description="The cursor of the next page; null on the last one")


def load_referral_schema() -> dict[str, Any]:
    """What one referral looks like (data/api/referral.schema.json), to describe the answer with."""
    path = Path(__file__).parents[3] / "data" / "api" / "referral.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {name: said for name, said in schema.items() if not name.startswith("$")}


REFERRAL_EXAMPLE: dict[str, Any] = {
    "schema_version": 1,
    "reference": "K7WM-3RTX",
    "channel": "web",
    "status": "submitted",
    "created_at": "2026-11-22T09:12:00Z",
    "submitted_at": "2026-11-22T09:31:00Z",
    "child": {"name": "Z", "age": 8},
    "deadlines": {
        "contact_by": "2026-12-16",
        "appeal_by": "2026-12-16",
        "days_left": 24,
        "urgency": "soon",
    },
    "access": {"asked": True, "needs": ["large_print"]},
}
"""Shortened: the whole shape is in data/api/referral.schema.json."""


def write_cursor(line: ListedReferral) -> str:
    """Where a page ended."""
    place = f"{line.changed_at.isoformat()} {line.reference}"
    return base64.urlsafe_b64encode(place.encode()).decode()


def read_cursor(cursor: str) -> tuple[datetime, str] | None:
    """Where to read on; None for what is no mark of ours."""
    try:
        moment, _space, reference = (
            base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        )
        at = datetime.fromisoformat(moment)
    except (binascii.Error, ValueError):
        return None
    is_ours = at.tzinfo is not None and is_kept_moment(at) and reference and "\x00" not in reference
    return (at, reference) if is_ours else None


def is_kept_moment(at: datetime) -> bool:
    """Whether a database can hold it in UTC: "0001-01-01T00:00+14:00" is in the year 0."""
    try:
        at.astimezone(UTC)
    except OverflowError:
        return False
    return True
