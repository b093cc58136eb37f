"""Which spellings of a name are the same to the search."""

from __future__ import annotations

import pytest

from store.cases.name_index import fold_name


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Zoë", "zoe"),
        ("O'Brien", "OBRIEN"),
        ("O’Brien", "o'brien"),
        ("Seán Ó Néill", "sean o neill"),
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Strauß", "strauss"),
        ("Anne-Marie", "annemarie"),
        ("Anne-Marie", "Anne Marie"),
        ("  Olive   SMITH ", "smith olive"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("محمد علي", "محمد"),
    ],
)
def test_name_is_found_however_it_is_written(kept: str, typed: str) -> None:
    assert set(fold_name(typed)) <= set(fold_name(kept))


def test_part_of_a_word_is_not_the_word() -> None:
    assert not set(fold_name("Ol")) <= set(fold_name("Olive"))


def test_signs_alone_are_no_name() -> None:
    assert fold_name("' - , .") == []


def test_a_very_long_name_is_not_a_hundred_parts() -> None:
    assert len(fold_name(" ".join(f"part{number}" for number in range(100)))) == 12
