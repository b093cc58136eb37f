"""A question counts by what the assistant would say to it."""

import pytest

from casework.message import Message, Part
from casework.turn.topics import LIKELY, NEAR, SURE
from evaluation.sets import FollowUp, Question, TwoQuestions
from evaluation.topic_verdicts import judge_follow_up, judge_question, judge_two_questions


def question(*topics: str) -> Question:
    return Question(text="do i have to pay", topic=topics)


def heard(*ranking: tuple[str, float], text: str = "do i have to pay") -> Message:
    return Message(text, intents=ranking)


def test_question_whose_answer_is_said_is_right() -> None:
    verdict = judge_question(question("is_it_free"), heard(("ask_is_it_free", SURE)))
    assert verdict.outcome == "right"


def test_any_one_of_several_right_topics_will_do() -> None:
    both = question("travel_costs", "is_it_free")
    assert judge_question(both, heard(("ask_is_it_free", 0.9))).outcome == "right"


def test_question_answered_with_another_topic_is_wrong_and_sure() -> None:
    verdict = judge_question(question("is_it_free"), heard(("ask_travel_costs", 0.9)))
    assert (verdict.outcome, verdict.got) == ("wrong and sure", "travel_costs")


@pytest.mark.parametrize(
    ("beside", "outcome"),
    [
        ("ask_is_it_free", "wrong, the right one offered"),
        ("ask_opening_hours", "wrong, yet another one offered"),
    ],
)
def test_another_answer_beside_a_question_to_tap_is_not_sure(beside: str, outcome: str) -> None:
    likely = heard(("ask_travel_costs", LIKELY), (beside, NEAR), text="do i have to pay?")
    assert judge_question(question("is_it_free"), likely).outcome == outcome


def test_right_answer_beside_a_question_to_tap_is_right() -> None:
    likely = heard(("ask_is_it_free", LIKELY), ("ask_travel_costs", NEAR), text="is it free?")
    assert judge_question(question("is_it_free"), likely).outcome == "right"


@pytest.mark.parametrize(
    ("topics", "outcome"),
    [
        (("is_it_free",), "right, and another one answered"),
        (("is_it_free", "who_comes"), "right"),
        (("opening_hours",), "wrong and sure"),
    ],
)
def test_second_answer_is_told_apart_unless_it_is_right_too(
    topics: tuple[str, ...], outcome: str
) -> None:
    parts = (
        Part("is it free?", (("ask_is_it_free", 0.9),)),
        Part("who comes?", (("ask_who_comes", 0.9),)),
    )
    message = Message("is it free? who comes?", intents=parts[0].intents, parts=parts)
    assert judge_question(question(*topics), message).outcome == outcome


def test_neighbours_with_the_same_topic_in_the_contract_do_not_pass_for_each_other() -> None:
    robot = heard(("ask_is_this_a_person", 0.9), text="is it a robot?")
    verdict = judge_question(question("what_is_this_service"), robot)
    assert (verdict.outcome, verdict.got) == ("wrong and sure", "is_this_a_person")
    service = heard(("ask_what_is_this_service", 0.9), text="what is it?")
    assert judge_question(question("is_this_a_person"), service).outcome == "wrong and sure"
    assert judge_question(question("is_this_a_person"), robot).outcome == "right"


def test_question_that_can_be_tapped_is_offered() -> None:
    unsure = heard(("ask_travel_costs", NEAR + 0.01), ("ask_is_it_free", NEAR))
    verdict = judge_question(question("is_it_free"), unsure)
    assert verdict.outcome == "offered"
    assert "is_it_free offered" in verdict.got


def test_question_is_not_understood_when_only_other_ones_can_be_tapped() -> None:
    unsure = heard(("ask_travel_costs", NEAR), ("ask_opening_hours", NEAR))
    assert judge_question(question("is_it_free"), unsure).outcome == "not understood"


def test_question_is_not_understood_when_nothing_is_said_to_it() -> None:
    assert judge_question(question("is_it_free"), heard(("inform", 0.9))).outcome == (
        "not understood"
    )


@pytest.mark.parametrize(
    ("confidence", "outcome"), [(0.95, "wrong and sure"), (NEAR, "right"), (0.0, "right")]
)
def test_question_out_of_scope_is_right_unless_it_is_answered(
    confidence: float, outcome: str
) -> None:
    stray = question("out_of_scope")
    assert judge_question(stray, heard(("ask_is_it_free", confidence))).outcome == outcome


def test_verdict_tells_the_intents_of_the_whole_and_of_each_part() -> None:
    message = Message(
        "hi. is it free?",
        intents=(("greet", 0.5), ("ask_is_it_free", 0.4)),
        parts=(Part("is it free?", (("ask_is_it_free", 0.9),)),),
    )
    assert judge_question(question("is_it_free"), message).heard == (
        "greet 0.50, ask_is_it_free 0.40; “is it free?”: ask_is_it_free 0.90"
    )


@pytest.mark.parametrize(
    ("topics", "outcome"),
    [
        (["ask_is_it_free", "ask_who_comes"], "both"),
        (["ask_is_it_free", "ask_opening_hours"], "one"),
        (["ask_travel_costs", "ask_opening_hours"], "neither"),
    ],
)
def test_two_questions_count_by_how_many_are_answered(topics: list[str], outcome: str) -> None:
    two = TwoQuestions(text="is it free and who comes?", both=("is_it_free", "who_comes"))
    parts = [Part("is it?", ((topics[0], 0.9),)), Part("who?", ((topics[1], 0.9),))]
    message = Message(two.text, intents=parts[0].intents, parts=tuple(parts))
    assert judge_two_questions(two, message).outcome == outcome


def test_follow_up_is_judged_by_what_it_means_after_the_last_answer() -> None:
    follow_up = FollowUp(after="who_comes", text="and my mum?", topic="can_i_bring_someone")
    message = Message(
        follow_up.text,
        intents=(("inform", 0.4),),
        leaning=(("ask_can_i_bring_someone", 0.9),),
    )
    assert judge_follow_up(follow_up, message).outcome == "right"


def test_follow_up_on_a_topic_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="no topic nonsense"):
        judge_follow_up(FollowUp(after="nonsense", text="and?", topic="who_comes"), Message("and?"))
