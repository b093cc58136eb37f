"""Small numbers stay hidden: checked against every reading that a table leaves open."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from casework.team.suppression import (
    LEAST_SHOWN,
    Table,
    fold_small,
    suppress,
    suppress_nested,
    suppress_overlapping,
)

COUNTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2),
    st.one_of(st.integers(0, 12), st.integers(0, 400)),
    max_size=9,
)


def readings_of(table: Table) -> dict[str, set[int]]:
    """What each small hidden count could be, for somebody who knows how the hiding works.

    Tried one by one, by another way than the code's: small ones are 1 to 4, withheld ones from 5 to
    the smallest larger one that is shown, and all add up to the total.
    """
    assert isinstance(table.total, int)
    few = [name for name, cell in table.cells.items() if cell == "few"]
    withheld = [name for name, cell in table.cells.items() if cell == "withheld"]
    shown = [cell for cell in table.cells.values() if isinstance(cell, int)]
    left = table.total - sum(shown)
    most = min((cell for cell in shown if cell >= LEAST_SHOWN), default=left)
    lowest, highest = LEAST_SHOWN * len(withheld), most * len(withheld)
    could: dict[str, set[int]] = {name: set() for name in few}
    sums = {name: {0} for name in few}
    for name in few:
        for _other in few[1:]:
            sums[name] = {before + more for before in sums[name] for more in range(1, 5)}
        could[name] = {
            value
            for value in range(1, 5)
            if any(lowest <= left - value - others <= highest for others in sums[name])
        }
    return could


@given(COUNTS)
def test_every_small_number_could_be_any_small_number(counts: dict[str, int]) -> None:
    table = suppress(counts)
    total = sum(counts.values())
    if 0 < total < LEAST_SHOWN:
        assert table.total == "few" and set(table.cells.values()) == {"withheld"}
        return
    assert table.total == total
    for name, could in readings_of(table).items():
        assert could == {1, 2, 3, 4}, (counts, table, name)
    for name, count in counts.items():
        cell = table.cells[name]
        assert cell in (count, "withheld") if not 0 < count < 5 else cell in ("few", "withheld")


@given(COUNTS)
def test_nothing_is_hidden_where_nothing_is_small(counts: dict[str, int]) -> None:
    large = {name: count for name, count in counts.items() if count == 0 or count >= LEAST_SHOWN}
    assert suppress(large).cells == large


@given(COUNTS)
def test_overlapping_counts_hide_the_small_ones_and_show_no_total(counts: dict[str, int]) -> None:
    table = suppress_overlapping(counts)
    assert table.total is None
    for name, cell in table.cells.items():
        assert cell == ("few" if 0 < counts[name] < 5 else counts[name])


@given(COUNTS, COUNTS, COUNTS)
def test_parts_are_shown_only_under_a_group_that_is_shown(
    first: dict[str, int], second: dict[str, int], third: dict[str, int]
) -> None:
    groups = {"first": first, "second": second, "third": third}
    above, below = suppress_nested(groups)
    for name, parts in groups.items():
        if isinstance(above.cells[name], int):
            assert below[name] == suppress(parts)
        else:
            assert all(cell == "withheld" for cell in below[name].cells.values())


@given(COUNTS)
def test_folding_keeps_the_sum_and_names_nothing_rare(counts: dict[str, int]) -> None:
    folded = fold_small(counts, "other things")
    assert sum(folded.values()) == sum(counts.values())
    assert all(folded[name] >= 5 for name in folded if name != "other things")


def test_one_small_number_takes_the_next_larger_with_it() -> None:
    table = suppress({"web": 60, "sms": 3, "both": 9})
    assert table == Table({"web": 60, "sms": "few", "both": "withheld"}, 72)


def test_two_small_numbers_protect_each_other_where_they_can() -> None:
    assert suppress({"a": 3, "b": 2, "c": 10}).cells == {"a": "few", "b": "few", "c": 10}
    # 1 and 1 would be the only way to make 2.
    assert suppress({"a": 1, "b": 1, "c": 10}).cells == {"a": "few", "b": "few", "c": "withheld"}


def test_table_that_cannot_be_protected_shows_its_total_alone() -> None:
    assert suppress({"a": 5, "b": 1}) == Table({"a": "withheld", "b": "withheld"}, 6)


def test_the_check_itself_finds_a_table_that_tells() -> None:
    assert readings_of(Table({"a": "few", "b": 20}, 23)) == {"a": {3}}
    told = {pair for pair in product(range(1, 5), repeat=2) if sum(pair) == 8}
    assert told == {(4, 4)} and readings_of(Table({"a": "few", "b": "few"}, 8)) == {
        "a": {4},
        "b": {4},
    }
