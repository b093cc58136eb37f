"""What is said in languages other than English, and what a yes, a no or a choice looks like there.

The words are content, `data/knowledge/other_languages.yml`; native speakers sign them off.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field

from casework.say import Choice
from casework.turn.state import Turn
from casework.words import reads_as_no, reads_as_yes, straighten

FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "other_languages.yml"
ENGLISH = "eng"

TextName = Literal["offer", "consent", "phone", "thanks", "ring"]
_TEXTS: tuple[TextName, ...] = get_args(TextName)
ChoiceName = Literal["call", "english", "yes", "no"]
LONGEST_ANSWER = 6
"""Words: "tak, proszę bardzo" is a yes; a longer message tells something else."""


class Wording(BaseModel):
    """One text for each channel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    web: str
    sms: str


class OtherLanguage(BaseModel):
    """One language in one script, with everything that is said in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[a-z]{3}$")
    """ISO 639-3."""
    script: str | None = None
    """ISO 15924, where the language has another usual script."""
    tag: str
    """BCP 47, for the page."""
    dir: Literal["ltr", "rtl"] = "ltr"
    offer: Wording | str
    consent: Wording | str
    phone: Wording | str
    thanks: Wording | str
    ring: Wording | str
    choices: dict[ChoiceName, str]
    means_yes: tuple[str, ...]
    means_no: tuple[str, ...]

    @property
    def key(self) -> str:
        """The language and its script in one word: "urd", "urd-Latn"."""
        return f"{self.code}-{self.script}" if self.script else self.code

    def text_for(self, name: TextName, channel: str) -> str:
        """The words of a text on a channel."""
        text: Wording | str = getattr(self, name)
        if isinstance(text, Wording):
            text = text.sms if channel == "sms" else text.web
        return text.strip()

    def reads_as_choice(self, name: ChoiceName, text: str) -> bool:
        """True when the text is the label of the choice."""
        return _plain(text) == _plain(self.choices[name])

    def reads_as_yes(self, text: str) -> bool:
        """True for a short yes in this language or in English."""
        return not self.reads_as_no(text) and (
            self.reads_as_choice("yes", text) or _says(self.means_yes, text) or reads_as_yes(text)
        )

    def reads_as_no(self, text: str) -> bool:
        """True for a short no in this language or in English."""
        return self.reads_as_choice("no", text) or _says(self.means_no, text) or reads_as_no(text)


TOPIC = "interpreter_or_bsl"

_TEXT_OF: dict[str, TextName] = {"want_callback": "offer", "consent": "consent", "phone": "phone"}
_CHOICES_OF: dict[str, tuple[ChoiceName, ...]] = {
    "want_callback": ("call", "english"),
    "consent": ("yes", "no"),
    "phone": (),
}


@cache
def _languages() -> dict[str, OtherLanguage]:
    with FILE.open(encoding="utf-8") as file:
        entries = yaml.load(file, Loader=yaml.CSafeLoader)["languages"]
    languages = [OtherLanguage.model_validate(entry) for entry in entries]
    return {language.key: language for language in languages}


def language_of(key: str) -> OtherLanguage:
    """The language of that key, or English for one that we have no texts in."""
    code, _dash, _script = key.partition("-")
    return _languages().get(key) or _languages().get(code) or _languages()[ENGLISH]


@cache
def _language_of_words() -> dict[str, OtherLanguage]:
    """Each text and choice by its words; what two languages share is told by neither."""
    found: dict[str, OtherLanguage] = {}
    shared = set()
    for language in _languages().values():
        if language.code == ENGLISH:
            continue
        texts = [getattr(language, name) for name in _TEXTS]
        wordings = [w for t in texts for w in ((t,) if isinstance(t, str) else (t.web, t.sms))]
        for words in {w.strip() for w in wordings} | set(language.choices.values()):
            if words in found:
                shared.add(words)
            found[words] = language
    return {words: language for words, language in found.items() if words not in shared}


def find_language_of_words(words: str) -> OtherLanguage | None:
    """The language in which one of these texts or choices is, or None for any other words."""
    return _language_of_words().get(words)


def _says(meanings: tuple[str, ...], text: str) -> bool:
    """True when the short text begins with one of the meanings, as whole words where there are any.

    Chinese is written without spaces, so there the first letters are enough.
    """
    plain = _plain(text)
    if len(plain.split()) > LONGEST_ANSWER:
        return False
    for meaning in meanings:
        begun = _plain(meaning)
        if plain == begun or plain.startswith(begun + " "):
            return True
        if re.match(r"[\u4e00-\u9fff]", begun) and plain.startswith(begun):
            return True
    return False


def _plain(text: str) -> str:
    """Lower case, without accents and punctuation: what is typed on a phone in a hurry."""
    folded = straighten(text).casefold().translate({ord("ı"): "i", ord("ł"): "l", ord("đ"): "d"})
    letters = unicodedata.normalize("NFD", folded)
    bare = "".join(
        letter
        for letter in letters
        if letter in " '" or unicodedata.category(letter)[0] in "LN" or _is_vowel_sign(letter)
    )
    return " ".join(bare.split())


def _is_vowel_sign(letter: str) -> bool:
    """Marks of Indian scripts are letters; accents of others may be left out."""
    return unicodedata.category(letter)[0] == "M" and "\u0900" <= letter <= "\u0dff"


def ask_in_language(turn: Turn, language: OtherLanguage, question: str) -> None:
    """Ask the question, with its choices to tap."""
    turn.draft.progress.pending = question
    labels = [language.choices[name] for name in _CHOICES_OF[question]]
    turn.say(
        "utter_in_other_language",
        {"words": language.text_for(_TEXT_OF[question], turn.message.channel)},
        asks=question,
        topic=TOPIC,
        choices=tuple(Choice(label, label) for label in labels),
    )


def say_in_language(
    turn: Turn, language: OtherLanguage, name: TextName, *, topic: str = TOPIC
) -> None:
    """Say the text of that name."""
    words = language.text_for(name, turn.message.channel)
    turn.say("utter_in_other_language", {"words": words}, topic=topic)


def say_where_to_ring(turn: Turn, language: OtherLanguage) -> None:
    """The number of the service; that none of theirs is kept is said only where that is so."""
    say_in_language(turn, language, "offer" if turn.draft.referral.contact.phone else "ring")
