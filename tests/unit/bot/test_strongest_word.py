"""One word is enough to tell a fact, whatever else a message says."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.strongest_word import (
    Lesson,
    collect_values,
    learn_strongest_word,
    load_strongest_word,
)

WORDS = {"tea": 0, "coffee": 1, "rain": 2, "sun": 3}


def vectors(words: str) -> np.ndarray:
    return np.eye(len(WORDS))[[WORDS[word] for word in words.split()]]


LESSONS = [
    Lesson(vectors("tea"), {"drink": "tea"}),
    Lesson(vectors("tea rain"), {"drink": "tea"}),
    Lesson(vectors("tea coffee"), {}, frozenset({"drink"})),
    Lesson(vectors("coffee sun"), {"drink": "coffee", "weather": "fine"}),
    Lesson(vectors("rain coffee"), {"drink": "coffee"}),
    Lesson(vectors("coffee"), {"drink": "coffee"}),
    Lesson(vectors("sun"), {"weather": "fine"}),
    Lesson(vectors("rain rain"), {}),
    Lesson(vectors("rain"), {}),
] * 5
VALUES = collect_values([lesson.told for lesson in LESSONS])


def test_fields_and_values_are_those_of_the_labels() -> None:
    assert VALUES == {"drink": ("coffee", "tea"), "weather": ("fine",)}


def test_other_words_do_not_drown_the_one_that_tells() -> None:
    learnt = learn_strongest_word(LESSONS, VALUES)
    short, long = (learnt.weigh(vectors(said)) for said in ("tea", "rain " * 60 + "tea"))
    assert long["drink"]["tea"] == pytest.approx(short["drink"]["tea"])
    assert long["drink"]["tea"] > 0.7 > 0.3 > long["drink"]["coffee"]


def test_message_that_tells_nothing_has_no_likely_value() -> None:
    likely = learn_strongest_word(LESSONS, VALUES).weigh(vectors("rain rain"))
    assert max(share for shares in likely.values() for share in shares.values()) < 0.3


def test_field_left_open_teaches_nothing() -> None:
    opened = [Lesson(vectors("sun rain"), {}, frozenset({"weather"}))] * 40
    told = learn_strongest_word([*LESSONS, *opened], VALUES).weigh(vectors("sun"))
    denied = [Lesson(vectors("sun rain"), {})] * 40
    untold = learn_strongest_word([*LESSONS, *denied], VALUES).weigh(vectors("sun"))
    assert told["weather"]["fine"] > 0.6 > untold["weather"]["fine"]


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    assert load_strongest_word(tmp_path) is None
    learnt = learn_strongest_word(LESSONS, VALUES)
    learnt.save(tmp_path)
    kept = load_strongest_word(tmp_path)
    assert kept is not None
    assert kept.weigh(vectors("tea sun")) == learnt.weigh(vectors("tea sun"))
