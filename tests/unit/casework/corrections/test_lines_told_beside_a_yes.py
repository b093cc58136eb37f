"""Lines of the review that are told by their numbers beside "all fine" and "yes but"."""

from __future__ import annotations

import pytest

from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def numbered(parent: Parent, field: str) -> int:
    return summary_fields(parent.draft).index(field) + 1


@pytest.mark.parametrize(
    "words",
    [
        "yes but {0} is 10",
        "yes but change {0} to 10",
        "all right except number {0} which is 10",
        "everything is fine but {0} should be 10",
        "change {0} to 10",
    ],
)
def test_age_told_by_its_number_beside_a_yes_is_changed_and_shown(words: str) -> None:
    parent = at("summary")
    said = words.format(numbered(parent, "child_age"))
    assert not parent.say(said, fact("age", 10, "child")).must_submit
    assert parent.draft.referral.child.age == 10
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words", ["all ok but {0}", "everything except {0} is right", "all fine bar {0}", "yes but {0}"]
)
def test_line_that_alone_is_not_right_is_asked_for(words: str) -> None:
    parent = at("summary")
    parent.say(words.format(numbered(parent, "child_age")))
    assert parent.asked == "child_age"


@pytest.mark.parametrize("words", ["swap {0} and {1}", "{0} {1} wrong", "{0}, {1} are wrong"])
def test_several_lines_are_asked_for_one_after_another(words: str) -> None:
    parent = at("summary")
    parent.say(words.format(numbered(parent, "child_age"), numbered(parent, "council")))
    assert parent.asked == "child_age"
    assert parent.draft.progress.to_change == ["council"]


def test_no_told_by_the_number_of_the_council_is_a_no() -> None:
    parent = at("summary")
    parent.say(f"send it but change {numbered(parent, 'share_with_council')} to no")
    assert parent.draft.referral.consent.share_with_council.given is False


def test_name_put_right_by_its_number_keeps_the_surname() -> None:
    parent = at("summary")
    parent.say(f"{numbered(parent, 'name')} its Kraig not Craig")
    assert parent.draft.referral.referrer.name == "Kraig Sumner"


@pytest.mark.parametrize("words", ["ring me 3 to 5", "yes but 2 of us are coming"])
def test_hours_and_counts_number_no_line(words: str) -> None:
    parent = at("summary")
    before = parent.draft.referral.referrer.name, parent.draft.referral.child.age
    parent.say(words)
    assert (parent.draft.referral.referrer.name, parent.draft.referral.child.age) == before


@pytest.mark.parametrize(
    "words", ["{0} delete that", "{0}. remove please", "take out what it says in my words"]
)
def test_own_words_can_be_taken_out_by_number_and_by_what_they_are_called(words: str) -> None:
    parent = at("summary")
    parent.draft.referral.dispute.in_own_words = "he hates the bus"
    parent.say(words.format(numbered(parent, "in_own_words")))
    assert parent.draft.referral.dispute.in_own_words is None


def test_day_told_after_the_line_that_is_wrong_is_taken() -> None:
    parent = at("summary")
    day = fact("date", "2026-11-05")
    parent.say("everything right apart from the date, it was 5 november", day)
    letter = parent.draft.referral.decision.letter_date
    assert letter is not None
    assert letter.isoformat() == "2026-11-05"
