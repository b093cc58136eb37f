"""English that is fine for one is not fine for all; who is hard put to read needs easy words."""

from __future__ import annotations

import pytest

from casework.answers.interpreter_wanted import has_little_english
from casework.people.interpreter_for import interpreter_is_for
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("english is fine for me but my mum speaks punjabi", "my mum"),
        ("english is ok for me, not for my husband", "my husband"),
        ("my english is fine but my wife needs one", "my wife"),
        ("polish for my husband", "my husband"),
        ("tamil interpreter for my mum please", "my mum"),
        ("my sister will interpret for my mum", None),
        ("no thanks for my mum", None),
        ("no but my husband speaks good english", None),
        ("english is fine for my husband", None),
        ("not for my mum", None),
    ],
)
def test_whom_the_interpreter_is_for_is_heard(words: str, whom: str | None) -> None:
    assert interpreter_is_for(words) == whom


def test_language_of_the_one_whose_english_is_not_fine_is_kept_with_whose_it_is() -> None:
    parent = at("interpreter")
    parent.say(
        "english is fine for me but my mum speaks punjabi",
        fact("language", "pan"),
    )
    interpreter = parent.draft.referral.interpreter
    assert interpreter.needed is True
    assert "my mum" in str(interpreter.details)


@pytest.mark.parametrize(
    "words",
    [
        "my english is ok but not for meeting",
        "my english ok but slow",
        "english is fine but not for legal letters",
        "i speak a bit of english",
        "little english",
        "i speak english but not good",
        "sometimes",
    ],
)
def test_parent_whose_english_is_fine_for_some_of_it_is_asked(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None
    assert (waiting.field, waiting.value) == ("interpreter", True)


@pytest.mark.parametrize(
    "words",
    [
        "english is fine",
        "we speak welsh at home but english is fine",
        "no english is fine thanks",
        "english is fine for both of us",
        "my english is fine but my spelling is bad",
        "no i speak good english",
    ],
)
def test_parent_whose_english_is_fine_needs_no_interpreter(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is False
    assert not has_little_english("english is my first language")


@pytest.mark.parametrize("words", ["farsi but no men please", "farsi, no males"])
def test_whom_they_do_not_want_to_interpret_is_kept(words: str) -> None:
    parent = at("interpreter")
    parent.say(words, fact("language", "fas"))
    assert "no m" in str(parent.draft.referral.interpreter.details)


@pytest.mark.parametrize(
    "words",
    [
        "reading is hard but speaking ok",
        "reading is really hard for me",
        "its hard for me to read long things",
        "I speak ok english but reading is hard",
        "no but please write it simple",
    ],
)
def test_parent_who_is_hard_put_to_read_gets_easy_words(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.access.needs == ["easy_read"]


@pytest.mark.parametrize("words", ["his reading is hard work", "no thanks we read fine", "no"])
def test_who_reads_well_or_speaks_of_the_child_gets_none(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert not parent.draft.referral.access.needs
