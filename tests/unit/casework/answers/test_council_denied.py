"""The council that a family says is not theirs is not stored as theirs."""

from __future__ import annotations

import pytest

from casework.answers.councils_told import council_facts
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact, said


def asked_for_the_council() -> Parent:
    parent = at("decision_date")
    parent.draft.referral.council.gss = parent.draft.referral.council.name = None
    parent.draft.progress.pending = "council"
    return parent


def council_told(words: str, *places: str) -> str | None:
    """The council that is stored after the words or, where it is unsure, asked about."""
    parent = asked_for_the_council()
    parent.say(words, *(fact("council", place) for place in places))
    waiting = parent.draft.progress.unconfirmed
    return parent.draft.referral.council.gss if waiting is None else waiting.value["gss"]


@pytest.mark.parametrize(
    ("words", "gss"),
    [
        ("we live in derby not derbyshire", "E06000015"),
        ("we are derby not derbyshire", "E06000015"),
        ("derby, not derbyshire", "E06000015"),
        ("lincoln not north lincolnshire", "E10000019"),
        ("bath not bristol", "E06000022"),
        ("kent not medway", "E10000016"),
        ("its not leeds its bradford", "E08000032"),
        ("not in leeds, bradford", "E08000032"),
        ("bradford rather than leeds", "E08000032"),
        ("not Nottingham city, the county", "E10000024"),
        ("not leicester city, its the county", "E10000018"),
    ],
)
def test_council_beside_one_that_is_denied_is_theirs(words: str, gss: str) -> None:
    assert council_told(words) == gss


def test_council_that_is_only_denied_is_asked_for_again() -> None:
    assert council_told("not derbyshire", "derbyshire") is None


@pytest.mark.parametrize(
    ("words", "gss"),
    [
        ("not sure maybe leeds", "E08000035"),
        ("im from leeds", "E08000035"),
        ("leeds city council", "E08000035"),
        ("not far from leeds", "E08000035"),
        ("its north somerset", "E06000024"),
    ],
)
def test_council_that_is_not_denied_is_heard(words: str, gss: str) -> None:
    assert council_told(words) == gss


def test_family_that_lives_elsewhere_now_has_the_council_of_now() -> None:
    parent = asked_for_the_council()
    parent.say("slough way.. no we are in Hillingdon now", fact("council", "Hillingdon"))
    assert parent.draft.referral.council.gss == "E09000017"


@pytest.mark.parametrize(
    "words",
    [
        "moved from leeds to bradford in august",
        "bury or bolton",
        "stockport but cheshire east did the plan",
    ],
)
def test_family_that_names_two_councils_is_asked_which_and_its_words_are_kept(words: str) -> None:
    parent = asked_for_the_council()
    parent.say(words)
    assert parent.heard == ["utter_council_ambiguous"]
    assert parent.draft.referral.council.as_typed == words
    if len(words.split()) > 4:
        assert words in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        ("we moved last month from Bolton to Bury", False),
        ("Bolton until we moved", False),
        ("sorry we moved, the letter is from Bolton", True),
        ("we moved to Bolton", True),
    ],
)
def test_council_that_they_moved_from_is_asked_about(words: str, is_sure: bool) -> None:
    told = council_facts(said(words, fact("council", "Bolton")))
    assert [one.is_sure for one in told] == [is_sure]
