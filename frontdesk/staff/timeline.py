"""Everything that happened to a case, in one line of time, as one reader may see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from frontdesk.staff.one_referral import SeenMessage
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.audit import list_changes
from store.case_steps import DONE, list_steps
from store.handovers import is_about_safety, list_handovers
from store.models import AuditEntry, CaseStep, Handover
from store.staff_notes import list_notes

_ACTOR = re.compile(r"\bstaff (\d+)\b")
# Told by an entry of its own, with more than the names of fields.
_TOLD_ELSEWHERE = re.compile(r"handover closed|.* noted")


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `kind` is message, asked, ended, step, note or change."""

    at: datetime
    kind: str
    who: str
    says: str
    words: str | None = None
    message: SeenMessage | None = None


def build_timeline(
    session: Session,
    conversation_id: str,
    messages: Sequence[SeenMessage],
    names: dict[int, str],
    reader: Reader,
) -> list[Entry]:
    """Messages, what a person was asked, steps, notes and changes, the oldest first."""
    entries = [Entry(message.at, "message", "", "", message=message) for message in messages]
    for handover in list_handovers(session, conversation_id):
        entries += _tell_handover(handover, names, reader)
    entries += [_tell_step(step, names) for step in list_steps(session, conversation_id)]
    entries += [
        Entry(note.at, "note", note.name, load_staff_texts("case")["steps"]["note"], note.text)
        for note in list_notes(session, conversation_id)
    ]
    entries += [
        _tell_change(entry, names)
        for entry in list_changes(session, conversation_id)
        if not _TOLD_ELSEWHERE.fullmatch(entry.action)
    ]
    return sorted(entries, key=lambda entry: entry.at)


def _tell_handover(handover: Handover, names: dict[int, str], reader: Reader) -> Iterator[Entry]:
    texts, outcomes = load_staff_texts("case"), load_staff_texts("outcomes")
    reason = name_reason(handover.reason, reader)
    is_hidden = is_about_safety(handover) and not reader.sees_safeguarding
    yield Entry(
        handover.created_at,
        "asked",
        texts["assistant"],
        texts["asked"].format(reason=reason),
        None if is_hidden else handover.note,
    )
    if handover.closed_at is not None and handover.closed_by is not None:
        ended = {**outcomes["case"], **outcomes["handover"]}.get(handover.outcome)
        says = texts["ended"].format(reason=reason)
        yield Entry(
            handover.closed_at,
            "ended",
            names.get(handover.closed_by, texts["somebody"]),
            says if is_hidden or ended is None else f"{says}. {ended}",
            None if is_hidden else handover.closing_note,
        )


def _tell_step(step: CaseStep, names: dict[int, str]) -> Entry:
    texts = load_staff_texts("case")
    said = {**texts["steps"], **texts["done"]}[step.kind]
    if step.kind in DONE and step.done_on is not None:
        said = f"{said}: {step.done_on:%-d %B %Y}"
    if step.outcome is not None:
        said = f"{said}: {load_staff_texts('outcomes')['case'][step.outcome]}"
    return Entry(step.at, "step", names.get(step.by, texts["somebody"]), said, step.note)


def _tell_change(entry: AuditEntry, names: dict[int, str]) -> Entry:
    texts = load_staff_texts("case")
    fields = ", ".join(field.replace("_", " ").replace(".", ": ") for field in entry.fields)
    return Entry(
        entry.at,
        "change",
        _with_names(entry.actor, names).capitalize()
        if entry.actor == "parent"
        else _with_names(entry.actor, names),
        _with_names(entry.action, names).capitalize(),
        texts["fields"].format(fields=fields) if fields else None,
    )


def _with_names(words: str, names: dict[int, str]) -> str:
    return _ACTOR.sub(lambda found: names.get(int(found[1]), found[0]), words)
