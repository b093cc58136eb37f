"""Who asks whether we are there, wants a moment, leaves or comes back is answered in kind."""

from __future__ import annotations

import pytest

from casework.turn.coming_and_going import read_coming_or_going
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    ["are you still there", "is anyone there?", "hello?", "u there?", "hi is anybody there"],
)
def test_parent_who_asks_if_we_are_there_hears_yes_and_the_question(words: str) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.heard[0] == "utter_i_am_here"
    assert parent.asked == "child_name"


@pytest.mark.parametrize(
    "words",
    [
        "hang on",
        "i need a minute",
        "hold on a sec",
        "bear with me im just getting my glasses",
        "hang on the baby is crying",
        "give me 2 mins",
        "brb",
        "got to pick up the kids, back in 20",
    ],
)
@pytest.mark.parametrize("question", ["child_name", "phone", "summary"])
def test_parent_who_needs_a_moment_is_given_it(words: str, question: str) -> None:
    parent = at("child_name")
    parent.draft.progress.pending = question
    parent.say(words)
    assert parent.heard[0] == "utter_take_your_time"
    assert parent.draft.referral.child.name is None


@pytest.mark.parametrize(
    "words",
    [
        "thanks. back later",
        "back later",
        "thanks, will come back to this",
        "ive got to go",
        "got to dash, back soon",
        "will be back tomorrow",
        "got to go pick the kids up from school",
    ],
)
def test_parent_who_leaves_hears_that_the_answers_are_kept_and_is_welcome_back(words: str) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.heard == ["utter_stopped_draft_kept"]
    parent.say("hello im back")
    assert parent.heard[0] == "utter_welcome_back"
    assert parent.asked == "child_name"


@pytest.mark.parametrize(
    "words",
    [
        "is anyone there on saturday",
        "are you there at weekends",
        "i have to go to work so evenings",
        "i have to pick him up at 3",
        "hang on i dont want that sent",
        "hang on its 12 not 11",
        "hold on thats wrong",
        "im back at work so ring after 5",
        "they put him back in september",
        "10 hours",
        "i need a minute of your time to explain",
        "i have to go to school to get him",
        "hello",
    ],
)
def test_parent_who_tells_something_is_not_going(words: str) -> None:
    assert read_coming_or_going(words, "issue") is None


def test_being_back_in_two_hours_tells_the_best_time() -> None:
    assert read_coming_or_going("back in 2 hours", "best_time") is None


@pytest.mark.parametrize(
    "words",
    ["my battery is dying", "phones about to die sorry", "sorry have to go kids home"],
)
def test_whose_battery_or_child_calls_them_away_can_come_back(words: str) -> None:
    assert read_coming_or_going(words, "phone") == "stop"


@pytest.mark.parametrize("words", ["i have to go in every day", "i need to leave my job"])
def test_who_tells_of_their_days_does_not_leave(words: str) -> None:
    assert read_coming_or_going(words, "issue") is None


@pytest.mark.parametrize("left", ["stop", "i have to go", "my phone is nearly dead"])
@pytest.mark.parametrize("words", ["ok", "yes", "ok sure"])
def test_ok_to_our_goodbye_sends_nothing(left: str, words: str) -> None:
    parent = at("summary")
    parent.say(left)
    parent.say(words)
    assert parent.heard[0] == "utter_welcome_back"
    assert parent.asked == "summary"
    assert not parent.draft.progress.is_submitted


def test_who_comes_back_to_send_it_sends_it() -> None:
    parent = at("summary")
    parent.say("i have to go")
    parent.say("send it")
    assert parent.draft.progress.is_submitted


def test_who_has_no_phone_that_works_does_not_leave() -> None:
    assert read_coming_or_going("my phone is dead", "phone") is None


@pytest.mark.parametrize(
    "words",
    [
        "im really sorry ive got to go my daughters crying upstairs",
        "my son is sick today so I will do this later",
        "Could we call a halt here? I'll do the rest when he's in bed.",
        "I can't carry on with this form now",
        "i dont want to carry on",
        "id rather do it tomorrow",
        "can my husband check it later",
    ],
)
def test_parent_who_puts_it_off_may_go(words: str) -> None:
    assert read_coming_or_going(words, "phone") == "stop"


@pytest.mark.parametrize(
    "words",
    [
        "hes got to go to hospital tomorrow",
        "the council said they will do it later",
        "he cant carry on with the school",
        "i will ask them for it when he is better",
        "my husband cant do it when im at work",
        "can i get it later",
        "ive got to go to court on friday",
    ],
)
def test_what_others_put_off_ends_nothing(words: str) -> None:
    assert read_coming_or_going(words, "phone") is None
