"""The form of one answer: which controls it has, and the value that a filled one says.

Values are those of `casework.referral.fields`: plain JSON, None where the answer is to be taken
out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from casework.answers.name_words import MAX_NAME
from casework.answers.safe_contact import WAYS
from casework.law.decisions import decisions_by_id
from casework.law.disputes import SchoolOnly
from casework.places.councils import all_councils
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.record import Access, Contact, PlanStatus, Role, Route
from casework.referral.show import label_of, labels_of, language_names
from frontdesk.staff.forms import Form

Kind = Literal[
    "line", "words", "choice", "yes_no", "many", "needs", "date", "age", "language", "lines", "safe"
]
LONGEST_WORDS = 2000
SECTIONS = "ABCDEFGHIJ"
NOT_SAID = ""
_SAID: dict[object, str] = {True: "yes", False: "no"}

KINDS: dict[str, Kind] = {
    "role": "choice",
    "organisation": "line",
    "permission": "yes_no",
    "name": "line",
    "phone": "line",
    "email": "line",
    "safe_contact": "safe",
    "best_time": "line",
    "child_name": "line",
    "child_age": "age",
    "setting": "line",
    "council": "choice",
    "plan": "choice",
    "issue": "many",
    "sections": "many",
    "school_only_check": "choice",
    "decision_date": "date",
    "certificate_held": "yes_no",
    "certificate_date": "date",
    "appeal_lodged": "yes_no",
    "route_wanted": "choice",
    "in_own_words": "words",
    "access_needs": "needs",
    "meeting_format": "choice",
    "interpreter": "yes_no",
    "language": "language",
    "supporters": "lines",
}


@dataclass(frozen=True)
class AnswerForm:
    """What the page shows of an answer: its controls, what may be chosen, what is filled in."""

    field: str
    kind: Kind
    filled: Mapping[str, Any]
    options: Mapping[str, str]
    signs: Mapping[str, str]
    ways: tuple[str, ...] = WAYS


def build_form(
    draft: Draft, name: str, typed: Form | None = None, *, without: str = ""
) -> AnswerForm:
    """The form of this answer, filled as it stands or as it was typed. Raises KeyError.

    One option can be left out: what is not for everybody to see is not for everybody to tick.
    """
    kind = KINDS[name]
    filled = _fill(draft, name, kind) if typed is None else _keep(typed)
    options = {value: words for value, words in _options(name).items() if value != without}
    return AnswerForm(name, kind, filled, options, dict(labels_of("sign")))


def read_value(name: str, form: Form) -> Any:
    """The value that a filled form says. Raises ValueError for what no form of ours says."""
    kind = KINDS[name]
    value = form["value"].replace("\r\n", "\n").strip()
    if len(value) > (LONGEST_WORDS if kind in ("words", "lines") else 2 * MAX_NAME):
        raise ValueError
    match kind:
        case "yes_no":
            return {"yes": True, "no": False, NOT_SAID: None}.get(value)
        case "many":
            return [each for each in form.all("value") if each in _options(name)] or None
        case "choice":
            if value and value not in _options(name):
                raise ValueError
            return value or None
        case "needs":
            needs = [each for each in form.all("value") if each in _options(name)]
            return {"needs": needs, "details": form["details"].strip()[:LONGEST_WORDS] or None}
        case "date":
            return "no_letter" if form["no_letter"] else value or None
        case "age":
            return _read_age(form)
        case "language":
            return _read_language(form)
        case "lines":
            return [line.strip() for line in value.split("\n") if line.strip()] or None
        case "safe":
            return _read_safe(form)
    return value or None


def _read_age(form: Form) -> dict[str, Any] | None:
    if form["born"]:
        return {"date_of_birth": form["born"]}
    if not form["value"].strip():
        return None
    return {"age": int(form["value"])}


def _read_language(form: Form) -> dict[str, Any] | None:
    names = language_names()
    signs = [each for each in form.all("sign") if each in labels_of("sign")]
    if form["value"] and form["value"] not in names:
        raise ValueError
    said: dict[str, Any] = {"sign": signs} if signs else {}
    if form["value"]:
        said |= {"code": form["value"], "name": names[form["value"]]}
    return said or None


def _read_safe(form: Form) -> dict[str, Any]:
    flags: dict[str, Any] = {way: {"yes": True, "no": False}.get(form[way]) for way in WAYS}
    return flags | {"preferred": form["preferred"] or None}


def _options(name: str) -> dict[str, str]:
    if name == "council":
        councils = sorted(all_councils(), key=lambda each: each.name)
        return {council.gss: council.name for council in councils} | {
            "outside_england": "Outside England"
        }
    if name == "issue":
        return {kind: label_of("issue", kind) for kind in decisions_by_id()}
    if name == "sections":
        return {letter: letter for letter in SECTIONS}
    if name == "access_needs":
        return dict(labels_of("access_needs"))
    if name == "language":
        return language_names()
    if name == "safe_contact":
        preferred = Contact.model_fields["preferred"].annotation
        return {value: label_of("contact", value) for value in _said(preferred)}
    lists: dict[str, Any] = {
        "role": Role,
        "plan": PlanStatus,
        "school_only_check": SchoolOnly,
        "route_wanted": Route,
        "meeting_format": Access.model_fields["meeting"].annotation,
    }
    return {value: label_of(name, value) for value in _said(lists.get(name))}


def _said(annotation: Any) -> list[str]:
    """The words of a Literal, also where None may stand beside it."""
    words: list[str] = []
    for part in get_args(annotation):
        words += [part] if isinstance(part, str) else _said(part)
    return words


def _fill(draft: Draft, name: str, kind: Kind) -> dict[str, Any]:
    value = value_of(draft, name)
    if kind == "yes_no":
        return {"value": _SAID.get(value, NOT_SAID)}
    if kind == "date":
        is_none = value == "no_letter"
        return {"value": "" if is_none else value or "", "no_letter": is_none}
    if kind == "age":
        return {"value": (value or {}).get("age", ""), "born": (value or {}).get("date_of_birth")}
    if kind == "language":
        interpreter = draft.referral.interpreter
        code = interpreter.language.code if interpreter.language is not None else ""
        return {"value": code, "sign": list(interpreter.sign)}
    if kind == "safe":
        flags = value or {}
        said = {way: _SAID.get(flags.get(way), NOT_SAID) for way in WAYS}
        return {**said, "preferred": flags.get("preferred") or ""}
    if kind == "needs":
        return {"values": value or [], "details": draft.referral.access.details or ""}
    if kind == "lines":
        return {"value": "\n".join(value or [])}
    if kind == "many":
        return {"values": value or []}
    return {"value": value or ""}


def _keep(typed: Form) -> dict[str, Any]:
    single = {name: typed[name] for name in ("value", "born", "details", "preferred", *WAYS)}
    return {
        **single,
        "values": typed.all("value"),
        "sign": typed.all("sign"),
        "no_letter": bool(typed["no_letter"]),
    }
