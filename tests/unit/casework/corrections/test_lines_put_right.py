"""Lines of the review that are refused, complained of, or put right in part."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.referral.summary import summary_fields
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

OCTOBER = fact("date", "2026-10-15")
WORDS = "they wont assess him and it is not fair on us"


def at_the_review() -> Parent:
    """A parent at the review, with an email, a time and an account."""
    parent = at("summary")
    referral = parent.draft.referral
    referral.contact.best_time, referral.contact.email = "mornings", "dee@example.org"
    referral.dispute.in_own_words = WORDS
    return parent


def told(words: str, *facts: Entity) -> Parent:
    """The parent having said this; "{name}" is the number of the name in the review."""
    parent = at_the_review()
    numbers = {name: place for place, name in enumerate(summary_fields(parent.draft), start=1)}
    parent.say(words.format(**numbers), *facts)
    return parent


def own_words(parent: Parent) -> str:
    return str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("{email} no", "email"),
        ("{best_time} no", "best_time"),
        ("{in_own_words} is weird", "in_own_words"),
        ("{in_own_words} i dont want that wording", "in_own_words"),
        ("{route_wanted} isnt what i said", "route_wanted"),
        ("{best_time} i never said that", "best_time"),
        ("its fine but {council} is wrong", "council"),
        ("{best_time}, not right", "best_time"),
    ],
)
def test_number_with_a_refusal_asks_that_question_again(words: str, field: str) -> None:
    parent = told(words)
    assert parent.asked == field
    assert own_words(parent) == WORDS


@pytest.mark.parametrize("words", ["{share_with_council} no", "{share_with_council} should be no"])
def test_no_by_its_number_is_an_answer_where_one_is_asked_for(words: str) -> None:
    assert told(words).draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize("words", ["25 should be no", "99 is wrong", "30 no"])
def test_number_of_no_line_asks_which_is_meant(words: str) -> None:
    assert told(words).asked == "change_what"


@pytest.mark.parametrize("words", ["everything is wrong", "its not right", "that isnt correct"])
def test_who_only_says_that_it_is_wrong_is_asked_what(words: str) -> None:
    assert told(words).asked == "change_what"


def test_each_of_several_numbers_is_taken() -> None:
    parent = told("{decision_date} should be 15 october and {certificate_held} yes", OCTOBER)
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-15"
    assert parent.draft.referral.certificate.held is True


def test_kind_named_as_in_the_review_counts_before_what_is_said_of_the_plan() -> None:
    parent = told(
        "{issue} isnt right, I said help is not given, the plan itself is alright",
        fact("dispute", "refuse_plan"),
    )
    assert parent.draft.progress.stated_kinds == ["not_delivered"]


def test_several_lines_that_are_wrong_are_asked_one_after_the_other() -> None:
    parent = told("{email} and {best_time} are wrong")
    assert parent.asked == "email"
    parent.say("dee2@example.org", fact("email", "dee2@example.org"))
    assert parent.asked == "best_time"
    parent.say("evenings")
    assert parent.asked == "summary"


def test_name_put_right_beside_a_refused_line_is_no_text_of_that_line() -> None:
    parent = told("{in_own_words} is weird. and Creg not Craig")
    assert parent.draft.referral.referrer.name == "Creg Sumner"
    assert own_words(parent) == WORDS
    assert parent.asked == "in_own_words"


def test_refused_account_stays_until_there_is_another() -> None:
    parent = told("{in_own_words} i dont want that wording")
    parent.say("i dont want that wording")
    assert own_words(parent) == WORDS
    parent.say("the council refuses to assess Holly")
    assert own_words(parent) == "the council refuses to assess Holly"


def test_parent_can_add_to_the_account_by_its_number() -> None:
    parent = told("{in_own_words} please put that his sister helps him")
    assert WORDS in own_words(parent)
    assert "his sister helps him" in own_words(parent)


def test_parent_can_say_what_the_account_should_be() -> None:
    assert own_words(told("{in_own_words} should say they never came")) == "they never came"


def test_line_ends_where_another_is_named() -> None:
    parent = told("{best_time} should be after 6pm and on access deaf in one ear")
    referral = parent.draft.referral
    assert referral.contact.best_time == "after 6pm"
    assert referral.access.details == "deaf in one ear"


def test_denial_beside_the_new_answer_is_no_part_of_it() -> None:
    parent = told("{best_time} is wrong, I never said that. put evenings")
    assert parent.draft.referral.contact.best_time == "evenings"


def test_bit_of_a_line_to_go_asks_that_line_anew() -> None:
    number_only = fact("contact_ok", "no", "call")
    parent = told("take the bit about calls out of line {safe_contact}", number_only)
    assert parent.asked == "safe_contact"
    assert parent.draft.referral.contact.safe_to_call is True


@pytest.mark.parametrize(
    ("words", "found", "field"),
    [
        ("its still got 16 october", fact("date", "2026-10-16"), "decision_date"),
        ("it still says mornings", fact("best_time", "mornings"), "best_time"),
        ("you still have the wrong council", fact("dispute", "refuse_amend"), "council"),
    ],
)
def test_complaint_of_what_the_review_still_shows_asks_for_it(
    words: str, found: Entity, field: str
) -> None:
    parent = told(words, found, fact("dispute", "no_decision"))
    assert parent.asked == field
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    "words",
    [
        "the college isnt on there",
        "you havnt put the school",
        "its got no school on it",
        "wheres his school",
        "school is missing",
    ],
)
def test_school_that_is_missing_is_asked_for(words: str) -> None:
    parent = told(words)
    assert parent.heard[-1] == "utter_ask_setting"
    assert parent.asked == "change_what"
    parent.say("brookfield manor")
    assert parent.draft.referral.child.setting == "Brookfield Manor"
    assert parent.asked == "summary"


def test_school_asked_for_may_be_left_out() -> None:
    parent = told("the college isnt on there")
    parent.say("skip", intent="skip")
    assert parent.asked == "summary"


def test_two_complaints_are_taken_up_one_after_the_other() -> None:
    parent = told("its still got 16 october and no college", fact("date", "2026-10-16"))
    assert parent.asked == "decision_date"
    parent.say("17 october 2026", fact("date", "2026-10-17"))
    assert parent.heard[-1] == "utter_ask_setting"


def test_wrong_answer_that_nobody_knows_better_no_longer_stands() -> None:
    parent = told("{decision_date} is wrong")
    parent.say("put not sure", intent="unsure")
    assert parent.draft.referral.decision.letter_date is None
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    [
        "the number ends 819 not 701",
        "phone should end 819. not 701, 819",
        "its 819 not 701",
        "not 701 its 819",
    ],
)
def test_last_digits_of_the_phone_can_be_put_right(words: str) -> None:
    assert told(words).draft.referral.contact.phone == "+447700900819"


def test_last_digits_without_the_old_ones_are_confirmed() -> None:
    parent = told("the phone ends in 819")
    assert parent.heard[-1] == "utter_confirm_phone"
    assert parent.draft.referral.contact.phone == "+447700900701"


@pytest.mark.parametrize("words", ["its 819 not 818", "we got 30 hours not 701"])
def test_other_figures_change_no_phone(words: str) -> None:
    assert told(words).draft.referral.contact.phone == "+447700900701"


def test_one_word_of_an_answer_can_be_put_right() -> None:
    assert told("evenings not mornings").draft.referral.contact.best_time == "evenings"


def test_name_that_is_spelt_anew_keeps_its_surname() -> None:
    assert told("my name is spelt Kraig").draft.referral.referrer.name == "Kraig Sumner"
