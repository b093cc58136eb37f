"""What limits a yes to be reached is kept word for word, and never makes it a plain yes."""

from __future__ import annotations

import pytest

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.message import Entity
from casework.people.at_a_time import NOT_AT_A_TIME
from casework.people.contact_told import join_times
from casework.people.family_view import hide
from casework.people.limits_told import limits_told
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, said

NUMBER = fact("phone", "+447700900701")
RING = fact("contact_ok", "yes", "call")
ONLY_WITHOUT_SOMEBODY = [
    "not when my ex is here",
    "except when hes home",
    "only when my husband is out",
    "only ring when he's at work",
    "as long as its before my husband gets in",
    "only if nobody else is home",
    "provided he is asleep",
    "so long as my mother in law isnt about",
    "not when my ex is here (at weekends)",
    "until dad comes home",
    "my ex works from home",
]
ONLY_AT_TIMES = [
    "only before 3",
    "not after 6",
    "unless its after 6",
    "only in the day",
    "not at night",
]
NO_LIMIT = [
    "thats the best one",
    "its my mobile",
    "ring me when you can",
    "my sons is the same",
    "he is 9",
    "dont have one at home",
]


def asked_which_way_is_safe() -> Parent:
    """A parent whose number is known, and who is asked whether it is safe."""
    parent = at("phone")
    parent.draft.progress.by_text = True
    parent.say("07700 900701", NUMBER)
    parent.draft.referral.contact.safe_to_call = None
    assert parent.asked == "safe_contact"
    return parent


@pytest.mark.parametrize("words", ONLY_WITHOUT_SOMEBODY)
def test_number_that_is_safe_only_without_somebody_is_not_put_down_as_safe(words: str) -> None:
    parent = at("phone")
    parent.say(f"07700 900701 but {words}", NUMBER)
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == (NUMBER.value, None)
    assert words in str(contact.best_time)
    assert parent.asked == "safe_contact"


@pytest.mark.parametrize("words", ONLY_WITHOUT_SOMEBODY)
def test_yes_that_holds_only_without_somebody_leaves_no_message(words: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(f"yes but {words}")
    contact = parent.draft.referral.contact
    assert words in str(contact.best_time)
    assert contact.safe_to_leave_voicemail is False
    assert parent.asked != "safe_contact"


@pytest.mark.parametrize("words", ONLY_AT_TIMES)
def test_yes_that_holds_only_at_times_is_kept_with_them(words: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(f"yes but {words}")
    contact = parent.draft.referral.contact
    assert (contact.best_time, contact.safe_to_call) == (words, True)


@pytest.mark.parametrize(
    "words", ["only when im at work", "not at night", "not the landline", "only if I'm on my own"]
)
def test_limit_alone_is_kept_and_the_ways_are_asked_again(words: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(words)
    contact = parent.draft.referral.contact
    assert (contact.best_time, contact.safe_to_call) == (words, None)
    assert parent.asked == "safe_contact"
    parent.say("yes")
    assert parent.draft.referral.contact.best_time == words


@pytest.mark.parametrize("words", NO_LIMIT)
def test_words_that_limit_nothing_leave_the_number_safe(words: str) -> None:
    parent = at("phone")
    parent.say(f"07700 900701 {words}", NUMBER)
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.best_time) == (True, None)


@pytest.mark.parametrize(
    "words",
    ["ring ok while my partner is at work", "ring is ok except when hes home"],
)
def test_way_that_is_safe_only_without_somebody_is_the_only_one_taken(words: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(words, RING)
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, None)
    assert contact.safe_to_leave_voicemail is False
    assert "when" in str(contact.best_time) or "while" in str(contact.best_time)


def test_ring_only_while_he_is_out_stands_beside_a_danger() -> None:
    parent = at("phone")
    told = said("07700 900701 but only ring when he's out, he gets violent", NUMBER, RING)
    outcome = take_facts_beside_danger(parent.draft, told, today=TODAY, now=NOW)
    contact = outcome.draft.referral.contact
    assert contact.best_time == "only ring when he's out"
    assert contact.safe_to_leave_voicemail is False


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("access_needs", "he is fine except when his dad is home"),
        ("decision_date", "the school only ring when he is upset"),
        ("interpreter", "only when my mum is there"),
        ("phone", "could my wife do it when she gets home"),
        ("phone", "I'll ring you when he is out"),
        ("phone", "hang on while I get it"),
        ("phone", "my child has no friends at school"),
        ("phone", "he's lovely when he's calm"),
        ("phone", "nobody told us till parents evening"),
        ("phone", "no perfume in the room please"),
        ("phone", "the quiet room is used when he asks"),
        ("phone", "dad is awkward but he's harmless, invite him"),
        ("safe_contact", "his dad died when he was two, so it's only me on the form"),
        ("safe_contact", "the hours are open until Friday"),
        ("safe_contact", "the fitting for his splints is thursday"),
        ("safe_contact", "good evening"),
    ],
)
def test_words_on_other_things_limit_no_call(question: str, words: str) -> None:
    parent = asked_which_way_is_safe() if question == "safe_contact" else at(question)
    before = parent.draft.referral.contact.best_time
    parent.say(words)
    assert parent.draft.referral.contact.best_time == before


