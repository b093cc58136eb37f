"""Who says that they have a question is asked what it is, and nothing else."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

ASKED = ["utter_what_is_your_question"]


@pytest.mark.parametrize(
    "words",
    [
        "I have a question",
        "Ask a question",
        "can I ask a question",
        "hi can i just ask a quick question please",
        "i've got a question",
        "just a question",
        "I have some questions",
        "could we ask you a few questions?",
    ],
)
def test_parent_with_a_question_is_asked_what_it_is(words: str) -> None:
    parent = Parent()
    outcome = parent.say(words, intent="ask_what_is_this_service")
    assert parent.heard == ASKED
    assert parent.asked is None
    assert not outcome.consents


@pytest.mark.parametrize(
    "words",
    ["I have a question about mediation", "I have a son", "just one child", "ask my husband"],
)
def test_what_says_more_than_that_is_heard(words: str) -> None:
    parent = Parent()
    parent.say(words)
    assert parent.heard != ASKED


def test_parent_who_has_a_question_meanwhile_goes_on_where_they_were() -> None:
    parent = at("phone")
    parent.say("i have a question")
    assert parent.heard == ASKED
    parent.say("07700 900701", fact("phone", "+447700900701"))
    assert parent.draft.referral.contact.phone == "+447700900701"


def test_question_that_follows_is_answered_and_the_form_comes_again() -> None:
    parent = at("phone")
    parent.say("i have a question")
    parent.say("what is mediation?", intent="ask_what_is_mediation", confidence=0.95)
    assert "utter_faq_what_is_mediation" in parent.heard
    assert parent.asked == "phone"


def test_worker_without_permission_is_not_told_that_somebody_will_ring() -> None:
    worker = Parent()
    worker.say("I am a social worker", fact("referrer_role", "other_professional"))
    worker.agree()
    worker.say("no", intent="deny")
    assert "utter_permission_needed" in worker.heard
    worker.say("what do i do now?", intent="ask_what_happens_next", confidence=0.95)
    assert "utter_permission_needed" in worker.heard
    assert "utter_faq_what_happens_next" not in worker.heard


def test_parent_whose_time_ran_out_hears_of_a_way_and_not_how_often_people_agree() -> None:
    parent = at("decision_date")
    parent.say("1 march 2026", fact("date", "2026-03-01"))
    parent.say("so is it hopeless?", intent="ask_does_it_work", confidence=0.95)
    assert "utter_faq_missed_deadline" in parent.heard
    assert "utter_faq_does_it_work" not in parent.heard


@pytest.mark.parametrize(
    "words", ["whats one of those", "what is one of them?", "what's that", "wots one of those then"]
)
def test_parent_can_ask_what_the_thing_asked_for_is(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="help_me", confidence=0.7)
    assert parent.heard == ["utter_faq_what_is_a_certificate", "utter_ask_certificate_held"]


@pytest.mark.parametrize(
    "words",
    [
        "do i count as his parent for this?",
        "would a foster carer be classed as a parent",
        "am i counted as her mum",
        "am i legally his parent",
    ],
)
def test_foster_carer_can_ask_whether_they_count_as_a_parent(words: str) -> None:
    parent = at("name")
    parent.say(words, intent="ask_other_parent", confidence=0.33)
    assert parent.heard[0] == "utter_counts_as_parent"
