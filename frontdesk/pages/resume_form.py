"""What the page that takes a resume code shows, in each of its states."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from frontdesk.pages.texts import load_texts

# In the shape of a code, and none: its letters are not all of the alphabet.
EXAMPLE = "ABCD-1234"


def describe_resume(
    *,
    is_locked: bool = False,
    is_open: bool = False,
    code_of_link: str | None = None,
    typed: str = "",
    problem: str | None = None,
    unsent: str = "",
) -> dict[str, Any]:
    """What resume.html needs. `is_open` where this browser has an open chat already."""
    return {
        "texts": load_texts("resume"),
        "example": EXAMPLE,
        "form_id": str(uuid4()),
        "is_locked": is_locked,
        "is_open": is_open,
        "code_of_link": code_of_link,
        "typed": typed,
        "problem": problem,
        "unsent": unsent,
    }
