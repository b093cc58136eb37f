"""Who asks in two words about the very question gets an answer about it, and not about another."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

WRONG = {"intent": "ask_do_i_have_to_mediate", "confidence": 0.95}


@pytest.mark.parametrize(
    "words", ["do i have to", "do i have to?", "must i", "ok but do i need to", "is it optional"]
)
def test_parent_who_asks_whether_they_must_is_told_why_and_where_they_need_not(words: str) -> None:
    parent = at("name")
    parent.say(words, **WRONG)
    assert parent.heard == ["utter_why_name", "utter_ask_name"]
    parent = at("access_needs")
    parent.say(words, **WRONG)
    assert parent.heard == [
        "utter_why_access_needs",
        "utter_may_be_skipped",
        "utter_ask_access_needs",
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [("consent", "utter_if_not_kept"), ("share_with_council", "utter_if_council_not_told")],
)
@pytest.mark.parametrize(
    "words", ["do i have to", "does it matter if i say no", "can i say no", "is it ok if i say no"]
)
def test_parent_who_asks_whether_to_agree_is_told_what_a_no_means(
    question: str, told: str, words: str
) -> None:
    parent = at(question)
    parent.say(words, **WRONG)
    assert parent.heard == [told, f"utter_ask_{question}"]


@pytest.mark.parametrize("words", ["do i have to", "do i have to go to a meeting"])
def test_parent_who_may_ask_of_mediation_is_told_of_mediation(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, **WRONG)
    assert parent.heard[0] == "utter_faq_do_i_have_to_mediate"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("decision_date", "which one"),
        ("decision_date", "which letter?"),
        ("decision_date", "i got 2, which one"),
        ("decision_date", "the date i got it or the date on it?"),
        ("child_name", "i have two children, which one"),
        ("child_name", "first name or full?"),
        ("name", "mine or his?"),
        ("name", "whose name"),
        ("phone", "mobile or landline?"),
        ("certificate_held", "which one do you mean"),
        ("child_age", "now or when it started?"),
    ],
)
def test_parent_who_asks_what_is_meant_is_helped_with_that_question(
    question: str, words: str
) -> None:
    parent = at(question)
    parent.say(words, intent="ask_which_one_do_i_need", confidence=0.95)
    assert parent.heard == [f"utter_help_{question}"]
    assert parent.asked == question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("route_wanted", "which one"),
        ("phone", "which one of mediation and disagreement resolution do i need"),
        ("name", "is it free or do i have to pay?"),
    ],
)
def test_question_with_a_matter_of_its_own_is_answered(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="ask_which_one_do_i_need", confidence=0.95)
    assert parent.heard[0] == "utter_faq_which_one_do_i_need"


def test_number_given_beside_another_is_no_question() -> None:
    parent = at("phone")
    words = "07700 900444 or 07700 900555?"
    parent.say(words, fact("phone", "+447700900444"))
    assert parent.draft.referral.contact.phone == "+447700900444"


@pytest.mark.parametrize("question", ["share_with_council", "name", "phone", "summary"])
@pytest.mark.parametrize(
    "words",
    [
        "who gets it",
        "who will read it?",
        "where does it go",
        "is it going to the council?",
        "is this confidential",
    ],
)
def test_parent_who_asks_who_gets_it_is_told_who_sees_it(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="ask_how_do_i_get_a_certificate", confidence=0.9)
    assert parent.heard[0] == "utter_faq_who_sees_this"
    assert parent.asked == question


def test_who_gets_it_may_be_the_certificate_where_that_is_asked_for() -> None:
    parent = at("certificate_held")
    parent.say("who gets it", intent="ask_how_do_i_get_a_certificate", confidence=0.9)
    assert parent.heard[0] == "utter_faq_how_do_i_get_a_certificate"
