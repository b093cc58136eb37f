"""The held-out messages are read whole or not at all."""

from dataclasses import fields
from pathlib import Path

import pytest

from evaluation.sets import Sets, SetUnreadable, read_sets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for each in fields(Sets):
        (tmp_path / f"{each.name}.jsonl").write_text("")
    return tmp_path


def test_sets_are_read_by_the_names_of_their_files(folder: Path) -> None:
    (folder / "questions.jsonl").write_text('{"text": "is it free", "topic": ["is_it_free"]}\n')
    (folder / "two_questions.jsonl").write_text(
        '{"text": "free? who comes?", "both": ["is_it_free", "who_comes"]}\n\n'
    )
    sets = read_sets(folder)
    assert sets.questions[0].topic == ("is_it_free",)
    assert sets.two_questions[0].both == ("is_it_free", "who_comes")
    assert sets.size == 2


@pytest.mark.parametrize("name", [each.name for each in fields(Sets)])
def test_set_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.jsonl").unlink()
    with pytest.raises(SetUnreadable, match=rf"\b{name}\.jsonl is missing"):
        read_sets(folder)


@pytest.mark.parametrize(
    "line", ["{", '{"text": "is it free"}', '{"text": "a", "topic": ["b"], "topics": ["c"]}']
)
def test_line_that_is_no_example_is_named(folder: Path, line: str) -> None:
    (folder / "questions.jsonl").write_text('{"text": "a", "topic": ["b"]}\n' + line)
    with pytest.raises(SetUnreadable, match=r"questions\.jsonl:2: "):
        read_sets(folder)


def test_separator_of_lines_inside_a_message_ends_no_line(folder: Path) -> None:
    (folder / "languages.jsonl").write_text(
        '{"text": "pomocy\u2028prosz\u0119", "language": "pol"}', encoding="utf-8"
    )
    assert read_sets(folder).languages[0].text == "pomocy\u2028proszę"


def test_what_was_looked_at_is_not_sealed(folder: Path) -> None:
    for name, text in (("questions", "is it free"), ("questions_looked_at", "free?")):
        (folder / f"{name}.jsonl").write_text(f'{{"text": "{text}", "topic": ["is_it_free"]}}\n')
    assert [example.text for example in read_sets(folder).sealed] == ["is it free"]
