"""Parts of a message: sentences and clauses that may each say or ask something of their own."""

from __future__ import annotations

import re

PART_OF_MESSAGE = "part_of_message"
"""Key in the metadata of a text that is parsed beside the message it belongs to."""
AT_MOST = 6
FEWEST_WORDS = 2

_ASKING = (
    r"(?:what|wat|wot|when|where|who|whose|how|why|which|can|could|do|does|did|is|are|will|would|"
    r"should|must|has|have|may)"
)
_BREAK = re.compile(
    r"(?<=[.!?;…])\s+|\n+"
    rf"|\s*,?\s+(?:and also|and then|and|also|plus|but|oh and)\s+(?={_ASKING}(?:'?s)?\s)"
    rf"|\s*,\s*(?={_ASKING}(?:'?s)?\s)",
    re.IGNORECASE,
)


def split_into_parts(text: str) -> list[str]:
    """The parts of a text in order, at most AT_MOST; none where it is all one.

    Sentences end at their marks and lines; a clause starts where a question follows "and" or a
    comma, for people who type no marks.
    """
    pieces = [piece.strip(" ,") for piece in _BREAK.split(text.strip())]
    parts = [piece for piece in pieces if len(piece.split()) >= FEWEST_WORDS]
    return parts[:AT_MOST] if len(pieces) > 1 else []
