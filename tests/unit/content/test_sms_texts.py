"""Every text as a phone gets it: its alphabet, its length, its choices and the words it may use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from casework.texts.commands import RESERVED_WORDS, read_command, read_stranger
from casework.texts.counting import is_gsm7
from casework.texts.opting_out import read_opting_out
from casework.texts.parts import ASK_FOR_MORE, fits
from frontdesk.sms.wording import describe_question, word_reply
from tests.unit.content.test_texts import ASKS, NOTICES, RESPONSES, SAMPLE, TWILIO_COMMANDS, Text

DATA = Path(__file__).resolve().parents[3] / "data"
LABELS = yaml.safe_load((DATA / "knowledge/labels.yml").read_text("utf-8"))["labels"]

# The longest and the oddest that a parent's own words make of a placeholder.
LONG_SAMPLE = {
    **SAMPLE,
    "name": "Zoë \u201cZo\u201d O\u2019Brien\u2013Łukasz 😀",
    "facts": "you are: a parent, your name: Siân Wójcik, phone: 07700 900123, child: Zoë, age: 9, "
    "council: Bournemouth, Christchurch and Poole Council, EHC plan: draft plan",
    "council": "Bournemouth, Christchurch and Poole Council",
    "value": "yes to calls, texts, emails; no to voice messages; best by email",
    "summary": "\n".join(
        f"{number}. {label}: an answer in my own words \u2013 quite long 😭"
        for number, label in enumerate(LABELS["fields"].values(), start=1)
    ),
}
SMS = [text for text in RESPONSES + NOTICES if text.channel == "sms"]
ASKED = re.compile(r"utter_(?:ask|error|help|confirm)_(\w+)")
# What may be the first text that a number gets from us: the greeting, and all about texts.
FIRST_TEXTS = [
    text
    for text in NOTICES
    if text.channel == "sms"
    and text.name
    in yaml.safe_load((DATA / "notices/texts.yml").read_text("utf-8"))["notices"].keys()
    | {"greeting"}
    and text.name not in {"code_came", "code_hidden"}
]
MATTER = re.compile(
    r"\bSEND\b|\bSEN\b|special|mediat|disput|disagree|appeal|tribunal|council|school|child|"
    r"\bson\b|daughter|\bplan\b|EHC|referral|certificate|disab|autis",
    re.IGNORECASE,
)
# Questions that somebody may begin with who has told us nothing: their answers are first texts too.
OPENING = {
    "what_is_this_service", "is_it_free", "who_is_it_for", "is_it_independent", "opening_hours",
    "how_to_contact", "who_is_the_mediator", "who_can_refer", "what_will_you_ask_me",
    "is_this_a_person", "can_i_come_back", "what_happens_next", "not_counselling",
}  # fmt: skip
TELLS = re.compile(
    r"special|disput|disagree|appeal|tribunal|\bchild\b|\bson\b|daughter|EHC|disab|autis",
    re.IGNORECASE,
)
ANSWERS = [text for text in SMS if text.name.startswith("utter_faq_")]
each_answer = pytest.mark.parametrize("text", ANSWERS, ids=lambda text: text.id)
each_sms = pytest.mark.parametrize("text", SMS, ids=lambda text: text.id)
each_first = pytest.mark.parametrize("text", FIRST_TEXTS, ids=lambda text: text.id)


def as_sent(text: Text, sample: dict[str, str]) -> list[str]:
    """The texts that a phone gets of a response, its choices as numbers."""
    filled = re.sub(r"\{(\w+)\}", lambda found: sample[found[1]], text.text)
    asked = ASKED.fullmatch(text.name)
    asks = asked[1] if asked and asked[1] in ASKS else None
    choices = [{"label": title, "say": payload} for title, payload in text.buttons]
    if text in NOTICES:
        choices = []
    return [each.text for each in word_reply(filled.strip(), choices, asks=asks)]


@each_sms
@pytest.mark.parametrize("sample", [SAMPLE, LONG_SAMPLE], ids=["short", "long"])
def test_every_text_is_in_the_cheap_alphabet_and_two_segments_at_most(
    text: Text, sample: dict[str, str]
) -> None:
    for sent in as_sent(text, sample):
        assert is_gsm7(sent), sent
        assert fits(sent), sent


@each_sms
def test_an_ordinary_reply_is_one_text_with_its_choices(text: Text) -> None:
    assert len(as_sent(text, SAMPLE)) == 1


@each_sms
def test_nothing_of_a_question_is_left_for_more(text: Text) -> None:
    if ASKED.fullmatch(text.name):
        assert not any(ASK_FOR_MORE in sent for sent in as_sent(text, LONG_SAMPLE))


@each_sms
def test_no_text_asks_for_a_word_of_the_network(text: Text) -> None:
    for sent in as_sent(text, SAMPLE):
        assert not TWILIO_COMMANDS.search(sent)


@each_sms
def test_no_choice_is_a_word_that_ends_the_texts(text: Text) -> None:
    for title, payload in text.buttons:
        assert read_command(title) is None
        assert read_command(payload) is None
        assert read_stranger(title) is None
        assert read_opting_out(title) is None
        assert read_opting_out(payload) is None
        assert title.casefold() not in RESERVED_WORDS


@each_sms
def test_a_text_asks_one_question(text: Text) -> None:
    # Two offers of what was meant are one question; a notice of danger asks what it must.
    if text.name.startswith("utter_") and "{questions}" not in text.text:
        spoken = re.sub(r"\"[^\"]*\"", "", text.text)
        if ASKED.fullmatch(text.name):
            assert spoken.count("?") <= 1, spoken


@each_first
def test_a_first_text_tells_a_stranger_nothing(text: Text) -> None:
    assert not MATTER.search(text.text)


@each_answer
def test_no_answer_by_text_names_special_needs(text: Text) -> None:
    assert not re.search(r"special needs|\bSEND?\b", text.text)


@each_answer
def test_an_answer_that_may_be_among_the_first_texts_tells_a_stranger_nothing(text: Text) -> None:
    if text.name.removeprefix("utter_faq_") in OPENING:
        assert not TELLS.search(text.text)


@each_first
def test_a_first_text_says_who_we_are_or_that_it_is_over(text: Text) -> None:
    assert re.search(r"\bKIDS\b|not text this number again|Welcome back", text.text)


@pytest.mark.parametrize("asks", ASKS)
def test_every_question_has_a_name_to_come_back_to(asks: str) -> None:
    name = describe_question(asks)
    assert name is not None
    # These say no more than that there is one; whoever reads them has told us so by text.
    if asks not in {"plan", "sections", "appeal_lodged", "certificate_held", "certificate_date"}:
        assert not MATTER.search(name)


def test_a_long_review_comes_in_numbered_texts_and_the_last_asks() -> None:
    review = next(text for text in SMS if text.name == "utter_ask_summary")
    sent = as_sent(review, LONG_SAMPLE)
    assert len(sent) > 2
    for number, text in enumerate(sent, start=1):
        assert text.startswith(f"({number}/{len(sent)})\n")
    assert "Reply OK to send it" in sent[-1]
    lines = [line for text in sent for line in text.splitlines()]
    assert sum(bool(re.match(r"\d+\. ", line)) for line in lines) == len(LABELS["fields"])


def test_a_long_answer_is_cut_short_and_says_how_to_get_the_rest() -> None:
    [only] = word_reply("This is one sentence of a long answer. " * 12)
    assert only.text.endswith(ASK_FOR_MORE)
    assert only.rest is not None


def test_an_answer_in_another_language_keeps_its_letters() -> None:
    languages = yaml.safe_load((DATA / "knowledge/other_languages.yml").read_text("utf-8"))
    words = next(
        each["offer"]["sms"] if isinstance(each["offer"], dict) else each["offer"]
        for each in languages["languages"]
        if each["code"] == "pol"
    )
    assert "".join(each.text for each in word_reply(words, asks="language")) == words.strip()
