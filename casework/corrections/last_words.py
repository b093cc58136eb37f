"""What is said to "anything else you want us to know?", once all is told or sent.

It is kept word for word and somebody looks. Fields change only by what is surely meant for them:
how to reach the family, what the meeting needs, and what is put right outright.
"""

from __future__ import annotations

import re

from casework.answers import read_answer
from casework.answers.fact import Fact
from casework.dispute.route_told import route_preferred
from casework.referral.fields import is_given
from casework.turn.left_out import tells_of_another_child
from casework.turn.own_case import tell_own_time
from casework.turn.own_words import keep_for_team
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn
from casework.turn.taking import facts_that_count
from casework.words import reads_as_question, reads_as_venting

_REACHING = frozenset({"phone", "email", "safe_contact", "best_time"})
_FOR_THE_MEETING = frozenset(
    {"access_needs", "meeting_format", "interpreter", "language", "supporters"}
)
_OF_PAPERS = frozenset({"decision_date", "certificate_held", "certificate_date", "appeal_lodged"})
"""Taken where they were open: a letter may come after the referral was sent."""
_OF_THE_CASE = frozenset({"plan", "issue", "sections", "school_only_check", "route_wanted"})
_PUTS_THE_CASE_RIGHT = re.compile(
    r"\b(?:should (?:be|say|have been)|correction|mistake|typo|meant|instead of)\b|"
    r"^\W*(?:no|sorry|actually)\b",
    re.IGNORECASE,
)
"""Stricter than for other answers: "section F is wrong" is what a dispute is about."""
_PUTS_RIGHT = re.compile(
    r"\b(?:should (?:be|say|have been)|correction|wrong|mistake|typo|meant|changed?|not \d+|"
    r"instead of|is (?:really|now)|turned \d+|my new)\b|^\W*(?:no|sorry|actually)\b",
    re.IGNORECASE,
)
_ANOTHER_PERSONS = re.compile(
    r"\b(?:(?:his|her|their|the|my) )?(?:dad|mum|mam|father|mother|husband|wife|partner|ex|nan|"
    r"gran|sister|brother|aunt|uncle|friend|(?:other|second) parent|social worker|senco|teacher)"
    r"(?:'?s|\b)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:[\s,.!]|\b(?:no|nope|many|thanks?|thank you|thankyou|thx|ta|cheers|so|very|"
    r"really|much|for|all|your|the|help|helping|time|today|you|you'?ve|have|are|been|being|"
    r"a|lovely|great|brilliant|"
    r"helpful|kind|amazing|star|listening|that'?s|that|was|is|it|everything|i|we|appreciate|"
    r"good ?bye|bye|good|nothing|else|more|to|add|know|just|and|again|ok|okay)\b|[^\w\s,.!?])*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:no|nope|nothing|everything|that'?s|that is|bye|goodbye)\b", re.IGNORECASE)
_NOTHING_MORE = re.compile(
    r"^\W*(?:no+ |nope |um |sorry )*(?:not? (?:at the moment|right now|for now|today|but thank\w*)|"
    r"(?:but )?thank\w*|(?:i )?(?:do ?n[o']?t|dont) (?:know|think so|think there is)|not sure|"
    r"(?:that|it|this) (?:covers|sums|about covers) (?:it|everything)(?: up)?|can'?t think of "
    r"(?:anything|any)(?: else| more)?)(?: thanks?| thank you| ta| sorry)*\W*$",
    re.IGNORECASE,
)

_ASKS_FOR_NEWS = re.compile(
    r"\bany (?:news|updates?|progress|word)\b|"
    r"\b(?:ha[sv]e?|did) (?:any ?(?:one|body)|some ?(?:one|body)|you|they) (?:\w+ )?"
    r"(?:look(?:ed)?|read|see|seen|got|had a look|decided|got round)\b|"
    r"\b(?:not|n't|havent|never|still) heard (?:anything|back|from|nothing)\b|"
    r"\b(?:no ?(?:one|body)|they) (?:has |have |'s )?(?:not |never |n't )*(?:rung|called|phoned|"
    r"contacted|been in touch|got back)\b|\bstill waiting (?:to hear|for (?:a|the|your) call)\b",
    re.IGNORECASE,
)
"""They wait to hear from us: "any news?"."""


def is_last_word(turn: Turn) -> bool:
    """True for what tells something there: no plain yes or no, no question and no mere number."""
    words = turn.message.plain
    if turn.pending != "anything_else" or not re.search(r"[a-z]{2}", words, re.IGNORECASE):
        return False
    is_answer = read_answer("anything_else", turn.message, turn.draft, turn.today) is not None
    asks_for_news = _ASKS_FOR_NEWS.search(words) is not None
    return not is_answer and (asks_for_news or not reads_as_question(words))


def take_last_word(turn: Turn) -> None:
    """Keep it, take what is surely meant for a field, and say that the team has it."""
    words = turn.message.plain
    if _NOTHING_MORE.match(words) or (_THANKS.match(words) and _ENDS.search(words)):
        turn.say("utter_goodbye")
        turn.draft.progress.is_stopped = True
        return
    if _THANKS.match(words):
        turn.say("utter_thanks")
        return
    is_correction = _PUTS_RIGHT.search(words) is not None or route_preferred(words) is not None
    facts = [fact for fact in facts_that_count(turn) if _is_meant(turn, fact, is_correction)]
    take_facts(turn, facts, is_answer=False, is_correction=is_correction)
    if _OF_PAPERS & set(turn.changed):
        turn.says += tell_own_time(turn.draft, turn.today)
    if reads_as_venting(words):
        turn.say("utter_hard_time")
    keep_for_team(turn)
    if _ASKS_FOR_NEWS.search(words) and turn.draft.progress.is_submitted:
        turn.say("utter_news_asked")
        return
    is_asked = turn.draft.progress.unconfirmed is not None
    turn.say("utter_added_for_team", asks=None if is_asked else "anything_else")


def _is_meant(turn: Turn, fact: Fact, is_correction: bool) -> bool:
    if not fact.is_sure or tells_of_another_child(turn):
        return False
    if fact.field in ("phone", "email") and _ANOTHER_PERSONS.search(turn.message.plain):
        return False
    if fact.field in _REACHING | _FOR_THE_MEETING:
        return True
    if fact.field == "route_wanted" and route_preferred(turn.message.plain) is not None:
        return True
    if fact.field in _OF_THE_CASE:
        return _PUTS_THE_CASE_RIGHT.search(turn.message.plain) is not None
    return is_correction or (fact.field in _OF_PAPERS and not is_given(turn.draft, fact.field))
