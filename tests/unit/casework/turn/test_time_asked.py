"""Whether few words ask how long the family has, and what is asked of another time."""

import pytest

from casework.turn.time_asked import asks_of_time


@pytest.mark.parametrize(
    "words",
    [
        "Am I in time, please?",
        "are we still in time",
        "how long have i got, letter says 2 october",
        "HOW LONG HAVE I GOT",
        "how many days have we got left",
        "tell date",
        "pls tell me my deadline",
        "wait is it 2 months",
        "whats the two months bit",
        "dated 9 Nov, arrived 14 Nov. which one counts?",
        "when is my deadline",
        "by what date do i have to do this",
        "when does my time run out",
        "what's the last day I can appeal",
        "am i ok for time",
    ],
)
def test_parent_who_asks_how_long_there_is_is_heard(words: str) -> None:
    assert asks_of_time(words) == "appeal_deadline"


@pytest.mark.parametrize("words", ["is it too late now?", "have we missed it?", "am i too late"])
def test_parent_who_fears_it_is_over_is_heard(words: str) -> None:
    assert asks_of_time(words) == "missed_deadline"


def test_time_to_reach_an_adviser_is_told_apart() -> None:
    assert asks_of_time("how long have i got to ring a mediation adviser") == (
        "deadline_to_contact_you"
    )


@pytest.mark.parametrize(
    "words",
    [
        "how long have i got to wait for the meeting",
        "how long do I have to fill this in",
        "they took two months to reply",
        "is it 2 months until the meeting?",
        "what is the deadline for the council to answer",
        "will I be in time for the school run",
        "is it too late to change my answer",
        "tell me the date of the meeting",
        "how long have they got to change it",
        "how long have i got to claim for discrimination",
        "he missed two months of school",
        "how many days do i get to reply to the draft",
        "when is the last day of term",
    ],
)
def test_another_time_is_left_to_what_was_learnt(words: str) -> None:
    assert asks_of_time(words) is None


@pytest.mark.parametrize(
    "words",
    ["have I left it too long", "have we just left this too late?", "have i left it way too long"],
)
def test_parent_who_fears_to_have_waited_is_heard(words: str) -> None:
    assert asks_of_time(words) == "missed_deadline"


@pytest.mark.parametrize(
    "words",
    [
        "does the certificate mean I've more time?",
        "will a certificate give me longer",
        "do i get more time with the certificate",
        "would the cert give us an extra month?",
    ],
)
def test_parent_who_asks_if_the_certificate_gives_time_is_told_of_time(words: str) -> None:
    assert asks_of_time(words) == "appeal_deadline"
