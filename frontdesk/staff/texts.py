"""What the staff side says: one file a page in `data/staff/`."""

from __future__ import annotations

from typing import Any

from frontdesk.pages.texts import FOLDER, load_texts

STAFF_FOLDER = FOLDER.parent / "staff"


def load_staff_texts(page: str) -> dict[str, Any]:
    """The texts of one page by name. Raises FileNotFoundError for a page without texts."""
    return load_texts(page, STAFF_FOLDER)
