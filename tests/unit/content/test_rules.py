"""What the code names by its number is told in docs: rules, and facts about Rasa; and only such."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[3]
RULES = ROOT / "docs" / "rules.md"
ROOMS = ("actions", "bot", "casework", "cli", "data", "docs", "frontdesk", "store")
FACTS = ROOT / "docs" / "rasa-facts.md"
NAMED_FACTS = re.compile(r"\brasa-facts ((?:0\.\d|B\d+|C)(?:, (?:B\d+|C))*)")
RULE = re.compile(r"\b(?:L\d\d|DP-\d\d|S-\d\d)\b")
SPAN = re.compile(r"\b(L|DP-|S-)(\d\d)(?: to |-)\1(\d\d)\b")


def _named_in(text: str) -> set[str]:
    spans = (
        {f"{letters}{number:02}" for number in range(int(first), int(last) + 1)}
        for letters, first, last in SPAN.findall(text)
    )
    return {*RULE.findall(text), *chain.from_iterable(spans)}


def _texts_outside() -> str:
    files = (
        path
        for room in ROOMS
        for kind in ("*.py", "*.yml", "*.md")
        for path in (ROOT / room).rglob(kind)
        if path not in (RULES, FACTS)
    )
    return "\n".join(path.read_text(encoding="utf-8") for path in (*files, ROOT / "domain.yml"))


def test_every_rule_that_is_named_is_told() -> None:
    told = set(re.findall(rf"^\| ({RULE.pattern}) \|", RULES.read_text(encoding="utf-8"), re.M))
    assert _named_in(_texts_outside()) == told


def test_every_fact_about_rasa_that_is_named_is_told() -> None:
    told = set(re.findall(r"^\| (\S+) \|", FACTS.read_text(encoding="utf-8"), re.M)) - {
        "fact",
        "---",
    }
    named = NAMED_FACTS.findall(_texts_outside())
    assert set(chain.from_iterable(each.split(", ") for each in named)) == told
