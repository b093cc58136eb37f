"""What the timeline says of a step, of an answer that changed and of an entry of the audit trail.

Each says who it was, what happened, and the words that belong to it, None where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from frontdesk.staff.texts import load_staff_texts
from store.handling.steps import DONE
from store.tables import AnswerChange, AuditEntry, CaseStep

Told = tuple[str, str, str | None]
_ACTOR = re.compile(r"\bstaff (\d+)\b")


def tell_step(step: CaseStep, names: dict[int, str]) -> Told:
    """A step of the intake, a note, how a case was closed, merged or opened again."""
    texts = load_staff_texts("case")
    said = {**texts["steps"], **texts["done"]}[step.kind]
    if step.kind in DONE and step.done_on is not None:
        said = f"{said}: {step.done_on:%-d %B %Y}"
    if step.outcome is not None:
        said = f"{said}: {load_staff_texts('outcomes')['case'][step.outcome]}"
    return names.get(step.by, texts["somebody"]), said, step.note


def tell_answer_change(
    change: AnswerChange,
    was: str | None,
    now: str | None,
    names: dict[int, str],
    reason: str | None,
) -> Told:
    """What an answer was and became as the reader sees it; where a colleague changed it, why."""
    texts = load_staff_texts("case")
    label = load_staff_texts("referral")["labels"].get(change.field, change.field)
    nothing = texts["answer_none"]
    says = texts["answer_changed"].format(label=label)
    words = texts["answer_from_to"].format(was=was or nothing, now=now or nothing)
    if reason is not None:
        words = f"{words}\n{texts['answer_why'].format(reason=reason)}"
    by = texts["parent"] if change.by is None else names.get(change.by, texts["somebody"])
    return by, says, words


def tell_audit(entry: AuditEntry, names: dict[int, str]) -> Told:
    """Who changed which fields, without their values."""
    texts = load_staff_texts("case")
    fields = _name_fields(entry.fields)
    actor = _with_names(entry.actor, names)
    return (
        actor.capitalize() if entry.actor == "parent" else actor,
        _with_names(entry.action, names).capitalize(),
        texts["fields"].format(fields=fields) if fields else None,
    )


def tell_saves(entries: Sequence[AuditEntry]) -> Told:
    """The saves of a draft on one day, in one line: how many, and which fields they changed."""
    texts = load_staff_texts("case")
    fields = _name_fields(dict.fromkeys(field for entry in entries for field in entry.fields))
    says = texts["saved_once"] if len(entries) == 1 else texts["saved"].format(count=len(entries))
    return texts["parent"], says, texts["fields"].format(fields=fields) if fields else None


def _name_fields(fields: Iterable[str]) -> str:
    return ", ".join(field.replace("_", " ").replace(".", ": ") for field in fields)


def _with_names(words: str, names: dict[int, str]) -> str:
    return _ACTOR.sub(lambda found: names.get(int(found[1]), found[0]), words)
