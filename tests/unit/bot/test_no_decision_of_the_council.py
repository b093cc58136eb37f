"""What a school thinks, what is only proposed, and what merely sounds like a dispute."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.message import ParentMessage
from bot.nlu.reader import FactReader
from bot.nlu.ruled_out import ruled_out_by_words

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    "words",
    [
        "SENCO says she won't get an EHCP",
        "school say he wouldnt get an EHCP",
        "GP said he won't get a plan",
        "School refuse to apply for EHCP",
        "school said he is too bright for a plan",
        "the head teacher told me he will never get a plan",
        "my son hes 9 school say he dont need a plan",
        "school says they won't apply for an EHCP",
        "teacher said not to bother applying for a plan",
        "school told me he would never qualify for an EHCP",
    ],
)
def test_opinion_of_a_school_or_a_doctor_is_no_refusal(words: str, values: Values) -> None:
    assert values(words, "dispute") == {"sen_support"}


@pytest.mark.parametrize(
    "words",
    [
        "council say he won't get an EHCP",
        "council said she doesnt need a plan, school disagree",
        "the letter says he won't get a plan",
        "school says the council won't give him a plan",
        "they refused to issue an ehcp",
    ],
)
def test_refusal_by_the_council_is_still_one(words: str, values: Values) -> None:
    assert values(words, "dispute") == {"refuse_plan"}


@pytest.mark.parametrize(
    ("words", "dispute"),
    [
        ("his teacher says he doesn't cope and they won't assess him", "refuse_assess"),
        ("The SENCO told me they aren't going to assess him", "refuse_assess"),
        ("doctor says he's autistic but they said no to a needs assessment", "refuse_assess"),
        ("they agreed to assess, they did it, now its a no to the plan itself", "refuse_plan"),
        ("My sister can't read and her lad has been refused a plan", "refuse_plan"),
        ("the school says it can't deliver the plan", "not_delivered"),
        ("school wont put the plan in place", "not_delivered"),
    ],
)
def test_what_a_school_says_beside_it_hides_no_dispute(
    words: str, dispute: str, values: Values
) -> None:
    assert values(words, "dispute") == {dispute}


@pytest.mark.parametrize(
    "words",
    ["my friend told me not to accept the plan", "his teacher thinks he won't manage without one"],
)
def test_advice_of_others_is_no_dispute(words: str, values: Values) -> None:
    assert values(words, "dispute") == set()


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        ("my son was refused an ehcp", False),
        ("they said no to an ehcp", False),
        ("he was assessed and refused an ehcp", True),
    ],
)
def test_plan_refused_without_word_of_an_assessment_is_asked_about(
    words: str, is_sure: bool, reader: FactReader
) -> None:
    (fact,) = (fact for fact in reader.read(words) if fact.entity == "dispute")
    assert (fact.value, fact.sure) == ("refuse_plan", is_sure)


@pytest.mark.parametrize(
    "words",
    [
        "They sent a proposed amended plan",
        "Proposed amendments only",
        "we've had the amendment notice",
        "notice of amendment",
        "they have proposed changes to section F",
    ],
)
def test_proposed_change_is_a_draft(words: str, values: Values) -> None:
    assert values(words, "plan_status") == {"draft"}
    assert values(words, "dispute") == {"draft_plan"}


@pytest.mark.parametrize(
    "words",
    [
        "they refused our proposed amendments",
        "the final plan ignored our proposed changes",
        "amended final plan issued 2 November",
        "we never got an amendment notice",
        "I proposed changes to the plan and they ignored them",
        "school proposed changes to section F at the review and they won't make them",
        "they proposed to change his school",
    ],
)
def test_plan_is_no_draft_where_nothing_is_proposed_by_the_council(
    words: str, values: Values
) -> None:
    assert "draft_plan" not in values(words, "dispute")


@pytest.mark.parametrize(
    "words",
    [
        "he had a statement which changed to a plan",
        "she had a statement at primary then EHCP at secondary",
        "he had a statement before the ehcp",
    ],
)
def test_statement_that_became_a_plan_did_not_end(words: str, values: Values) -> None:
    assert values(words, "plan_status") == {"final"}


@pytest.mark.parametrize("words", ["he used to have a plan", "he had a plan but it stopped"])
def test_plan_that_is_no_more_has_ended(words: str, values: Values) -> None:
    assert values(words, "plan_status") == {"ended"}


@pytest.mark.parametrize(
    "words",
    ["the council never mentioned one", "they never mentioned mediation", "applied for it"],
)
def test_words_about_a_certificate_tell_nothing_of_the_plan(words: str, values: Values) -> None:
    assert values(words, "dispute") == values(words, "plan_status") == set()


def test_need_that_a_plan_never_mentions_is_one_of_section_b(values: Values) -> None:
    assert values("it never mentions his anxiety", "dispute") == {"section_b"}


@pytest.mark.parametrize(
    ("words", "is_ruled_out"),
    [
        ("He needs a 1:1 and they said no", True),
        ("she needs a speech therapist and they refused", True),
        ("they refused to assess, he needs OT", False),
        ("they turned down our request, he has a TA", False),
    ],
)
def test_help_that_is_refused_is_no_assessment_refused(words: str, is_ruled_out: bool) -> None:
    ruled_out = ruled_out_by_words(ParentMessage(words.lower()))
    assert ("refuse_assess" in ruled_out) is is_ruled_out
