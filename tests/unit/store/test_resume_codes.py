from __future__ import annotations

import pytest

from store.conversations.resume_codes import normalise_code


@pytest.mark.parametrize(
    "typed",
    [
        "K7WM-3RTX",
        "k7wm3rtx",
        " K7WM 3RTX\n",
        "K7WM–3RTX",
        "k7wm - 3rtx",
        "K 7 W M 3 R T X",
        "K7WM_3RTX.",
    ],
)
def test_code_is_read_however_it_is_written(typed: str) -> None:
    assert normalise_code(typed) == "K7WM3RTX"


@pytest.mark.parametrize("typed", ["", "K7WM", "K7WM-3RTX9", "ABCD-1234", "K7WM/3RTX", "Ⅹ7WM-3RTX"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert normalise_code(typed) is None
