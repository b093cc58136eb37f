"""School transport is not ours: who asks is told where to go, and its appeal is no Tribunal's."""

from __future__ import annotations

import pytest

from casework.turn.asked_in_words import topic_in_words
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "do you deal with school transport",
        "can you help with school transport?",
        "is this for school transport",
        "will you help me with his transport to school",
        "who do i talk to about school transport then",
        "where do i go for the school taxi",
        "does mediation cover home to school transport",
        "do you do transport",
        "how do i appeal school transport",
        "what about transport?",
        "can u help us fight the school bus",
    ],
)
def test_parent_who_asks_about_school_transport_is_told_where_to_go(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="ask_travel_costs")
    assert parent.heard[0] == "utter_route_transport"
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize(
    "words",
    [
        "they refused school transport",
        "do you pay for transport to the meeting",
        "can i get my travel paid",
        "do you deal with transport to the meeting?",
        "the school transport is late",
        "can you ring me at school",
    ],
)
def test_other_words_about_travel_are_no_question_about_school_transport(words: str) -> None:
    assert topic_in_words(words) is None


@pytest.mark.parametrize(
    "words", ["2nd stage appeal is on 4 december", "our transport appeal is on 4 december"]
)
def test_councils_own_appeal_is_no_appeal_to_the_tribunal(words: str) -> None:
    parent = at("decision_date")
    start = words.index("4 december")
    day = fact("date", "2025-12-04", sure=False)
    parent.say(
        words,
        fact("appeal", "yes", sure=False),
        fact("dispute", "already_appealed", sure=False),
        type(day)("date", "2025-12-04", None, False, start, len(words)),
    )
    assert parent.draft.referral.appeal.lodged is None
    assert parent.draft.progress.unconfirmed is None
    assert parent.asked == "decision_date"


def test_day_of_a_letter_beside_a_hearing_is_heard() -> None:
    parent = at("decision_date")
    parent.say("the letter is dated 16 october 2026", fact("date", "2026-10-16"))
    assert parent.draft.referral.decision.letter_date is not None


@pytest.mark.parametrize(
    "words",
    [
        "is it bad if she leaves it?",
        "would it be ok if we skip it",
        "is it a problem if i dont do it?",
        "what if i just leave it?",
        "will it be bad for him if i ignore it",
    ],
)
def test_parent_without_a_plan_who_would_leave_it_hears_of_no_plan(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="ask_plan_while_appealing", confidence=0.6)
    assert parent.heard[0] == "utter_faq_do_i_have_to_mediate"


def test_parent_without_a_plan_is_not_told_how_long_it_is_kept() -> None:
    parent = at("certificate_held")
    parent.say("does it all stop if she does not go?", intent="ask_plan_while_appealing")
    assert "utter_faq_plan_while_appealing" not in parent.heard


@pytest.mark.parametrize("words", ["is it ok if i leave at 3?", "is it bad if he leaves school?"])
def test_leaving_elsewhere_is_no_question_whether_to_mediate(words: str) -> None:
    assert topic_in_words(words) is None
