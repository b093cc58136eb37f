"""A share of messages, its target and how much of it may be chance."""

import pytest

from evaluation.scores import Score, Target


def score(count: int, of: int, target: Target | None = None) -> Score:
    return Score("topic.right", "Question: answered right", count, of, target)


@pytest.mark.parametrize(
    ("target", "count", "is_met"),
    [
        (Target("at least", 0.92), 92, True),
        (Target("at least", 0.92), 91, False),
        (Target("below", 0.02), 2, False),
        (Target("below", 0.02), 1, True),
        (Target("at most", 0.03), 3, True),
        (Target("at most", 0.0), 1, False),
        (Target("at most", 0.0), 0, True),
        (None, 50, None),
    ],
)
def test_target_is_met_or_missed(target: Target | None, count: int, is_met: bool | None) -> None:
    assert score(count, 100, target).is_met is is_met


def test_set_without_messages_is_neither_good_nor_bad() -> None:
    empty = score(0, 0, Target("at least", 0.92))
    assert (empty.share, empty.likely_range, empty.is_met) == (None, None, None)


def test_likely_range_is_wilsons() -> None:
    """Newcombe 1998 (Statistics in Medicine 17:857), table I: 81 of 263 and 0 of 20."""
    assert score(81, 263).likely_range == pytest.approx((0.2553, 0.3662), abs=0.0001)
    assert score(0, 20).likely_range == pytest.approx((0.0, 0.1611), abs=0.0001)
