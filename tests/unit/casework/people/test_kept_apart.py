"""Who must not meet somebody, and whom we must not contact, is kept; what happened is not."""

from __future__ import annotations

import pytest

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.people.kept_apart import rooms_apart_in, whom_to_leave_out
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, fact, said


@pytest.mark.parametrize(
    "words",
    [
        "separate rooms or online please",
        "can we have separate rooms",
        "i dont want to be in the same room as him",
        "I don't want to be in a room with my ex husband",
        "my ex must not be in the room",
        "i cant face him",
        "we cannot be in the same building",
        "i need a separate room from my ex",
        "separate room please",
        "no, but seperate rooms",
        "i'd rather not be in the same room",
        "we would need different rooms",
        "she can't be in the same room as her dad",
        "please dont make me sit with him",
        "me and my ex cant be in the same room",
        "im scared to be in the same room as him",
        "we dont need an interpreter but separate rooms",
    ],
)
@pytest.mark.parametrize("question", ["decision_date", "access_needs", "interpreter", "summary"])
def test_parent_can_ask_for_separate_rooms_at_any_time(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    access = parent.draft.referral.access
    assert "other" in access.needs
    assert access.details is not None and access.details in words


def test_parent_reads_back_that_separate_rooms_were_noted() -> None:
    parent = at("decision_date")
    outcome = parent.say("separate rooms please")
    assert outcome.says[0].values == {"facts": "access needs: separate rooms please"}


def test_separate_rooms_and_other_needs_are_both_kept() -> None:
    parent = at("decision_date")
    parent.say("separate rooms from my ex please")
    parent.say("and breaks when i get upset", fact("access_need", "breaks"))
    assert parent.draft.referral.access.needs == ["other", "breaks"]
    assert parent.draft.referral.access.details == "separate rooms from my ex please"


@pytest.mark.parametrize(
    "words",
    [
        "they put him in a separate room at school",
        "he cant be in a room with other children",
        "she cant be in a room with strip lights",
        "he needs a separate room for exams",
        "the kids sleep in separate rooms",
        "will we be in the same room",
        "i dont want to see her suffer",
        "he learns in a different room",
        "separate rooms or together",
        "we dont see his dad",
        "i dont see him",
        "the senco can't see her",
        "the officer wont meet him",
        "he can't be in the same room as other kids",
        "my son cant be in the same building as loud children",
        "no we dont need separate rooms",
        "we havent seen his dad so separate rooms dont matter",
        "we have separate rooms at home",
        "we were in separate rooms at hospital",
    ],
)
def test_rooms_of_a_childs_day_are_no_wish_for_the_meeting(words: str) -> None:
    assert rooms_apart_in(words) is None


def test_family_whose_other_parent_is_away_is_still_asked_what_they_need() -> None:
    parent = at("decision_date")
    parent.say("we dont see his dad, its just me and him")
    assert parent.draft.referral.access.asked is False


@pytest.mark.parametrize(
    "words",
    [
        "no we dont need separate rooms",
        "separate rooms dont matter",
        "separate rooms arent needed",
        "not fussed about separate rooms",
    ],
)
def test_who_needs_no_separate_rooms_has_no_need(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.asked, access.needs, access.details) == (True, [], None)


def test_child_who_cannot_be_among_children_has_a_need_where_it_is_asked() -> None:
    parent = at("access_needs")
    parent.say("he can't be in the same room as other kids")
    assert parent.draft.referral.access.needs == ["other"]


@pytest.mark.parametrize(
    "words",
    [
        "hes not to be contacted at all",
        "please dont contact his dad",
        "my mum must not know",
        "nobody is to ring her",
        "my ex mustn't be told",
        "his father can't find out",
        "do not involve my husband",
        "he is not to come to the meeting",
        "she should not be told",
        "he's not allowed to contact us",
    ],
)
@pytest.mark.parametrize("question", ["decision_date", "name", "access_needs"])
def test_whom_not_to_contact_is_kept_for_the_team(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    referral = parent.draft.referral
    kept = f"{referral.dispute.in_own_words}{referral.access.details}"
    assert words in kept


@pytest.mark.parametrize(
    "words",
    [
        "the school dont tell his mum anything",
        "he cant be told no",
        "dont call him tom",
        "school never contact me",
        "he doesnt know",
        "will you not tell him?",
        "please dont let her down any more",
        "dont give him too much homework",
    ],
)
def test_what_others_do_or_tell_leaves_nobody_out(words: str) -> None:
    assert whom_to_leave_out(words) is None


def test_of_a_message_about_danger_only_whom_not_to_contact_is_kept() -> None:
    parent = at("decision_date")
    message = said("he hit me and i have an order. he's not to be contacted. separate rooms please")
    outcome = take_facts_beside_danger(parent.draft, message, today=TODAY, now=NOW)
    kept = outcome.draft.referral.dispute.in_own_words
    assert kept is not None and kept.splitlines()[1:] == ["he's not to be contacted"]
    assert outcome.draft.referral.access.details == "separate rooms please"
    assert not outcome.says


@pytest.mark.parametrize(
    "words",
    [
        "I don't want my husband there",
        "I do not want my ex husband to come to the meeting",
        "I would not want my dad to join",
        "I'm worried my ex husband will attend",
        "I'm scared that he will turn up",
    ],
)
def test_who_is_not_to_be_at_the_meeting_is_kept_for_the_team(words: str) -> None:
    assert whom_to_leave_out(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "I don't want my mum to worry",
        "I don't want him in mainstream",
        "I'm worried he will fail",
        "I'm scared he will be excluded",
        "I want my husband there",
    ],
)
def test_worries_about_somebody_leave_nobody_out(words: str) -> None:
    assert whom_to_leave_out(words) is None
