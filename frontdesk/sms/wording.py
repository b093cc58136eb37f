"""How a reply becomes texts: in plain letters, two segments at most, the choices as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from casework.conversation.other_languages import find_language_of_words
from casework.texts.letters import to_gsm7
from casework.texts.parts import LONGEST_COUNT, count_texts, fits, shorten, split_into_texts
from frontdesk.choices import list_choices

WHERE_WE_WERE = Path(__file__).parents[2] / "data/knowledge/where_we_were.yml"


@dataclass(frozen=True)
class SmsText:
    """One text, and what MORE gives after it."""

    text: str
    rest: str | None = None


def word_reply(
    text: str, choices: Sequence[dict[str, str]] = (), *, asks: str | None = None
) -> list[SmsText]:
    """The texts of one reply, in order; what is asked is asked in the last.

    What asks for nothing is one text, cut short where it is long: MORE gives the rest. What asks
    is told whole, over several texts that say how many they are.
    """
    plain = write_plainly(text)
    if asks is None and not choices:
        shortened = shorten(plain)
        return [SmsText(shortened.text, shortened.rest)]
    listed = list_choices(plain, choices, asks=asks)
    if fits(listed):
        return [SmsText(listed)]
    parts = split_into_texts(plain, spare=LONGEST_COUNT)
    last = list_choices(parts[-1], choices, asks=asks)
    if fits("." * LONGEST_COUNT + last):
        parts[-1] = last
    else:
        parts += split_into_texts(list_choices("", choices, asks=asks).strip(), spare=LONGEST_COUNT)
    return [SmsText(text) for text in count_texts(parts)]


def begin_with(lead: str, texts: Sequence[SmsText]) -> list[SmsText]:
    """The texts with a sentence before them: in the first if it fits there, else as one more."""
    first, *others = texts
    joined = f"{lead}\n{first.text}"
    return [SmsText(joined, first.rest), *others] if fits(joined) else [SmsText(lead), *texts]


def word_rest(rest: str) -> SmsText:
    """What MORE gives: the rest of an answer, shortened again where it is still too long."""
    shortened = shorten(rest)
    return SmsText(shortened.text, shortened.rest)


def write_plainly(text: str) -> str:
    """The text in GSM-7, unless it is in another language: there each letter counts."""
    return text.strip() if find_language_of_words(text) else to_gsm7(text)


def describe_question(asks: str) -> str | None:
    """What a question is called in "We were at your phone number."; None for one without a name."""
    return _questions().get(asks)


@cache
def _questions() -> dict[str, str]:
    questions: dict[str, str] = yaml.safe_load(WHERE_WE_WERE.read_text("utf-8"))["questions"]
    return questions
