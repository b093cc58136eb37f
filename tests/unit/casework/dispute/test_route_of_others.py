"""Routes that others want, that are no use, or of which either is asked about."""

from __future__ import annotations

import pytest

from casework.dispute.route_of_others import is_wish_of_others
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def asked_which_way(words: str) -> Parent:
    parent = at("route_wanted")
    parent.say(words)
    return parent


def waiting(parent: Parent) -> object:
    """The route that is asked about before it is stored."""
    found = parent.draft.progress.unconfirmed
    return found.value if found is not None and found.field == "route_wanted" else None


@pytest.mark.parametrize(
    "words",
    [
        "i would rather not have mediation",
        "i'd rather not do mediation",
        "we'd prefer not to go to mediation",
        "mediation is pointless, the paper please",
        "meetings are no good, just the paper",
        "dont see the point of mediation",
        "mediation wont work with them",
        "we tried mediation and it failed",
        "mediation is a waste of time, just the paper please",
    ],
)
def test_who_sees_no_use_in_mediation_is_asked_whether_they_want_the_paper(words: str) -> None:
    parent = asked_which_way(words)
    assert parent.draft.referral.route_wanted is None
    assert waiting(parent) == "certificate_only"


@pytest.mark.parametrize(
    "words",
    [
        "the council want mediation",
        "the school wants mediation",
        "my husband wants mediation",
        "the letter says mediation",
        "they said i need mediation",
        "the council offered a meeting",
        "their officer would like to meet",
        "a meeting, or the certificate first?",
    ],
)
def test_what_others_want_or_nobody_chose_is_asked_about(words: str) -> None:
    parent = asked_which_way(words)
    assert parent.draft.referral.route_wanted is None
    assert waiting(parent) == "mediation"


@pytest.mark.parametrize("words", ["a meeting or the certificate?", "certificate or meeting?"])
def test_who_asks_which_of_two_has_chosen_neither(words: str) -> None:
    assert asked_which_way(words).draft.referral.route_wanted is None


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("mediation please", "mediation"),
        ("a meeting", "mediation"),
        ("i want to meet them", "mediation"),
        ("yes mediation with the council", "mediation"),
        ("the council and i both want mediation", "mediation"),
        ("me and the council want mediation", "mediation"),
        ("my husband and i want mediation", "mediation"),
        ("to meet the council face to face", "mediation"),
        ("no mediation", "certificate_only"),
        ("just the certificate", "certificate_only"),
        ("disagreement resolution", "disagreement_resolution"),
    ],
)
def test_family_that_says_what_it_wants_is_not_asked_again(words: str, route: str) -> None:
    assert asked_which_way(words).draft.referral.route_wanted == route


def test_who_writes_for_a_family_may_tell_what_it_wants() -> None:
    assert is_wish_of_others("mum wants mediation", for_family=False)
    assert not is_wish_of_others("mum wants mediation", for_family=True)
    assert is_wish_of_others("the council want mediation", for_family=True)
