"""Writes a text in the letters that every phone takes at the lowest price: GSM 7-bit.

One emoji or curly quote in a text makes each of its segments less than half as long (TS 23.038).
Words in another script than ours are left as they are: without their letters they say nothing.
"""

from __future__ import annotations

import unicodedata

from casework.texts.counting import is_gsm7

_WRITTEN_AS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2022\u00b7\u25cf\u25aa", "-"),
    **dict.fromkeys("\u2713\u2714\u2705", "yes"),
    "\u2026": "...",
    "\u00d7": "x",
    "\u00f7": "/",
    "\u00b0": " degrees",
    "\u00bd": "1/2",
    "\u00bc": "1/4",
    "\u00be": "3/4",
    "\u2122": "TM",
    "\u00ae": "(R)",
    "\u00a9": "(C)",
    "\u0142": "l",
    "\u0141": "L",
    "\u0111": "d",
    "\u0110": "D",
    "\u00f0": "d",
    "\u00d0": "D",
    "\u00fe": "th",
    "\u00de": "Th",
    "\u0153": "oe",
    "\u0152": "OE",
    "\u0131": "i",
    "\u0127": "h",
    "\u0126": "H",
    "\t": " ",
    "\u2028": "\n",
    "\u2029": "\n",
}
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Me", "So", "Sk"})
"""Categories of Unicode with nothing to read: emoji, joiners, control marks."""
_MARKS = frozenset(map(chr, [*range(0x0300, 0x0370), *range(0xFE00, 0xFE10)]))
"""Accents of Latin letters, and what chooses between the shapes of an emoji."""


def to_gsm7(text: str) -> str:
    """The text in GSM-7: é stays, ê becomes e, curly quotes straight ones, emoji nothing.

    A word that has letters of another script stays whole, and the text then costs more.
    """
    composed = unicodedata.normalize("NFC", text)
    if is_gsm7(composed):
        return composed
    lines = ("".join(_write(each) for each in line) for line in composed.splitlines())
    # What was dropped leaves no gap behind.
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _write(character: str) -> str:
    if is_gsm7(character):
        return character
    if character in _WRITTEN_AS:
        return _WRITTEN_AS[character]
    category = unicodedata.category(character)
    if category.startswith("Z"):
        return " "
    if category in _DROPPED or character in _MARKS:
        return ""
    bare = unicodedata.normalize("NFKD", character)
    plain = "".join(each for each in bare if not unicodedata.combining(each))
    return plain if plain and is_gsm7(plain) else character
