"""Contrast of colours, by WCAG 2.2's formula, and the grounds that the pages are drawn on."""

from __future__ import annotations

import re

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: for text."""

LIGHT_GROUND = "#faf7f2"
DARK_GROUND = "#2a2f36"
"""The ground of each scheme that is hardest to read on (assets/colours.css has the same)."""

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def is_hex_colour(text: str) -> bool:
    """True for "#14506b"."""
    return _HEX.fullmatch(text) is not None


def measure_contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours, 1 to 21 (w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
