"""The certificate, the letter, the appeal and the route, told in few words or in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answers import read_answer
from casework.answers.schools import places_in
from casework.referral.draft import Draft
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, fact, said


def answer_to(question: str, words: str) -> object:
    """The value read from the words as the answer to the question; None where there is none."""
    answer = read_answer(question, said(words), Draft(), TODAY)
    return answer.facts[0].value if answer is not None and answer.facts else None


@pytest.mark.parametrize(
    "words",
    [
        "wait have I left it too long because it's been nearly three months",
        "have we got to do that one first",
        "do i have to have it in the post by then",
        "had i better ask them about that",
    ],
)
def test_question_in_place_of_an_answer_is_no_certificate(words: str) -> None:
    assert answer_to("certificate_held", words) is not True


@pytest.mark.parametrize(
    "words",
    [
        "no I dont know what is it",
        "no, never heard of it",
        "nope don't know what that is",
        "nah, i dont know about any certificate",
    ],
)
def test_parent_who_does_not_know_the_paper_has_none(words: str) -> None:
    assert answer_to("certificate_held", words) is False


@pytest.mark.parametrize(
    "words",
    ["actually yes", "oh wait, yes", "no wait, I do", "actually I have it", "i have it here"],
)
def test_yes_after_second_thoughts_is_a_yes(words: str) -> None:
    assert answer_to("certificate_held", words) is True


@pytest.mark.parametrize("words", ["actually yes, 10 november", "sorry yes we do, 10 november"])
def test_date_told_with_the_certificate_leaves_the_letters_alone(words: str) -> None:
    parent = at("certificate_held")
    before = parent.draft.referral.decision.letter_date
    assert before is not None
    parent.say(words, fact("date", "2026-11-10"))
    assert parent.draft.referral.decision.letter_date == before
    assert parent.draft.referral.certificate.held is True
    assert parent.draft.referral.certificate.date == date(2026, 11, 10)


@pytest.mark.parametrize(
    "words",
    [
        "it was, its finished now and we won",
        "it was. all over now",
        "we won in june",
        "yes it's been heard",
        "they lost, it was decided in may",
    ],
)
def test_appeal_that_is_over_was_sent(words: str) -> None:
    assert answer_to("appeal_lodged", words) is True


@pytest.mark.parametrize("words", ["not decided yet", "not finished it yet", "no"])
def test_appeal_that_is_not_sent_is_not_taken_for_one_that_is_over(words: str) -> None:
    assert answer_to("appeal_lodged", words) is not True


@pytest.mark.parametrize(
    "words",
    [
        "nothing has been decided on that yet",
        "it hasn't been heard yet",
        "they havent decided",
        "the tribunal has not decided",
        "it's not over",
        "nothing's been settled",
    ],
)
def test_who_says_that_nothing_is_decided_is_asked_whether_they_appealed(words: str) -> None:
    parent = at("certificate_held")
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words)
    assert parent.draft.referral.appeal.lodged is None
    assert parent.heard == ["utter_confirm_appeal_lodged"]
    assert parent.draft.referral.decision.letter_date is not None


@pytest.mark.parametrize(
    "words",
    ["there int one!!", "there isnt one", "haven't got one", "there ain't any", "didn't get one"],
)
def test_parent_without_a_letter_can_say_so_in_any_speech(words: str) -> None:
    assert answer_to("decision_date", words) == "no_letter"


@pytest.mark.parametrize(
    "words",
    [
        *("not yet", "no i havent got one", "heard nothing yet", "no reply whatsoever", "nowt"),
        *("still no decision from council", "letter hasnt come", "they just told me on the phone"),
        *("we still don't have any decision", "im waiting for their letter"),
        *("no we have not had it", "no they sent us nothing", "no got one yet"),
    ],
)
def test_parent_whose_letter_has_not_come_has_none(words: str) -> None:
    assert answer_to("decision_date", words) == "no_letter"


@pytest.mark.parametrize(
    "words",
    [
        *(
            "there isn't one on it",
            "haven't got one to hand",
            "no thats where i work",
            "not really",
        ),
        *("not had my tea yet", "waiting for my husband to get home", "none of them listen"),
        *("nothing from the school either", "no decision about the transport", "no thank you"),
        *("nothing in his plan is right", "no one", "its been 9 months and nothing works"),
        *("i just said mediation", "what happens if I don't reply", "no letter just an email"),
        *("not happy with the decision", "i dont agree", "wrong council", "access needs none"),
        *("no I have it", "no we have one", "no, they have sent it", "no it came"),
        *("That did not answer me.", "this does not answer it", "i don't have the letter"),
    ],
)
def test_no_to_anything_else_says_nothing_of_the_letter(words: str) -> None:
    assert answer_to("decision_date", words) != "no_letter"


@pytest.mark.parametrize(
    "words", ["i dont know which", "honestly I don't know which one I need", "no idea, you choose"]
)
def test_parent_who_does_not_know_the_route_is_not_asked_if_that_is_right(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", "unsure", sure=False))
    assert parent.draft.referral.route_wanted == "unsure"
    assert parent.asked != "route_wanted"


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to try mediation after all",
        "mediation after all please",
        "after all I want mediation",
    ],
)
def test_mediation_after_all_is_mediation(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", "mediation"))
    assert parent.draft.referral.route_wanted == "mediation"


@pytest.mark.parametrize(
    "words",
    [
        "Correction: the certificate is dated the 30th October",
        "certificate in hand, appeal not in yet",
        "the certificate came last week",
        "my certificate is here",
    ],
)
def test_certificate_that_they_have_is_no_wish_for_one(words: str) -> None:
    assert answer_to("route_wanted", words) is None


@pytest.mark.parametrize(
    "words", ["mediation, and the certificate as a backup", "mediation, certificate as plan b"]
)
def test_certificate_to_fall_back_on_leaves_mediation_first(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", "mediation"), fact("route", "certificate_only"))
    assert parent.draft.referral.route_wanted != "certificate_only"


def test_undecided_family_is_undecided() -> None:
    parent = at("route_wanted")
    parent.say("Undecided. What would you suggest?", intent="ask_not_legal_advice")
    assert parent.draft.referral.route_wanted == "unsure"


@pytest.mark.parametrize(
    "words", ["school named and respite", "yes. Section I, the school named", "the school names"]
)
def test_school_named_is_no_name_of_a_school(words: str) -> None:
    assert [
        one for one in places_in(said(words), is_professional=False) if one.field == "setting"
    ] == []


@pytest.mark.parametrize(
    "words",
    ["yes please", "i think my husband has it", "the school has it", "we had an old one"],
)
def test_certificate_of_which_they_are_not_sure_is_asked_about(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is None


@pytest.mark.parametrize("words", ["have you got it", "kids sent me something"])
def test_what_we_have_or_sent_is_no_certificate_of_theirs(words: str) -> None:
    assert answer_to("certificate_held", words) is not True
