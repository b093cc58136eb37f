"""Everything that happened to a case, in one line of time, as one reader may see it.

A long conversation is shown a page at a time: what happened when is read for all of it, words are
decrypted for the entries of the page alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from frontdesk.staff.case.timeline_words import (
    tell_answer_change,
    tell_audit,
    tell_saves,
    tell_step,
)
from frontdesk.staff.reading.dangers import read_dangers, see_change
from frontdesk.staff.reading.one_referral import SeenMessage, see_message
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.audit import list_changes
from store.handling.handovers import is_about_safety, list_handovers
from store.handling.steps import list_steps
from store.messages.pages import list_message_keys, read_messages
from store.referrals.answer_changes import list_answer_changes
from store.tables import AuditEntry, Handover

PAGE = 100
# Told by an entry of its own, with more than the names of fields.
_TOLD_ELSEWHERE = ("handover closed", "answer changed")
_NOTED = " noted"
_SAVED = "draft saved"


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `kind` is message, asked, ended, step, note, answer or change.

    `part` is the conversation of a case that was merged, None for the case's own.
    """

    at: datetime
    kind: str
    who: str
    says: str
    words: str | None = None
    message: SeenMessage | None = None
    part: str | None = None


@dataclass(frozen=True)
class Timeline:
    """A page of what happened; pages count from 1."""

    entries: Sequence[Entry]
    page: int
    pages: int
    total: int
    is_newest_first: bool


@dataclass(frozen=True)
class _Key:
    """When something happened, and how to tell it; messages are read together, by their id."""

    at: datetime
    number: int
    part: str
    tell: Callable[[], Entry] | None = None
    message_id: str = ""


def build_timeline(
    session: Session,
    parts: Sequence[str],
    names: dict[int, str],
    reader: Reader,
    *,
    page: int = 1,
    is_newest_first: bool = False,
) -> Timeline:
    """A page of what happened in the conversations of a case, `parts`; the first is its own."""
    keys = [
        _Key(key.at, key.seq, key.conversation_id, message_id=key.id)
        for key in list_message_keys(session, parts)
    ]
    for part in parts:
        keys += _list_others(session, part, names, reader)
    keys.sort(key=lambda key: (key.at, key.number), reverse=is_newest_first)
    pages = max(1, -(-len(keys) // PAGE))
    page = min(max(page, 1), pages)
    shown = keys[(page - 1) * PAGE : page * PAGE]
    messages = read_messages(session, [key.message_id for key in shown if key.message_id])
    dangers = read_dangers(session, parts)
    entries = []
    for key in shown:
        if key.tell is not None:
            entry = key.tell()
        else:
            seen = see_message(messages[key.message_id], dangers, reader)
            entry = Entry(key.at, "message", "", "", message=seen)
        is_own = key.part == parts[0]
        entries.append(entry if is_own else _of_part(entry, key.part))
    return Timeline(entries, page, pages, len(keys), is_newest_first)


def _of_part(entry: Entry, part: str) -> Entry:
    return Entry(entry.at, entry.kind, entry.who, entry.says, entry.words, entry.message, part)


def _list_others(
    session: Session, part: str, names: dict[int, str], reader: Reader
) -> Iterator[_Key]:
    for handover in list_handovers(session, part):
        yield _Key(handover.created_at, 0, part, partial(_tell_asked, handover, reader))
        if handover.closed_at is not None and handover.closed_by is not None:
            tell = partial(_tell_ended, handover, names, reader)
            yield _Key(handover.closed_at, 1, part, tell)
    for step in list_steps(session, part):
        if step.kind != "answer_changed":
            told = tell_step(step, names)
            kind = "note" if step.kind == "note" else "step"
            yield _Key(step.at, 2, part, partial(Entry, step.at, kind, *told))
    reasons = {step.id: step.note for step in list_steps(session, part)}
    for change in list_answer_changes(session, part):
        was, now = see_change(change, reader)
        if was == now:
            continue
        told = tell_answer_change(change, was, now, names, reasons.get(change.step_id or 0))
        yield _Key(change.at, 3, part, partial(Entry, change.at, "answer", *told))
    changes = list_changes(session, part)
    for entries in _by_day(entry for entry in changes if entry.action == _SAVED):
        told = tell_saves(entries)
        yield _Key(entries[-1].at, 4, part, partial(Entry, entries[-1].at, "change", *told))
    for entry in changes:
        if entry.action in (*_TOLD_ELSEWHERE, _SAVED) or entry.action.endswith(_NOTED):
            continue
        yield _Key(entry.at, 4, part, partial(Entry, entry.at, "change", *tell_audit(entry, names)))


def _by_day(entries: Iterable[AuditEntry]) -> Iterator[list[AuditEntry]]:
    """Those of one day in London together, in order: each answer saves the draft once."""
    for _day, of_day in groupby(entries, lambda entry: entry.at.astimezone(LONDON).date()):
        yield list(of_day)


def _tell_asked(handover: Handover, reader: Reader) -> Entry:
    texts = load_staff_texts("case")
    is_hidden = is_about_safety(handover) and not reader.sees_safeguarding
    return Entry(
        handover.created_at,
        "asked",
        texts["assistant"],
        texts["asked"].format(reason=name_reason(handover.reason, reader)),
        None if is_hidden else handover.note,
    )


def _tell_ended(handover: Handover, names: dict[int, str], reader: Reader) -> Entry:
    texts, outcomes = load_staff_texts("case"), load_staff_texts("outcomes")
    is_hidden = is_about_safety(handover) and not reader.sees_safeguarding
    ended = {**outcomes["case"], **outcomes["handover"]}.get(handover.outcome)
    says = texts["ended"].format(reason=name_reason(handover.reason, reader))
    assert handover.closed_at is not None and handover.closed_by is not None
    return Entry(
        handover.closed_at,
        "ended",
        names.get(handover.closed_by, texts["somebody"]),
        says if is_hidden or ended is None else f"{says}. {ended}",
        None if is_hidden else handover.closing_note,
    )
