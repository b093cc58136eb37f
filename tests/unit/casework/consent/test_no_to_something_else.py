"""A no that is none to what was asked, and a no or a yes in few words that is one."""

from __future__ import annotations

import pytest

from casework.consent.said import reads_as_agreement, reads_as_refusal
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import said


@pytest.mark.parametrize(
    "words",
    [
        "i dont want them told yet",
        "i dont want the council told",
        "not the school",
        "i dont want you to call me",
        "i dont want any calls",
        "no calls",
    ],
)
def test_who_wants_no_calls_or_nobody_told_has_not_refused_to_be_kept(words: str) -> None:
    parent = at("consent")
    parent.say(words, intent="deny", confidence=0.99)
    assert not parent.draft.progress.has_declined
    assert parent.draft.referral.dispute.kinds
    assert parent.asked == "consent"


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "no dont tell them",
        "i dont want it kept",
        "dont keep it",
        "no thanks no calls",
        "nope",
    ],
)
def test_no_to_keeping_is_still_one(words: str) -> None:
    assert reads_as_refusal(words, "consent")


@pytest.mark.parametrize(
    "words", ["no probs", "no prob", "no issue with that", "i have no objections", "sure why not"]
)
@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_no_that_means_yes_is_a_yes(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="deny", confidence=0.99)
    consent = parent.draft.referral.consent
    given = consent.store if question == "consent" else consent.share_with_council
    assert given.given is True


@pytest.mark.parametrize("words", ["course not", "why not", "no issue but wait", "any objections?"])
def test_what_only_looks_like_it_is_no_yes(words: str) -> None:
    assert not reads_as_agreement(words, "share_with_council")


@pytest.mark.parametrize(
    "words",
    ["tell them nothing", "no, they'll make it worse", "nothing to them", "they can know nothing"],
)
def test_no_to_telling_the_council_is_heard_in_other_words(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize(
    "words",
    [
        "no they are not helping us",
        "no they have not been helpful",
        "no you havent got my consent",
        "no they arent to know",
        "no its not right to tell them",
        "no i want them kept out of it",
        "no i was told they'd use it against us",
        "no i have my reasons",
    ],
)
def test_no_to_telling_the_council_may_come_with_its_reason(words: str) -> None:
    assert reads_as_refusal(words, "share_with_council")


def test_no_calls_said_to_telling_the_council_is_no_no_to_that() -> None:
    message = said("i dont want you to call me", intent="deny", confidence=0.99)
    assert not reads_as_refusal(message.plain, "share_with_council")


@pytest.mark.parametrize(
    "words",
    [
        "i dont get it",
        "wrong one",
        "wrong council",
        "no thats not him",
        "no he hasnt",
        "no i havent got one",
        "no we have not appealed",
        "no one",
        "no you havent got that right",
        "that's not right",
    ],
)
@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_what_denies_something_of_the_case_is_no_no_to_a_consent(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, intent="deny", confidence=0.99)
    assert parent.asked == question
    assert parent.draft.referral.dispute.kinds


@pytest.mark.parametrize(
    "words",
    [
        "y do u ask",
        "y u askin me dat",
        "absolutely raging about this letter",
        "save and come back later",
        "start",
        "I'm ok thanks",
        "she took her medication this morning and is fine",
        "My mum collected him from the club, it's fine.",
        "alright, Denise here, mam of Kian, he's 8",
    ],
)
def test_what_only_sounds_like_a_yes_gives_no_consent(words: str) -> None:
    assert not reads_as_agreement(words, "consent")
    assert not reads_as_agreement(words, "share_with_council")


@pytest.mark.parametrize(
    "words",
    [
        "y",
        "alright",
        "alright love",
        "absolutely",
        "all fine",
        "fine",
        "he is out so you can go on",
    ],
)
def test_short_yes_is_still_one(words: str) -> None:
    assert reads_as_agreement(words, "consent")


@pytest.mark.parametrize(
    "words",
    [
        "one more thing I forgot, his middle name is Idris",
        "no idea where he's supposed to start in september",
        "no i do have a plan. its an ehcp",
        "The taxi driver's a gem. Don't let them change him",
        "No, don't leave a message on the landline, it's broken",
        "honestly dont know where to turn with this letter",
    ],
)
def test_remark_beside_the_case_is_kept_as_no_no_to_telling_the_council(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is None
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize("words", ["not sure", "dont know", "im not sure about telling them"])
def test_who_does_not_know_is_not_asked_twice_and_the_council_is_not_told(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is not True
    assert parent.asked != "share_with_council"


@pytest.mark.parametrize("words", ["you must not store my data", "you may not keep any of it"])
def test_no_to_keeping_is_heard_from_what_we_must_not(words: str) -> None:
    assert reads_as_refusal(words, "consent")


@pytest.mark.parametrize(
    "words",
    [
        "ok so im Fergus McAllister (dad), the boy is Rory, hes 12",
        "Ok so I'll try and keep this short. My son Alfie is 8",
        "She knows I'm writing and is fine with it.",
        "I've typed it all in, Leo's name, the council, the date. So will I get the certificate?",
    ],
)
def test_what_only_begins_to_tell_agrees_to_nothing(words: str) -> None:
    assert not reads_as_agreement(words, "consent")
    assert not reads_as_agreement(words, "share_with_council")


@pytest.mark.parametrize("words", ["ok so yes", "ok so go ahead", "just the council", "ok"])
def test_a_yes_in_such_words_stays_one(words: str) -> None:
    assert reads_as_agreement(words, "share_with_council")


@pytest.mark.parametrize(
    "words",
    [
        "Council sent a proposed version. I don't agree with any of it. Is tribunal an option?",
        'where the school ought to be it says "mainstream". Nothing else. No name! He starts soon',
    ],
)
def test_who_disagrees_with_a_plan_has_not_refused_to_be_kept(words: str) -> None:
    assert not reads_as_refusal(words, "consent")


@pytest.mark.parametrize("words", ["i dont agree with that", "no name", "i dont agree. sorry"])
def test_who_disagrees_at_once_has_refused(words: str) -> None:
    assert reads_as_refusal(words, "consent")


@pytest.mark.parametrize("words", ["ji yes", "she say yes", "mum says yes", "yes inshallah"])
def test_a_yes_handed_on_or_beside_another_language_is_one(words: str) -> None:
    assert reads_as_agreement(words, "consent")


@pytest.mark.parametrize("words", ["they said yes", "she says no", "he said yes to the plan"])
def test_a_yes_of_the_council_or_to_something_else_is_none(words: str) -> None:
    assert not reads_as_agreement(words, "consent")
