"""Whether a family has agreed, where its yes is doubtful or something stands beside it."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_family_agreed import senco_asked_for_permission
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "mum knows",
        "the family knows im referring",
        "mum knows but isnt keen",
        "dad knows, mum doesnt",
        "they know me well",
        "the parents are happy with the school",
        "she is happy at home",
    ],
)
def test_who_knows_of_it_or_is_happy_with_the_school_has_not_said_yes(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"
    assert senco.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["ok", "right", "fine", "right ok", "sure", "\U0001f44d"])
def test_professional_who_takes_note_of_what_we_said_tells_no_yes_of_the_family(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words, intent="affirm")
    assert not senco.draft.referral.has_permission


@pytest.mark.parametrize("words", ["do they have to say yes", "does she need to say yes"])
def test_question_about_a_yes_is_none(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words, fact("permission", "yes"))
    assert not senco.draft.referral.has_permission
    assert senco.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    "words",
    [
        "mum said yes but not to ring her",
        "mum is happy but dad isnt",
        "they said ok though dad isn't keen",
    ],
)
def test_yes_with_a_but_is_asked_about_and_its_words_are_kept(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert "utter_confirm_permission" in senco.heard
    assert words in (senco.draft.referral.dispute.in_own_words or "")
    senco.say("yes", intent="affirm")
    assert senco.draft.referral.has_permission


@pytest.mark.parametrize(
    "words",
    [
        "she said yes but doesn't want the council told",
        "mum has agreed, but not for the council to know",
        "mum has agreed but does not want you to tell the council",
    ],
)
def test_family_that_wants_the_council_left_out_is_heeded_beside_its_yes(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert senco.draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize(
    "words",
    [
        "mum is fine with it",
        "parents are happy to go ahead",
        "they are happy for you to contact the school",
        "family is happy",
        "she is ok with that",
        "mum says yes",
        "parents are aware and in agreement",
        "consent gained via email",
        "mum is aware and happy",
        "they said yes and mum's number is to follow",
    ],
)
def test_plain_yes_of_a_family_is_taken_at_once(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert senco.draft.referral.has_permission


@pytest.mark.parametrize(
    "words",
    [
        "mum said no but dad agreed",
        "dad doesn't agree, mum does",
        "mum agrees, dad disagrees",
        "dad is against it, mum says yes",
        "mum says yes, dad doesnt know",
        "no contact with dad but mum agrees",
        "not in writing but she said yes",
        "I've discussed it with mum and she is keen",
        "Mum is fully aware and supportive",
    ],
)
def test_yes_of_one_beside_a_doubt_is_asked_about_and_ends_nothing(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"
    waiting = senco.draft.progress.unconfirmed
    assert waiting is not None
    assert waiting.field == "permission"


@pytest.mark.parametrize(
    "words",
    [
        "not in writing",
        "not needed",
        "no need",
        "not required",
        "NO foster is his NAME. Jayden Foster",
        "no letter yet but they told us on the phone",
        "wrong council",
        "I don't drive",
        "that's not right",
        "no, sorry, he is 10",
        "no thats not him",
        "no wait its marta@example.com",
        "no voicemails please, I never listen to them",
        "no i havent got one",
        "she's not nasty, she just answers it",
        "I wish I had never asked for a plan",
    ],
)
def test_no_that_is_none_of_the_family_is_asked_about_again(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert senco.asked == "permission"
    assert "utter_permission_needed" not in senco.heard


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "not yet",
        "no she asked me not to",
        "no mum said no",
        "they havent agreed",
        "no he refused",
        "no it isn't",
        "i dont agree",
        "no we haven't",
        "not until i speak to a solicitor",
    ],
)
def test_plain_no_of_a_family_still_ends_it(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert "utter_permission_needed" in senco.heard


@pytest.mark.parametrize(
    "words",
    [
        "they did agree to assess, back in june",
        'they call it "invited to agree the draft by 5pm"',
        "absolutely raging about this letter",
        "me and his dad are divorced but we get on fine",
        "My ex lives in Leeds and he's happy to join by video",
        "yes to calls, only after 16:00",
        "he is at work so it's fine, you can go on",
    ],
)
def test_yes_of_others_or_to_something_else_is_none_of_the_family(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yes. spoke to dad on Friday", "2026-11-20"),
        ("yes she did, last Friday", "2026-11-20"),
        ("yes, this morning by phone", "2026-11-21"),
        ("yes, yesterday", "2026-11-20"),
        ("yes on 12/11", "2026-11-12"),
        ("he signed it on the 3rd", "2026-11-03"),
        ("yes I rang mum on the 30th and she said yes", "2026-10-30"),
        ("yes last week", None),
        ("yes, the letter came on the 3rd", None),
    ],
)
def test_day_of_the_yes_is_kept_however_short_it_is_told(words: str, day: str | None) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    permission = senco.draft.referral.referrer.permission
    assert permission is not None
    assert permission.given
    assert (permission.on and permission.on.isoformat()) == day


@pytest.mark.parametrize(
    "words",
    [
        "you have my permission",
        "that is fine by me",
        "thats all fine by me",
        "yes. i need her to be ok with it dont i",
        "yes ill ask mum tonight",
        "yes i will ask her",
        "mum emailed to confirm the meeting date",
        "mum phoned to agree a date",
        "mum rang to say ok to friday",
    ],
)
def test_yes_of_the_writer_or_of_later_is_none_of_the_family(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert not senco.draft.referral.has_permission
    assert senco.asked == "permission"


@pytest.mark.parametrize(
    "words",
    [
        "yes i have her permission",
        "mum rang to say yes to the referral",
        "mum emailed to say she agrees",
        "dad rang to confirm he is happy",
        "she agreed a week ago",
        "yes she is fine with me referring",
    ],
)
def test_yes_the_family_gave_the_writer_counts(words: str) -> None:
    senco = senco_asked_for_permission()
    senco.say(words)
    assert senco.draft.referral.has_permission
