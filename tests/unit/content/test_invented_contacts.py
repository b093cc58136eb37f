"""No lesson and no held-out example holds a number or an address at which somebody can be reached.

Numbers for invented people: Ofcom, "Numbers for use in TV and radio drama programmes"; addresses:
RFC 2606. What is malformed on purpose is too short to be rung.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = ("data/danger", "data/disputes", "data/facts", "data/nlu", "tests")
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".yml", ".jsonl", ".json"}
)
_MOBILE_OR_LANDLINE = re.compile(r"(?<![\d\w])(?:\+44(?: ?\(0\))? ?|0)[1-9][\d ]{7,11}\d(?![\d\w])")
_INVENTED = re.compile(
    r"07700900\d{3}|01632960\d{3}|02079460\d{3}|01914980\d{3}|0(?:11[3-8]|1[2-6]1)4960\d{3}"
    r"|0808157\d{4}|03069990\d{3}|0\d{4}496\d{3}|0\d{3}496\d{4}"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_RESERVED = re.compile(r"(?:@|\.)(?:example\.(?:com|org|net)|test|invalid|example)\Z", re.I)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_in_an_example_can_be_reached(path: Path):
    text = path.read_text("utf-8")
    numbers = {_digits_of(number) for number in _MOBILE_OR_LANDLINE.findall(text)}
    assert not {each for each in numbers if 10 <= len(each) <= 11 and not _INVENTED.fullmatch(each)}
    assert not {each for each in _ADDRESS.findall(text) if not _RESERVED.search(each)}


def _digits_of(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return f"0{digits.removeprefix('44').removeprefix('0')}" if number.startswith("+") else digits
