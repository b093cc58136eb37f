"""How a text message is counted: its alphabet and its segments.

Source: 3GPP TS 23.038, 6.2.1 (the GSM 7-bit default alphabet and its extension table), and
TS 23.040, 9.2.3.24.1 (a message in several segments gives up six octets of each to its header).
"""

from dataclasses import dataclass
from typing import Literal

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_GSM7_ALONE, _GSM7_JOINED = 160, 153
_UCS2_ALONE, _UCS2_JOINED = 70, 67


@dataclass(frozen=True)
class Segments:
    """What sending a text takes: `units` are septets in GSM-7, 16-bit units in UCS-2."""

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    segments: int


def is_gsm7(text: str) -> bool:
    """Whether every character is in the GSM 7-bit alphabet or its extension table."""
    return all(character in _BASIC or character in _EXTENDED for character in text)


def count_segments(text: str) -> Segments:
    """Count what sending `text` takes. An empty text still takes one segment."""
    if is_gsm7(text):
        widths = [2 if character in _EXTENDED else 1 for character in text]
        return Segments("GSM-7", sum(widths), _fill(widths, _GSM7_ALONE, _GSM7_JOINED))
    widths = [2 if ord(character) > 0xFFFF else 1 for character in text]
    return Segments("UCS-2", sum(widths), _fill(widths, _UCS2_ALONE, _UCS2_JOINED))


def _fill(widths: list[int], alone: int, joined: int) -> int:
    """Segments needed when no character may be cut in two (an escape pair, a surrogate pair)."""
    if sum(widths) <= alone:
        return 1
    segments, used = 1, 0
    for width in widths:
        if used + width > joined:
            segments, used = segments + 1, 0
        used += width
    return segments


def split_text(text: str, longest: int) -> list[str]:
    """`text` in parts of at most `longest` characters, cut at a line, a sentence or a word."""
    parts = []
    while len(text) > longest:
        for mark in ("\n", ". ", " "):
            cut = text.rfind(mark, 0, longest) + len(mark.rstrip(" "))
            if cut > longest // 2:
                break
        else:
            cut = longest
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text]
