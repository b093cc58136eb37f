"""What may never be read in a sentence that managers see."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.safety.redaction import MASK, plain_words, redact


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "My son Jayden is six and goes to St Mary's Primary School in Stockport. Can I bring "
            "my mum?",
            "My son [hidden] is [hidden] and goes to [hidden] in [hidden] Can I bring my mum?",
        ),
        ("ring me on 07700 900123 please", "ring me on [hidden] please"),
        ("I am zoe.b@example.org", "I am [hidden]"),
        ("we live at SK10 1EA", "we live at [hidden]"),
        ("born 3/4/2015 on a Friday in March", "born [hidden] on a [hidden] in [hidden]"),
        (
            "the head is called mrs price and zoe long needs help",
            "the head is called [hidden] and [hidden] needs help",
        ),
        ("can zoe's mum come", "can [hidden] mum come"),
        ("Mark will come", "[hidden] will come"),
        ("it will be soon i may come", "it will be soon i may come"),
        ("mark and hope are home", "[hidden] and [hidden] are home"),
        ("we are in reading and speak Urdu", "we are in [hidden] and speak [hidden]"),
        ("مرحبا ابني", "[hidden]"),
        ("WHY DO YOU NEED THIS", "WHY DO YOU NEED THIS"),
        (
            "is the EHCP reviewed each year? I don't know",
            "is the EHCP reviewed each year? I don't know",
        ),
        ("", ""),
    ],
)
def test_manager_reads_the_question_and_nothing_of_the_family(written: str, shown: str) -> None:
    assert redact(written) == shown


NAMES = ["jayden", "Zoë", "McKenzie", "Oluwaseun", "Stockport", "Oakfield", "Polish", "Smith-Jones"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["{}", "{}'s", "{}.", "({})", "my son {} is home", "with/{}"])
def test_no_name_gets_through_however_it_stands(name: str, shape: str) -> None:
    for written in (name, name.lower(), name.upper()):
        assert name.casefold() not in redact(shape.format(written)).casefold()


@given(st.text(max_size=200))
def test_no_number_and_no_word_that_is_not_listed_gets_through(written: str) -> None:
    shown = redact(written).replace(MASK, "")
    assert not re.search(r"\d|@", shown)
    for word in re.findall(r"[^\W\d_]{4,}", shown):
        assert word.lower() in plain_words()


def test_words_for_numbers_and_days_and_names_are_never_plain() -> None:
    assert not plain_words() & {"six", "fourteen", "march", "friday", "zoe", "craig", "urdu"}


def test_long_message_is_cut() -> None:
    assert len(redact("please help us " * 100)) <= 300
