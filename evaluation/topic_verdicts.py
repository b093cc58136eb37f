"""Whether questions are answered with the right topic, offered it, or answered with another one.

The whole decision counts, taken by casework as for a parent, not what the classifier alone says.
"""

from __future__ import annotations

from collections.abc import Collection

from casework.draft import Draft
from casework.message import Message
from casework.topic_turns import ANSWER
from casework.topics import read_topics
from casework.turn import Outcome
from evaluation.drafts import draft_after_topic, take
from evaluation.sets import OUT_OF_SCOPE, FollowUp, Question, TwoQuestions
from evaluation.verdicts import Verdict, describe_intents

RIGHT = "right"
OFFERED = "offered"
WRONG = "wrong and sure"
NOT_UNDERSTOOD = "not understood"
NOTICE = "utter_privacy_notice"
BOTH, ONE, NEITHER = "both", "one", "neither"


def judge_question(question: Question, message: Message) -> Verdict:
    """A question as a first message.

    Right: one of its topics is said. Offered: one of them is among the questions to tap. Wrong
    and sure: another answer of the FAQ is said instead. Out of scope is right when none is said.
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
    if _topics_said(outcome) & set(right):
        return RIGHT
    if _topics_offered(outcome) & set(right):
        return OFFERED
    if _answers_faq(outcome):
        return WRONG
    return RIGHT if OUT_OF_SCOPE in right else NOT_UNDERSTOOD


def _topics_said(outcome: Outcome) -> set[str]:
    return {said.topic for said in outcome.says if said.topic is not None}


def _answers_faq(outcome: Outcome) -> bool:
    return any(said.response.startswith(ANSWER) for said in outcome.says)


def _topics_offered(outcome: Outcome) -> set[str]:
    """The topics whose question may be tapped."""
    choices = [choice for said in outcome.says for choice in said.choices]
    return {topic for choice in choices for topic in read_topics(Message(choice.say)).topics}


def _describe_answer(outcome: Outcome) -> str:
    """What was said before the next question, which may begin with the privacy notice."""
    said = [one for one in outcome.says if one.asks is None and one.response != NOTICE]
    told = [one.topic if one.response.startswith(ANSWER) else one.response for one in said]
    told += [f"{topic} offered" for topic in sorted(_topics_offered(outcome))]
    return ", ".join(filter(None, told)) or "only the next question"
