"""Parts of a message: sentences and clauses that may each say or ask something of their own."""

from __future__ import annotations

import re
from typing import NamedTuple

PART_OF_MESSAGE = "part_of_message"
"""Key in the metadata of a text that is parsed beside the message it belongs to."""
AT_MOST = 7
FEWEST_WORDS = 2

_SENTENCE_END = re.compile(r"(?<=[.!?;…])\s+|\n+")
_ASKING = (
    r"(?:what|wat|wot|when|where|who|whose|how|why|which|can|could|do|does|did|is|are|am|will|"
    r"would|should|must|has|have|may)(?:'?s)?"
)
_TELLING = r"(?:the|they|theyre|theyve|we|i|im|ive|he|she|my|school|council)"
_CLAUSE_END = re.compile(
    r"\s*,?\s+(?:oh and|and also|and then|and|also|plus|but|so)\s+(?:now\s+|if \w+\s+)?"
    rf"(?={_ASKING}\s)"
    rf"|\s*,\s*(?={_ASKING}\s)"
    rf"|\s*,?\s+(?:and also|and now|and then|and|also|plus)\s+(?={_TELLING}\s)",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A sentence, or a clause of one; `sentence` counts from 0."""

    text: str
    sentence: int
    is_clause: bool


def split_into_parts(text: str) -> list[Part]:
    """Sentences, and after each its clauses, at most AT_MOST; none where the text is all one.

    Sentences end at their marks and lines; a clause starts where something new follows "and" or
    a question follows a comma, for people who type no marks.
    """
    sentences = _pieces(_SENTENCE_END, text)
    parts: list[Part] = []
    for number, sentence in enumerate(sentences):
        if len(sentences) > 1:
            parts.append(Part(sentence, number, is_clause=False))
        clauses = _pieces(_CLAUSE_END, sentence)
        if len(clauses) > 1:
            parts += [Part(clause, number, is_clause=True) for clause in clauses]
    return parts[:AT_MOST]


def _pieces(end: re.Pattern[str], text: str) -> list[str]:
    pieces = (piece.strip(" ,") for piece in end.split(text.strip()))
    return [piece for piece in pieces if len(piece.split()) >= FEWEST_WORDS]
