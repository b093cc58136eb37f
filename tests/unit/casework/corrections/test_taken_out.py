"""An answer that is to go is gone."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.corrections.test_lines_put_right import WORDS, at_the_review


@pytest.mark.parametrize(
    "words",
    [
        "delete that email",
        "remove the email address completely",
        "can you delete my email please",
        "take the email off",
        "please get rid of that email address",
        "delete 4",
        "remove line 4 please",
    ],
)
def test_parent_can_have_the_email_deleted(words: str) -> None:
    parent = at_the_review()
    parent.draft.referral.dispute.in_own_words = f"{WORDS}. dee@example.org"
    parent.say(words)
    assert parent.draft.referral.contact.email is None
    assert parent.draft.referral.dispute.in_own_words == f"{WORDS}. [deleted]"
    assert parent.heard[0] == "utter_taken_out"
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["i dont have one", "none", "delete it", "no email"])
def test_email_that_is_nobodys_can_be_left_out_when_it_is_asked_for(words: str) -> None:
    parent = at_the_review()
    parent.say("no thats not my email")
    assert parent.asked == "email"
    parent.say(words)
    assert parent.draft.referral.contact.email is None
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words", ["dont delete my email", "how do i delete my email", "i deleted your email"]
)
def test_who_does_not_ask_for_it_keeps_the_email(words: str) -> None:
    parent = at_the_review()
    parent.say(words)
    assert parent.draft.referral.contact.email == "dee@example.org"


def test_answer_that_we_must_have_is_asked_anew() -> None:
    parent = at_the_review()
    parent.say("remove 7")
    assert parent.asked == "child_name"
    assert parent.draft.referral.child.name == "Holly"


def test_parent_can_have_their_account_deleted() -> None:
    parent = at_the_review()
    parent.say("delete my words please")
    assert parent.draft.referral.dispute.in_own_words is None


@pytest.mark.parametrize(
    "words",
    [
        *("no thanks", "no wait", "no leave it", "leave it as it is", "keep it", "no worries"),
        *("i dont use it much", "no its fine", "never mind", "dont change it", "no sorry"),
    ],
)
def test_email_stays_where_nobody_says_that_there_is_none(words: str) -> None:
    parent = at_the_review()
    parent.say("no thats not my email")
    parent.say(words)
    assert parent.draft.referral.contact.email == "dee@example.org"


@pytest.mark.parametrize("words", ["i dont use email any more", "havent got one", "there's none"])
def test_email_that_is_no_more_is_taken_out(words: str) -> None:
    parent = at_the_review()
    parent.say("no thats not my email")
    parent.say(words)
    assert parent.draft.referral.contact.email is None


@pytest.mark.parametrize(
    "words",
    ["delete my email", "i want the email to go", "can my email be deleted", "take the email off"],
)
def test_email_that_is_to_go_once_it_is_sent_is_used_no_more(words: str) -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    outcome = parent.say(words)
    assert parent.draft.referral.contact.safe_to_email is False
    assert "utter_changed" in parent.heard
    assert [one.reason for one in outcome.handovers] == ["told_more"]


@pytest.mark.parametrize("words", ["the email has to go to my work one", "did you get my email"])
def test_email_that_is_only_spoken_of_once_it_is_sent_stays(words: str) -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    parent.say(words)
    assert parent.draft.referral.contact.safe_to_email is not False


@pytest.mark.parametrize("words", ["i lose my words", "I often lose my words when I'm stressed"])
def test_who_loses_her_words_at_meetings_keeps_what_she_wrote(words: str) -> None:
    parent = at("access_needs")
    parent.draft.referral.dispute.in_own_words = WORDS
    parent.say(words)
    assert (parent.draft.referral.dispute.in_own_words or "").startswith(WORDS)
