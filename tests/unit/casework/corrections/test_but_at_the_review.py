"""A yes at the review with a "but" behind it sends nothing that somebody may want changed."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def told_in_words(parent: Parent) -> str:
    return parent.draft.referral.dispute.in_own_words or ""


@pytest.mark.parametrize(
    "words",
    [
        "yes but it was the 5th",
        "yes but they did assess him",
        "yes but we've moved",
        "yes but its two children",
        "yes but Samuel",
        "yes but he isnt in school",
        "yes but it goes to trafford not stockport",
        "yep although he has one from 2023",
        "yes however she lives with her dad now",
    ],
)
def test_but_that_nobody_has_read_is_kept_and_shown_before_it_is_sent(words: str) -> None:
    parent = at("summary")
    outcome = parent.say(words)
    assert not outcome.must_submit
    assert "utter_not_sent_yet" in parent.heard
    assert parent.asked == "summary"
    assert words.rsplit(" ", 1)[-1] in told_in_words(parent)
    assert parent.say("yes send it").must_submit


def test_but_that_names_a_line_asks_for_that_line() -> None:
    parent = at("summary")
    parent.say("yes but thats not my number anymore")
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    "words",
    [
        "yes but dont ring the house",
        "yes but thank you",
        "yes but its a nightmare",
        "yes but i dont know if the date is right",
        "yes and he is dyslexic",
        "yes send it, im so tired",
    ],
)
def test_yes_is_a_yes_where_nothing_may_be_put_right(words: str) -> None:
    assert at("summary").say(words).must_submit


@pytest.mark.parametrize(
    "words",
    ["dont send it", "dont send it yet", "i dont want to send it", "not yet", "not ready yet"],
)
def test_parent_who_is_not_ready_is_given_time_and_asked_for_no_change(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.heard == ["utter_take_your_time", "utter_not_sent_yet"]
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    ["let me ask my husband first", "i need to think about it", "i want to read it to my sister"],
)
def test_who_would_ask_somebody_first_has_nothing_put_in_their_words(words: str) -> None:
    parent = at("summary")
    before = told_in_words(parent)
    assert not parent.say(words).must_submit
    assert told_in_words(parent) == before
    assert "utter_take_your_time" in parent.heard


@pytest.mark.parametrize("words", ["dont send it yet the date is wrong", "i need to check my name"])
def test_line_that_is_named_beside_a_wait_is_asked_for(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked in {"decision_date", "name"}


@pytest.mark.parametrize("words", ["is this right", "is that all right?", "ok is it correct"])
def test_who_asks_back_whether_it_is_right_is_told_what_to_say(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert parent.heard == ["utter_help_summary"]


@pytest.mark.parametrize(
    "words",
    ["nothing wrong", "not that i can see", "no mistakes", "great", "looks ok", "i think so"],
)
def test_who_finds_nothing_wrong_is_asked_whether_to_send_it(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert parent.heard == ["utter_shall_i_send"]


@pytest.mark.parametrize("words", ["all ok except my name", "its all fine but the name"])
def test_all_ok_of_the_review_says_yes_to_no_way_of_reaching_them(words: str) -> None:
    parent = at("summary")
    before = parent.draft.referral.contact.safe_to_text
    ways = [fact("contact_ok", "yes", way) for way in ("call", "text", "email", "voicemail")]
    parent.say(words, *ways)
    assert parent.draft.referral.contact.safe_to_text is before
    assert parent.draft.referral.contact.safe_to_leave_voicemail is not True
    assert parent.asked == "name"


@pytest.mark.parametrize(
    "words",
    ["the council are useless", "see my letter", "i hate this council"],
)
def test_mere_mention_of_a_line_does_not_ask_for_it_again(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("council", "council"),
        ("the phone number please", "phone"),
        ("the date isnt right", "decision_date"),
        ("spelling of my name", "name"),
        ("the bit about the certificate", "certificate_held"),
    ],
)
def test_line_that_is_called_by_its_name_is_asked_for(words: str, asked: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked == asked


@pytest.mark.parametrize(
    "words",
    [
        "no to the council",
        "the council bit, id rather not",
        "i'm not happy about telling the council",
        "i never said you could tell the council",
        "the council can know but not my number",
    ],
)
def test_what_may_be_a_no_to_telling_the_council_is_asked_about_at_the_review(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert parent.asked == "share_with_council"


def test_council_that_should_know_nothing_is_not_told() -> None:
    parent = at("summary")
    parent.say("all correct apart from the council should know nothing")
    assert parent.draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize(
    "words", ["the council said no twice", "they told the council", "i told the council already"]
)
def test_what_the_council_was_told_by_others_asks_for_no_consent_again(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked == "summary"
    assert parent.draft.referral.consent.share_with_council.given is True


def test_remark_that_led_to_nothing_is_kept_whatever_its_words_weigh() -> None:
    parent = at("summary")
    parent.say("the council said no twice")
    assert "said no twice" in told_in_words(parent)


@pytest.mark.parametrize(
    ("words", "place"),
    [("yeah fine. its birmingham btw", "birmingham"), ("yh n we in hull", "hull")],
)
def test_yes_that_names_another_council_is_not_sent(words: str, place: str) -> None:
    parent = at("summary")
    assert not parent.say(words, fact("council", place)).must_submit
    assert "utter_not_sent_yet" in parent.heard


def test_yes_that_names_another_person_is_not_sent_and_its_own_name_is() -> None:
    assert not at("summary").say("yes Jayden Marsh").must_submit
    assert at("summary").say("yes Craig Sumner").must_submit


@pytest.mark.parametrize(
    "words",
    ["CAMHS have discharged her, she is well", "absolutely raging about this letter", "start"],
)
def test_what_only_sounds_like_a_yes_is_not_sent(words: str) -> None:
    assert not at("summary").say(words).must_submit


def test_child_whose_name_is_put_right_at_the_question_for_the_other_ends_that_question() -> None:
    parent = at("summary")
    parent.say("no change the name")
    parent.say("its not Holly its Hollie")
    assert parent.draft.referral.child.name == "Hollie"
    assert parent.asked == "summary"
