"""What a carer or step-parent is to the child is kept; who lacks responsibility is seen."""

from __future__ import annotations

import pytest

from casework.people.own_role import relationship_told
from casework.people.responsibility import NO_RESPONSIBILITY, lacks_responsibility
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("im his step dad", "step-dad"),
        ("im not his mum im his stepmum Kate", "step-mum"),
        ("im his nan, special guardian", "nan, special guardian"),
        ("im her nan and special guardian", "nan, special guardian"),
        ("special guardian", "special guardian"),
        ("foster mum here", "foster mum"),
        ("we're her foster parents", "foster parents"),
        ("im her kinship carer", "kinship carer"),
        ("its his mum's boyfriend", "mum's boyfriend"),
        ("im her mums partner", "mum's partner"),
        ("I have an SGO for my grandson", "special guardian"),
        ("Rosalind Keane, gran and special guardian of Poppy", "gran, special guardian"),
        ("June Abbott, grandmother to Kai", "grandmother"),
        ("I want his gran to come", None),
        ("my nan helps", None),
        ("his step dad left", None),
        ("im his mum, his nan looks after him", None),
        ("im not the foster carer im her mum", None),
        ("i am his mum and my mum's partner helps", None),
    ],
)
def test_relationship_is_heard_from_the_writer_alone(words: str, told: str | None) -> None:
    assert relationship_told(words) == told


def test_relationship_of_a_step_parent_is_kept_and_shown_by_their_role() -> None:
    parent = Parent()
    parent.say("im his step dad, they wont assess him", fact("referrer_role", "parent"))
    parent.agree()
    referrer = parent.draft.referral.referrer
    assert (referrer.role, referrer.relationship) == ("parent", "step-dad")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I look after my grandson Kai, they refused to assess him", "grandparent"),
        ("my grand daughter lives with me", "grandparent"),
        ("carer for me brothers kid bailey, shes 7", "aunt or uncle"),
        ("carer for me brother's kid bailey, shes 7", "aunt or uncle"),
        ("my niece is with me under a court order", "aunt or uncle"),
        ("my grandson's school wont help her", None),
        ("they refused to assess her", None),
    ],
)
def test_carer_is_to_the_child_what_they_call_it(words: str, told: str | None) -> None:
    parent = Parent()
    parent.say(words, fact("referrer_role", "carer"))
    parent.agree()
    assert parent.draft.referral.referrer.relationship == told


def test_parent_who_speaks_of_a_grandson_is_no_grandparent() -> None:
    parent = Parent()
    parent.say("they refused my son. my niece had the same", fact("referrer_role", "parent"))
    parent.agree()
    assert parent.draft.referral.referrer.relationship is None


def test_relationship_is_let_go_with_the_role_it_came_with() -> None:
    parent = at("phone")
    parent.say("im his nan", fact("referrer_role", "carer"))
    parent.say("no sorry, im his mum", fact("referrer_role", "parent"))
    assert parent.draft.referral.referrer.relationship is None


@pytest.mark.parametrize(
    "words",
    [
        "im her mums partner, i dont have parental responsibility",
        "I havent got parental responsibility but my partner does",
        "my partner Joanne has parental responsibility, i dont",
        "I don't have PR",
        "his real dad has PR not me",
        "no parental responsibility, thats with Joanne",
        "i have no PR but his dad says its fine",
        "Dad says its ok. i dont have pr",
        "i dont have pr, my partner does",
        "i have no PR for her",
    ],
)
def test_who_has_no_responsibility_is_looked_at_by_a_person(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    parent.say("07700 900701", fact("phone", "+447700900701"))
    assert NO_RESPONSIBILITY in parent.draft.referral.handover.reasons
    assert parent.draft.referral.handover.needed


@pytest.mark.parametrize(
    "words",
    [
        "his dad has no PR",
        "her dad doesnt have parental responsibility",
        "do i need parental responsibility?",
        "i have parental responsibility",
        "no PR for his dad",
        "no parental responsibility for my ex partner",
        "the birth father without PR",
        "the council say i have no PR",
        "my ex claims i have no parental rights",
        "they told me i dont have PR",
    ],
)
def test_responsibility_of_others_is_nothing_to_look_at(words: str) -> None:
    assert not lacks_responsibility(words)


def test_carer_who_tells_of_the_order_later_is_kept_as_special_guardian() -> None:
    parent = at("access_needs")
    parent.draft.referral.referrer.role = "carer"
    parent.say("my daughter isnt well so I have a special guardianship order")
    assert parent.draft.referral.referrer.relationship == "special guardian"
