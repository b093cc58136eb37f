"""Every reason to ask a person has a name in the queue, and a kind to filter by."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts

ROOT = Path(__file__).resolve().parents[3]
LEAD = Reader(actor="staff 1", sees_safeguarding=True)
COLLEAGUE = Reader(actor="staff 2", sees_safeguarding=False)
ROOMS = ("casework", "store", "actions", "frontdesk")
ASKS = {"record_handover": None, "ask_person": 0, "HandoverRequest": 0}
"""What asks a person, and where the reason stands; None: as the argument `reason`."""
PASSED_ON = {
    ("actions/keeping.py", "handover.reason"),
    ("casework/turn/state.py", "reason"),
    ("frontdesk/sms/commands.py", "REASON"),
    ("store/messages/safety_events.py", "handover.reason"),
}
"""Where a reason is passed on that another module names."""


def written_reasons() -> Iterator[tuple[str, str]]:
    """Each reason with the module that writes it."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            constants = {
                target.id: node.value.value
                for node in tree.body
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in ast.walk(tree):
                if isinstance(call, ast.Call) and (given := _reason_of(call)) is not None:
                    where = str(path.relative_to(ROOT))
                    for reason in _read(given, constants):
                        if (where, reason) not in PASSED_ON:
                            yield where, reason


def _reason_of(call: ast.Call) -> ast.expr | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ASKS:
        return None
    place = ASKS[name]
    if place is not None:
        return call.args[place]
    return next(each.value for each in call.keywords if each.arg == "reason")


def _read(given: ast.expr, constants: dict[str, object]) -> list[str]:
    if isinstance(given, ast.IfExp):
        return _read(given.body, constants) + _read(given.orelse, constants)
    if isinstance(given, ast.Constant):
        return [str(given.value)]
    if isinstance(given, ast.JoinedStr):
        return ["".join(str(part.value) for part in given.values if isinstance(part, ast.Constant))]
    if isinstance(given, ast.Name) and given.id in constants:
        return [str(constants[given.id])]
    return [ast.unparse(given)]


def test_every_reason_that_is_written_has_a_kind() -> None:
    written = set(written_reasons())
    assert len(written) >= 20
    other = load_staff_texts("reasons")["other"]
    assert {pair for pair in written if name_reason(pair[1], LEAD) == other} == set()


def test_every_reason_of_the_queue_is_one_that_is_written() -> None:
    written = {reason for _, reason in written_reasons()}
    kinds = load_staff_texts("reasons")["kinds"].values()
    assert {reason for kind in kinds for reason in kind["reasons"]} <= written


def test_only_the_safeguarding_lead_reads_that_a_reason_is_about_safety() -> None:
    assert name_reason("safety:distress", LEAD) == "Safety"
    assert name_reason("safety:distress", COLLEAGUE) == "Urgent"
