"""What is told in the message that asks for a person is kept; who comes along is confirmed."""

from __future__ import annotations

import pytest

from casework.turn.coming_and_going import asks_for_person
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def test_what_is_not_safe_is_kept_when_a_person_is_asked_for() -> None:
    parent = at("child_name")
    parent.say(
        "can someone ring me? do NOT text, he reads them",
        fact("contact_ok", "yes", "call"),
        fact("contact_ok", "no", "text"),
        intent="want_person",
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, False)
    assert "utter_handover" in parent.heard


def test_answer_beside_the_wish_for_a_person_is_not_asked_again() -> None:
    parent = at("child_name")
    parent.say(
        "I'd rather talk to a person about Nell",
        fact("person_name", "Nell", "child"),
        intent="want_person",
    )
    assert parent.draft.referral.child.name == "Nell"
    assert parent.asked != "child_name"


def test_supporter_heard_loosely_waits_for_a_yes() -> None:
    parent = at("child_name")
    parent.say("Nell, my aunt who is here comes", fact("supporter", "aunt", sure=False))
    assert parent.draft.referral.supporters == []
    waiting = [*parent.draft.progress.to_confirm, parent.draft.progress.unconfirmed]
    assert [reading.field for reading in waiting if reading] == ["supporters"]


def test_supporter_named_when_asked_needs_no_yes() -> None:
    parent = Parent()
    parent.draft = at("child_name").draft
    parent.draft.progress.pending = "supporters"
    parent.say("my aunt who lives near comes along", fact("supporter", "aunt", sure=False))
    assert parent.draft.referral.supporters == ["aunt"]


def offered_a_person(question: str) -> Parent:
    parent = at(question)
    for words in ("blah", "bloop", "blurp"):
        parent.say(words)
    assert parent.draft.progress.offers_person
    return parent


@pytest.mark.parametrize("question", ["phone", "certificate_held"])
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("yes please my number is 07700 900999", ("phone", "+447700900999", None)),
        ("yes ring me on 07700 900999", ("phone", "+447700900999", None)),
        ("yes please, after 4pm", ("best_time", "after 4pm", None)),
        ("yes on jo@example.com", ("email", "jo@example.com", None)),
        ("yes please I'm Jo", ("person_name", "Jo", "self")),
        ("yes please this is too hard for me", None),
        ("yes please can you ring me", ("contact_ok", "yes", "call")),
    ],
)
def test_yes_to_the_offer_of_a_person_counts_whatever_is_told_beside_it(
    question: str, words: str, told: tuple[str, str, str | None] | None
) -> None:
    parent = offered_a_person(question)
    outcome = parent.say(words, *([fact(*told)] if told else []))
    assert "asked_for_person" in [request.reason for request in outcome.handovers]
    assert parent.draft.referral.certificate.held is not True


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("yes i have a certificate", ("certificate", "yes", None)),
        ("yes we got one last week", None),
        ("no we dont have one", None),
        ("07700 900999", ("phone", "+447700900999", None)),
    ],
)
def test_answer_after_the_offer_of_a_person_asks_for_nobody(
    words: str, told: tuple[str, str, str | None] | None
) -> None:
    parent = offered_a_person("certificate_held")
    outcome = parent.say(words, *([fact(*told)] if told else []))
    assert "asked_for_person" not in [request.reason for request in outcome.handovers]


@pytest.mark.parametrize(
    "words",
    [
        "i dont want to go through all this again with you i asked for a person",
        "i dont want to do this with a bot i asked for a human",
        "ive asked for someone to ring me",
        "i asked for a human 10 minutes ago",
        "i hate talking to a robot",
        "will someone actually ring me today",
    ],
)
def test_person_asked_for_again_is_heard_again(words: str) -> None:
    parent = at("child_name")
    parent.say("can I speak to a person")
    parent.say(words)
    assert "utter_handover" in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "he cant use computers",
        "he doesnt want to talk to a computer",
        "i asked for a person from school to come with me",
        "i asked for someone to assess him",
        "will someone ring me",
        "are you a bot",
    ],
)
def test_person_spoken_of_is_not_asked_for(words: str) -> None:
    assert not asks_for_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "robot's no use to me, put a person on",
        "im not talking to a computer about my son",
        "Is there a human being I could speak with instead?",
        "My hands shake too much to type. Could one of your people talk to me?",
        "is there someone i can talk to",
    ],
)
def test_person_is_asked_for_in_many_words(words: str) -> None:
    assert asks_for_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "meeting in person pls",
        "I breathe a sigh of relief each time an actual human picks up",
        "he is not talking to a teacher",
    ],
)
def test_meeting_in_person_asks_for_nobody(words: str) -> None:
    assert not asks_for_person(words)
