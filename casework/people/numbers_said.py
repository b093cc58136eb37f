"""Small numbers as people write them, in figures or in words: an age, a day of the month."""

from __future__ import annotations

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_VALUES = {word: number for number, word in enumerate(_WORDS.split())}
_VALUES |= {f"twenty {word}": 20 + _VALUES[word] for word in _WORDS.split()[1:7]}
NUMBER_IN_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True)).replace(" ", "[ -]")
"""A pattern for "twelve" and "twenty-one"."""
NUMBER = rf"\d{{1,2}}|{NUMBER_IN_WORDS}"
"""A pattern for a number of one or two digits, or in words."""


def number_said(words: str) -> int:
    """14, of "14", "14th", "fourteen" and "fourteenth".

    Raises KeyError for what `NUMBER` does not match, with or without an ending.
    """
    bare = words.lower().replace("-", " ")
    if bare[:1].isdigit():
        return int(bare.rstrip("stndrh"))
    return _VALUES[bare if bare in _VALUES else bare.removesuffix("th")]
