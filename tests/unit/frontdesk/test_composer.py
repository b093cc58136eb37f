"""The box fits the question, and words are always an answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from casework.message import Message
from casework.turn.controls import read_control
from casework.turn.questions import REQUIRED
from frontdesk.pages.composer import Composer, Standing, compose, compose_date, compose_ticks
from frontdesk.pages.texts import load_texts

ROOT = Path(__file__).resolve().parents[3]
ASKS = yaml.safe_load((ROOT / "tests/unit/content/contract_ids.yml").read_text("utf-8"))["asks"]
TEXTS = load_texts("composer")
CONTROLS = TEXTS["controls"]
YES_OR_NO = [{"label": "Yes", "say": "yes"}, {"label": "No", "say": "no"}]
NEEDS = [
    {"label": "No needs", "say": "no needs"},
    {"label": "Step-free", "say": "step-free please"},
    {"label": "Breaks", "say": "breaks please"},
]


def asked(
    asks: str | None,
    choices: list[dict[str, str]] | None = None,
    *,
    mode: str = "assistant",
    standing: Standing | None = None,
    words: bool = False,
    sender: str = "assistant",
) -> Composer:
    message: dict[str, Any] = {
        "from": sender,
        "text": "What is it?",
        "asks": asks,
        "choices": choices or [],
    }
    return compose(message, mode=mode, standing=standing or Standing(), words=words)


@pytest.mark.parametrize("asks", ASKS)
def test_every_question_has_a_box_with_a_name_of_its_own(asks: str) -> None:
    assert asked(asks).box.label != asked(None).box.label
    assert set(TEXTS["fields"]) == set(ASKS)


def test_facts_about_the_parent_can_be_filled_in_by_the_browser() -> None:
    assert {asks: box.autocomplete for asks in ASKS if (box := asked(asks).box).autocomplete} == {
        "name": "name",
        "phone": "tel",
        "email": "email",
    }


def test_phone_number_is_typed_on_keys_with_figures_and_words_are_offered() -> None:
    phone = asked("phone")
    assert (phone.box.type, phone.box.keyboard, phone.offers_words) == ("tel", "tel", True)
    in_words = asked("phone", words=True)
    assert in_words.box.keyboard is None and in_words.box.lines > 1 and not in_words.offers_words
    assert in_words.box.label == phone.box.label


@pytest.mark.parametrize("asks", ["decision_date", "certificate_date", "child_age"])
def test_a_date_can_be_filled_in_field_by_field(asks: str) -> None:
    assert asked(asks).box.date is not None


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("16", "10", "2026", "16 October 2026"),
        ("1", " 02", "2027 ", "1 February 2027"),
        ("3", "Sept", "2026", "3 September 2026"),
        ("31", "2", "2026", None),
        ("16", "", "2026", None),
        ("16", "10", "26", None),
        ("x", "10", "2026", None),
        ("²", "10", "2026", None),
        ("0", "0", "0000", None),
    ],
)
def test_date_in_three_fields_becomes_the_words_for_it(
    day: str, month: str, year: str, words: str | None
) -> None:
    assert compose_date(day, month, year) == words


def test_several_needs_can_be_ticked_and_having_none_stays_a_button() -> None:
    composer = asked("access_needs", NEEDS)
    assert [choice["label"] for choice in composer.ticks] == ["Step-free", "Breaks"]
    assert [choice["label"] for choice in composer.choices] == ["No needs"]
    assert compose_ticks([choice["say"] for choice in composer.ticks]) == (
        "step-free please, breaks please"
    )
    assert not asked("access_needs", YES_OR_NO).ticks


@pytest.mark.parametrize("asks", [asks for asks in ASKS if TEXTS["fields"][asks].get("tick")])
def test_what_can_be_ticked_is_what_the_assistant_offers(asks: str) -> None:
    offered = {
        button["title"]
        for path in (ROOT / "data/responses").glob("*.yml")
        for name, variants in yaml.safe_load(path.read_text("utf-8"))["responses"].items()
        if name == f"utter_ask_{asks}"
        for variant in variants
        for button in variant.get("buttons", [])
    }
    assert set(TEXTS["fields"][asks]["tick"]) < offered


@pytest.mark.parametrize("asks", ASKS)
def test_only_what_may_be_passed_over_can_be_skipped(asks: str) -> None:
    can_skip = CONTROLS["skip"] in asked(asks).controls
    assert can_skip == (asks not in REQUIRED | {"summary", "change_what", "anything_else"})


def test_skip_is_not_offered_twice() -> None:
    assert CONTROLS["skip"] not in asked("email", [{"label": "Skip", "say": "skip"}]).controls


def test_a_person_can_be_asked_for_until_one_was() -> None:
    assert CONTROLS["person"] in asked(None).controls
    assert CONTROLS["person"] not in asked("phone", mode="waiting").controls


def test_going_back_is_offered_where_there_is_something_to_go_back_to() -> None:
    assert CONTROLS["back"] not in asked("role").controls
    assert CONTROLS["back"] in asked("role", standing=Standing(3, can_go_back=True)).controls


@pytest.mark.parametrize("control", ["why", "skip", "go_back", "want_person"])
def test_words_on_a_control_mean_what_it_does(control: str) -> None:
    words = CONTROLS[{"go_back": "back", "want_person": "person"}.get(control, control)]
    assert read_control(Message(text=words), "decision_date") == control


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, None), (1, "About 1 question left"), (4, "About 4 questions left")],
)
def test_the_way_to_the_end_is_told_in_words(count: int, words: str | None) -> None:
    assert asked("council", standing=Standing(count)).left == words


@pytest.mark.parametrize("mode", ["staff", "closed"])
def test_who_writes_with_a_person_gets_no_questions_of_the_assistant(mode: str) -> None:
    composer = asked("phone", YES_OR_NO, mode=mode, standing=Standing(3, can_go_back=True))
    assert composer.box.label == "Your message"
    assert not composer.choices and not composer.controls and composer.left is None


def test_long_message_is_not_read_out_again_with_its_buttons() -> None:
    message = {"from": "assistant", "text": "x " * 400, "asks": "summary", "choices": YES_OR_NO}
    composer = compose(message, mode="assistant", standing=Standing())
    assert composer.question == composer.box.label and composer.links[0].address == "/review"
