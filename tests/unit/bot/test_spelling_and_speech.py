"""Text-speak, slips and spelt-out figures, put into plain words before anything is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.nlu.reader import FactReader
from bot.nlu.rewriting import Rewriting
from bot.nlu.spelling import load_spelling, spell_out
from bot.nlu.spoken import write_figures
from tests.unit.bot.conftest import TODAY, Heard

SPELLING = load_spelling(Path("data/knowledge"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("la wnt asess my dd, got lttr", "la won't assess my daughter, got letter"),
        ("my sun has a plan, the counsel said know", "my son has a plan, the council said no"),
        ("SCHOOL WONT HELP", "SCHOOL WON'T HELP"),
        ("they refused the assesment and medation", "they refused the assessment and mediation"),
        ("ds2 is 7", "my son is 7"),
    ],
)
def test_shortened_and_mistyped_words_are_understood(typed: str, meant: str) -> None:
    assert spell_out(Rewriting.of(typed), SPELLING).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "we live in Consett with Grayson",
        "pupil is J R",
        "my email is u@r.org",
        "she is in medication review",
        "the attending doctor decided",
    ],
)
def test_names_places_and_other_words_are_left_alone(typed: str) -> None:
    assert spell_out(Rewriting.of(typed), SPELLING).text == typed


@pytest.mark.parametrize(
    ("spoken", "figures"),
    [
        ("oh seven seven double o nine hundred one two three", "07700900123"),
        ("0161 four nine six 0000", "01614960000"),
        ("jo dot smith at gmail dot com", "jo.smith@gmail.com"),
        ("the twenty first of october twenty twenty six", "the 21st of october 2026"),
        ("november the sixth", "november the 6th"),
        ("one two three", "one two three"),
        ("my first letter was on the second page", "my first letter was on the second page"),
    ],
)
def test_spelt_out_figures_are_written_as_figures(spoken: str, figures: str) -> None:
    assert write_figures(Rewriting.of(spoken)).text == figures


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("its oh seven seven double o nine hundred one two three", "phone", "+447700900123"),
        ("O7700 9OO123", "phone", "+447700900123"),
        ("sam underscore lee at outlook dot com", "email", "sam_lee@outlook.com"),
    ],
)
def test_what_was_put_together_from_words_has_to_be_confirmed(
    words: str, entity: str, value: str, reader: FactReader
) -> None:
    (fact,) = (fact for fact in reader.read(words, TODAY) if fact.entity == entity)
    assert (fact.value, fact.sure) == (value, False)


def test_facts_point_at_the_words_as_they_were_typed(reader: FactReader) -> None:
    text = "la wnt asess my dd shes 6 got lttr 3/11/26"
    found = {fact.entity: text[fact.start : fact.end] for fact in reader.read(text, TODAY)}
    assert found["age"] == "6"
    assert found["date"] == "3/11/26"


def test_parent_in_heavy_text_speak_is_heard_whole(hear: Callable[[str], Heard]) -> None:
    heard = hear("la wnt asess my dd shes 6 got lttr 3/11/26")
    assert {
        ("referrer_role", None, "parent"),
        ("dispute", None, "refuse_assess"),
        ("age", "child", 6),
        ("date", "decision", "2026-11-03"),
    } <= heard
