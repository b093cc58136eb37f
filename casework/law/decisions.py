"""The decision table: which kind of dispute needs a certificate, and which routes it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

DECISIONS_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "decisions.yml"

Certificate = Literal["required", "not_required", "not_applicable", "unclear"]
Mediation = Literal["right", "not_available", "unclear"]
DisagreementResolution = Literal["available", "conditional", "not_available", "unclear"]
"""The words of `requirement` in contract/referral.schema.json."""

AsDecision = Literal["as_decision"]
"""The row changes nothing: the decision that the dispute is about settles it."""

HumanCheck = Literal[
    "routine", "priority", "same_day", "human", "manager", "safeguarding", "signpost", "optional"
]


class TableWords(BaseModel):
    """The words of the decision table, kept beside what was read from them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    certificate: str
    mediation: str
    drs: str
    tell: str
    human: str


class DecisionRow(BaseModel):
    """One row: a kind of dispute and what the law says about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    no: str = Field(pattern=r"^D\d\d$")
    id: str
    dispute: str
    certificate: Certificate | AsDecision
    mediation: Mediation | AsDecision
    disagreement_resolution: DisagreementResolution | AsDecision
    certificate_held: bool
    human: HumanCheck
    live_deadline: bool
    sources: tuple[str, ...] = Field(min_length=1)
    confidence: str
    table: TableWords


class DecisionTable(BaseModel):
    """The whole table with its version; a referral stores the version that it was judged by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    source: str
    last_checked: date
    review_by: date
    signed_off_by: str | None
    decisions: tuple[DecisionRow, ...]


@cache
def decision_table() -> DecisionTable:
    """The table of `data/knowledge/decisions.yml`, read once.

    Raises pydantic.ValidationError where the file has a word that is not in the contract.
    """
    return DecisionTable.model_validate(yaml.safe_load(DECISIONS_FILE.read_text(encoding="utf-8")))


@cache
def decisions_by_id() -> Mapping[str, DecisionRow]:
    """The rows by the id of the kind of dispute, in the order of the table."""
    return MappingProxyType({row.id: row for row in decision_table().decisions})


def brings_a_time_to_appeal(told: Iterable[str], held: Iterable[str]) -> bool:
    """True where what was taken for no decision may be one after all, whose time to appeal runs."""
    rows = decisions_by_id()
    known = [kind for kind in held if kind in rows]
    is_running = any(rows[kind].live_deadline for kind in known)
    return (
        bool(known)
        and not is_running
        and any(rows[kind].live_deadline for kind in told if kind in rows)
    )
