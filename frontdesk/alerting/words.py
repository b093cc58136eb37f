"""What alerts and digests say (`data/staff/alert_emails.yml`): never of whom, never why.

Every alert has the same words, whatever it is about: a subject line is read by whoever passes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casework.team.opening_hours import service_details
from store.alerting.digests import Waiting

FOLDER = Path(__file__).resolve().parents[2] / "data/staff"


@dataclass(frozen=True)
class Letter:
    """An email without its address."""

    subject: str
    body: str


@dataclass(frozen=True)
class Words:
    """The texts with the address of the staff side in them: `https://chat.example.org`."""

    address: str

    def write_alert(self, conversation_id: str, *, is_first: bool) -> Letter:
        """The email of an alert; `is_first` is the round in which nobody has been told before."""
        return self._write(
            "alert" if is_first else "passed_on", case=f"/staff/cases/{conversation_id}"
        )

    def write_digest(self, waiting: Waiting) -> Letter:
        """What waits, in numbers."""
        texts = _load("alert_emails")["digest"]
        days = {
            "late": waiting.late,
            "soon": waiting.soon,
            "later": waiting.later,
            "undated": waiting.undated,
        }
        lines = [texts["days"][name].format(count=count) for name, count in days.items() if count]
        kinds = [
            texts["kind"].format(kind=kind, count=count)
            for kind, count in count_kinds(waiting).items()
        ]
        letter = self._write(
            "digest",
            case="/staff",
            count=waiting.cases,
            unclaimed=waiting.unclaimed,
            days="\n".join(lines),
            kinds="\n".join(kinds) or texts["no_kinds"],
        )
        return Letter(letter.subject.format(count=waiting.cases), letter.body)

    def write_test(self) -> Letter:
        """An email to see that emails arrive."""
        return self._write("test", case="/staff/alerts")

    def _write(self, name: str, *, case: str, **values: object) -> Letter:
        texts = _load("alert_emails")
        body = texts[name]["body"].format(
            link=f"{self.address}{case}", settings=f"{self.address}/staff/alerts", **values
        )
        signed = f"{body.rstrip()}\n\n{texts['signature'].format(service=service_details().name)}"
        return Letter(texts[name]["subject"], signed)


def count_kinds(waiting: Waiting) -> dict[str, int]:
    """How many wait for what, in the words of the queue, and how many are urgent for any reason."""
    texts = _load("reasons")
    names = {
        reason: kind["label"] for kind in texts["kinds"].values() for reason in kind["reasons"]
    }
    counts: dict[str, int] = {texts["urgent"]: waiting.urgent} if waiting.urgent else {}
    for reason, count in waiting.reasons.items():
        name = names.get(reason, texts["other"])
        counts[name] = counts.get(name, 0) + count
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


@cache
def _load(name: str) -> Any:
    # Not through frontdesk.staff: its pages need the service, which needs these words.
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
