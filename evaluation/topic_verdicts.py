"""Whether questions are answered with the right topic, offered it, or answered with another one.

The whole decision counts, taken by casework as for a parent, not what the classifier alone says.
"""

from __future__ import annotations

from collections.abc import Collection

from casework.message import Message
from casework.referral.draft import Draft
from casework.say import Say
from casework.turn.state import Outcome
from casework.turn.topic_turns import ANSWER
from casework.turn.topics import read_topics
from evaluation.drafts import draft_after_topic, take
from evaluation.sets import OUT_OF_SCOPE, FollowUp, Question, TwoQuestions
from evaluation.verdicts import Verdict, describe_intents

RIGHT = "right"
RIGHT_AND_ANOTHER = "right, and another one answered"
OFFERED = "offered"
WRONG = "wrong and sure"
WRONG_OFFERING_RIGHT = "wrong, the right one offered"
WRONG_OFFERING_ANOTHER = "wrong, yet another one offered"
NOT_UNDERSTOOD = "not understood"
NOTICE = "utter_privacy_notice"
BOTH, ONE, NEITHER = "both", "one", "neither"


def judge_question(question: Question, message: Message) -> Verdict:
    """A question as a first message.

    Right: one of its topics is said; whether another answer of the FAQ is said too is told apart.
    Offered: nothing is answered, but a right topic is among the questions to tap. Wrong: another
    answer is said, alone (and sure) or beside a question to tap. Out of scope is right when none
    is said.
    """
    outcome = take(Draft(), message)
    return Verdict(
        text=question.text,
        wanted=" or ".join(question.topic),
        got=_describe_answer(outcome),
        outcome=_judge(outcome, question.topic),
        heard=describe_intents(message),
    )


def judge_follow_up(follow_up: FollowUp, message: Message) -> Verdict:
    """A message that leans on the topic answered before it; judged like a question."""
    outcome = take(draft_after_topic(follow_up.after), message)
    return Verdict(
        text=f"(after {follow_up.after}) {follow_up.text}",
        wanted=follow_up.topic,
        got=_describe_answer(outcome),
        outcome=_judge(outcome, (follow_up.topic,)),
        heard=describe_intents(message),
    )


def judge_two_questions(two: TwoQuestions, message: Message) -> Verdict:
    """A first message with two questions: both answered, one, or neither."""
    outcome = take(Draft(), message)
    answered = sum(topic in _topics_said(outcome) for topic in two.both)
    return Verdict(
        text=two.text,
        wanted=" and ".join(two.both),
        got=_describe_answer(outcome),
        outcome=(NEITHER, ONE, BOTH)[answered],
        heard=describe_intents(message),
    )


def _judge(outcome: Outcome, right: Collection[str]) -> str:
    said, offered = _topics_said(outcome), _topics_offered(outcome)
    others = [one for one in outcome.says if _is_answer(one) and _topic_said(one) not in right]
    if said & set(right):
        return RIGHT_AND_ANOTHER if others else RIGHT
    if others:
        if offered & set(right):
            return WRONG_OFFERING_RIGHT
        return WRONG_OFFERING_ANOTHER if offered else WRONG
    if offered & set(right):
        return OFFERED
    return RIGHT if OUT_OF_SCOPE in right else NOT_UNDERSTOOD


def _topics_said(outcome: Outcome) -> set[str]:
    return {topic for said in outcome.says if (topic := _topic_said(said)) is not None}


def _topic_said(said: Say) -> str | None:
    """The topic by the name of its answer; of what is no answer of the FAQ the contract's topic.

    Several answers carry the same topic of the contract, which has fewer: they are not the same.
    """
    return said.response.removeprefix(ANSWER) if _is_answer(said) else said.topic


def _is_answer(said: Say) -> bool:
    return said.response.startswith(ANSWER)


def _topics_offered(outcome: Outcome) -> set[str]:
    """The topics whose question may be tapped."""
    choices = [choice for said in outcome.says for choice in said.choices]
    return {topic for choice in choices for topic in read_topics(Message(choice.say)).topics}


def _describe_answer(outcome: Outcome) -> str:
    """What was said before the next question, which may begin with the privacy notice."""
    said = [one for one in outcome.says if one.asks is None and one.response != NOTICE]
    told = [_topic_said(one) if _is_answer(one) else one.response for one in said]
    told += [f"{topic} offered" for topic in sorted(_topics_offered(outcome))]
    return ", ".join(filter(None, told)) or "only the next question"
