"""The fonts that papers are set in: one for each writing that a family's names may come in.

Two packages bring Noto's fonts, so that a paper looks the same on every machine; typst takes the
first family of the list that has a letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
_WRITINGS = (
    "Arabic",
    "CJK SC",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Devanagari",
    "Tamil",
    "Telugu",
    "Sinhala",
    "Ethiopic",
    "Hebrew",
    "Armenian",
    "Georgian",
    "Kannada",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Thai",
    "Khmer",
    "Lao",
    "Symbols",
)
FAMILIES = (
    "Noto Sans",
    *(f"Noto Sans {writing}" for writing in _WRITINGS),
    "Noto Emoji",
    "DejaVu Sans",
    "Libertinus Serif",
)


@cache
def font_folders() -> Sequence[Path]:
    """The folders of the packages; without them a paper takes what the system has."""
    found = [find_spec(name) for name in PACKAGES]
    return [Path(path) for one in found if one for path in one.submodule_search_locations or ()]
