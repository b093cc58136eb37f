"""What an example expects of a stored referral, and whether a value is that.

A plain value is equal (letter case does not matter); a list is contained in the stored list;
`{"any": [...]}` is one of these; `{"has_any": [...]}` has an element in common; `{"like": ...}` is
a regular expression; `{"not": ...}` anything else; null is nothing stored.
"""

from __future__ import annotations

import json
import re
from typing import Any


def value_at(document: Any, path: str) -> Any:
    """The value at a dotted path, None where there is nothing."""
    for name in path.split("."):
        if document is None:
            return None
        document = document.get(name)
    return document


def matches(stored: Any, expected: Any) -> bool:
    """Whether a stored value is what an example expects."""
    if isinstance(expected, dict):
        if "any" in expected:
            return any(matches(stored, option) for option in expected["any"])
        if "has_any" in expected:
            return bool(set(stored or []) & set(expected["has_any"]))
        if "like" in expected:
            words = stored if isinstance(stored, str) else json.dumps(stored)
            return re.search(expected["like"], words) is not None
        if "not" in expected:
            return not matches(stored, expected["not"])
    if isinstance(expected, list):
        return all(item in (stored or []) for item in expected)
    if isinstance(stored, str) and isinstance(expected, str):
        return stored.casefold() == expected.casefold()
    return bool(stored == expected)
