"""A plain yes or no is one however it is put; what is neither keeps and tells nothing."""

from __future__ import annotations

import time

import pytest

from casework.consent.leading import read_yes
from casework.consent.said import reads_as_agreement, reads_as_refusal
from casework.consent.ways_to_agree import Matter
from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, take_turn

KEEPING: Matter = "consent"
TELLING: Matter = "share_with_council"


@pytest.mark.parametrize("matter", [KEEPING, TELLING])
@pytest.mark.parametrize(
    "words",
    [
        "yeh thats ok",
        "whatever. yes",
        "hang on… yes",
        "i said yes!!! how many times",
        "I've already said yes",
        "oh for gods sake yes",
        "I said, mum signed. yes",
        "She'd want that, yes",
        "yes as long as it dont make things worse",
        "yes please, how long does it take?",
        "yes please how long does it take",
        "yes ok. what sign language?",
        "fine by me",
        "i dont mind",
        "go on then, yes",
        "yes. dont ring me at work",
        "yes but dont tell my ex",
        "you can",
        "You have my permission",
        "yes of course, why wouldnt it be",
    ],
)
def test_parent_agrees_in_other_words(matter: Matter, words: str) -> None:
    assert reads_as_agreement(words, matter)
    assert not reads_as_refusal(words, matter)


@pytest.mark.parametrize(
    ("matter", "words"),
    [
        (KEEPING, "yes ok to keep"),
        (KEEPING, "ok you can keep it yes"),
        (KEEPING, "Bristol is in England! yes ok to keep"),
        (KEEPING, "its ok for you to keep my details"),
        (TELLING, "they can be told yes"),
        (TELLING, "yes the council, not the ex"),
        (TELLING, "happy for you to talk to them"),
        (TELLING, "you can tell the council. dont tell my dad anything. i dont live with him"),
    ],
)
def test_parent_agrees_to_the_one_thing_that_is_asked(matter: Matter, words: str) -> None:
    assert reads_as_agreement(words, matter)


@pytest.mark.parametrize("matter", [KEEPING, TELLING])
@pytest.mark.parametrize(
    "words",
    [
        "yes but not my health details",
        "yes? what for",
        "ok but first",
        "I said yes to the school",
        "yes if it stays private",
        "yes as long as its confidential",
        "yes, who sees it?",
        "yes only my name",
        "yes to what?",
        "no. yes",
        "if i say yes what happens",
        "did i say yes?",
        "the council said yes, then no",
        "he says yes to everyone",
        "ok, why?",
        "right, how long does it take?",
        "we keep getting told no",
        "mum agrees",
    ],
)
def test_what_is_no_plain_yes_agrees_to_nothing(matter: Matter, words: str) -> None:
    assert not reads_as_agreement(words, matter)


def test_yes_to_telling_is_none_to_keeping_and_the_other_way_round() -> None:
    assert not reads_as_agreement("you can tell them", KEEPING)
    assert not reads_as_agreement("you can keep it", TELLING)


def test_professional_may_say_that_the_family_agrees() -> None:
    assert reads_as_agreement("mum said yes", KEEPING, for_family=True)


@pytest.mark.parametrize(
    "words",
    [
        "no they had their chance",
        "no, not till ive spoke to someone",
        "no wait dont tell them yet",
        "no leave it for now",
        "not now",
        "no, my husband works there",
        "i dont want them to know",
        "no because they lie",
        "keep it between us",
        "id rather not",
        "wait no",
        "please dont, they have it in for us",
        "not at the moment",
    ],
)
@pytest.mark.parametrize("intent", ["deny", "stop", "inform"])
def test_parent_who_says_no_to_telling_the_council_goes_on(words: str, intent: str) -> None:
    parent = at("share_with_council")
    parent.say(words, intent=intent, confidence=0.95)
    assert parent.draft.referral.consent.share_with_council.given is False
    assert not parent.draft.progress.is_stopped
    assert parent.asked == "decision_date"


@pytest.mark.parametrize("matter", [KEEPING, TELLING])
@pytest.mark.parametrize(
    "words",
    [
        "no problem",
        "no objection",
        "none of that ever happens",
        "no one is helping us",
        "no school will take him",
        "no food no heating",
        "no i mean bristol",
        "no wait i have a question",
        "no wait, yes",
        "just got told no again",
        "no, josh",
        "i dont trust them",
    ],
)
def test_what_only_begins_like_a_no_refuses_nothing(matter: Matter, words: str) -> None:
    assert not reads_as_refusal(words, matter)


def test_no_with_a_fact_beside_it_is_not_taken_for_a_refusal() -> None:
    parent = at("share_with_council")
    parent.say("no they stopped the plan", fact("dispute", "cease_plan"))
    assert parent.draft.referral.consent.share_with_council.given is None


