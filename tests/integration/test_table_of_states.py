"""The table of docs/decisions/0011 and the tests name the same states, events and edges."""

from __future__ import annotations

import itertools
from pathlib import Path

from tests.integration import test_takeover_crashes, test_taking_over_texts, test_who_answers_now
from tests.integration.takeovers import EDGES, MODES

RECORD = Path(__file__).resolve().parents[2] / "docs/decisions/0011-who-answers-now.md"
NAME_EDGES = (test_who_answers_now, test_takeover_crashes, test_taking_over_texts)


def read_table() -> list[list[str]]:
    """The rows of the first table, its head first, without the line below that."""
    lines = RECORD.read_text(encoding="utf-8").splitlines()
    lines = lines[next(place for place, line in enumerate(lines) if line[:1] == "|") :]
    first = itertools.takewhile(lambda line: line[:1] == "|", lines)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in first]
    return [rows[0], *rows[2:]]


def test_every_edge_of_the_table_has_a_test_and_no_test_names_another() -> None:
    head, *rows = read_table()
    assert {(row[0], event) for row in rows for event in head[2:]} == EDGES
    assert {row[0]: row[1].split("`")[1] for row in rows} == MODES
    assert all(cell for row in rows for cell in row)
    assert all(module.__doc__ for module in NAME_EDGES)
