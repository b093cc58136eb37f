"""Who holds a certificate, who has lost it, and who has none, whatever words say so."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.dispute.letter_days import denies_certificate
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_papers_told_in_short import answer_to
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, fact, said


@pytest.mark.parametrize(
    "words",
    [
        "i have everything but that",
        "got refused one",
        "we have it booked for 3 december",
        "i have that on my list to do",
        "I have requested one",
        "yes I have requested it",
        "I have ordered it",
        "I have an appointment about it",
        "5th nov and no one has given us a certificate",
        "no i dont have a bloody certificate",
        "we had mediation in october but they didnt send a certificate",
        "I act for the parent. Kindly confirm whether the certificate may be issued today.",
    ],
)
def test_paper_that_is_still_to_come_is_none(words: str) -> None:
    assert answer_to("certificate_held", words) is False


@pytest.mark.parametrize(
    "words",
    [
        "i had it explained to me",
        "it says i have 30 days",
        "had one for a different appeal",
        "i have the diagnosis certificate",
        "I have a meeting about that",
        "his middle name is Idris if you need it",
        "I forgot to sign the appeal form so it came back",
        "yeh thats fine. im doing it on my own i dont want my mum involved",
        "ok thats fine",
    ],
)
def test_words_that_tell_of_no_paper_are_asked_again(words: str) -> None:
    assert answer_to("certificate_held", words) is None


@pytest.mark.parametrize(
    "words",
    [
        "got it",
        "we have",
        "i have it here",
        "ok. yes i have it",
        "fine. we have one",
        "it came yesterday",
        "they emailed me one",
        "we got ours last week",
        "i have a mediation certificate",
        "yes we have that already",
        "we have been sent one",
        "have the certificate",
        "the mediator sent it to me",
    ],
)
def test_paper_that_they_have_is_held(words: str) -> None:
    assert answer_to("certificate_held", words) is True


@pytest.mark.parametrize(
    "words",
    [
        "yes but i lost it",
        "yes but cant find it",
        "we have one, not sure of the date",
        "had it, lost it",
    ],
)
def test_certificate_that_is_lost_is_held_and_the_team_reads_so(words: str) -> None:
    answer = read_answer("certificate_held", said(words), Draft(), TODAY)
    assert answer is not None
    assert (answer.facts[0].value, answer.keeps) == (True, words)


def test_certificate_of_last_year_is_asked_about() -> None:
    parent = at("certificate_held")
    parent.say("i had one last year but its run out")
    assert parent.heard[-1] == "utter_confirm_certificate_held"


def test_parent_who_sees_that_it_is_a_diagnosis_is_asked_whether_there_is_none() -> None:
    parent = at("certificate_held")
    parent.say("yes")
    assert parent.asked == "certificate_date"
    parent.say("oh hang on thats the diagnosis certificate")
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "words",
    [
        "5th november 2026 and no i dont have a bloody certificate",
        "5th nov and no one has given us a certificate",
        "5 november, haven't been given any such certificate",
    ],
)
def test_day_beside_a_denied_certificate_is_the_letters(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-05", "certificate"))
    referral = parent.draft.referral
    assert str(referral.decision.letter_date) == "2026-11-05"
    assert (referral.certificate.held, referral.certificate.date) == (False, None)


@pytest.mark.parametrize(
    ("words", "is_denied"),
    [
        ("WHAT certificate i said i DONT have one", True),
        ("nobody has sent us any certificate", True),
        ("we never got a certificate", True),
        ("what if we don't get a certificate", False),
        ("they said we don't have a certificate", False),
        ("I have a certificate", False),
        ("the certificate is here, I don't have the letter", False),
    ],
)
def test_certificate_denied_is_told_from_one_spoken_of(words: str, is_denied: bool) -> None:
    assert denies_certificate(words) is is_denied
