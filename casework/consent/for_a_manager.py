"""Who wants a complaint passed to a manager: "yes pass to manager", "please manager call"."""

from __future__ import annotations

import re
from typing import Literal

from casework.words import reads_as_plain_no, reads_as_plain_yes

_MANAGER = r"(?:manager|supervisor|(?:person|someone|somebody) in charge|boss)"
_THEIRS = (
    r"(?:council|councils|local authority|la|lea|school|nursery|college|academy|trust|hospital|"
    r"work|centre|home|they|he|she)"
)
_OF_OTHERS = re.compile(
    rf"\b(?<!your )(?:case|care|support|site|school|their|council|councils|centre|area|his|her|la|"
    rf"work|bank|branch|home|store|shop|ward|practice|nursery|inclusion|transport|housing|"
    rf"send|sen|ehcp|line|my|our) {_MANAGER}|"
    rf"\b(?:my|his|her|their|our)(?: (?!to\b|an?\b|the\b|your\b|with\b|by\b|and\b|complaint\b)"
    rf"\w+){{1,2}} {_MANAGER}|"
    rf"{_MANAGER} (?:at|of|from) (?:the |my |his |her |our |their )?{_THEIRS}\b|"
    rf"\b(?:i|im|i am)(?: am)? (?:the|a|an) (?:\w+ )?{_MANAGER}\b|\b{_MANAGER} (?:said|says|told|"
    rf"wrote|refused|never|didnt|did not|wont|at)\b|"
    rf"\b{_THEIRS} (?:\w+ )?(?:to|needs?|wants?|should|must|has|have|had|got|lost|ought to)"
    rf"(?: \w+){{0,3}}? {_MANAGER}|"
    rf"\b{_MANAGER} (?:\w+ )?(?:come|comes|coming|attend|attends|join|joins|sit|be there|be with "
    rf"me)\b(?! (?:back|to the phone|on the phone))"
)
"""A manager who is somebody's, or whom somebody else needs, or who comes with the family."""
_ABOUT = re.compile(r"\bcomplaint\b.*?\b(?:about|against|with|to|regarding|re|on)\b (.+)$")
_US = re.compile(r"\b(?:you|your|yours|youre|u|ur|kids)\b")
_OTHERS = re.compile(
    r"\b(?:councils?|local authority|la|lea|schools?|nursery|college|academy|trust|governors?|"
    r"head(?:teacher|master|mistress)?|teachers?|senco|ofsted|ombudsman|tribunal|hospital|nhs|gp|"
    r"camhs|doctors?|social workers?|taxi|transport|bus|drivers?|police|them|they|him|her|he|she|"
    r"ex|dad|mum|panel)\b"
)
_MAY_BE_OURS = re.compile(
    r"\b(?:service|mediat\w+|chat\w*|bot|this|it|that|here|staff|website|form|assistant|"
    r"caseworkers?|what|how|way|being|person|lady|man|woman|calls?|phone|wait\w*|delays?|nobody|"
    rf"no one|{_MANAGER})\b"
)
_PASSES_ON = re.compile(
    rf"\b(?:pass|send|give|forward|escalate|take)(?: (?:it|this|that|my complaint|me|on|up|over))* "
    rf"(?:to )?(?:a |the |your )?{_MANAGER}|\b(?:want|need|like|get|ask|can|could|please|pls)"
    rf"(?: \w+){{0,5}}? {_MANAGER}|\b{_MANAGER}(?: \w+){{0,3}}? (?:call|ring|phone|email|contact|"
    rf"please|pls)\b|^(?:yes |yeah |ok |no |to )*(?:a |the |your )?{_MANAGER}$|"
    rf"\b(?:pass|put|send|log|make|record)(?: (?:on|in|through|it|this|that|as|my|a|the))* "
    rf"(?:formal )?(?P<complaint>complaint)\b"
)


def asks_for_manager(plain: str) -> bool:
    """True where a manager of ours is to hear of it; false for a manager or a fault of others."""
    bare = " ".join(re.sub(r"[^\w\s?]|_", " ", plain.replace("'", "").lower()).split())
    found = _PASSES_ON.search(bare)
    if found is None or _OF_OTHERS.search(bare) is not None:
        return False
    return found["complaint"] is None or not _is_about_others(bare[found.start() :])


def _is_about_others(complaint: str) -> bool:
    """True for a complaint "about leeds council", none of ours to hear."""
    about = _ABOUT.search(complaint)
    if about is None or _US.search(about[1]) is not None:
        return False
    return _OTHERS.search(about[1]) is not None or _MAY_BE_OURS.search(about[1]) is None


def reply_on_manager(plain: str, after: str | None) -> Literal["complain", "carry_on"] | None:
    """What a bare yes or no says to "I can pass this to a manager"; `after`: the last topic."""
    if after != "complain_about_us":
        return None
    if reads_as_plain_yes(plain):
        return "complain"
    return "carry_on" if reads_as_plain_no(plain) else None
