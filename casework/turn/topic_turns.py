"""What a turn says to questions of the FAQ: their answers, or two to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from casework.people.who_is_told import answer_who_is_told
from casework.say import Choice, topic_of
from casework.turn.asked_in_words import (
    SCHOOL_TRANSPORT,
    asks_whether_hopeless,
    asks_whether_parent,
)
from casework.turn.misses import count_miss
from casework.turn.state import Turn
from casework.turn.topics import Asked, question_of

ANSWER = "utter_faq_"
_MISSED = "missed_deadline"
_WHO_IS_TOLD = frozenset({"who_sees_this", "other_parent", "who_comes", "is_it_confidential"})


def answer_topics(turn: Turn, asked: Asked) -> None:
    """Say the answer to each topic, and offer another where the reading is not sure.

    Somebody who asks on about what was answered last is shown the way to a person.
    """
    for topic in asked.topics:
        response = _answer_that_fits(turn, topic)
        turn.say(response, topic=topic_of(response))
    if asked.left:
        _offer(turn, "utter_one_question_left", asked.left)
    elif turn.draft.progress.last_topic in asked.topics:
        turn.say("utter_more_than_that")
    elif asked.near:
        _offer(turn, "utter_or_did_you_mean", asked.near)


def _answer_that_fits(turn: Turn, topic: str) -> str:
    """The response to the topic, or the one that is true as things stand.

    Who has no plan is not told how long it is kept. Nobody reads the form of a family that has not
    said yes; and whose time has run out asks not how often people agree, but whether there is a way
    at all.
    """
    referral = turn.draft.referral
    if topic == SCHOOL_TRANSPORT:
        return "utter_route_transport"
    if topic == "plan_while_appealing" and referral.plan in ("none", "requested"):
        return f"{ANSWER}do_i_have_to_mediate"
    if topic in _WHO_IS_TOLD:
        told = answer_who_is_told(turn.message.plain, referral)
        return told or f"{ANSWER}{topic}"
    lacks_permission = referral.is_third_party and not referral.has_permission
    if topic == "what_happens_next" and lacks_permission:
        return "utter_permission_needed"
    is_late = referral.deadlines.urgency == "passed"
    if topic == "who_can_refer" and asks_whether_parent(turn.message.plain):
        return "utter_counts_as_parent"
    if topic == "does_it_work" and not is_late and asks_whether_hopeless(turn.message.plain):
        return _what_is_open_still(turn)
    if topic == "does_it_work" and (is_late or turn.draft.progress.last_topic == _MISSED):
        return f"{ANSWER}{_MISSED}"
    return f"{ANSWER}{topic}"


def _what_is_open_still(turn: Turn) -> str:
    """To "is it hopeless then?": what the family still can do, as far as is known."""
    referral, requirement = turn.draft.referral, turn.draft.referral.requirement
    if turn.draft.progress.outside_england:
        return "utter_hope_outside_england"
    if requirement.certificate == "not_required":
        return "utter_hope_exempt"
    if requirement.mediation == "not_available":
        is_open = requirement.disagreement_resolution in ("available", "conditional")
        return "utter_hope_without_mediation" if is_open else "utter_hope_elsewhere"
    if referral.council.coverage in ("not_listed", "other_provider", "contested"):
        return "utter_hope_not_listed"
    return "utter_hope"


def offer_topics(turn: Turn, topics: Sequence[str], *, is_miss: bool = True) -> None:
    """Offer the likeliest topics to tap, beside the pending question."""
    if is_miss:
        count_miss(turn)
    _offer(turn, "utter_did_you_mean", topics)


def _offer(turn: Turn, response: str, topics: Sequence[str]) -> None:
    questions = [question for topic in topics if (question := question_of(topic))]
    turn.say(response, {"questions": " ".join(questions)}, topic="fallback")
    turn.offers = tuple(Choice(question, question) for question in questions)


def remember_topic(turn: Turn) -> None:
    """Keep what was answered last, which the next message may lean on."""
    answered = [said.response for said in turn.says if said.response.startswith(ANSWER)]
    turn.draft.progress.last_topic = answered[-1].removeprefix(ANSWER) if answered else None