@pytest.mark.parametrize(
    "words",
    [
        "not between 12 and 1",
        "he has his meds at lunch so not between 12 and 1",
        "I never get home before 6",
        "not a safe house to talk in",
        "5 is evenings only",
        "sorry no, I don't want you passing it on to anyone",
    ],
)
def test_limit_told_before_the_number_is_kept(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert str(parent.draft.referral.contact.best_time) in words


def test_time_told_later_takes_no_such_limit_away() -> None:
    assert join_times("only when he's out", ["mornings"]) == "only when he's out, mornings"


def test_who_must_be_out_is_not_shown_to_whoever_looks_on() -> None:
    assert "husband" not in hide("best_time", "only when my husband is out")
    assert hide("best_time", "only in the day") == "only in the day"


@pytest.mark.parametrize(
    "words", ["you can leave a message with my mum", "leave a message with our neighbour"]
)
def test_message_left_with_somebody_is_no_voicemail_and_no_supporter(words: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(
        words,
        Entity("contact_ok", "yes", "voicemail", start=4, end=20),
        Entity("supporter", "mum", start=len(words) - 3, end=len(words)),
    )
    contact = parent.draft.referral.contact
    assert contact.safe_to_leave_voicemail is None
    assert "message with" in str(contact.best_time)
    assert not parent.draft.referral.supporters


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("anything but calls", "safe_to_call"),
        ("any way but text", "safe_to_text"),
        ("yes to all except voicemail", "safe_to_leave_voicemail"),
    ],
)
def test_all_ways_but_one_are_safe(words: str, refused: str) -> None:
    parent = asked_which_way_is_safe()
    parent.say(words)
    contact = parent.draft.referral.contact
    ways = ("safe_to_call", "safe_to_text", "safe_to_email", "safe_to_leave_voicemail")
    assert {way: getattr(contact, way) for way in ways} == {way: way != refused for way in ways}


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("not on Tuesdays, and before noon on other days", "before noon on other days"),
        ("pls txt not ring im in lessons til 3.15", "not ring im in lessons til 3.15"),
        ("not til friday", "not til friday"),
    ],
)
def test_limit_told_beside_a_time_or_with_til_is_heard(words: str, limit: str) -> None:
    day = words.find("on Tuesdays")
    time = Entity("best_time", "not on Tuesdays", start=max(day - 4, 0), end=day + 11)
    message = said(words, *([time] if day > 0 else []))
    heard = [words[start:end] for start, end in limits_told(message, asked="phone")]
    assert heard == [limit]


def test_dont_ring_til_four_is_no_refusal_of_calls() -> None:
    assert NOT_AT_A_TIME.search("dont ring til 4 im at work")
