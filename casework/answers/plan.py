"""Whether there is a plan, as the answer to that question."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.reading import Answer, entity_or_words, one
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_no, reads_as_unsure

_A_PLAN = r"(?:one|it|an? (?:ehc )?(?:plan|ehcp|statement))"
_NONE_HELD = rf"(?:n't|\bnot|\bnever|\bno) (?:yet |actually |even )?(?:got|had|have) {_A_PLAN}"
_HAS_NONE = re.compile(_NONE_HELD, re.IGNORECASE)
_BY_WORDS = entity_or_words(
    "plan",
    "plan_status",
    {
        r"\bdraft": "draft",
        r"\b(?:being (?:ended|stopped|ceased|taken)|ending|stopping|ceasing)\b": "final",
        r"\b(?:ended|stopped|ceased|taken away|took (?:it|one) (?:off|away))": "ended",
        r"\bproposed amend": "draft",
        r"\bamended (?:one|plan|ehcp)\b": "final",
        r"\basked|\brequest|\bapplied|\bapplying|\bwaiting": "requested",
        _NONE_HELD: "none",
        rf"\bfinal|\b(?:got|has|have) {_A_PLAN}|^y(?:es|eah|ep|up|h)?\b": "final",
        r"^(?:no|none|nope|nah|not yet|not got (?:one|it)|n)\b|\bno plan"
        r"|\bdoesn'?t have|\bhasn'?t": "none",
    },
)
_WAITS_FOR_FINAL = re.compile(r"\bwaiting (?:for|on) (?:the |a |his |her )?final\b", re.IGNORECASE)
"""Who waits for the final plan has a draft."""
_BEING_ASSESSED = re.compile(
    r"\b(?:being|getting) assessed\b|"
    r"\b(?:agreed to|going to|will(?: now)?|said (?:they will|they'll|yes to)) (?:an? )?"
    r"assess\w*\b|"
    r"\b(?:are|is|they'?re|re|now|still|currently) assessing\b|"
    r"\b(?:doing|under|in the middle of|going through|started) (?:the |an? |his |her |their )?"
    r"assess\w+\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:refus\w+|wo ?n'?t|would ?n'?t|not (?:going to|doing|being)|declin\w+|reject\w+|"
    r"said no|turned down)\b|n't (?:being|doing|assessing)\b",
    re.IGNORECASE,
)
_SHOULD_HAVE = re.compile(
    r"\b(?:should|ought to|deserves?(?: to)?|could|would|must|needs?(?: to)?)"
    rf"(?: (?:really|definitely|have|had|get|got|be given|of))* {_A_PLAN}\b",
    re.IGNORECASE,
)
"""Who "should have one" has none."""
_HAS_ONE = re.compile(
    rf"\b(?:(?:i|we|they)(?: have|'?ve)|(?:he|she)(?: has|'?s)|has|have|got)(?: got| already)* "
    rf"{_A_PLAN}\b",
    re.IGNORECASE,
)
"""Where there is a plan, "he needs it" and "they are assessing him again" tell of no other."""
_IS_ENDING = re.compile(
    r"\b(?:ending|stopping|ceasing|(?:want\w*|going|trying|plan\w*) to (?:end|stop|cease|take|"
    r"remove|scrap|get rid)|taking it (?:off|away))\b",
    re.IGNORECASE,
)


def read_plan(message: Message, draft: Draft, today: date) -> Answer | None:
    """The state of the plan; that the council wants to end it is asked about in its turn."""
    text = message.plain
    is_told = message.first("plan_status") is not None or reads_as_unsure(text)
    is_told = is_told or (_says_there_is_one(text) and not _WAITS_FOR_FINAL.search(text))
    if not is_told and _WAITS_FOR_FINAL.search(text):
        return one("plan", "draft", is_sure=False)
    if not is_told and _BEING_ASSESSED.search(text) and not _REFUSED.search(text):
        return one("plan", "requested")
    if not is_told and _SHOULD_HAVE.search(text):
        return one("plan", "none", is_sure=reads_as_no(text))
    answer = _BY_WORDS(message, draft, today)
    if answer is None or message.all_of("dispute"):
        return answer
    if answer.facts[0].value == "none" and _REFUSED.search(text):
        return replace(answer, keeps=text)
    if answer.facts[0].value != "final" or not _IS_ENDING.search(text):
        return answer
    return replace(answer, facts=(*answer.facts, Fact("issue", ["cease_plan"], is_sure=False)))


def _says_there_is_one(text: str) -> bool:
    """True for "he has one and needs it"; false for "he should have one" and "never had one"."""
    return _HAS_ONE.search(_SHOULD_HAVE.sub(" ", text)) is not None and not _HAS_NONE.search(text)
