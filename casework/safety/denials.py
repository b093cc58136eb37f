"""What plainly denies a danger, left out before danger is looked for: "nobody is missing".

The expressions are content, `data/knowledge/danger_denied.yml`. The assistant leaves the same out
of what it has learnt to hear (bot/nlu/danger_denials.py).
"""

from __future__ import annotations

import re
from functools import cache

from casework.safety.content import APOSTROPHES, Content, fill, read_content

_GAP = re.compile(r"\s+")


class _Denials(Content):
    expression: str
    """A denial, with what stands before it and is kept as the group `before`."""
    words: dict[str, str]
    """Named groups of words; `{name}` in an expression stands for one of them."""


def leave_out_denials(text: str) -> str:
    """The text without what plainly denies a danger; as it was typed where nothing does.

    A gap is read as one line break or one space: a pasted screen of empty lines would keep the
    expression busy for minutes, which can share a gap out in many ways.
    """
    bare = APOSTROPHES.sub("", text)
    squeezed = _GAP.sub(lambda gap: "\n" if set(gap[0]) & set("\r\n") else " ", bare)
    plain, found = _load_denials().subn(_keep_before, squeezed)
    return plain.lstrip(" ,.;:!?\u2026").rstrip() if found else text


def _keep_before(denial: re.Match[str]) -> str:
    return f"{denial['before']} "


@cache
def _load_denials() -> re.Pattern[str]:
    content = read_content("danger_denied.yml", _Denials)
    return re.compile(fill(content.expression, content.words), re.IGNORECASE)
