"""A rule that the code names by its number is told in docs/rules.md, and only such are told."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[3]
RULES = ROOT / "docs" / "rules.md"
ROOMS = ("actions", "bot", "casework", "cli", "data", "docs", "frontdesk", "store")
RULE = re.compile(r"\b(?:L\d\d|DP-\d\d|S-\d\d)\b")
SPAN = re.compile(r"\b(L|DP-|S-)(\d\d)(?: to |-)\1(\d\d)\b")


def _named_in(text: str) -> set[str]:
    spans = (
        {f"{letters}{number:02}" for number in range(int(first), int(last) + 1)}
        for letters, first, last in SPAN.findall(text)
    )
    return {*RULE.findall(text), *chain.from_iterable(spans)}


def _named_outside() -> set[str]:
    files = (
        path
        for room in ROOMS
        for kind in ("*.py", "*.yml", "*.md")
        for path in (ROOT / room).rglob(kind)
        if path != RULES
    )
    return set().union(*(_named_in(path.read_text(encoding="utf-8")) for path in files))


def test_every_rule_that_is_named_is_told() -> None:
    told = set(re.findall(rf"^\| ({RULE.pattern}) \|", RULES.read_text(encoding="utf-8"), re.M))
    assert _named_outside() == told
