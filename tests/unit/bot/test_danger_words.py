"""The words that danger is told with, and that what was learnt of them survives a JSON file."""

from __future__ import annotations

import json

import pytest

from bot.nlu.danger_words import WordPairs
from bot.nlu.softmax import read_words

TEXTS = ["He won't wake up", "she wont wake", "he is up early", "we can't find her 07700 900123"]


def test_hurried_and_careful_spelling_are_the_same_word() -> None:
    assert read_words("He WON’T wake, 2 of them!") == ["he", "wont", "wake", "of", "them"]


def test_two_words_in_a_row_count_beside_each_word() -> None:
    pairs = WordPairs.learn(TEXTS, most=100, scale=2.0)
    assert {"wake", "wont wake"} <= set(pairs.keep()["pairs"])
    assert pairs.weigh(["he wont wake"]).power(2).sum() == pytest.approx(4.0)


def test_only_the_most_frequent_are_learnt() -> None:
    assert len(WordPairs.learn(TEXTS, most=3, scale=2.0).keep()["pairs"]) == 3


def test_unknown_words_weigh_nothing() -> None:
    assert WordPairs.learn(TEXTS, most=100, scale=2.0).weigh(["czekam", ""]).nnz == 0


def test_what_was_learnt_is_the_same_after_keeping() -> None:
    before = WordPairs.learn(TEXTS, most=100, scale=2.0)
    after = WordPairs.load(json.loads(json.dumps(before.keep())))
    assert (before.weigh(TEXTS) != after.weigh(TEXTS)).nnz == 0
