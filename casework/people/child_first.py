"""Which of several children a referral begins with: "there's two, Ava and Noah", "do Ava first"."""

from __future__ import annotations

import re

from casework.safety.redaction import words_of_nobody

_WORD = r"[^\W\d_][\w'-]*"
_DO_FIRST = re.compile(
    rf"\b(?:do|start with|begin with|go with|take|put|use|for|it'?s|with) (?P<a>{_WORD}) first\b|"
    rf"\b(?:start|begin|go|lets go|let'?s go) with (?P<b>{_WORD})\b|"
    rf"^\W*(?:(?:ok|okay|right|just|well|um|yes|then|so) )*(?P<c>{_WORD}) first\b|"
    rf"\bfirst (?:one |child |twin )?(?:is |will be |would be |can be )?(?P<d>{_WORD})\W*$|"
    rf"\b(?:just|only) (?:do )?(?P<e>{_WORD}) (?:for now|to start|to begin)\b|"
    rf"^\W*(?:(?:ok|okay|right|just|well|please) )*do (?P<f>{_WORD})(?: please| then)?\W*$",
    re.IGNORECASE,
)
_THERE_ARE = re.compile(
    r"^\W*(?:(?:there'?s|there (?:is|are)|i'?ve(?: got)?|i have|we have|we'?ve got|got|it'?s|for|"
    r"well|um|oh) )*(?:\d|two|three|four|both|twins|triplets)"
    r"(?: of them| of um| kids| children| boys| girls| sons| daughters| lads)?"
    r"(?: (?:actually|really|sorry))?[\s,.:;-]+(?:(?:called|named|they'?re|they are|it'?s) )?",
    re.IGNORECASE,
)


def child_taken_first(words: str) -> str | None:
    """The child that is to be taken first, as typed; None where the words name none."""
    for found in _DO_FIRST.finditer(words):
        name = next(part for part in found.groups() if part is not None)
        if name.lower() not in words_of_nobody():
            return name
    return None


def counts_children(words: str) -> bool:
    """True for "two boys, Sam and Joe"."""
    return _THERE_ARE.match(words) is not None


def without_the_count(words: str) -> str:
    """The names alone, of "there's 2 of them, Ava and Noah"."""
    return _THERE_ARE.sub("", words)
