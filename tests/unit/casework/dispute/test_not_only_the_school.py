"""More than the school, or the school again later: nobody is exempt without being asked."""

from __future__ import annotations

import pytest

from casework.dispute.only_the_school import is_only_the_school
from tests.unit.casework.dispute.test_only_the_school import asked_whether_only_the_school
from tests.unit.casework.parents import Parent, fact

NOT_ONLY = [
    "no its not just the school",
    "actually its not only the school",
    "sorry its not only the school",
    "it's more than just the school",
    "it isnt just about the school",
    "i dont think its only the school",
    "we don't just disagree with the school",
    "the school is not the only thing",
    "I don't think it's only section I",
]


def asked_later(told: str) -> Parent:
    """A parent asked for the letter's date, after that word on whether it is only the school."""
    parent = asked_whether_only_the_school()
    parent.say(told)
    assert parent.asked == "decision_date"
    return parent


@pytest.mark.parametrize("words", NOT_ONLY)
def test_parent_who_says_not_only_the_school_needs_a_certificate(words: str) -> None:
    assert not is_only_the_school(words)
    parent = asked_whether_only_the_school()
    parent.say(words, fact("only", "school"), fact("section", "I"))
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize("words", NOT_ONLY)
def test_parent_who_says_so_again_later_is_not_made_exempt(words: str) -> None:
    parent = asked_later("other parts too")
    parent.say(words)
    assert parent.draft.progress.school_only == "other_parts"
    assert "utter_changed" not in parent.heard


@pytest.mark.parametrize("words", NOT_ONLY)
def test_exempt_parent_who_says_later_that_there_is_more_is_exempt_no_more(words: str) -> None:
    parent = asked_later("only the school")
    parent.say(words)
    if parent.asked == "school_only_check":
        assert parent.heard[-1] == "utter_confirm_school_only_check"
        parent.say("yes", intent="affirm")
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.draft.referral.requirement.certificate == "required"


@pytest.mark.parametrize(
    "words", ["its only the school", "sorry its only the school", "no the rest is fine"]
)
def test_nobody_becomes_exempt_in_passing_without_being_asked(words: str) -> None:
    parent = asked_later("other parts too")
    parent.say(words)
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.heard[-1] == "utter_confirm_school_only_check"
    parent.say("no", intent="deny")
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.draft.referral.requirement.certificate == "required"


def test_parent_who_puts_a_name_right_beside_it_is_asked_too() -> None:
    parent = asked_later("other parts too")
    parent.draft.referral.child.name = "Holly"
    parent.say(
        "his name is Ivy not Holly, its only the school", fact("person_name", "Ivy", "child")
    )
    assert parent.draft.referral.child.name == "Ivy"
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.heard[-1] == "utter_confirm_school_only_check"


@pytest.mark.parametrize(
    "words",
    [
        "the school only gives him 5 hours",
        "school only does 3 days a week",
        "only the school is fine",
        "only the school has been good to us",
        "they only named the type of school",
        "just the school is happy with it",
        "maybe its only the school",
        "the council say its only the school",
        "if it was only the school i could cope",
        "only the school nurse",
        "i only want what the school said",
        "the other parts are good but not perfect",
        "the rest is fine except F",
        "the rest is ok if they put the hours in",
        "just that the hours are vague",
        "theres nothing else i can do",
        "section I only says mainstream",
        "sorry only after school only does half days",
    ],
)
def test_sentence_with_only_and_school_in_it_exempts_nobody(words: str) -> None:
    assert not is_only_the_school(words)
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only != "only_school"
    assert parent.draft.referral.requirement.certificate != "not_required"


@pytest.mark.parametrize(
    "words",
    ["just the school and the speech therapy", "only the school & his OT", "school only plus salt"],
)
def test_help_listed_beside_only_the_school_is_more_than_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words, fact("only", "school"))
    assert parent.draft.progress.school_only == "other_parts"


@pytest.mark.parametrize(
    "words",
    [
        "only the school they named",
        "just the school that's wrong",
        "only which school he goes to",
        "we only disagree with the school",
        "its just the school they've named i'm unhappy with",
        "everything is fine apart from the school",
        "only the school. the help is fine",
        "just the school because its too far",
        "just the school, not the help",
        "only the school and thats it",
        "just the school, the rest is fine. my mum is with him at home",
    ],
)
def test_parent_can_say_in_many_words_that_it_is_only_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"


@pytest.mark.parametrize(
    "words",
    [
        "my husband is at home",
        "no he's at home now because the school is wrong",
        "he is not in school",
        "they took him out of school",
        "I want to stay at home with him",
    ],
)
def test_being_at_home_is_no_wish_for_education_out_of_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only != "out_of_school"


@pytest.mark.parametrize(
    "words",
    [
        "education out of school",
        "i want him educated at home",
        "tuition at home",
        "teaching at home through the plan",
        "provision outside of school",
        "not in a school",
        "eotas",
    ],
)
def test_parent_can_ask_for_education_out_of_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "out_of_school"


def test_parent_who_sends_it_as_only_the_school_is_asked_before_it_goes() -> None:
    parent = asked_later("other parts too")
    parent.draft.progress.pending = "summary"
    parent.say("its only the school, send it")
    assert not parent.draft.progress.is_submitted
    assert parent.draft.progress.school_only == "other_parts"
    assert parent.heard[-1] == "utter_confirm_school_only_check"


@pytest.mark.parametrize(
    "words",
    [
        "only the school. oh and the speech bit is vague",
        "just the school but his therapy is too low",
        "only the school, though section f is a bit woolly",
        "only the school and the OT part is missing",
        "just school, and the hours are wrong",
    ],
)
def test_only_the_school_and_a_vague_part_is_more_than_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "other_parts"


@pytest.mark.parametrize(
    "words",
    [
        "only the school",
        "only the school, the speech bit is fine",
        "just the school, its the wrong one",
        "only the school. the help is good",
        "only the school, it is too far and too big",
    ],
)
def test_only_the_school_stays_only_the_school(words: str) -> None:
    parent = asked_whether_only_the_school()
    parent.say(words)
    assert parent.draft.progress.school_only == "only_school"
