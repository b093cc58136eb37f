"""Whole referrals by eight parents, over the chat API and on the real processes."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Any

import jsonschema
import pytest

from evaluation.expectations import matches, value_at
from tests.conversation.parents import Told, talk_like
from tests.conversation.service import Service

HERE = Path(__file__).parent
PERSONAS_FILE = HERE / "personas.jsonl"
PERSONAS = [json.loads(line) for line in PERSONAS_FILE.read_text().splitlines()]
SCHEMA = json.loads((HERE / "referral.schema.json").read_text())
MOST_QUESTIONS = 14


@pytest.fixture(scope="module")
def told(service: Service) -> dict[str, Told]:
    return {persona["id"]: talk_like(persona, service) for persona in PERSONAS}


@pytest.mark.parametrize("persona", PERSONAS, ids=[p["style"] for p in PERSONAS])
def test_parent_ends_with_the_referral_that_was_told(
    persona: dict[str, Any], told: dict[str, Told]
) -> None:
    referral = told[persona["id"]].referral
    assert referral is not None
    jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(referral)
    assert referral["status"] == "submitted"
    wrong = {
        path: value_at(referral, path)
        for path, expected in persona["expect"].items()
        if not matches(value_at(referral, path), expected)
    }
    assert not wrong
    for correction in persona["corrections"]:
        assert matches(value_at(referral, correction["field"]), correction["value"])


@pytest.mark.parametrize("persona", PERSONAS, ids=[p["style"] for p in PERSONAS])
def test_no_question_is_repeated_that_was_answered(
    persona: dict[str, Any], told: dict[str, Told]
) -> None:
    asked = told[persona["id"]].asked
    allowed = {c["after_asks"] for c in persona["corrections"]}
    repeated = {question for question in asked if asked.count(question) > 1} - allowed
    assert not repeated


def test_half_of_the_parents_answer_fourteen_questions_at_most(told: dict[str, Told]) -> None:
    assert median(len(set(one.asked)) for one in told.values()) <= MOST_QUESTIONS
