"""What is heard of somebody who said no to keeping what they tell, or took their yes back."""

from __future__ import annotations

import re

from casework.answers.fact import Fact
from casework.consent.asking_only import reads_as_asking_only
from casework.consent.said import reads_as_refusal
from casework.conversation.control_turns import CONTROLS
from casework.turn.state import Turn
from casework.turn.topic_turns import answer_topics
from casework.turn.topics import read_topics
from casework.words import reads_as_mere_assent, reads_as_question, reads_as_yes

_TAKES_NO_BACK = re.compile(
    r"\b(?:pressed|hit|clicked|tapped|picked|typed|put|said) (?:the wrong|no by|that by|it by)\b|"
    r"\bwrong (?:one|button|answer)\b|\bchang(?:e|ed|ing) my (?:mind|answer)\b|"
    r"^\W*(?:(?:actually|oh|well|sorry|no)\W+)+yes\b|"
    r"\b(?:meant|mean)(?: to (?:say|put|press))? yes\b|\byou can (?:keep|store|save)\b",
    re.IGNORECASE,
)
_OF_LATER = re.compile(r"\b(?:if|what|how|when|not|n't|dont)\b", re.IGNORECASE)


def hear_after_withdrawal(turn: Turn, control: str | None) -> None:
    """Questions are answered and a person can be asked for; nothing more is taken down (DP-04)."""
    asked = read_topics(turn.message, after=turn.draft.progress.last_topic)
    if control in {"want_person", "privacy", "thanks", "goodbye"}:
        CONTROLS[control](turn)
    elif asked.topics:
        answer_topics(turn, asked)
    else:
        turn.say("utter_withdrawn")


def hear_after_no(turn: Turn, facts: list[Fact]) -> bool:
    """Ask once more who takes the no back; True where all is said to the message."""
    words, progress = turn.message.plain, turn.draft.progress
    if takes_no_back(words):
        progress.has_declined = False
        return True
    wake_up(turn, facts)
    if turn.says or not progress.has_declined:
        return False
    if reads_as_mere_assent(words):
        turn.say("utter_thanks")
    elif reads_as_refusal(words, "consent"):
        turn.say("utter_no_consent")
    return bool(turn.says)


def takes_no_back(words: str) -> bool:
    """True for who said no to keeping and now says yes, however short: they are asked once more.

    >>> takes_no_back("sorry i pressed the wrong one. yes its ok")
    True
    """
    if reads_as_mere_assent(words) or _OF_LATER.search(words):
        return False
    return reads_as_yes(words) or _TAKES_NO_BACK.search(words) is not None


def wake_up(turn: Turn, facts: list[Fact]) -> None:
    """Who declined before and now tells or asks for a referral is asked for consent again.

    Somebody with questions only is not, whatever is told in them.
    """
    progress = turn.draft.progress
    words = turn.message.plain
    if reads_as_asking_only(words) or reads_as_mere_assent(words):
        return
    tells = (turn.message.intent == "affirm" or facts) and not reads_as_question(words)
    if turn.message.intent == "start_referral" or tells:
        progress.has_declined = False
