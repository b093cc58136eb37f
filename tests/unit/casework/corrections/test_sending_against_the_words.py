"""The review is never sent against the words, and is sent for a yes in any words."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    [
        "of course not",
        "definitely not",
        "absolutely not",
        "yes dont send it yet",
        "yes just dont send it till friday",
        "yes i dont want to send it",
        "yes my husband needs to read it before you send it",
        "yes tomorrow",
        "yes. dont send it yet",
        "yes next week",
        "yes later please",
        "yes on monday",
        "send it on monday",
        "send it next week please",
        "send it after my wife has read it",
        "ok tomorrow",
        "is it right",
        "is that correct",
        "is this all right",
        "yes is it right",
        "they are",
        "she is",
        "put it",
        "yes i never said that",
        "yes. i didnt say that",
        "yes but leave out his diagnosis",
        "yes but take my number off",
        "yes can you remove the email",
        "yes once ive checked the date",
        "yes. once i have read it",
        "yes my wife wants to see it first",
        "yes i want to stop",
        "yes delete everything please",
        "yes ive changed my mind",
        "yes i said no",
        "yes i wont be sending it",
        "yes never send it",
        "yes i want to change his age first",
        "yes let me read it again",
        "yes hold it for now",
        "yes give me a minute",
        "yes dont put my address on it",
        "yes without my number",
        "send it but leave out the bit about his dad",
        "yes i still need to check it",
        "yes do not submit",
        "yes i pressed that by mistake",
        "yes keep the council out of it",
        "dont send it \U0001f44d",
    ],
)
def test_parent_who_holds_it_back_has_sent_nothing(words: str) -> None:
    assert not at("summary").say(words, intent="affirm").must_submit


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "yes please",
        "of course",
        "definitely",
        "yes of course",
        "yes send it",
        "send it",
        "send it now",
        "submit it please",
        "its all right",
        "thats correct",
        "all correct",
        "everything is right send it",
        "yes all good",
        "yep looks good",
        "ok send",
        "yes thanks",
        "\U0001f44d",
        "yes \U0001f44d",
        "put that",
        "yes they are all right",
        "yes send it please and thank you",
        "yes send it. how long will it take",
        "yes. what happens next",
        "yes send it. can i ring you later?",
        "yes send it, im so tired",
        "yes send it. they never rang me back",
        "yes send it. he has a meeting tomorrow",
        "yes send it but dont ring the house",
        "yes send it. dont put anything through the door",
        "yes. when he was 3 he was diagnosed",
        "yes send it. the council said no twice",
        "yes send it. i dont know what else to do",
        "go ahead and send it",
        "im happy send it",
    ],
)
def test_parent_who_says_yes_has_sent(words: str) -> None:
    assert at("summary").say(words, intent="affirm").must_submit


@pytest.mark.parametrize(
    "words",
    [
        "yes they took it away",
        "yes we had one meeting in spring and nothing came of it",
        "yes she does",
        "yes the council told us last week",
        "yes my ex was there",
        "he is at work so it's fine, you can go on",
    ],
)
def test_yes_that_goes_on_to_tell_of_the_case_sends_nothing(words: str) -> None:
    assert not at("summary").say(words, intent="affirm").must_submit


@pytest.mark.parametrize(
    "words",
    [
        "yes they are all correct",
        "yes i said yes",
        "yes my details are right",
        "yes. he loves lego",
    ],
)
def test_yes_to_what_was_read_sends_whatever_it_goes_on_with(words: str) -> None:
    assert at("summary").say(words, intent="affirm").must_submit


@pytest.mark.parametrize("words", ["ok", "yes", "ok thank you", "yes thats fine thank you"])
def test_parent_who_takes_leave_before_sending_has_sent_nothing_by_an_ok(words: str) -> None:
    parent = at("summary")
    parent.say("bye", intent="goodbye")
    assert not parent.say(words, intent="affirm").must_submit
    assert parent.asked == "summary"
