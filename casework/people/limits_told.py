"""What limits a yes to be reached: "only when he's out", "unless it's after 6", "not the landline".

One shape, whatever its words: a word that limits and all that follows it in its clause. It is kept
word for word; where it hangs on who else is there, whoever rings leaves no message.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.people.at_a_time import NOT_AT_A_TIME, cannot_answer_then
from casework.people.shared_phone import GROWN_UP
from casework.people.somebody_there import NOT_WITH_SOMEBODY_THERE

REACHING = frozenset({"phone", "email", "safe_contact"})
"""Questions at which such words are said of reaching them, whatever they name."""
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'"})
_DAY_PART = r"(?:mornings?|afternoons?|evenings?|days?|weeks?|holidays?|school|term|half ?term)"
_WHEN = (
    r"(?:when|while|whilst|if|once|(?:un)?till?|after|before|between|during|from|past|around|"
    r"in case|at(?! all\b| the moment\b| \S+@)|on(?! (?:this|that) (?:number|one)\b| ?\+?\d{5})|"
    rf"in(?= (?:(?:the|an?|my) )?(?:{_DAY_PART}|emergenc\w+|front|work|bed|town|public)\b))"
)
_WEAK = r"(?:when|while|whilst|if|once|(?:un)?till?|after|before)"
"""Limits only beside who or what it hangs on: "when he's out", and not "when you can"."""
_ADULT = rf"(?:{GROWN_UP}|step \w+|parents?|uncle|aunt\w*|family|man|abuser)"
_ANYBODY = (
    r"(?:he|she|they|him|her|them|every(?:one|body)|(?:no|any|some) ?(?:one|body)(?: else)?|"
    r"other people|others)"
)
_ALONE = r"(?:alone|by myself|on my own)"
_CHILD = r"(?:kids?|child(?:ren)?|son|daughter|bab(?:y|ies)|little ones?|boys?|girls?)"
_IS_THERE = (
    r"(?:home|in|out|here|there|around|about|back|away|gone|up|off|asleep|not|at|working|work|"
    r"gets?|comes?|leaves?|left|goes|finish\w*|sleep\w*|alone)"
)
_WITH_SOMEBODY = re.compile(
    rf"\b(?:{_ANYBODY}|(?:{_ADULT}|{_CHILD})(?:'?s)?|s?he'?s|they'?re|i'?m|i am)"
    rf"(?: (?:is|are|has|have|will|be|goes|has to))* {_IS_THERE}\b",
    re.IGNORECASE,
)
_NAMES_SOMEBODY = re.compile(
    rf"\b(?:{_ADULT}(?:'?s)?|{_ANYBODY}|s?he'?s|they'?re|{_ALONE})\b", re.IGNORECASE
)
_NAMES_AN_ADULT = re.compile(rf"\b{_ADULT}(?:'?s)?\b", re.IGNORECASE)
_OF_CHILDREN = re.compile(
    rf"\b{_CHILD}(?:'?s)?\b|\b(?:at|in|to|from) (?:school|nursery|college|class|bed)\b",
    re.IGNORECASE,
)
_NOT_SO = (
    r"(?! (?:(?:an?|too|any|really|quite) )*(?:one|problem|worries|bother|sure|know|idea|have|got|"
    r"need|mind|think|care|certain)\b)"
)
"""After a no: "no one", "no problem", "don't know", "don't have a phone at home"."""
_IF_URGENT = (
    r"\b(?:only |just )?(?:ring|call|phone|te?xt|e-?mail)(?: me| us)?,? (?:only |just )?"
    r"(?:if|in|for|when|unless) (?:it'?s |its |an? |really |very |something(?:'s)? )*"
    r"(?:urgent|emergenc\w+|desperate)\b"
)
_OF_REACHING = (
    r"(?:ring|ringing|call|calls|calling|phone|te?xt|texts|texting|e-?mails?|emailing|messages?|msgs?|"
    r"mobile|land ?line|contact|leave|leaving|send|use|do|have|take|answer|pick|talk|speak|reach|"
    r"me|"
    r"us|it|this|that|you|u|them|him|a|any|the|to|be|being|is|safe|ok|okay|fine|good|free|available|"
    r"home|back|in|up|here|there|awake|wake|get|finish|i'?m|lessons?|class|work|able|allowed|really|always|ever|please|pls|"
    r"much|mornings?|afternoons?|evenings?|weekdays?|weekends?|\w+days?|best|but|my)"
)
_BEGINS = re.compile(
    rf"\b(?:only|just)(?: {_OF_REACHING}){{0,4}}? {_WHEN}\b|"
    rf"(?<!\w)(?:not|never|no|isn'?t|do ?n[o']?t|do not|avoid){_NOT_SO}(?: {_OF_REACHING}){{0,5}}? "
    rf"{_WHEN}\b|"
    r"\bnot (?:on )?(?:the |my |that )?(?:land ?line|mobile|(?:house|home|work) (?:phone|number))"
    r"\b|"
    r"\b(?:except|unless|as ?long as|so long as|provided|providing|other than|apart from|"
    r"depend(?:s|ing) (?:on|if|when|who))\b|"
    r"\b(?:before|after|between|from|past|around) (?:about |around )?(?:noon|midday|lunch|tea|"
    r"dinner|school|work|\d{1,2}(?!\d| ?(?:weeks?|days?|months?|years?)))\b|"
    rf"{_IF_URGENT}|"
    rf"\bbut (?=(?:(?:(?:my|his|her|our|the) )?{_ADULT}|s?he)(?:'?s| is| will| can| might| often| "
    rf"sometimes)* (?:{_IS_THERE}|works|answers?|picks?|passes|has to|must|needs to|checks?|"
    r"reads?|sees?|hears?|uses?|shar\w+)\b)|"
    r"\b(?:don'?t|do not|never|not)(?: want (?:you|u|anyone))? (?:pass|giv|shar)\w+ (?:it|this|"
    r"that) "
    r"(?:on|out|to|with)\b|"
    r"\bnot (?:a )?safe (?:house|home|place|to (?:talk|speak))\b|"
    r"\b(?:(?:while|whilst|(?:un)?till?)(?! (?:i|i'?m) (?:just |go )?(?:get|find|fetch|look|"
    r"check))|"
    rf"{_WEAK}(?= (?:it'?s|my|the|no|every|other|i'?m|i am|s?he|"
    r"they|kids|hubby|nobody|dad|mum)))\b",
    re.IGNORECASE,
)
_ONLY_URGENT = re.compile(_IF_URGENT, re.IGNORECASE)
_ENDS = re.compile(
    r"[,;!?\n]|\.(?!\d)|\s-+\s|\+?\d[\d ]{5}|\b(?:because|cos|coz|cuz|as he|so (?:please|just|text|"
    r"email|ring|call))\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:[\s,;(-]|\b(?:but|and|also|so|though|tho|just|please|pls|then)\b)+$", re.IGNORECASE
)
_OF_WAYS_ONLY = re.compile(
    r"(?:\W|\b(?:only|just|not|no|never|don'?t|do|except|apart|other|than|from|for|unless|but|and|"
    r"or|if|it'?s|on|in|at|by|via|a|an|the|my|any|to|is|are|be|me|us|you|leave|leaving|use|send|"
    r"ring|ringing|call|calls|calling|phone|phones|te?xts?|texting|e-?mails?|emailing|voice|mails?|"
    r"voice ?mails?|messages?|whats ?app|post|letters?|please|pls)\b)*",
    re.IGNORECASE,
)
_OF_THE_CASE = re.compile(
    r"\b(?:council|la|assess\w*|plans?|ehcp|appeal\w*|tribunal|mediat\w+|refus\w+|"
    r"decide\w*|decision|was|were|had|explain\w*|tell (?:me|us) (?:why|what|how|who|more)|"
    r"know (?:why|what|who|how|more))\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:what|wot|how|why|who|does|did|will|would|is it) (?:\w+ ){0,3}$|^\W*(?:what|how|why)\b|"
    r"\b(?:schools?|teachers?|they|council|la|senco|nobody)(?: (?:will|would|do|can))? $|"
    r"\b(?:can|could) (?!(?:you|u|someone|somebody)\b)(?:\w+ ){1,5}$|\bdo (?:it|this|that) $|"
    r"\bi(?:'?ll| will) (?:\w+ ){0,4}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[!?\n;]|\.(?!\d)")
_OF_ANSWERING = re.compile(
    r"^\W*(?:yes|yeah|yep|yh|ok|okay|fine|sure|safe)\b|@|\+?\d[\d ]{8}|"
    r"\b(?:ring\w*|rung|call|calls|phones?|fone|mobile|land ?line|te?xts?|e-?mails?|msgs?|"
    r"messages?|voice ?mails?|whats ?app|contact|reach|number|answer|pick(?:ing)? up|speak|talk|"
    r"available|free|home|safe|alone|when and how|times?)\b",
    re.IGNORECASE,
)
_AFTER_A_SEAM = re.compile(r"(?:[,;:(-]|\b(?:so|but|and|i|i'?m|please|pls))\s*$", re.IGNORECASE)
_SAYS_NO = re.compile(r"(?:only|not|never|no|do|don'?t|except|unless|avoid)\b", re.IGNORECASE)


def limits_told(message: Message, *, asked: str | None) -> list[tuple[int, int]]:
    """Where the words stand that limit how or when this writer may be reached.

    Where that was asked, they begin what is said or stand beside a way, a number or a yes ("he's
    lovely when he's calm" limits none). Elsewhere only what hangs on who is there counts, beside a
    way for them to be reached. A refusal for a time is kept as one (`contact_told.time_told`).
    """
    spans = [span for span in _spans(message.text) if not _is_kept_as_time(span, message)]
    if asked in REACHING:
        text = message.text
        meant = [start for start, _ in spans if _is_said_of_reaching(start, text)]
        meant += [time.start for time in message.all_of("best_time")]
        return [span for span in spans if any(_is_near(span[0], one, text) for one in meant)]
    ways = [*message.all_of("contact_ok"), *message.all_of("phone")]
    return [span for span in spans if ways and _is_beside_a_way(span, message.text)]


def hangs_on_somebody(words: str | None) -> bool:
    """True for "only when he's out", and not for "only when the kids are at school"."""
    text = words or ""
    return any(_is_of_somebody(text[start:end]) for start, end in _spans(text))


def is_only_if_urgent(words: str) -> bool:
    """True for "ring only in an emergency": no way that they like best."""
    return _ONLY_URGENT.search(words) is not None


def without_limits(message: Message) -> str:
    """The words less what limits them: the "yes" of "yes but not when my ex is here"."""
    text = message.text
    for start, end in reversed(limits_told(message, asked="safe_contact")):
        lead = _LEADS_IN.search(text, 0, start)
        text = f"{text[: start if lead is None else lead.start()]} {text[end:]}"
    return text.strip()


def _spans(text: str) -> list[tuple[int, int]]:
    text, place = text.translate(_STRAIGHT), 0
    spans: list[tuple[int, int]] = []
    while (begin := _BEGINS.search(text, place)) is not None:
        end = _ENDS.search(text, begin.end())
        place = len(text) if end is None else end.start()
        words = text[begin.start() : place]
        if not _is_none(words) and not _is_of_others(text, begin.start()):
            spans.append((begin.start(), begin.start() + len(words.rstrip())))
    return spans


def _is_none(words: str) -> bool:
    return _OF_WAYS_ONLY.fullmatch(words) is not None or _OF_THE_CASE.search(words) is not None


def _is_of_others(text: str, start: int) -> bool:
    sentence = _SENTENCE_END.split(text[:start])[-1]
    return _OF_OTHERS.search(sentence) is not None


def _is_kept_as_time(span: tuple[int, int], message: Message) -> bool:
    """True for a time that was heard in these words, and for one at which they are not rung."""
    start, end = span
    words = message.text[start:end]
    if NOT_AT_A_TIME.search(words) or NOT_WITH_SOMEBODY_THERE.search(words):
        return True
    refused = cannot_answer_then(message.text) or ""
    if refused and (refused in words or words in refused):
        return True
    times = [one for one in message.all_of("best_time") if start <= one.start < end]
    return bool(times) and not _is_of_somebody(words)


def _is_of_somebody(words: str) -> bool:
    if _NAMES_AN_ADULT.search(words):
        return True
    return _NAMES_SOMEBODY.search(words) is not None and _OF_CHILDREN.search(words) is None


def _is_said_of_reaching(start: int, text: str) -> bool:
    before = _SENTENCE_END.split(text[:start])[-1]
    sentence = before + _SENTENCE_END.split(text[start:])[0]
    is_first = not _LEADS_IN.sub("", before).strip()
    is_first |= _AFTER_A_SEAM.search(before) is not None and _SAYS_NO.match(text, start) is not None
    return is_first or _OF_ANSWERING.search(sentence) is not None


def _is_near(start: int, other: int, text: str) -> bool:
    return _SENTENCE_END.search(text[min(start, other) : max(start, other)]) is None


def _is_beside_a_way(span: tuple[int, int], text: str) -> bool:
    start, end = span
    before = _SENTENCE_END.split(text[:start])[-1]
    is_of_a_way = _OF_ANSWERING.search(before + text[start:end]) is not None
    words = text[start:end]
    return is_of_a_way and _is_of_somebody(words) and _WITH_SOMEBODY.search(words) is not None
