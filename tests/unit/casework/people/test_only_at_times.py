"""A time at which they cannot answer refuses no calls; an outright no does, wherever it is said."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.ways_named import ways_refused
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.corrections.test_family_number import phone_in

NUMBER = "07700 900701"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("i cant answer the phone when im at work", "cant answer the phone when im at work"),
        ("i can't answer my phone before 3", "can't answer my phone before 3"),
        ("i cant use my phone at work", "cant use my phone at work"),
        ("i dont do phone calls before 10 sorry", "dont do phone calls before 10 sorry"),
        ("i work nights so cant take calls in the day", "cant take calls in the day"),
        ("when im driving i cant answer the phone", "when im driving i cant answer the phone"),
        ("im at work so cant answer my phone", "at work so cant answer my phone"),
        ("i cant answer my phone cos im at work a lot", "cant answer my phone cos im at work"),
        ("i can't answer the phone in the mornings", "can't answer the phone in the mornings"),
        ("i dont answer the phone to withheld numbers", "to withheld numbers"),
        ("i dont answer unknown numbers", "i dont answer unknown numbers"),
    ],
)
@pytest.mark.parametrize("question", ["phone", "access_needs"])
def test_parent_who_cannot_answer_at_times_may_be_rung_at_others(
    question: str, words: str, kept: str
) -> None:
    parent = at(question)
    told = f"{words}. {NUMBER}"
    facts = [phone_in(told, NUMBER, "+447700900701")] if question == "phone" else []
    parent.say(told if facts else words, *facts)
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, None)
    assert kept in str(contact.best_time)
    assert "utter_signer_offered" not in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "i cant use the phone",
        "i cant use the phone, text me after 3",
        "text me after 3, i cant use the phone",
        "i can't do phone calls because i'm autistic",
        "i cannot manage phone calls at all",
        "i cant hear on the phone",
        "i'm deaf so i can't answer the phone at work or at home",
    ],
)
def test_parent_who_cannot_use_the_phone_at_any_time_is_not_rung(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.contact.safe_to_call is False
    assert "utter_signer_offered" in parent.heard


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("no phone calls at all please", {"call"}),
        ("no phone calls on my mobile", {"call"}),
        ("no texts on this number", {"text"}),
        ("please don't ring me at all", {"call"}),
        ("never call me at any time", {"call"}),
        ("no calls in any circumstances", {"call"}),
        ("no texts or calls whatsoever", {"text", "call"}),
        ("no calls in case he hears", {"call"}),
        ("texts only, never calls", {"call"}),
        ("im a nurse dont ring me", {"call"}),
        ("no phone calls at work", set()),
        ("no phone calls at my work", set()),
        ("no calls in the morning", set()),
        ("no calls at the moment", set()),
        ("no calls on my mobile, ring the landline", set()),
        ("we had no calls at all", set()),
        ("they never call at all", set()),
        ("no phone calls at all since march", set()),
        ("no calls whatsoever from them", set()),
        ("i dont answer the phone to withheld numbers", set()),
    ],
)
def test_way_refused_altogether_is_told_from_one_refused_at_times(
    words: str, ways: set[str]
) -> None:
    assert ways_refused(words) == ways


@pytest.mark.parametrize("question", ["access_needs", "supporters"])
def test_parent_who_wants_no_calls_at_all_is_heard_at_another_question(question: str) -> None:
    parent = at("access_needs")
    parent.draft.progress.pending = question
    parent.say("no phone calls at all please")
    assert parent.draft.referral.contact.safe_to_call is False


def test_parent_with_no_needs_may_say_beside_it_when_not_to_ring() -> None:
    parent = at("access_needs")
    parent.say("none but no phone calls at my work")
    referral = parent.draft.referral
    assert (referral.access.asked, referral.access.needs) == (True, [])
    assert referral.contact.best_time == "no phone calls at my work"
    assert referral.contact.safe_to_call is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("none. the officer never rings", "never rings"),
        ("the caseworker never calls", "never calls"),
        ("the ep never rings back", "never rings"),
        ("jo from the council never calls us", "never calls"),
        ("the send officer doesnt ring", "doesnt ring"),
        ("my phone never rings", "never rings"),
        ("our social worker never calls", "never calls"),
    ],
)
def test_what_others_never_do_is_no_refusal_of_the_parent(words: str, said: str) -> None:
    parent = at("access_needs")
    start = words.index(said)
    heard = Entity("contact_ok", "no", "call", start=start, end=start + len(said))
    parent.say(words, heard)
    assert parent.draft.referral.contact.safe_to_call is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("please never ring", "never ring"),
        ("text me never calls", "never calls"),
        ("they know, dont ring me", "dont ring me"),
    ],
)
def test_refusal_of_the_parent_stands_beside_whatever_is_told(words: str, said: str) -> None:
    parent = at("access_needs")
    start = words.index(said)
    parent.say(words, Entity("contact_ok", "no", "call", start=start, end=start + len(said)))
    assert parent.draft.referral.contact.safe_to_call is False


@pytest.mark.parametrize(
    "words",
    [
        f"only ring my mum {NUMBER}",
        f"please ring my mum on {NUMBER}",
        f"{NUMBER} just ring my husband",
        f"its best to ring my sister {NUMBER}",
        f"can you ring my mum instead {NUMBER}",
        f"you can only ring my partner Dave on {NUMBER}",
        f"ring Ana not me {NUMBER}",
    ],
)
def test_number_of_somebody_to_be_rung_is_not_safe_before_it_is_asked(words: str) -> None:
    parent = at("phone")
    start = words.index("ring")
    calls = Entity("contact_ok", "yes", "call", start=start, end=start + len("ring"))
    parent.say(words, phone_in(words, NUMBER, "+447700900701"), calls)
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == ("+447700900701", None)
    assert contact.best_time is not None
    assert parent.asked == "safe_contact"


@pytest.mark.parametrize(
    "words",
    [
        f"only call me {NUMBER}",
        f"{NUMBER} please ring my partner if i dont pick up",
        f"{NUMBER} the school ring my mum all the time",
        f"ring my mobile {NUMBER}",
        f"{NUMBER} please dont let her down any more",
        f"my son's phone is off him. mine is {NUMBER}",
    ],
)
def test_own_number_is_safe_to_ring_whoever_is_spoken_of(words: str) -> None:
    parent = at("phone")
    parent.say(words, phone_in(words, NUMBER, "+447700900701"))
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == ("+447700900701", True)
    assert parent.asked != "safe_contact"


@pytest.mark.parametrize(
    ("words", "is_text_safe"), [("yes", False), ("all fine", False), ("yes, texts too", True)]
)
def test_yes_to_all_ways_leaves_the_one_refused_before(words: str, is_text_safe: bool) -> None:
    parent = at("phone")
    parent.draft.referral.contact.safe_to_text = False
    parent.say(f"ring my mum {NUMBER}", phone_in(f"ring my mum {NUMBER}", NUMBER, "+447700900701"))
    parent.draft.progress.pending = "safe_contact"
    parent.say(words)
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, is_text_safe)


def test_parent_who_changes_the_ways_may_allow_the_one_refused_before() -> None:
    parent = at("access_needs")
    parent.draft.referral.contact.safe_to_text = False
    parent.draft.progress.pending = parent.draft.progress.changing = "safe_contact"
    parent.say("yes, all of those are fine")
    assert parent.draft.referral.contact.safe_to_text is True


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("dont ring mondays", "call"),
        ("don't ring weekends please", "call"),
        ("dont text me at night", "text"),
    ],
)
def test_way_refused_at_a_time_is_not_refused(words: str, way: str) -> None:
    parent = at("summary")
    parent.say(words, Entity("contact_ok", "no", way))
    contact = parent.draft.referral.contact
    assert words.removesuffix(" please") in str(contact.best_time)
    assert getattr(contact, f"safe_to_{way}") is not False
