"""The verdicts of the benchmark's table."""

from dataclasses import replace

import pytest

from bench.figures import Figures
from bench.table import compare, render

BARE = Figures(
    training=80.0,
    training_again=80.0,
    ready=48.0,
    turn=0.030,
    messages_per_second=30.0,
    turn_10=0.030,
    turn_200=0.150,
    memory=1126.0,
)
AT_THE_TARGETS = Figures(
    training=60.0,
    training_again=60.0,
    ready=28.0,
    turn=0.030,
    messages_per_second=60.0,
    turn_10=0.020,
    turn_200=0.026,
    memory=840.0,
)


def verdicts(ours: Figures) -> dict[str, bool | None]:
    return {row.name: row.holds for row in compare(BARE, ours)}


def test_meeting_every_target_holds() -> None:
    assert all(verdicts(AT_THE_TARGETS).values())


@pytest.mark.parametrize(
    ("worse", "missed"),
    [
        ({"training": 61.0}, "training, the first time"),
        ({"training_again": 61.0}, "training with one message more"),
        ({"ready": 29.0}, "first answer after a warm start"),
        ({"turn": 0.031}, "a turn, one user (p50)"),
        ({"messages_per_second": 59.0}, "messages answered, 8 users"),
        ({"turn_200": 0.027}, "turn 200 against turn 10"),
        ({"memory": 850.0}, "memory of the Rasa process"),
    ],
)
def test_each_target_can_be_missed_alone(worse: dict[str, float], missed: str) -> None:
    held = verdicts(replace(AT_THE_TARGETS, **worse))
    assert [name for name, holds in held.items() if not holds] == [missed]


def test_training_that_was_left_out_is_not_called_held() -> None:
    untrained = replace(AT_THE_TARGETS, training=None)
    assert verdicts(untrained)["training, the first time"] is None
    assert "not measured" in render(compare(BARE, untrained))


def test_the_table_shows_both_figures_and_the_target() -> None:
    lines = render(compare(BARE, AT_THE_TARGETS)).splitlines()
    assert " ".join(lines[1].split()) == (
        "a turn, one user (p50) 30.0 ms 30.0 ms 1.00 × at most 1.00 × bare holds"
    )
