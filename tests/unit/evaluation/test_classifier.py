"""What the classifier alone makes of questions."""

import pytest

from evaluation.classifier import (
    Confusion,
    Ranked,
    count_answers,
    draw_curve,
    find_threshold,
    list_confusions,
)
from evaluation.sets import Question


def ranked(topic: str, *ranking: tuple[str, float]) -> Ranked:
    return Ranked(Question(text="?", topic=tuple(topic.split(" or "))), ranking)


FREE = ranked("is_it_free", ("ask_is_it_free", 0.9), ("inform", 0.1))
SECOND = ranked("is_it_free", ("ask_travel_costs", 0.6), ("ask_is_it_free", 0.3))
TOLD = ranked("who_comes", ("inform", 0.8), ("ask_who_comes", 0.2))
STRAY = ranked("out_of_scope", ("ask_is_it_free", 0.4))


def test_right_topic_counts_by_its_rank() -> None:
    assert [FREE.is_right_within(1), SECOND.is_right_within(1)] == [True, False]
    assert [SECOND.is_right_within(2), TOLD.is_right_within(2)] == [True, True]


def test_curve_answers_less_and_better_the_surer_it_must_be() -> None:
    curve = {point.threshold: point for point in draw_curve([FREE, SECOND, TOLD, STRAY])}
    assert (curve[0.0].coverage, curve[0.0].precision) == (pytest.approx(2 / 3), 0.5)
    assert (curve[0.7].coverage, curve[0.7].precision) == (pytest.approx(1 / 3), 1.0)
    assert (curve[1.0].coverage, curve[1.0].precision) == (0.0, None)
    assert [curve[0.4].out_of_scope, curve[0.45].out_of_scope] == [1.0, 0.0]


def test_threshold_is_the_lowest_with_few_enough_wrong() -> None:
    curve = draw_curve([FREE, SECOND, TOLD, STRAY])
    assert find_threshold(curve, wrong_below=0.02) == pytest.approx(0.65)
    assert find_threshold(curve, wrong_below=0.0) is None


def test_no_curve_is_drawn_of_nothing() -> None:
    with pytest.raises(ValueError, match="no question in scope"):
        draw_curve([STRAY])


def test_confusions_are_the_pairs_that_differ_most_frequent_first() -> None:
    answers = count_answers([FREE, SECOND, SECOND, TOLD, STRAY])
    assert list_confusions(answers) == [
        Confusion("is_it_free", "travel_costs", 2),
        Confusion("who_comes", "inform", 1),
    ]


def test_question_with_several_topics_counts_for_the_one_that_was_heard() -> None:
    either = ranked("travel_costs or is_it_free", ("ask_is_it_free", 0.9))
    assert count_answers([either]) == {("is_it_free", "is_it_free"): 1}
