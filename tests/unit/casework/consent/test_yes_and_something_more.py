"""A clear yes settles what was asked; what is said beside it is heard, kept or asked about."""

from __future__ import annotations

import pytest

from casework.consent.leading import read_yes
from casework.consent.said import reads_as_agreement
from casework.consent.ways_to_agree import Matter
from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, take_turn

KEEPING: Matter = "consent"
TELLING: Matter = "share_with_council"


def own_words(parent: Parent) -> str:
    return parent.draft.referral.dispute.in_own_words or ""


@pytest.mark.parametrize(
    "words",
    [
        "Yes that's OK. The final plan came on 2 November but it's dated 30 October.",
        "yes fine by me. But I dont have PR, the council does",
        "yes its fine. but we DID the assessment already",
        "yes ok. letter i lost. date maybe end september",
        "omg YES. he is not in school",
        "fine yes. also can you guarantee i win",
        "yes I suppose so. we never had a letter",
        "yes. I dont know the date of the letter",
        "sure yes. he has no plan yet",
        "yes carry on. dont put anything through the door",
        "yes ok. they said no to an assessment in writing",
        "yes no problem. they dont want him at school",
        "I'll say yes then. its Leeds",
        "i spose yes, they keep ringing me about it",
    ],
)
@pytest.mark.parametrize("matter", [KEEPING, TELLING])
def test_parent_can_say_yes_and_tell_more(matter: Matter, words: str) -> None:
    assert reads_as_agreement(words, matter)


@pytest.mark.parametrize(
    "words",
    [
        "ok yes talk to council. who will be there",
        "yes talk to them. But is it stored as only I?",
        "yes you can. what is happen if they not come",
        "yes tell them. dont you mean refused to assess?",
    ],
)
def test_who_names_what_she_agrees_to_may_ask_anything(words: str) -> None:
    assert reads_as_agreement(words, TELLING)


@pytest.mark.parametrize(
    "words",
    [
        "yes wait",
        "yes but not yet",
        "yes but let me think",
        "yes but i need to ask my husband first",
        "yes maybe",
        "yes. not sure",
        "yes. actually no",
        "yes when ive spoken to my wife",
        "yes unless it goes further",
        "yes but my daughter said no",
        "yes but i dont trust you",
        "yes to the assessment",
        "yes he says",
        "yes or no",
    ],
)
@pytest.mark.parametrize("matter", [KEEPING, TELLING])
def test_doubtful_yes_is_none(matter: Matter, words: str) -> None:
    assert not reads_as_agreement(words, matter)


@pytest.mark.parametrize(
    "words",
    [
        "yeh but not the school they would take it out on her",
        "yes tell them but not her",
        "yes but nothing in the post, his dad opens it",
        "i spose yes but dont want them ringing me at work",
        "yes but dont tell my mum. were not talking",
        "yes but dont ring the house",
        "yes. his dad must not be told",
        "yes but a signer must be there",
    ],
)
def test_limit_of_a_yes_is_kept_and_said_to_be(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is True
    assert words in own_words(parent)
    assert parent.heard[0] == "utter_added_for_team"


@pytest.mark.parametrize(
    "words", ["yes. my mum does not drive", "yes. he is not in school", "yes and hes 12"]
)
def test_what_only_tells_of_the_child_is_no_limit(words: str) -> None:
    said = read_yes(words, TELLING)
    assert said is not None and not said.has_limits


@pytest.mark.parametrize(
    "words",
    [
        "yes but not about the hospital",
        "yes but dont tell them about my health",
        "yes but dont tell them where we live",
        "yes. dont mention his dad",
        "yes but keep it confidential",
        "yes but i want to stay anonymous",
    ],
)
def test_yes_with_a_part_taken_out_is_asked_again_and_kept(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is None
    assert words in own_words(parent)
    assert parent.heard == ["utter_added_for_team", "utter_ask_share_with_council"]
    parent.say("yes")
    assert parent.draft.referral.consent.share_with_council.given is True
    assert words in own_words(parent)


def test_wish_beside_no_yes_to_keeping_waits_for_the_yes() -> None:
    parent = at("consent")
    parent.say("yes but not my health details")
    assert parent.draft.referral.consent.store.given is None
    assert parent.heard[0] == "utter_heard_before_consent"


def test_no_to_telling_beside_a_yes_to_keeping_is_heard() -> None:
    parent = at("consent")
    parent.say("omg YES. and no dont tell the council")
    consent = parent.draft.referral.consent
    assert (consent.store.given, consent.share_with_council.given) == (True, False)
    assert parent.asked == "decision_date"


def test_yes_to_telling_beside_a_yes_to_keeping_is_asked_for_by_itself() -> None:
    parent = at("consent")
    parent.say("yes keep it and you can tell the council")
    assert parent.asked == "share_with_council"


def test_facts_beside_a_yes_are_taken() -> None:
    parent = at("share_with_council")
    parent.say(
        "I'll say yes then I suppose. His name is Tyler Bunce and he is 10",
        fact("person_name", "Tyler Bunce", "child"),
        fact("age", 10, "child"),
    )
    child = parent.draft.referral.child
    assert (child.name, child.age) == ("Tyler Bunce", 10)
    assert parent.draft.referral.consent.share_with_council.given is True


def test_question_beside_a_yes_is_answered() -> None:
    parent = at("share_with_council")
    message = Message("ok yes talk to council. who will be there", intents=(("ask_who_comes", 1),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert outcome.draft.referral.consent.share_with_council.given is True
    assert "utter_faq_who_comes" in [said.response for said in outcome.says]


@pytest.mark.parametrize(
    "words",
    [
        "I'd rather you didn't contact them just yet.",
        "no i need to ask the social worker first",
        "id rather you didnt",
    ],
)
def test_council_is_not_told_for_now(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False


def test_who_asks_what_a_no_means_has_not_said_no() -> None:
    parent = at("share_with_council")
    parent.say("not till you tell me what happens if i say no")
    assert parent.draft.referral.consent.share_with_council.given is None


def test_but_that_leaves_a_yes_in_doubt_is_kept() -> None:
    parent = at("share_with_council")
    words = "yes but i want to speak to my sister first"
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is None
    assert words in own_words(parent)
    assert parent.asked == "share_with_council"
