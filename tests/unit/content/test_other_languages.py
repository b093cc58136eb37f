"""What is said in other languages: complete, short enough, with the number as it is dialled."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from casework.conversation.other_languages import (
    FILE,
    OtherLanguage,
    find_language_of_words,
    language_of,
)
from casework.referral.show import show_value
from casework.texts.counting import count_segments
from frontdesk.choices import list_choices

PHONE = "03330 062 835"
ENTRIES = yaml.safe_load(FILE.read_text("utf-8"))
LANGUAGES = [OtherLanguage.model_validate(entry) for entry in ENTRIES["languages"]]
WANTED = {
    "pol", "urd", "urd-Latn", "pan", "pan-Arab", "pan-Latn", "ben", "ara", "guj", "som", "ron",
    "tur", "por", "spa", "fra", "tam", "fas", "ukr", "rus", "zho", "vie", "ckb", "kmr", "sqi",
    "cym", "eng",
}  # fmt: skip
CHOICES = {"offer": ("call", "english")}
each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.key)


def test_every_language_of_the_families_is_there() -> None:
    assert {language.key for language in LANGUAGES} == WANTED
    assert {"version", "source", "last_checked", "review_by", "signed_off_by"} <= set(ENTRIES)


@each_language
@pytest.mark.parametrize("name", ["offer", "phone", "thanks", "ring"])
def test_text_message_takes_two_segments_with_its_choices(
    language: OtherLanguage, name: str
) -> None:
    """Two of UCS-2 hold 134 letters: GSM-7 has not the letters of most of these languages."""
    labels = [{"label": language.choices[choice]} for choice in CHOICES.get(name, ())]
    text = list_choices(language.text_for(name, "sms"), labels, asks="consent")
    assert count_segments(text).segments <= 2


@each_language
def test_parent_who_texts_is_told_the_same_before_they_agree(language: OtherLanguage) -> None:
    """Who sees it, the council and the change of mind: consent is not informed without them."""
    words = language.text_for("consent", "sms")
    assert words == language.text_for("consent", "web")
    assert len(words) <= 306


@each_language
@pytest.mark.parametrize("name", ["offer", "thanks", "ring"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_number_to_ring_is_given(language: OtherLanguage, name: str, channel: str) -> None:
    text = language.text_for(name, channel)
    assert text.count(PHONE) == 1
    if language.dir == "rtl":
        assert f"\u200e{PHONE}\u200e" in text


@each_language
@pytest.mark.parametrize("name", ["offer", "consent", "phone", "thanks", "ring"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_right_to_left_text_begins_with_a_right_to_left_letter(
    language: OtherLanguage, name: str, channel: str
) -> None:
    strong = [unicodedata.bidirectional(c) for c in language.text_for(name, channel)]
    first = next(kind for kind in strong if kind in ("L", "R", "AL"))
    assert (first == "L") == (language.dir == "ltr")


@each_language
def test_labels_are_short_and_mean_one_thing(language: OtherLanguage) -> None:
    labels = list(language.choices.values())
    assert len(set(labels)) == len(labels) == 4
    assert all(len(label) <= 40 for label in labels)
    assert language.reads_as_yes(language.choices["yes"])
    assert language.reads_as_no(language.choices["no"])
    assert not language.reads_as_yes(language.choices["no"])
    assert not language.reads_as_no(language.choices["yes"])
    for meaning in language.means_yes:
        assert language.reads_as_yes(meaning), meaning
    for meaning in language.means_no:
        assert language.reads_as_no(meaning), meaning
    assert language.code == "eng" or not re.match(r"^\W*no\W*$", language.choices["yes"])


@each_language
def test_language_has_a_name_for_the_referral(language: OtherLanguage) -> None:
    assert language.code == "eng" or show_value("language_code", language.code) != language.code


def test_page_finds_the_language_of_a_text_and_of_nothing_else() -> None:
    offer = language_of("urd").text_for("offer", "web")
    found = find_language_of_words(offer)
    assert found is not None and (found.tag, found.dir) == ("ur", "rtl")
    assert find_language_of_words("Hello, and thank you for getting in touch.") is None


def test_language_without_texts_is_answered_in_english() -> None:
    assert language_of("hin").code == "eng"
    assert language_of("ara-Latn").code == "ara"


def test_files_that_native_speakers_sign_are_named_before_launch() -> None:
    assert "other_languages.yml" in Path("docs/before-launch.md").read_text("utf-8")
