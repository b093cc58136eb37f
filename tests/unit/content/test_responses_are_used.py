"""Every response that the code names exists, and every response is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]
NAMED = re.compile(r"utter_[a-z_]+[a-z]")
FAMILIES = ("utter_ask_", "utter_why_", "utter_help_", "utter_error_", "utter_confirm_")
BY_NAME = ("utter_faq_", "utter_route_", "utter_coverage_")


def responses() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "data" / "responses").glob("*.yml"):
        found |= set(yaml.safe_load(path.read_text(encoding="utf-8"))["responses"])
    return found


def named_in_code() -> set[str]:
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "casework").rglob("*.py"))
    dates = {
        f"utter_{name}"
        for name in re.findall(r'"(date_(?:future|too_old)|certificate_before_\w+)"', code)
    }
    return set(NAMED.findall(code)) | dates


def test_every_response_that_the_code_names_exists() -> None:
    families = tuple(family.rstrip("_") for family in (*FAMILIES, *BY_NAME))
    missing = {name for name in named_in_code() - responses() if not name.startswith(families)}
    assert missing == set()


def test_every_response_is_said_somewhere() -> None:
    silent = {
        name
        for name in responses() - named_in_code()
        if not name.startswith(FAMILIES) and not name.startswith(BY_NAME)
    }
    assert silent == set()
