"""Times at which they cannot be reached: "don't ring at work", "I can't answer when I'm driving".

Such words refuse no way: at other times they can be rung.
"""

from __future__ import annotations

import re

from casework.people.whose import is_about_writer

_BUSY = (
    r"(?:at work|working|work (?:full|part|days|nights|shifts|in|for|as|from)|driving|teaching|"
    r"on (?:nights|days|shift))"
)
_WHEN = (
    r"(?:then\b|at (?:that|this|those) times?|(?:when|while|if) (?:i'?m|i am|we'?re|we are)|"
    rf"when i work|(?:as|cos|coz|cuz|because|since) (?:i'?m|i am|i) (?:\w+ )?{_BUSY}|"
    r"between|before|after|(?:un|')?till?|unless|from \d|past|during|around \d|"
    r"first thing|late|too (?:early|late)|early|"
    r"at (?:\d|(?:my |our |the )?(?:work|office)|college|night|lunch|dinner|tea|bed ?time|"
    r"weekends?|the weekend)|"
    r"on (?:a |any )?(?:shift|week\w*|school|bank|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
    r"s?)|"
    r"on (?:a |any )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"in (?:the |an? )?(?:mornings?|afternoons?|evenings?|days?|weeks?|school|holidays?)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|afternoons?|evenings?)"
)
_TO_ITS_END = r"(?:(?!\+?\d{5})[^,.;!?\n])*"
"""A telephone number beside it is no part of the time."""
NOT_AT_A_TIME = re.compile(
    r"\b(?:don'?t|do not|not to|not|never|avoid|no(?! i\b)|can'?t|cannot)(?: \w+){0,2}? "
    r"(?:ring|call|phone|contact|text)"
    rf"(?:ing|s)?(?: me| us)?(?: back)?(?: please)? {_WHEN}\b{_TO_ITS_END}",
    re.IGNORECASE,
)
_CANNOT = (
    r"(?:can'?t|cannot|can not|won'?t|don'?t|do not|never|rarely|struggle to|unable to|not able to)"
)
_CANNOT_ANSWER = re.compile(
    rf"\b(?:i )?{_CANNOT} (?:really |always |ever )?(?:answer|pick up|use|take|do|manage|get to)"
    r" (?:(?:the|my|a|any) )?(?:(?:tele)?phones?|mobile|calls?)(?: calls?)?\b|"
    rf"\bi {_CANNOT} (?:answer|talk|speak|pick up|be (?:rung|called))\b(?: (?:it|you))?",
    re.IGNORECASE,
)
OF_SOME_CALLERS = (
    r"(?:(?:to|from) )?(?:any |a )?(?:with ?held|unknown|private|hidden|random|strange\w*|unsaved|"
    r"callers?|numbers? (?:i|we|that))"
)
_AFTER = re.compile(
    rf"(?: much| easily| at all)? (?:{_WHEN}|{OF_SOME_CALLERS})\b{_TO_ITS_END}",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:{_WHEN}|(?:i'?m|i am|i) (?:\w+ )?{_BUSY})\b", re.IGNORECASE)
_OF_ANOTHER_WAY = re.compile(r"\b(?:te?xt|e-?mail|ring|call|contact|message|reach)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?\n]")


def only_then(text: str, start: int, end: int) -> str | None:
    """What stands at start to end with the time it is limited to, or None where it is not.

    "Text me after 3, I can't use the phone" limits the texts.
    """
    after = _AFTER.match(text, end)
    if after is not None:
        return text[start : after.end()]
    before = _SENTENCE_END.split(text[:start])[-1]
    found = _BEFORE.search(before)
    if found is None or _OF_ANOTHER_WAY.search(before):
        return None
    return text[start - len(before) + found.start() : end]


def cannot_answer_then(text: str) -> str | None:
    """The words of the writer that say when they cannot answer: "I can't pick up before 3"."""
    for found in _CANNOT_ANSWER.finditer(text):
        words = only_then(text, *found.span())
        if words is not None and is_about_writer(text, *found.span()):
            return words
    return None
