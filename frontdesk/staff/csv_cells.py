"""Cells of a CSV file that spreadsheet programs show and never run.

A cell that begins like a formula gets an apostrophe in front, which Excel, LibreOffice and Google
Sheets take as "this is text" (OWASP, CSV Injection). What may stand before the sign and is looked
past by one of them counts too: spaces, quotes, marks that cannot be seen.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from casework.law.deadlines import LONDON

BYTE_ORDER_MARK = "\ufeff"
"""What tells Excel that the file is UTF-8."""
Cell = str | int | date | datetime | bool | None
# The full-width forms are read as formulas where Excel is set to Japanese or Chinese.
_FORMULA_SIGNS = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20")
_LOOKED_PAST = frozenset("\"'`")
_NEVER_ALONE = ("Cf", "Mn")
"""Unicode's formats, such as direction marks, and marks that stand on the sign before them."""
_LINE_STARTS = ("\t", "\r", "\n")
_NEVER_SEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write_rows(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as CSV (RFC 4180): every cell in quotes, lines end with CR LF."""
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_write(cell) for cell in row] for row in rows)
    return lines.getvalue()


def defuse(words: str) -> str:
    """The words as a cell that no spreadsheet program takes for a formula."""
    seen = _NEVER_SEEN.sub("", words)
    is_formula = seen.startswith(_LINE_STARTS) or _first_sign(seen) in _FORMULA_SIGNS
    return f"'{seen}" if is_formula else seen


def _first_sign(words: str) -> str:
    """The first sign that counts; empty where there is none."""
    return next((sign for sign in words if not _is_looked_past(sign)), "")


def _is_looked_past(sign: str) -> bool:
    is_unseen = unicodedata.category(sign) in _NEVER_ALONE
    return sign.isspace() or sign in _LOOKED_PAST or is_unseen


def _write(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return f"{cell.astimezone(LONDON):%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else defuse(cell)
