"""The language a message is written in: told for twenty-two languages, and never for English."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from bot.nlu.message import ParentMessage
from bot.nlu.reader import FactReader
from bot.nlu.written_language import (
    WrittenLanguages,
    load_written_languages,
    read_written_language,
)

MESSAGES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("written_messages.yml").read_text("utf-8")
)
LEAST_RIGHT = 0.97
MOST_FALSE = 0.002
ENGLISH = [
    line.strip()[2:]
    for path in sorted(Path("data/nlu").glob("*.yml"))
    for line in path.read_text("utf-8").splitlines()
    if line.startswith("      - ")
]
NAMES_AND_SLIPS = [
    "Fatima Zahra El Amrani", "Jose Garcia de la Cruz", "Łukasz Nowak", "Zoë and Chloë",
    "my son João", "his name is Kacper", "Señor Gomez school", "Maria dos Santos Pereira",
    "Abdi Hassan", "Dilan Yılmaz", "Merthyr Tydfil", "Westcliff-on-Sea", "Stow cum Quy",
    "yh he hav adhd n cant cope", "lol idk tbh smh", "asdf jkl qwer", "ok ta hun", "ez pz",
    "SW1A 1AA", "si", "non", "merci", "el paso", "no", "ja nein", "déjà vu", "07700 900123",
    "i speak اردو", "my name is Олена Шевченко", "👍👍", "x", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def languages() -> WrittenLanguages:
    return load_written_languages(Path("data/knowledge"))


def told(text: str, languages: WrittenLanguages) -> str | None:
    found = read_written_language(ParentMessage(text), languages)
    if not found:
        return None
    return "_".join(filter(None, (str(found[0].value), (found[0].role or "").lower())))


@pytest.mark.parametrize("language", MESSAGES)
def test_language_of_a_parents_message_is_told(language: str, languages: WrittenLanguages) -> None:
    wrong = {text: told(text, languages) for text in MESSAGES[language]}
    wrong = {text: found for text, found in wrong.items() if found != language}
    assert len(MESSAGES[language]) >= 12
    assert len(wrong) <= 1, wrong


def test_language_is_right_for_nearly_every_message(languages: WrittenLanguages) -> None:
    each = [(text, language) for language, texts in MESSAGES.items() for text in texts]
    right = sum(told(text, languages) == language for text, language in each)
    assert right / len(each) >= LEAST_RIGHT


def test_english_message_is_hardly_ever_taken_for_another_language(
    languages: WrittenLanguages,
) -> None:
    false = [text for text in ENGLISH if told(text, languages)]
    assert len(ENGLISH) > 4000
    assert len(false) / len(ENGLISH) < MOST_FALSE, false


@pytest.mark.parametrize("text", NAMES_AND_SLIPS)
def test_name_place_slip_or_single_word_is_no_language(
    text: str, languages: WrittenLanguages
) -> None:
    assert told(text, languages) is None


@pytest.mark.parametrize("list_of_names", ["places", "councils"])
def test_no_place_in_england_reads_as_another_language(
    list_of_names: str, languages: WrittenLanguages
) -> None:
    content = yaml.safe_load(Path(f"data/knowledge/{list_of_names}.yml").read_text("utf-8"))
    assert {text for text in strings_in(content) if told(text, languages)} == set()


def strings_in(content: object) -> set[str]:
    if isinstance(content, dict):
        return {text for value in content.values() for text in strings_in(value)}
    if isinstance(content, list):
        return {text for value in content for text in strings_in(value)}
    return {content} if isinstance(content, str) else set()


def test_language_is_told_beside_the_number_in_the_same_message(reader: FactReader) -> None:
    found = {fact.entity: fact.value for fact in reader.read("مجھے فون کریں ٠٧٧٠٠ ٩٠٠١٢٣")}
    assert found["written_language"] == "urd"
    assert found["phone"] == "+447700900123"


def test_telling_the_language_of_english_costs_far_less_than_a_millisecond(
    languages: WrittenLanguages,
) -> None:
    messages = [ParentMessage(text) for text in ENGLISH[:500]]
    rounds = []
    for _ in range(3):
        begun = time.process_time()
        for message in messages:
            read_written_language(message, languages)
        rounds.append(time.process_time() - begun)
    # The quickest: whatever else the machine does can only add.
    assert min(rounds) / len(messages) < 0.001


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No English. Turkish.", "tur"),
        ("my english is bad, polish please", "pol"),
        ("I speak little english. Somebody of my language (Albanian) can be in the call?", "sqi"),
    ],
)
def test_language_is_told_where_somebody_says_in_english_that_they_have_little(
    text: str, language: str, reader: FactReader
) -> None:
    assert language in [fact.value for fact in reader.read(text) if fact.entity == "language"]
