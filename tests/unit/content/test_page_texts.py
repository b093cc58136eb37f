"""What the pages say is as plain as what the chat says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from casework.turn.consents import NOTICE_VERSION
from tests.unit.content.test_texts import BANNED, DATA, grade_of, sentences_of

NOT_READ = {"version", "source", "last_checked", "review_by", "signed_off_by"}
# Names that cannot be made simpler.
NAMES = re.compile(
    r"Equality Advisory and Support Service|Information Commissioner’s Office|"
    r"WCAG 2\.2, at level AA"
)
FEWEST_WORDS = 6
"""Below this a grade says nothing: "Your answer" would be that of a student."""


def texts_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_READ:
                yield from texts_in(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_in(inner, f"{path}.{number}")
    elif isinstance(value, str):
        yield path, re.sub(r"\{\w+\}", "30", NAMES.sub("Kids", value))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


PAGES = sorted((DATA / "pages").glob("*.yml"))
TEXTS = dict(pair for page in PAGES for pair in texts_in(read(page), page.stem))


@pytest.mark.parametrize("name", TEXTS)
def test_sentence_on_a_page_has_at_most_twenty_words(name: str) -> None:
    assert max(len(sentence.split()) for sentence in sentences_of(TEXTS[name]) or [""]) <= 20


@pytest.mark.parametrize("name", [n for n in TEXTS if len(TEXTS[n].split()) >= FEWEST_WORDS])
def test_page_is_as_easy_to_read_as_the_chat(name: str) -> None:
    assert grade_of(TEXTS[name]) <= 5.5


@pytest.mark.parametrize("name", TEXTS)
def test_no_word_of_the_office_is_on_a_page(name: str) -> None:
    assert not BANNED.search(TEXTS[name])


def test_consent_refers_to_the_privacy_notice_that_is_shown() -> None:
    assert read(DATA / "pages" / "privacy.yml")["version"] == NOTICE_VERSION
