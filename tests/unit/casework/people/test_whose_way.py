"""What is said of another person's phone says nothing of one's own; their number is not ours."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.ways_named import ways_refused
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.corrections.test_family_number import phone_in, senco
from tests.unit.casework.parents import fact

OTHERS = "07700 900555"


def no_calls_in(words: str, said: str) -> Entity:
    start = words.index(said)
    return Entity("contact_ok", "no", "call", start=start, end=start + len(said))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("she doesnt know yet so dont ring her", "dont ring"),
        ("mum doesnt want calls", "doesnt want calls"),
        ("please never call his dad", "never call"),
        ("her nan hates the phone, dont phone her please", "dont phone"),
    ],
)
def test_refusal_of_somebody_else_never_bars_the_writers_own_number(words: str, said: str) -> None:
    parent = at("access_needs")
    parent.say(words, no_calls_in(words, said))
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is True
    assert contact.best_time is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my husband answers it, dont ring", "dont ring"),
        ("please dont ring me", "dont ring"),
        ("he gets angry so no calls", "no calls"),
    ],
)
def test_ones_own_refusal_counts_whoever_is_spoken_of(words: str, said: str) -> None:
    parent = at("access_needs")
    parent.say(words, no_calls_in(words, said))
    assert parent.draft.referral.contact.safe_to_call is False


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("please not call me, text", {"call"}),
        ("text fine not calls", {"call"}),
        ("ring me. i dont do texts or emails", {"text", "email"}),
        ("no message", {"voicemail"}),
        ("thats my landline cant text it", {"text"}),
        ("no texts no calls to me. just email", {"text", "call"}),
        ("i dont answer calls", {"call"}),
        ("i dont want you ringing, my partner is here", {"call"}),
        ("no problem call me", set()),
        ("the council dont phone me back", set()),
        ("i dont mind texts", set()),
        ("not call me when i work", set()),
        ("dont call the school", set()),
        ("no calls from school", set()),
        ("how will you reach me if not by phone", set()),
        ("i cant email you the letter", set()),
        ("5 no texts? texts is ok", set()),
        ("no phone number for the school", set()),
        ("we had no phone calls from the council", set()),
        ("we've had no texts", set()),
        ("there were no calls", set()),
        ("never answer the phone", set()),
        ("i never answer the phone", {"call"}),
        ("I have no email", set()),
        ("no email address", set()),
        ("i'd rather have no calls", {"call"}),
        ("don't use text speak", set()),
        ("no phone calls", {"call"}),
        ("no text messages", {"text"}),
        ("no voice messages", {"voicemail"}),
    ],
)
def test_way_that_is_refused_outright_is_heard(words: str, ways: set[str]) -> None:
    assert ways_refused(words) == ways


def test_parent_who_wants_texts_and_no_calls_is_not_put_down_for_calls() -> None:
    parent = at("phone")
    words = "07700 900701 text fine not calls"
    parent.say(
        words, phone_in(words, "07700 900701", "+447700900701"), fact("contact_ok", "yes", "text")
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (False, True)


def test_calls_only_after_an_hour_refuse_no_other_way() -> None:
    parent = at("phone")
    words = "07700 900701, calls only after 2pm"
    parent.say(
        words, phone_in(words, "07700 900701", "+447700900701"), fact("best_time", "after 2pm")
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, None)


def test_number_and_address_both_fine_are_both_safe() -> None:
    parent = at("phone")
    words = "07700 900701, email pat@example.org both fine"
    parent.say(
        words,
        phone_in(words, "07700 900701", "+447700900701"),
        fact("email", "pat@example.org"),
        fact("contact_ok", "yes", "email"),
    )
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_email) == (True, True)


@pytest.mark.parametrize("words", ["calls and email", "thats a landline cant text it"])
def test_ways_to_reach_them_are_no_need_of_the_meeting(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.details is None
    assert parent.asked == "access_needs"


@pytest.mark.parametrize(
    "words",
    [
        f"add his dad too {OTHERS}",
        f"his dads number is {OTHERS} if you need it",
        f"ring my husband on {OTHERS} not me",
        f"Ana should be the main contact, {OTHERS}",
    ],
)
@pytest.mark.parametrize("question", ["access_needs", "summary"])
def test_number_of_another_adult_never_replaces_the_writers(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words, phone_in(words, OTHERS, "+447700900555"))
    assert parent.draft.referral.contact.phone == "+447700900701"
    assert parent.draft.progress.unconfirmed is None
    assert OTHERS in str(parent.draft.referral.dispute.in_own_words)
    assert "utter_added_for_team" in parent.heard


@pytest.mark.parametrize("words", [f"my number is {OTHERS} now", f"actually my mobile is {OTHERS}"])
def test_ones_own_new_number_replaces_the_old_one(words: str) -> None:
    parent = at("summary")
    parent.say(words, phone_in(words, OTHERS, "+447700900555"))
    assert parent.draft.referral.contact.phone == "+447700900555"


@pytest.mark.parametrize("is_heard", [True, False])
def test_who_has_given_no_number_may_name_somebody_to_be_rung_instead(is_heard: bool) -> None:
    words = f"ring Ana not me, her number is {OTHERS}"
    parent = at("phone")
    parent.say(words, *([phone_in(words, OTHERS, "+447700900555")] if is_heard else []))
    contact = parent.draft.referral.contact
    assert contact.phone == "+447700900555"
    assert contact.best_time == "ring Ana not me"
    assert parent.draft.referral.child.name == "Holly"


@pytest.mark.parametrize(
    "words",
    [
        f"dad is Ion Popa, {OTHERS}, mum doesnt want calls",
        f"Danielle is the parent you need to ring, on {OTHERS}",
        f"Mum's name and number please need to be on there: Fatima Ahmed {OTHERS}",
    ],
)
def test_familys_number_is_never_taken_for_that_of_who_refers_them(words: str) -> None:
    parent = senco("phone")
    facts = [phone_in(words, OTHERS, "+447700900555"), fact("referrer_role", "parent")]
    for name in ("Ion Popa", "Danielle", "Fatima Ahmed"):
        if name in words:
            start = words.index(name)
            facts.append(Entity("person_name", name, "self", start=start, end=start + len(name)))
    parent.say(words, *facts)
    referral = parent.draft.referral
    assert (referral.contact.phone, referral.contact.safe_to_call) == (None, None)
    assert OTHERS in str(referral.dispute.in_own_words)
    assert referral.referrer.role == "school"
    assert referral.referrer.name not in ("Ion Popa", "Danielle", "Fatima Ahmed")
    assert parent.asked == "phone"


@pytest.mark.parametrize(
    "words", ["I never said no calls", "take the bit about calls out", "i didnt say no to calls"]
)
def test_refusal_that_was_none_is_taken_back(words: str) -> None:
    parent = at("summary")
    parent.draft.referral.contact.safe_to_call = False
    parent.say(words, fact("contact_ok", "no", "call"))
    assert parent.draft.referral.contact.safe_to_call is True
