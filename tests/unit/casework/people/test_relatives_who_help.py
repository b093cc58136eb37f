"""An aunt who helps is no carer: the family has to agree, or no more is taken."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.record import Permission
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact
from tests.unit.casework.people.test_friends_of_the_family import (
    FRIEND,
    asked_who_they_are,
    shown_as,
)

CARER = fact("referrer_role", "carer")
GUESSED = fact("referrer_role", "carer", sure=False)
REFUSED = fact("permission", "no")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("none of those, im an aunt helping", GUESSED),
        ("im his auntie, helping his mum with this", CARER),
        ("his uncle. helping out", CARER),
        ("i'm his aunt, she is his mum not me", CARER),
        ("I'm his aunt, his mum cant do forms", CARER),
        ("a relative, helping", None),
        ("his uncle, mum asked me to do it", CARER),
    ],
)
def test_relative_who_helps_is_asked_whether_the_family_agrees(
    words: str, role: Entity | None
) -> None:
    parent = asked_who_they_are()
    parent.say(words, *([role] if role else []))
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


@pytest.mark.parametrize(
    "words",
    [
        "her aunt, she lives with me",
        "I'm his aunt and his guardian, mum hasn't agreed to anything",
        "im his aunt, kinship carer",
        "aunt. i look after him since his mum got ill",
        "foster carer, helping him settle",
    ],
)
def test_relative_who_has_the_care_is_a_carer(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words, CARER)
    assert parent.draft.referral.referrer.role == "carer"
    assert parent.asked != "permission"


@pytest.mark.parametrize(
    "words",
    [
        "1 is wrong im his aunt. and Michelle hasnt agreed",
        "You are: a relative, aunt. Permission: no not yet",
        "im his aunt, mum hasn't said yes",
        "wrong, I'm his nan. his mum has not agreed",
    ],
)
def test_relative_whose_family_has_not_agreed_cannot_send(words: str) -> None:
    parent = at("summary")
    parent.draft.referral.referrer.role = "carer"
    outcome = parent.say(words, CARER, REFUSED)
    assert "utter_permission_needed" in parent.heard
    assert not outcome.must_submit
    assert parent.draft.referral.child.name is None
    outcome = parent.say("yes send it", intent="affirm")
    assert not outcome.must_submit


def test_carer_of_whom_a_no_is_heard_has_none_on_record() -> None:
    parent = at("access_needs")
    parent.draft.referral.referrer.role = "carer"
    parent.say("his mum doesn't agree", REFUSED)
    assert parent.draft.referral.referrer.permission is None


def test_parent_whose_sister_helps_stays_a_parent() -> None:
    parent = asked_who_they_are()
    parent.say("i'm a mum, brother is helping me", fact("referrer_role", "parent"))
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.asked != "permission"


def test_who_is_on_for_a_sister_is_a_friend_of_the_family() -> None:
    parent = Parent()
    parent.say(
        "hi im on for my sister Michelle, her lad Leo was refused an assessment",
        fact("dispute", "refuse_assess"),
        fact("referrer_role", "parent", sure=False),
    )
    parent.agree()
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


def test_supporter_who_is_named_is_one_person() -> None:
    parent = at("access_needs")
    parent.say(
        "my mum Petra will come",
        fact("supporter", "mum Petra"),
        fact("person_name", "Petra", "supporter"),
    )
    assert parent.draft.referral.supporters == ["mum Petra"]


TAKES_BACK = "Michelle said no she doesnt want it. please stop it"


def friend_at(question: str) -> Parent:
    parent = at(question)
    parent.draft.referral.referrer.role = "other_professional"
    parent.draft.referral.referrer.permission = Permission(given=True)
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "mum doesn't want this any more",
        "she has changed her mind",
        "the family don't want me to go on",
        "dad says to stop",
        "she no longer agrees",
        "mum has changed her mind she doesnt want this",
        "the family no longer want to go ahead",
        "mum does not want you to keep her details",
        "she doesn't want me to refer them to you",
        "Mum has withdrawn her consent",
    ],
)
def test_family_that_takes_its_yes_back_ends_the_referral(words: str) -> None:
    parent = friend_at("access_needs")
    parent.say(words)
    assert "utter_permission_needed" in parent.heard
    assert parent.draft.referral.child.name is None
    assert not parent.draft.referral.has_permission


def test_family_that_takes_its_yes_back_after_sending_is_looked_at_at_once() -> None:
    parent = friend_at("summary")
    parent.say("yes", intent="affirm")
    outcome = parent.say(TAKES_BACK)
    assert ("consent_withdrawn", "urgent") in [(h.reason, h.priority) for h in outcome.handovers]


@pytest.mark.parametrize(
    "words",
    [
        "the council said no",
        "they changed their mind about the assessment",
        "mum doesn't want him at that school",
        "mum hasn't agreed to the plan",
        "mum said no interpreter needed",
        "mum doesn't want you to ring her",
        "mum doesnt want you to ring before 3pm",
        "she doesn't want you to leave voicemails",
        "mum doesnt want me to come to the meeting",
        "dad doesn't want you to text him",
        "mum doesn't want you to send it to the council",
        "mum has changed her mind about mediation",
        "she says no, she doesn't agree with the council's decision",
        "mum withdrew him from school",
        "she said to stop ringing her at work",
    ],
)
def test_no_to_something_else_takes_back_nothing(words: str) -> None:
    parent = friend_at("access_needs")
    parent.say(words)
    assert parent.draft.referral.has_permission
    assert parent.draft.referral.child.name is not None


PARENT = fact("referrer_role", "parent")
OF_HER_HELPER = [
    "its his aunt, she is helping me",
    "his auntie, she is helping",
    "no just his uncle, here to help with lifts",
    "just his uncle helping us at home really",
    "any time, its my cousin helping with the kids after 3",
    "im bringing his aunt to help",
    "im lucky my sister is helping me with it",
    "im so glad his auntie is here to help",
    "my sister in law, she is helping with this",
    "uncle helping, he said yes he can come",
]


@pytest.mark.parametrize("question", ["supporters", "access_needs", "best_time", "name"])
@pytest.mark.parametrize("words", OF_HER_HELPER)
def test_parent_who_names_her_helper_stays_a_parent_and_keeps_all_she_told(
    words: str, question: str
) -> None:
    parent = at("summary")
    parent.draft.progress.pending = question
    parent.say(words, CARER)
    parent.say("no")
    assert parent.draft.referral.referrer.role == "parent"
    assert parent.draft.progress.unconfirmed is None
    assert parent.draft.referral.child.name == "Holly"
    assert "utter_permission_needed" not in parent.heard


@pytest.mark.parametrize("question", ["name", "phone", "summary"])
@pytest.mark.parametrize(
    "words",
    [
        "im his aunt, helping his mum with this",
        "i am his auntie, just helping his mum",
        "sorry im his aunt not his mum, im helping her with it",
        "im his mums sister, helping her",
        "im his aunt, helping his mum. send it",
    ],
)
def test_aunt_who_was_taken_for_a_parent_is_asked_before_anything_changes(
    words: str, question: str
) -> None:
    parent = at(question)
    outcome = parent.say(words, CARER)
    assert not outcome.must_submit
    assert parent.heard[-1] == "utter_confirm_role"
    assert parent.draft.referral.referrer.role == "parent"
    parent.say("yes")
    assert shown_as(parent) == FRIEND
    assert parent.asked == "permission"


def test_parent_who_was_taken_for_an_aunt_says_no_and_stays_a_parent() -> None:
    parent = at("phone")
    parent.say("im his aunt, helping his mum with this", CARER)
    parent.say("no")
    assert shown_as(parent) == "a parent"
    assert parent.draft.referral.child.name == "Holly"
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("im his mum, its just his auntie helping me type", PARENT),
        ("mum, im just here for my sister in law to explain it", PARENT),
        ("dad. his uncle is helping me", PARENT),
        ("im the single mum of Holly, my brother is helping", PARENT),
    ],
)
def test_parent_who_says_so_is_one_whoever_helps_her(words: str, role: Entity) -> None:
    for parent in (asked_who_they_are(), Parent()):
        parent.say(words, role)
        assert parent.draft.referral.referrer.role == "parent"


@pytest.mark.parametrize(
    "words",
    [
        "i'm supporting my family with this",
        "im doing this for her brother too but today its about her",
        "sister helping me fill it in",
    ],
)
def test_who_may_be_anybody_is_asked_who_they_are(words: str) -> None:
    parent = asked_who_they_are()
    parent.say(words)
    assert parent.draft.referral.referrer.role is None
    assert parent.asked == "role"
