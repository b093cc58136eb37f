"""Who comes with them to the meeting, as the answer to that question."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.reading import Answer, one
from casework.message import Message
from casework.people.meeting_told import supporters_in
from casework.people.somebody_told import tells_of_somebody
from casework.referral.draft import Draft
from casework.words import reads_as_no, reads_as_plain_yes, reads_as_question, reads_as_unsure

_COMES_ALONE = re.compile(
    r"\bno ?(?:one|body)\b|\bjust me\b|"
    r"^\W*(?:(?:it'?s|i'?m|i am|i'?ll be|coming|just|only|will be)\W+)*"
    r"(?:alone|me|myself|on my own|by myself|not anyone)(?:\W+[a-z]+){0,2}\W*$",
    re.IGNORECASE,
)
_SOMEBODY_YET = re.compile(
    r"\b(?:but|maybe|might|except|apart from|other than)\b|"
    r"\b(?:just|only) (?:with )?(?!me\b|us\b)|\bme (?:and|&|plus|with)\b|\bme\W*[,+&]",
    re.IGNORECASE,
)
"""After "no one": "no one yet but maybe my friend", "no just my husband", "just me and my mum"."""
_SHORTEST_ACCOUNT = 4
"""Words from which what tells of nobody is told to the team: "Stockport changed their mind"."""
_YES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|yh|ok|okay|sure|please|it'?s|it will be|it'?ll be|that'?s)\b\W*)+"
    r"(?=\w)",
    re.IGNORECASE,
)


def read_supporters(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who comes with them, in their own words; words that tell of nobody are no answer."""
    named = supporters_in(message)
    if named:
        return one("supporters", named)
    words = message.plain
    is_somebody = tells_of_somebody(message)
    if reads_as_unsure(words) and not is_somebody:
        return Answer(is_unsure=True)
    comes_alone = reads_as_no(words) or _COMES_ALONE.search(words) is not None
    if comes_alone and not (is_somebody and _SOMEBODY_YET.search(words)):
        return Answer(facts=(Fact("supporters", []),))
    if reads_as_plain_yes(words) or not is_somebody:
        tells_more = len(words.split()) >= _SHORTEST_ACCOUNT and not reads_as_question(words)
        return Answer(problem="utter_help_supporters", keeps=words if tells_more else None)
    return one("supporters", [_YES.sub("", message.text.strip())[:200]])
