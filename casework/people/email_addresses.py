"""What counts as an email address, wherever one is typed: whether it works only an email tells."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def is_email(text: str) -> bool:
    """Whether this has the form of an email address."""
    return _EMAIL.fullmatch(text) is not None
