"""Who will not meet the council names a meeting and does not want one."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


def asked_for_the_route(words: str) -> tuple[str | None, str | None]:
    """The route that is stored after the words, and the one that is asked about."""
    parent = at("route_wanted")
    parent.draft.referral.route_wanted = None
    parent.say(words)
    waiting = parent.draft.progress.unconfirmed
    return parent.draft.referral.route_wanted, None if waiting is None else str(waiting.value)


@pytest.mark.parametrize(
    "words",
    [
        "i dont want to talk to the council",
        "dont want to meet them",
        "i cant face meeting them",
        "i dont want a meeting",
        "i dont want another meeting",
        "i refuse to sit down with them",
        "im done talking to them",
        "meetings dont work",
        "i'm not ready to meet them",
        "sick of meetings",
        "no more meetings",
    ],
)
def test_parent_who_will_not_meet_is_asked_about_the_certificate(words: str) -> None:
    assert asked_for_the_route(words) == (None, "certificate_only")


@pytest.mark.parametrize("words", ["they wont talk to us", "i want them to meet his needs"])
def test_meeting_that_is_only_named_is_asked_about(words: str) -> None:
    assert asked_for_the_route(words) == (None, "mediation")


@pytest.mark.parametrize(
    "words",
    [
        "talk",
        "i want to meet them",
        "a meeting please",
        "to sit down with them",
        "yes id like to meet and talk it over",
        "lets meet",
        "both",
        "mediation",
        "mediation, they never talk to us",
        "mediation but i cant meet on mondays",
        "mediation but not in the same room as my ex",
        "meeting with the council",
    ],
)
def test_plain_wish_for_a_meeting_is_taken(words: str) -> None:
    assert asked_for_the_route(words) == ("mediation", None)


@pytest.mark.parametrize(
    "words",
    [
        "mediation but not with his dad there",
        "mediation but only if i dont have to see them",
        "mediation but only if its online",
        "mediation but only by video",
        "mediation, i cant travel though",
        "mediation as long as its at school",
        "mediation but not at the school",
        "a meeting, only without the headteacher",
    ],
)
def test_condition_of_a_route_is_kept_for_the_team(words: str) -> None:
    parent = at("route_wanted")
    parent.draft.referral.route_wanted = None
    parent.say(words)
    waits = parent.draft.progress.unconfirmed
    assert "mediation" in (parent.draft.referral.route_wanted, waits and waits.value)
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert "utter_added_for_team" in parent.heard


@pytest.mark.parametrize(
    "words", ["mediation", "mediation please", "mediation if possible", "only mediation", "both"]
)
def test_route_without_a_condition_keeps_no_words(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert "utter_added_for_team" not in parent.heard
