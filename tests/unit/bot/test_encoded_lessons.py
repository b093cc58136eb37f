"""Lessons are encoded once, however often the assistant is trained."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoded_lessons
from bot.nlu.encoded_lessons import encode_lessons


class Slow:
    """Counts what it is asked to encode."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> np.ndarray:
        self.asked.append(text)
        return np.array([len(text), 0.1], np.float32)


def test_only_a_new_lesson_is_encoded_again(tmp_path: Path) -> None:
    file, encode = tmp_path / "lessons.npz", Slow()
    encode_lessons(["is it free", "do i need a lawyer"], encode, file)
    vectors = encode_lessons(["is it free", "who pays", "is it free"], encode, file)
    assert sorted(encode.asked) == ["do i need a lawyer", "is it free", "who pays"]
    assert {text: list(vector) for text, vector in vectors.items()} == {
        text: list(np.array([len(text), 0.1], np.float32)) for text in ("is it free", "who pays")
    }


def test_lesson_taken_out_and_put_back_is_still_known(tmp_path: Path) -> None:
    file, encode = tmp_path / "lessons.npz", Slow()
    for texts in (["one", "two"], ["one", "three"], ["one", "two"]):
        encode_lessons(texts, encode, file)
    assert sorted(encode.asked) == ["one", "three", "two"]


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 cut off", b"\x93NUMPY"])
def test_file_that_cannot_be_read_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    file, encode = tmp_path / "lessons.npz", Slow()
    file.write_bytes(broken)
    assert encode_lessons(["is it free"], encode, file)["is it free"][0] == 10
    encode_lessons(["is it free"], encode, file)
    assert encode.asked == ["is it free"]


def test_what_was_not_met_for_longest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoded_lessons, "MOST_KEPT", 2)
    file, encode = tmp_path / "lessons.npz", Slow()
    for text in ("one", "two", "three", "three", "two", "one"):
        encode_lessons([text], encode, file)
    assert encode.asked == ["one", "two", "three", "one"]
