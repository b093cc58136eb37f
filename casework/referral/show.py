"""Answers in words: for the review, the confirmation of a reading and the staff's eye.

The words themselves are content: `data/knowledge/labels.yml` and `data/knowledge/languages.yml`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import phonenumbers
import yaml

from casework.places.councils import council_by_gss

KNOWLEDGE = Path(__file__).resolve().parents[2] / "data" / "knowledge"


@cache
def _labels() -> dict[str, dict[str, str]]:
    with (KNOWLEDGE / "labels.yml").open(encoding="utf-8") as file:
        labels: dict[str, dict[str, str]] = yaml.load(file, Loader=yaml.CSafeLoader)["labels"]
    return labels


@cache
def language_names() -> dict[str, str]:
    """The languages by their ISO 639-3 code."""
    with (KNOWLEDGE / "languages.yml").open(encoding="utf-8") as file:
        languages = yaml.load(file, Loader=yaml.CSafeLoader)["languages"]
    return {entry["code"]: entry["name"] for entry in languages}


def label_of(group: str, value: str) -> str:
    """The words for one value of a list: label_of("plan", "draft") is "draft plan"."""
    return _labels()[group].get(value, value.replace("_", " "))


def labels_of(group: str) -> dict[str, str]:
    """The values of one list with their words, in its order."""
    return _labels()[group]


def field_label(field: str) -> str:
    """What the field is called in the review: "Your name"."""
    return _labels()["fields"][field]


def show_date(day: date) -> str:
    """The day as letters in England write it: 5 November 2026."""
    return f"{day.day} {day:%B %Y}"


def show_phone(number: str) -> str:
    """A UK number as people write it, "07700 900701"; any other one with its country code."""
    parsed = phonenumbers.parse(number)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == 44
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, style)


def show_value(field: str, value: Any) -> str:
    """The answer in words; `value` is what `casework.referral.fields.put` takes."""
    if field in _labels() and isinstance(value, str):
        return label_of(field, value)
    if field in ("decision_date", "certificate_date"):
        return "no letter yet" if value == "no_letter" else show_date(date.fromisoformat(value))
    if field == "child_age":
        if value.get("date_of_birth"):
            return "born " + show_date(date.fromisoformat(value["date_of_birth"]))
        return str(value["age"])
    if field == "council":
        return _show_council(value)
    if field == "phone":
        return show_phone(value)
    if field == "language_code":
        return language_names().get(str(value), str(value))
    if field == "language":
        return _show_language(value)
    if field == "safe_contact":
        return _show_contact(value)
    if field == "permission":
        value = value if isinstance(value, bool) else value["given"]
    if field == "access_needs":
        return _show_needs(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "issue":
        return ", ".join(label_of("issue", kind) for kind in value)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)


def tell_value(field: str, value: Any) -> str:
    """The answer in words that need no label beside them: "1 year old", "no plan"."""
    if field == "child_age" and not value.get("date_of_birth"):
        return "1 year old" if value["age"] == 1 else f"{value['age']} years old"
    return show_value(field, value)


def _show_council(value: str | dict[str, Any]) -> str:
    gss = value if isinstance(value, str) else value["gss"]
    if gss == "outside_england":
        return "outside England"
    council = council_by_gss(gss)
    return council.name if council else gss


def _show_language(value: dict[str, Any]) -> str:
    named = [value["name"]] if value.get("name") else []
    named += [label_of("sign", sign) for sign in value.get("sign", [])]
    return ", ".join([*named, *filter(None, [value.get("details")])])


def _show_needs(value: dict[str, Any] | list[str]) -> str:
    needs = value if isinstance(value, list) else value["needs"]
    details = None if isinstance(value, list) else value.get("details")
    labels = [label_of("access_needs", need) for need in needs if need != "other"]
    shown = [label for label in labels if label.casefold() not in (details or "").casefold()]
    return ", ".join(shown + ([details] if details else [])) or "none"


def _show_contact(value: dict[str, Any]) -> str:
    ways = [label_of("contact", name) for name in value if value[name] is True]
    never = [label_of("contact", name) for name in value if value[name] is False]
    shown = []
    if ways:
        shown.append("yes to " + ", ".join(ways))
    if never:
        shown.append("no to " + ", ".join(never))
    if value.get("preferred"):
        shown.append("best by " + label_of("contact", value["preferred"]))
    return "; ".join(shown)
