"""No cell of a list is taken for a formula, and what people wrote is still there."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest

from frontdesk.staff.csv_cells import defuse, write_rows


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        '"=1',
        "'=1",
        "' \"=1",
        "\u200b=1",
        "\ufeff=1",
        "\u202e=1",
        "\xad=1",
        "\u2063=1",
        "\u061c=1",
        "\u2066 =1",
        "\u180e=1",
        "\ufe0f=1",
        "\xa0=1",
        "\x00=1",
        "\uff1d1+1",
        "\uff0b1",
        "|calc",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://example.org","x")',
    ],
)
def test_cell_that_begins_like_a_formula_is_text(words: str) -> None:
    assert defuse(words).startswith("'")
    assert defuse(words).removeprefix("'") == words.replace("\x00", "")


@pytest.mark.parametrize(
    "words", ["Zoë", "O'Brien", "Anne-Marie", "a=b", "李小龙", "", "07700 900701"]
)
def test_cell_that_is_no_formula_stays_as_it_is(words: str) -> None:
    assert defuse(words) == words


def test_rows_come_back_as_they_went_in() -> None:
    cells = ["a,b", 'say "hi"', "two\nlines", "x;y", -3, None, True, False]
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC)
    text = write_rows([[*cells, date(2026, 11, 22), moment]])
    [row] = csv.reader(io.StringIO(text, newline=""))
    assert row == [
        "a,b",
        'say "hi"',
        "two\nlines",
        "x;y",
        "-3",
        "",
        "yes",
        "no",
        "2026-11-22",
        "2026-07-01 13:00",
    ]
