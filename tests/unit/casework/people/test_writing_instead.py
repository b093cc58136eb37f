"""Who cannot ring, or is not safe to ring, is told of writing wherever others are told to ring."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

from casework.people.writing_instead import in_writing
from casework.referral.draft import Draft
from casework.referral.fields import put
from casework.say import RESPONSES, Say, has_response, words_of
from casework.team.opening_hours import service_details
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent, fact

NUMBER = "03330 062 835"
FOR_OTHERS = {
    "utter_permission_needed": "it is the family that may ring",
    "utter_child_too_young_user": "it is an adult that a child shows it to",
    "utter_faq_how_to_contact": "gives our email too",
    "utter_faq_what_is_this_service": "an answer to what we are",
}
IN_TIME_OF_NEED = {
    "utter_urgent_in_writing",
    "utter_late_in_writing",
    "utter_short_of_time_in_writing",
    "utter_time_is_short_in_writing",
    "utter_time_may_be_over_in_writing",
    "utter_time_may_be_short_in_writing",
}
"""These give both: somebody may ring for them."""


def not_to_be_rung() -> Draft:
    draft = Draft()
    put(draft, "safe_contact", {"safe_to_call": False}, today=TODAY)
    return draft


def told_to_ring() -> list[str]:
    """Every response that gives our number."""
    found: set[str] = set()
    for path in RESPONSES.glob("*.yml"):
        for name, variants in yaml.safe_load(path.read_text("utf-8"))["responses"].items():
            if any(NUMBER in variant["text"] for variant in variants):
                found.add(name)
    return sorted(found)


@pytest.mark.parametrize("name", told_to_ring())
def test_nobody_who_cannot_ring_is_only_told_to_ring(name: str) -> None:
    if name in FOR_OTHERS:
        return
    said = in_writing([Say(name)], not_to_be_rung())[0]
    assert has_response(said.response)
    for channel in ("web", "sms"):
        words = words_of(said, channel=channel)
        assert said.response in IN_TIME_OF_NEED or NUMBER not in words
        assert not re.search(r"\bring (?:us|you)\b", words)


def test_parent_who_may_be_rung_is_told_to_ring() -> None:
    assert in_writing([Say("utter_urgent")], Draft()) == [Say("utter_urgent")]


@pytest.mark.parametrize("words", ["I'm deaf", "i cant use the phone"])
def test_deaf_parent_short_of_time_is_told_to_email(words: str) -> None:
    parent = at("decision_date")
    parent.say(words)
    parent.say("23 september 2026", fact("date", "2026-09-23", "decision"))
    assert "utter_time_is_short_in_writing" in parent.heard
    parent.say("no")
    assert "utter_route_dates_urgent" not in parent.heard
    assert not any("Please ring" in reason for reason in parent.draft.referral.requirement.reasons)


def test_deaf_parent_who_is_not_understood_is_offered_a_person_who_writes() -> None:
    parent = at("certificate_held")
    parent.say("I'm deaf")
    parent.say("blah blah")
    parent.say("blah blah")
    assert "utter_offer_person_in_writing" in parent.heard


def test_deaf_parent_who_says_no_to_keeping_is_given_our_email() -> None:
    parent = Parent()
    parent.say("I'm deaf")
    parent.say("no", intent="deny")
    assert "utter_no_consent_in_writing" in parent.heard


def test_parent_short_of_time_reads_once_when_we_answer() -> None:
    parent = at("decision_date")
    parent.say("23 september 2026", fact("date", "2026-09-23", "decision"))
    place = parent.heard.index("utter_time_is_short")
    assert parent.heard[place + 1] == "utter_when_we_answer"
    assert parent.outcome is not None
    values = parent.outcome.says[place + 1].values
    assert values == {
        "hours": "Monday to Friday, 9am to 5pm",
        "opening": "We open Monday at 9am.",
    }
    assert date(2026, 11, 21).strftime("%A") == "Saturday"
    parent.say("sorry, it was 24 september 2026", fact("date", "2026-09-24", "decision"))
    assert "utter_when_we_answer" not in parent.heard


def test_parent_with_time_is_not_told_the_hours() -> None:
    parent = at("summary")
    assert "hours" not in parent.draft.progress.told


def test_texts_that_give_hours_give_those_of_the_service() -> None:
    told = [words_of(Say(name)) for name in told_to_ring() if "9am" in words_of(Say(name))]
    assert told
    for words in told:
        assert service_details().usual_hours in words
