"""Who has just been told something says "ok" or "oh right" before they answer."""

from __future__ import annotations

import pytest

from casework.words import (
    reads_as_mere_assent,
    reads_as_no,
    reads_as_plain_no,
    reads_as_yes,
    without_lead_in,
)
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "ok no",
        "ok so no",
        "ok then no",
        "ah ok no",
        "oh right no I havent",
        "hmm dont think so",
        "ok I dont think so",
        "right, not yet",
        "erm nope",
        "i see. no",
    ],
)
def test_no_is_understood_whatever_is_said_before_it(words: str) -> None:
    assert reads_as_no(words) and reads_as_plain_no(words)
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is False
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is False


@pytest.mark.parametrize("words", ["hmm yes", "ah ok yes", "right then, yes", "erm yeah"])
def test_yes_is_understood_whatever_is_said_before_it(words: str) -> None:
    assert reads_as_yes(words)


@pytest.mark.parametrize(
    "words",
    [
        "ok",
        "oh right",
        "ok thanks",
        "right then",
        "ah i see",
        "ok no problem",
        "hmm ok",
        "oh ok cool",
    ],
)
def test_who_only_takes_note_holds_no_certificate(words: str) -> None:
    assert reads_as_mere_assent(words)
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is None
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize("words", ["ok no worries", "so unfair", "right old mess", "then he cried"])
def test_what_only_begins_so_is_no_no(words: str) -> None:
    assert not reads_as_no(words)


@pytest.mark.parametrize(("words", "plan"), [("ok no", "none"), ("oh right yes", "final")])
def test_plan_is_told_after_a_sound_too(words: str, plan: str) -> None:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    parent.say("skip")
    assert parent.asked == "plan"
    parent.say(words)
    assert parent.draft.referral.plan == plan


def test_words_after_a_sound_are_left_as_they_are() -> None:
    assert without_lead_in("ok so no, not yet") == "no, not yet"
    assert without_lead_in("Oliver is ok") == "Oliver is ok"
    assert without_lead_in("Wellington") == "Wellington"
