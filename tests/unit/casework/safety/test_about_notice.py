"""Who asks why a notice came, or who will be told, is answered; other questions are left alone."""

from __future__ import annotations

import pytest

from casework.safety.about_notice import read_about_notice


@pytest.mark.parametrize(
    "text",
    [
        "why",
        "why are you asking",
        "what?",
        "what do you mean",
        "I don't understand",
        "why did you send that",
        "why are you telling me this",
        "huh",
        "sorry what",
        "what has that got to do with it",
        "why would i need 999",
        "why are you saying that i never said that",
    ],
)
def test_who_wonders_at_the_notice_asks_why_it_came(text: str) -> None:
    assert read_about_notice(text) == "why"


@pytest.mark.parametrize(
    "text",
    [
        "please dont tell anyone",
        "I don't want you to tell anyone",
        "please don't tell social services",
        "i dont want social services involved",
        "keep this between us please",
        "is this confidential",
        "are you going to report this",
        "are you going to report me",
        "do you have to tell social services",
        "who will you tell",
        "will i get in trouble",
        "will they take him off me",
        "will social services take my kids",
        "they wont take my kids will they",
        "could i lose my children",
        "delete what i just said",
    ],
)
def test_who_fears_what_follows_asks_for_a_secret(text: str) -> None:
    assert read_about_notice(text) == "secret"


@pytest.mark.parametrize(
    "text",
    [
        "why has the council refused",
        "why do you need the date",
        "what letter",
        "what is mediation",
        "what is this service",
        "what happens next",
        "dont ring me",
        "please dont tell my husband",
        "are you going to tell him",
        "delete my answers",
        "nobody will tell me",
        "they never report anything",
        "the school didnt report it",
        "they take him to school by taxi",
        "i told the police",
        "will it be private at the meeting",
        "can you call me",
        "5 November 2026",
        "Luton",
    ],
)
def test_what_is_asked_of_the_case_is_not_asked_of_the_notice(text: str) -> None:
    assert read_about_notice(text) is None
