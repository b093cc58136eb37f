"""Who comes with them to the meeting, as the answer to that question."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.reading import Answer, one
from casework.message import Message
from casework.people.meeting_told import supporters_in
from casework.referral.draft import Draft
from casework.words import reads_as_no, reads_as_plain_yes, reads_as_unsure

_COMES_ALONE = re.compile(
    r"\bno ?(?:one|body)\b|\bjust me\b|"
    r"^\W*(?:(?:it'?s|i'?m|i am|i'?ll be|coming|just|only|will be)\W+)*"
    r"(?:alone|me|myself|on my own|by myself|not anyone)\W*$",
    re.IGNORECASE,
)
_SOMEBODY_YET = re.compile(r"\b(?:but|maybe|might|except)\b", re.IGNORECASE)
"""After "no one": "no one yet but maybe my friend" tells of somebody."""
MOST_WORDS_OF_DOUBT = 4


def read_supporters(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who comes with them, in their own words."""
    named = supporters_in(message)
    if named:
        return one("supporters", named)
    words = message.plain
    if reads_as_unsure(words) and len(words.split()) <= MOST_WORDS_OF_DOUBT:
        return Answer(is_unsure=True)
    if reads_as_plain_yes(words):
        return Answer(problem="utter_help_supporters")
    comes_alone = reads_as_no(words) or _COMES_ALONE.search(words) is not None
    if comes_alone and not _SOMEBODY_YET.search(words):
        return Answer(facts=(Fact("supporters", []),))
    return Answer(facts=(Fact("supporters", [message.text.strip()[:200]]),))
