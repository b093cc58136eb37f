"""What a turn says to questions: the answers of the FAQ, two to choose from, or what was asked.

"Which one?" and "do I have to?" name nothing, so that what was learnt takes them for any other:
they are of the very question that waits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casework.dispute.topic_that_fits import topic_that_fits
from casework.message import Message
from casework.people.who_is_told import answer_who_is_told
from casework.referral.draft import may_be_kept_whole
from casework.say import Choice, Say, topic_of
from casework.turn.asked_in_words import (
    SCHOOL_TRANSPORT,
    asks_whether_hopeless,
    asks_whether_parent,
    speaks_of_responsibility,
)
from casework.turn.asked_of_case import MUST_I
from casework.turn.confirming import is_asked_to_confirm
from casework.turn.own_case import answer_from_case, note_time_told
from casework.turn.own_words import keep_words
from casework.turn.passing_over import count_miss
from casework.turn.questions import REQUIRED
from casework.turn.state import Turn
from casework.turn.topics import Asked, question_of, read_topics
from casework.words import LEAD_IN

ANSWER = "utter_faq_"
_MISSED = "missed_deadline"
_TAKE_ANY_WORDS = frozenset({"in_own_words", "best_time", "supporters", "anything_else"})
_CLAUSE = re.compile(r"[^.!?;\n]+[.!?;]*")
_FEWEST = 4
"""Words that a question has to have to be one: "Leeds, is it?" is an answer."""
_LEADS_IN = rf"\W*(?:(?:{LEAD_IN}|but|also|or|please|pls|just|no|yes|yeah)\W+)*"
_ASKS = re.compile(
    rf"{_LEADS_IN}(?:what|wot|how|who|when|where|why|which|will|can|could|do|does|did|is|are|would|should|has|"
    r"have)\b[^?]*\?",
    re.IGNORECASE,
)
_ASKS_UNMARKED = re.compile(
    rf"{_LEADS_IN}(?:is|are|am|was|do|does|did|will|would|can|could|should|have|has) "
    r"(?:i|we|you|u|he|she|they|it|this|that)\b(?: [^?.]+){1,14}\W*$|"
    rf"{_LEADS_IN}(?:how|what|when|where|who|why)"
    r"(?:'?s| is| are| do| does| can| will| would| long| much| many)(?: [^?.]+){1,14}\W*$",
    re.IGNORECASE,
)
_IS_COURTESY = re.compile(
    r"\b(?:is|are|was|does|do|did|will|would|can) (?:that|this|it|you|u|these|they)(?: all| be)? "
    r"(?:ok\w*|fine|all ?right|right|correct|enough|good|clear|it|do|help\w*|make sense|count|"
    r"work|understand|get (?:that|it|this|me)|see (?:that|it)|know|hear me|what you (?:need|want|"
    r"mean))\b",
    re.IGNORECASE,
)
SHORTEST_BESIDE_A_CONTROL = 5
"""Words that "can I talk to someone" may have before it can hold a question besides."""
_WHOSE = frozenset({"referrer_role", "several_children"})
"""What a question tells of who asks: "how do I get my lad a right to choose assessment?"."""
_WHO_IS_TOLD = frozenset({"who_sees_this", "other_parent", "who_comes", "is_it_confidential"})
_WHICH = re.compile(
    rf"^\W*(?:(?:{LEAD_IN}|but)\W+)*"
    r"(?:(?:i|we)(?:'?ve| have)?(?: got)? (?:2|3|two|three|both|several|a few)"
    r"(?: of (?:them|those)| letters| dates| numbers| kids| children)?\W+(?:so )?)?"
    r"(?:(?:which|what|wot) (?:one|letter|date|number|council|certificate|name|school|age|appeal|"
    r"form|paper|person|family|meeting)s?|"
    r"whose (?:name|number|age|letter))"
    r"(?: (?:do|did) (?:you|u) (?:mean|want|need)| is (?:it|that)| exactly| please| pls| then)*"
    r"\W*$",
    re.IGNORECASE,
)
_ONE_OR_THE_OTHER = re.compile(
    r"^\W*(?!(?:is|are|am|do|does|can|could|will|would|should|has|have|what|who|how|why|when|where|"
    r"which)\b)[^?.!]*\w or \w[^?.!]*\?\W*$",
    re.IGNORECASE,
)
"""Two answers to choose from: "the date I got it or the date on it?"."""
_LONGEST = 10
_OF_MEDIATION = frozenset(
    {"route_wanted", "certificate_held", "certificate_date", "appeal_lodged", "school_only_check"}
)
"""Where "do I have to?" asks for mediation or its certificate."""
_OF_TWO = frozenset({"decision_date", "name", "child_name", "child_age", "phone", "email", "role"})
"""Where "mine or his?" asks which answer is wanted; elsewhere it names two answers."""
_NO_QUESTION_OF_THE_FORM = frozenset(
    {"consent", "share_with_council", "want_callback", "anything_else", "start_again", "summary"}
    | {"change_what", "issue"}
)


def answer_topics(turn: Turn, asked: Asked) -> None:
    """Say the answer to each topic, and offer another where the reading is not sure.

    Somebody who asks on about what was answered last is shown the way to a person.
    """
    for heard in asked.topics:
        topic = topic_that_fits(heard, turn.message, turn.draft)
        own = answer_from_case(turn.draft, turn.message.plain, topic, turn.today)
        for said in own or [Say(_answer_that_fits(turn, topic))]:
            turn.say(said.response, dict(said.values), topic=topic_of(said.response))
        note_time_told(turn.draft, own)
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
    words = turn.message.plain
    if topic == "who_can_refer" and (asks_whether_parent(words) or speaks_of_responsibility(words)):
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


def answer_beside(turn: Turn, control: str) -> None:
    """Answer what is asked in the same breath as for a person, such as how to get through."""
    if control == "want_person" and len(turn.message.plain.split()) > SHORTEST_BESIDE_A_CONTROL:
        asked = read_topics(turn.message, after=turn.draft.progress.last_topic)
        if asked.topics and not asked.near:
            answer_topics(turn, asked)


def leave_question(turn: Turn, asked: str | None = "") -> bool:
    """Say that the team can answer what was asked beside an answer; True where it was said.

    So no question goes unnoticed; it is kept with the family's own words. `asked`: what was cut
    off from the answer; None where the mark of a question only doubts it.
    """
    if asked is None or turn.pending in _TAKE_ANY_WORDS or turn.draft.progress.outside_england:
        return False
    question = _question_left(turn.message, asked)
    if question is None:
        return False
    if may_be_kept_whole(turn.draft):
        keep_words(turn, question)
    turn.say("utter_question_for_team")
    return True


def _question_left(message: Message, asked: str) -> str | None:
    """The words of a question that holds nothing that was taken, or None."""
    told = [one for one in message.entities if one.is_sure and one.name not in _WHOSE]
    for clause in _CLAUSE.finditer(message.text):
        words = clause[0].strip()
        holds_fact = any(one.start < clause.end() and clause.start() < one.end for one in told)
        is_marked = _ASKS.match(words) is not None and len(words.split()) >= _FEWEST
        is_asked = is_marked or _ASKS_UNMARKED.match(words) is not None
        if is_asked and not holds_fact and not _IS_COURTESY.search(words):
            return words
    is_asked = _ASKS_UNMARKED.match(asked) is not None and not _IS_COURTESY.search(asked)
    return asked if is_asked else None


def remember_topic(turn: Turn) -> None:
    """Keep what was answered last, which the next message may lean on."""
    answered = [said.response for said in turn.says if said.response.startswith(ANSWER)]
    turn.draft.progress.last_topic = answered[-1].removeprefix(ANSWER) if answered else None


def answer_in_short(turn: Turn) -> bool:
    """Explain the question that waits to who asks of nothing else. True where that was done.

    Right after another answer such words lean on that.
    """
    pending, words = turn.pending, turn.message.plain
    if pending is None or pending in _NO_QUESTION_OF_THE_FORM or is_asked_to_confirm(turn):
        return False
    if turn.draft.progress.last_topic is not None or len(words.split()) > _LONGEST:
        return False
    if MUST_I.match(words) and pending not in _OF_MEDIATION:
        turn.say(f"utter_why_{pending}")
        if pending not in REQUIRED | {"email"}:
            turn.say("utter_may_be_skipped")
        return True
    is_which = _WHICH.match(words) is not None and pending != "route_wanted"
    gives_two = any(entity.name == pending for entity in turn.message.entities)
    is_of_two = pending in _OF_TWO and _ONE_OR_THE_OTHER.match(words) is not None and not gives_two
    if is_which or is_of_two:
        turn.say(f"utter_help_{pending}", asks=pending)
        return True
    return False
