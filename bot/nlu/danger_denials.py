"""What plainly denies a danger, left out before what is learnt is heard: "nobody is missing".

The expressions are content, `danger_denied.yml`, which the front desk's word patterns leave out too
(casework/safety/denials.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

_GAP = re.compile(r"\s+")
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u00b4`\u2032")


def load_denials(folder: Path) -> re.Pattern[str]:
    """Load `danger_denied.yml` from the knowledge folder."""
    content = yaml.safe_load((folder / "danger_denied.yml").read_text(encoding="utf-8"))
    expression = content["expression"]
    while name := re.search(r"\{([a-z_]+)\}", expression):
        expression = expression.replace(name[0], f"(?:{content['words'][name[1]]})")
    return re.compile(expression, re.IGNORECASE)


def leave_out_denials(text: str, denials: re.Pattern[str]) -> str:
    """The text without what plainly denies a danger; as it was typed where nothing does.

    A gap is read as one line break or one space, as the front desk does: the expression can share
    a long one out in many ways, which takes minutes.
    """
    bare = text.translate(_APOSTROPHES)
    squeezed = _GAP.sub(lambda gap: "\n" if set(gap[0]) & set("\r\n") else " ", bare)
    plain, found = denials.subn(_keep_before, squeezed)
    return plain.lstrip(" ,.;:!?\u2026").rstrip() if found else text


def _keep_before(denial: re.Match[str]) -> str:
    return f"{denial['before']} "
