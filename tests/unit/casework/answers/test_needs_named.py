"""What helps a family to take part is heard by its name, and chatter around it is no need."""

from __future__ import annotations

import pytest

from casework.answers.needs_named import needs_named
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "needs", "details"),
    [
        (
            "he has adhd and cant sit still so breaks if he comes",
            ["breaks"],
            "he has adhd, cant sit still, breaks if he comes",
        ),
        ("need quiet and short meeting", ["quiet_room", "breaks"], None),
        ("carry on im fine lol just need a quiet room", ["quiet_room"], None),
        (
            "he is the one that needs help not me lol. i get anxious tho so breaks",
            ["breaks"],
            "i get anxious tho",
        ),
        ("breaks and good lighting", ["breaks"], "good lighting"),
        ("access needs: breaks, large print", ["breaks", "large_print"], None),
        ("did you get it? i need large print", ["large_print"], None),
        ("is there parking?", ["parking"], None),
    ],
)
def test_need_is_heard_by_its_name(words: str, needs: list[str], details: str | None) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.needs == needs
    assert parent.draft.referral.access.details == details


@pytest.mark.parametrize(
    "words",
    [
        "did you get my email",
        "have you received the letter",
        "carry on",
        "i meant he needs it, noah",
        "he needs it not me",
        "are you there",
        "school is st james",
        "hes at Heathlands",
    ],
)
def test_chatter_is_no_need_and_the_question_stands(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.details is None
    assert parent.asked == "access_needs"


@pytest.mark.parametrize("words", ["we dont need breaks", "im fine thanks", "no breaks needed"])
def test_need_that_is_denied_is_none(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.needs == []
    assert parent.asked == "interpreter"


@pytest.mark.parametrize("words", ["he gets no breaks at school", "he has a ta for breaks"])
def test_what_the_child_has_at_school_is_no_break_in_the_meeting(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert "breaks" not in parent.draft.referral.access.needs


def test_need_told_beside_the_school_is_kept() -> None:
    parent = at("access_needs")
    parent.say("hes at Heathlands and cant cope with noise")
    assert "noise" in (parent.draft.referral.access.details or "")
    assert parent.draft.referral.child.setting == "Heathlands"


@pytest.mark.parametrize("words", ["14 should be breaks", "change 14 to breaks", "he needs BREAKS"])
def test_need_is_put_right_at_the_review(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.draft.referral.access.needs == ["breaks"]
    assert parent.asked == "summary"


def test_just_one_need_takes_the_place_of_the_others() -> None:
    parent = at("summary")
    parent.say("14 should be breaks, parking")
    assert parent.draft.referral.access.needs == ["breaks", "parking"]
    parent.say("change 14 to just a quiet room")
    assert parent.draft.referral.access.needs == ["quiet_room"]
    assert parent.draft.referral.access.details is None


def test_need_that_is_added_leaves_the_others() -> None:
    parent = at("summary")
    parent.say("14 should be breaks")
    parent.say("add parking please", fact("access_need", "parking"))
    assert parent.draft.referral.access.needs == ["breaks", "parking"]
    parent.say("she needs a quiet room")
    assert parent.draft.referral.access.needs == ["breaks", "parking", "quiet_room"]


def test_list_by_the_name_of_the_line_is_read_to_its_end() -> None:
    parent = at("summary")
    parent.say(
        "access needs: breaks, good lighting, BSL interpreter",
        fact("sign", "bsl"),
        fact("section", "F", sure=False),
    )
    access = parent.draft.referral.access
    assert access.needs == ["breaks"]
    assert "good lighting" in (access.details or "")
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("I get migraines so a break or two in a long meeting would help", "breaks"),
        ("the odd break", "breaks"),
        ("I'd want to stop for a bit now and then", "breaks"),
        ("I want breaks", "breaks"),
        ("it is important to have a quiet room", "quiet_room"),
        ("somewhere without steps", "step_free"),
        ("a lift, my knees are shot", "step_free"),
        ("a suitable lavatory", "accessible_toilet"),
        ("blue badge space", "parking"),
        ("no big words", "easy_read"),
        ("no jargon, I've got dyslexia", "easy_read"),
        ("live transcription", "captions"),
        ("lights turned down", "sensory"),
        ("my PA Jo comes with me", "carer_attends"),
        ("I keep my medication with me in a cool bag", "medical"),
    ],
)
def test_need_in_other_words_is_that_need(words: str, need: str) -> None:
    assert [str(named.value) for named in needs_named(words)] == [need]


@pytest.mark.parametrize("words", ["we need a break from the school", "no breaks", "it broke down"])
def test_other_breaks_are_no_need(words: str) -> None:
    assert needs_named(words) == []