def test_who_is_not_to_be_told_is_kept_for_the_team() -> None:
    parent = at("share_with_council")
    parent.say("yes the council, not the ex")
    assert parent.draft.referral.consent.share_with_council.given is True
    assert "not the ex" in (parent.draft.referral.dispute.in_own_words or "")
    plain = read_yes("yes the council", TELLING)
    assert plain is not None and not plain.has_limits


def test_parent_who_says_yes_and_asks_is_answered_and_goes_on() -> None:
    parent = at("consent")
    message = Message("yes please, how long does it take?", intents=(("ask_how_long", 0.95),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert outcome.draft.referral.consent.store.given is True
    assert "utter_faq_how_long" in [one.response for one in outcome.says]
    assert outcome.says[-1].asks == "share_with_council"


@pytest.mark.parametrize(
    "words",
    [
        "i dont want to give details",
        "no i said i dont want to do a referral",
        "just asking",
        "im just asking a question",
        "dont keep anything. does it stop me appealing?",
    ],
)
def test_somebody_with_questions_only_is_not_asked_for_consent_again(words: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say(words, intent="ask_lose_right")
    assert parent.draft.referral.consent.store.given is None
    parent.say("my son has a plan, can they stop it?", fact("plan_status", "final"))
    assert parent.asked is None
    parent.say("ok", intent="affirm")
    assert parent.asked is None
    parent.say("can we start the referral", intent="start_referral")
    assert parent.asked == "consent"


def test_parent_who_only_wants_to_know_something_need_not_tell_all_again() -> None:
    parent = at("consent")
    outcome = parent.say("i just want to know how long it takes", intent="ask_how_long")
    assert "utter_faq_how_long" in parent.heard
    assert not outcome.must_delete
    assert parent.asked is None
    parent.say("ok lets start", intent="start_referral")
    parent.say("yes", intent="affirm")
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]


def test_somebody_who_opens_with_just_asking_is_told_that_questions_are_fine() -> None:
    parent = Parent()
    parent.say("just asking", intent="out_of_scope")
    assert parent.heard == ["utter_no_consent"]
    assert parent.asked is None


def test_parent_who_wants_no_referral_after_all_keeps_the_draft() -> None:
    parent = at("name")
    parent.say("no i said i dont want to do a referral", intent="deny")
    assert parent.heard == ["utter_stopped_draft_kept"]


def test_school_without_permission_that_asks_what_now_is_not_promised_a_call() -> None:
    parent = Parent()
    parent.say("I am the SENCO", fact("referrer_role", "school"))
    parent.agree()
    assert parent.asked == "permission"
    parent.say("no", intent="deny")
    parent.say("what do i do now", intent="ask_what_happens_next", confidence=0.95)
    assert parent.heard[0] == "utter_permission_needed"
    assert "utter_faq_what_happens_next" not in parent.heard


@pytest.mark.parametrize("words", ["stopping", "stopped", "its being stopped", "ending it"])
def test_plan_that_is_being_stopped_does_not_stop_the_conversation(words: str) -> None:
    parent = Parent()
    parent.say("mum here", fact("referrer_role", "parent"), fact("council", "stockport"))
    parent.agree()
    assert parent.asked == "issue"
    parent.say(words, intent="stop", confidence=0.95)
    assert not parent.draft.progress.is_stopped
    assert parent.draft.progress.stated_kinds == ["cease_plan"]


@pytest.mark.parametrize(
    "words", ["no " * 600 + "zz", "fine ok all good " * 110 + "zz", "i dont want to " * 130]
)
def test_long_message_is_read_at_once(words: str) -> None:
    began = time.monotonic()
    for matter in (KEEPING, TELLING):
        reads_as_agreement(words, matter)
        reads_as_refusal(words, matter)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("question", ["consent", "share_with_council"])
@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("yes if it stays private", "affirm"),
        ("yes? what for", "affirm"),
        ("I said yes to the school", "affirm"),
        ("no wait i have a question", "deny"),
        ("no. yes", "deny"),
        ("no i mean bristol", "deny"),
        ("no but who would see it", "deny"),
    ],
)
def test_sure_intent_makes_no_answer_of_what_is_none(
    question: str, words: str, intent: str
) -> None:
    parent = at(question)
    parent.say(words, intent=intent, confidence=0.98)
    consent = parent.draft.referral.consent
    given = consent.store if question == "consent" else consent.share_with_council
    assert given.given is None
    assert parent.asked == question


def test_parent_can_agree_and_ask_for_a_call_at_once() -> None:
    parent = at("consent")
    outcome = parent.say("yes thats ok. can someone ring me", intent="want_person")
    assert parent.draft.referral.consent.store.given is True
    assert [asked.reason for asked in outcome.handovers] == ["asked_for_person"]
    assert outcome.says[-1].asks is not None
