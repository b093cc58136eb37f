"""What would help, put as a question: "can you talk slowly", "could someone come with me".

It is answered like any question, and kept as the need that it tells.
"""

from __future__ import annotations

import re

from casework.answers.no_needs import tells_a_need
from casework.answers.reading import Answer, one
from casework.words import reads_as_question

LONGEST = 500
"""Characters kept of it."""
_ASKS_US = re.compile(
    r"(?:^|[,.;!?\n]|\b(?:and|so|but|also|please|pls|then|wondering if|if))\s*"
    r"(?:(?:can|could|cud|would|will|wud|may) (?:you|u|ya|i|we|he|she|they|it|there|"
    r"(?:some|any|every) ?(?:one|body|thing)|(?:my|the|his|her|our) \w+)|"
    r"(?:is|are) (?:there|it|the \w+)|do (?:you|u) (?:have|do|offer)|would it be)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:accessible|access|advance|before ?hand|ahead of|slow\w*|clear(?:ly|er)|loud(?:ly|er)|"
    r"speak up|repeat\w*|writ(?:e|ten|ing) (?:\w+ ){0,3}down|written (?:out|version)|"
    r"read (?:\w+ ){0,3}(?:out|to (?:me|us|him|her))|"
    r"(?:in|explain\w*(?: \w+){0,3}) (?:simple|plain|easy)|"
    r"summary|record (?:it|the)|notes|online|zoom|teams|video|cameras?|from home|at (?:my|our) "
    r"(?:home|house)|home visit|near(?:by|er)?|close to|downstairs|park\w*|toilets?|loo|lift|ramp|"
    r"dog|(?:come|be there|sit|stay|attend|there) with (?:me|us|him|her)|take (?:my|his|her) time|"
    r"extra time|stop (?:and|if|when)|short(?:er)?|same (?:person|room|building)|female|woman|lady|"
    r"evenings?|weekends?|school hours)\b",
    re.IGNORECASE,
)
_ONLY_OF_MEETING = re.compile(
    r"(?: \w+){0,3} (?:online|zoom|teams|video)(?: calls?)?(?: please| pls| instead)?\W*",
    re.IGNORECASE,
)
"""Kept as how they would like to meet, and with a reason ("i cant leave the house") as a need."""
_ONLY_WHO_COMES = re.compile(
    r" ?(?:come|be there|sit|stay|attend)(?: in)?(?: along)? with (?:me|us)"
    r"(?: (?:to|at|in) (?:the|it|this)(?: \w+)?)?(?: too| as well| please| pls)*\W*",
    re.IGNORECASE,
)
"""Kept as who comes along, and with a reason as a need."""
_SO_DO_I = re.compile(
    r"\b(?:so|neither|nor) (?:do|does|did|am|is|are|was|were|has|have|can) (?:i|he|she|we|they)\b",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = re.compile(
    r"\b(?:tribunal|appeal\w*|certificate|council|letter|plan|ehcp|deadline|cost\w*|pay|free|"
    r"decision|law|legal\w*|solicitor|refus\w+|how long|my child come|this chat|"
    r"finish (?:it )?later)\b",
    re.IGNORECASE,
)


def asks_for_a_need(text: str) -> bool:
    """True for "is there parking" and "can i have the questions in advance"."""
    asked = _ASKS_US.search(text)
    if asked is None or _OF_OTHER_THINGS.search(text):
        return False
    rest = text[asked.end() :]
    if _ONLY_OF_MEETING.fullmatch(rest):
        return False
    if _ONLY_WHO_COMES.fullmatch(rest) and not tells_a_need(text):
        return False
    return _HELPS.search(rest) is not None or tells_a_need(rest)


def tells_beside_a_question(asked: str) -> bool:
    """True for "so is he, i find phone calls hard": what reads like a question tells more."""
    clauses = [clause for clause in re.split(r"[,.;!?\n]+", asked) if len(clause.split()) > 2]
    return any(not reads_as_question(_SO_DO_I.sub(" ", clause)) for clause in clauses)


def need_in_their_words(answer: Answer | None, text: str) -> Answer:
    """The answer as it was read in all their words, or these words where no need was."""
    told = answer.facts[0].value if answer is not None and answer.facts else {}
    if answer is not None and told.get("needs", ["other"]) != ["other"]:
        return answer
    return one("access_needs", {"needs": ["other"], "details": text[:LONGEST]})
