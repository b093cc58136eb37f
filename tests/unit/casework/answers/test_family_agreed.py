"""When and how a family agreed to be referred, as professionals tell it."""

from __future__ import annotations

import pytest

from casework.answers.family_agreed import is_yet_to_come
from casework.message import Entity
from tests.unit.casework.parents import Parent, fact


def senco_asked_for_permission() -> Parent:
    """A SENCO who is being asked whether the family has said yes."""
    parent = Parent()
    parent.say("I am the SENCO", fact("referrer_role", "school"))
    parent.agree()
    assert parent.asked == "permission"
    return parent


def day(words: str, typed: str, iso: str, role: str | None) -> Entity:
    """The date that the Rasa side finds in the words, where it stands in them."""
    start = words.index(typed)
    return Entity("date", iso, role, start=start, end=start + len(typed))


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("He gave it himself, in writing, on 13th November", "in writing"),
        ("Mum signed our consent form", "signed"),
        ("got it in writing from dad", "in writing"),
        ("Mrs Khan emailed me the go ahead", "by email"),
        ("confirmed by the mother by phone", "by phone"),
        ("we have verbal consent from both parents", "spoken"),
        ("yes, both parents agreed when they came into my office", "in person"),
        ("yes mum texted me", "by message"),
        ("consent form uploaded to our system", None),
        ("the parents approved it", None),
    ],
)
def test_family_has_said_yes_however_a_professional_knows_it(words: str, how: str | None) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    permission = senco.draft.referral.referrer.permission
    assert permission is not None
    assert (permission.given, permission.how) == (True, how)
    assert senco.asked == "council"


@pytest.mark.parametrize(
    "words",
    [
        "verbally, at the gate",
        "both on board",
        "she wants us to go ahead",
        "the young man himself wrote to us",
        "it was her own idea",
    ],
)
def test_yes_in_less_plain_words_is_asked_about(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"
    assert "utter_confirm_permission" in senco.heard
    senco.say("yes", intent="affirm")
    assert senco.draft.referral.has_permission


def test_how_it_was_given_is_kept_when_the_reading_is_confirmed() -> None:
    senco = senco_asked_for_permission()
    senco.say("verbally, at the gate")
    senco.say("yes", intent="affirm")
    permission = senco.draft.referral.referrer.permission
    assert permission is not None
    assert permission.how == "in person, spoken"


@pytest.mark.parametrize(
    "words",
    [
        "I hope she will agree next week",
        "dad should sign the consent form tomorrow",
        "we are waiting for her consent",
        "they would agree I think",
        "she might say yes",
        "the council gave it",
        "mum gave it some thought but has not decided?",
    ],
)
def test_yes_that_is_still_to_come_is_none(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("I hope she will agree", True),
        ("once they consent we go on", True),
        ("she has agreed", False),
        ("mum agreed when she came in", False),
    ],
)
def test_agreement_to_come_is_told_from_one_that_was_given(words: str, is_so: bool) -> None:
    assert is_yet_to_come(words) is is_so


def test_day_of_the_yes_is_no_day_of_the_letter() -> None:
    words = "yes, both parents agreed when they came into my office on Wednesday"
    senco = senco_asked_for_permission()
    senco.say(words, day(words, "Wednesday", "2026-11-18", "decision"))
    permission = senco.draft.referral.referrer.permission
    assert permission is not None
    assert permission.on is not None
    assert permission.on.isoformat() == "2026-11-18"
    assert senco.draft.referral.decision.letter_date is None
    assert senco.draft.progress.unconfirmed is None


def test_day_of_the_letter_told_beside_the_yes_stays_that_of_the_letter() -> None:
    words = "yes mum agreed. The letter is dated 3 November"
    senco = senco_asked_for_permission()
    senco.say(words, day(words, "3 November", "2026-11-03", "decision"))
    assert str(senco.draft.referral.decision.letter_date) == "2026-11-03"
    assert senco.draft.referral.referrer.permission is not None
    assert senco.draft.referral.referrer.permission.on is None


def test_yes_given_by_phone_or_face_to_face_says_nothing_of_how_to_reach_anyone() -> None:
    words = "Yes, confirmed by the mother by phone and face to face"
    senco = senco_asked_for_permission()
    senco.say(
        words,
        Entity("contact_ok", "yes", "call", start=words.index("by phone"), end=len(words)),
        Entity("meeting", "in_person", start=words.index("face"), end=len(words)),
    )
    assert senco.draft.referral.contact.safe_to_call is None
    assert senco.draft.referral.access.meeting is None
    assert senco.draft.referral.has_permission


def test_details_said_again_to_the_reading_are_kept() -> None:
    senco = Parent()
    opening = "class teacher here, one of my parents wants help"
    senco.say(opening, fact("referrer_role", "school"), fact("permission", "yes", sure=False))
    senco.agree()
    assert senco.asked == "permission"
    words = "yep mum messaged me to go ahead yesterday"
    senco.say(words, day(words, "yesterday", "2026-11-20", "permission"))
    permission = senco.draft.referral.referrer.permission
    assert permission is not None
    assert (permission.given, str(permission.on)) == (True, "2026-11-20")
    assert permission.how == "by message"


@pytest.mark.parametrize(
    "words",
    [
        "She asked me to stop",
        "they asked us to leave them alone",
        "he messaged me saying leave off",
        "she texted me to say she is unhappy about it",
        "mum asked me what it is",
        "she emailed me about the consent form",
        "they asked me for the referral form",
        "dad messaged us to cancel",
        "she asked me for permission",
        "mum asked me to get consent from dad",
        "mum agreed with the school",
        "mum agreed but dad is against it",
        "dad agreed that the school is wrong",
        "the parents confirmed he is 9",
        "mum signed him out of school",
        "dad gave up work",
        "they gave him a place",
        "consent form given to dad",
        "written consent form sent to mum",
        "written consent is needed",
    ],
)
def test_what_is_not_plainly_an_agreement_is_asked(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"


@pytest.mark.parametrize(
    "words",
    [
        "mum agreed",
        "both parents agreed at the review",
        "they agreed to this in person",
        "the family agreed to the referral",
        "mum agreed to me contacting you",
        "parents have agreed to being referred",
        "mum has given consent",
        "she confirmed it by text",
        "mum signed it",
        "mum signed last week",
        "confirmed in writing by her father",
        "dad asked me to refer them",
        "mum asked us to make the referral",
        "mum asked me to go ahead",
        "mum agreed to you ringing her",
        "both agreed to take part",
        "she agreed and is happy with it",
    ],
)
def test_plain_agreement_in_few_words_is_a_yes(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert senco.draft.referral.has_permission
    assert senco.asked == "council"


@pytest.mark.parametrize(
    "words",
    [
        "yes she asked me to stop",
        "yes mum told me to leave it for now",
        "yes but dad wants us to pull out",
        "yeah the family said not to go ahead",
        "yes she will agree",
        "yes once mum has signed the form",
    ],
)
def test_yes_that_goes_on_to_tell_of_none_is_not_taken_for_the_familys(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    permission = senco.draft.referral.referrer.permission
    assert permission is None or not permission.given
    assert senco.asked == "permission"
