"""Languages, sign languages, and whether an interpreter is wanted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.nlu.facts import Fact, overlaps
from bot.nlu.interpreters import (
    INTERPRETER,
    REQUEST,
    YES_INTERPRETER,
    read_interpreter,
    refuses_interpreter,
)
from bot.nlu.message import ParentMessage

_CUE_BEFORE = re.compile(
    r"(?:\b(?:speaks?|speaking|talks?|understands?|reads?|language(?:s)?(?: is|:|=)?|tongue(?: is"
    r"|:)?|first language(?: is|:)?|interpreter(?: in|:| for| who speaks)?|translator(?: in|:)?"
    r"|interpreting in|in|into|fluent(?: in)?|only|need|needs|native|mainly|better in|prefer|is"
    r"|and|or|yes,?)\s+(?:(?:only|mostly|mainly|some|just|good|a bit of|to|speak|in)\s+){0,2})$"
)
_CUE_AFTER = re.compile(
    rf"\s*(?:[,/-]\s*)?(?:{INTERPRETER}|speak(?:er|ers|ing)\b|language\b|for (?:me|us|my|him"
    rf"|her|them)\b|is (?:my|our|the|her"
    rf"|his) (?:first|main|home|mother)|at home|needed|wanted|is\s*[.,!]?\s*$|please\b|pls\b)"
)
_STRONG_BEFORE = re.compile(
    rf"(?:{INTERPRETER}|speaks?|needs?(?:\s+an?)?|requires?(?:\s+an?)?|wants?|understands?"
    rf"|speaking|language(?:s)?(?: is|:|=)?"
    rf"|tongue(?: is)?"
    r"|interpreter(?: in"
    r"|:"
    r"| for)?|translator(?: in)?|in|into)\s+(?:only\s+|to\s+)?$"
)
_NOT_SPOKEN = re.compile(
    r"\b(?:(?:don'?t|do not|doesn'?t|cannot|can'?t|not|no)\s+(?:speak|read"
    r"|understand"
    r"|need)?\s*(?:a\s+|an\s+)?)$"
)
_NATIONALITY_BEFORE = re.compile(
    r"\b(?:i'?m|i am|im|we are|we're|my (?:family|mum|mother|wife|husband) is|are|from) "
    r"(?:a |originally )?$"
)
_IN_BRACKETS = re.compile(r"\((?:speaks? |dialect:? |mainly |it'?s |language:? )?$")
_CLOSED_AFTER = re.compile(r"\s*[,)/;-]")
_PARENT_AFTER = re.compile(
    r"\s+(?:mama|mum|mam|mom|mummy|dad|papa|mother|father|family|parents?|couple|grandma|nan)\b"
)
_PLACES_IN_ENGLISH = re.compile(
    r"\b(?:taught|lessons?|gcse|a level|class|teaching|studies|school"
    r"|food"
    r"|restaurant)\b"
)

# The question's own words, repeated: "interpreter or signer: yes, Tigrinya".
_EITHER = re.compile(
    rf"(?:{INTERPRETER}\s*(?:or|/)\s*(?:an?\s+)?(?:bsl\s+)?signer"
    rf"|signer\s*(?:or|/)\s*(?:an?\s+)?{INTERPRETER})\s*(?:[:=-]|(?:is|should|needs?|yes|no)\b)"
)
_NOT_NEEDED = re.compile(
    r"(?:[ -](?:speaker|speaking|lady|man|person|translation))*\s+(?:is |are )?"
    r"(?:not|isn'?t) (?:really )?(?:needed|required|necessary)\b"
    r"(?! (?:by|at) (?:him|her|the|school))"
)
_WANTED_AFTER = re.compile(
    r"\s*(?:please|pls|plz)\b"
    rf"|\s*(?:(?:speaking|lady|woman|female|male|man)\s+)*{INTERPRETER}"
    r"(?!\s+(?:was|were|did\w*|refus\w+|never|last|who|here|at (?:the )?(?:council|school))\b)"
)
_OF_BEFORE = re.compile(
    r"\b(?:refused|no|not|without|never|last time|there was|had|via|through|school|council|am"
    r"|work as|i'?m)\b"
)

_RIGHT_AFTER_INTERPRETER = re.compile(
    rf"{INTERPRETER}\s*[,:(-]\s*$"
    rf"|{INTERPRETER}(?: or (?:an? )?signer)?\s*[:,-]?\s*(?:is )?"
    r"(?:needed|required|wanted|necessary|yes)\s*[.,:(-]?\s*(?:for |in |is )?$"
)


# All that is said are languages: "yes, Polish", "Pashto or Dari", "Bengali (Sylheti) please".
_STAND_AROUND = """
    yes in only it's its mainly mostly either maybe or and also both language dialect i think if
    possible is are fine ok okay please pls thanks
"""
_SAID_AROUND = frozenset(_STAND_AROUND.split())
# A language and the kinds of it that need an interpreter of their own.
_KINDS = {
    "ben": {"syl"},
    "kur": {"ckb", "kmr"},
    "pan": {"pnb"},
    "zho": {"yue", "cmn", "hak", "nan"},
}


class Languages(NamedTuple):
    """ISO 639-3 code by each lower-case name; which names need a close cue; sign by each name."""

    codes: dict[str, str]
    ambiguous: tuple[str, ...]
    signs: dict[str, str]
    pattern: re.Pattern[str]
    sign_pattern: re.Pattern[str]
    little_english: re.Pattern[str]


def load_languages(folder: Path) -> Languages:
    """Load `languages.yml` and `little_english.yml` from the knowledge folder."""
    content = yaml.safe_load((folder / "languages.yml").read_text(encoding="utf-8"))
    codes: dict[str, str] = {}
    for language in content["languages"]:
        for name in [language["name"], *language.get("also", [])]:
            codes[name.lower()] = language["code"]
    signs = {name: sign for sign, names in content["signs"].items() for name in names}
    return Languages(
        codes,
        tuple(name.lower() for name in content["ambiguous"]),
        signs,
        _any_of(codes),
        _any_of(signs),
        _load_little_english(folder),
    )


def _load_little_english(folder: Path) -> re.Pattern[str]:
    content = yaml.safe_load((folder / "little_english.yml").read_text(encoding="utf-8"))
    return re.compile(r"\b(?:" + "|".join(content["patterns"]) + r")\b")


def _any_of(names: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?!\w)"
    )


def read_languages(message: ParentMessage, languages: Languages) -> list[Fact]:
    """Find languages that someone speaks or wants, sign languages, and interpreter yes or no."""
    if denied := _said_not_needed(message, languages):
        return [denied]
    spoken = _read_spoken(message, languages)
    interpreter = read_interpreter(message, languages.pattern) or _asked_for_in(message, spoken)
    return spoken + _read_signs(message, languages) + interpreter


def _said_not_needed(message: ParentMessage, languages: Languages) -> Fact | None:
    """The no in "Farsi not needed", "Vietnamese speaker isn't needed"."""
    for found in languages.pattern.finditer(message.asserted):
        if denied := _NOT_NEEDED.match(message.asserted, found.end()):
            return Fact("interpreter", "no", found.start(), denied.end())
    return None


def _asked_for_in(message: ParentMessage, spoken: list[Fact]) -> list[Fact]:
    """Take "Somali interpreter for the meeting" and "Arabic please" for a wish."""
    for fact in spoken:
        asked = _WANTED_AFTER.match(message.plain, fact.end) if fact.sure else None
        start = message.clause_around(fact.start)[0]
        if asked and not _OF_BEFORE.search(message.plain, start, fact.start):
            return [Fact("interpreter", "yes", fact.start, asked.end())]
    return []


def _read_spoken(message: ParentMessage, languages: Languages) -> list[Fact]:
    plain = message.plain
    facts: list[Fact] = []
    wants_interpreter = YES_INTERPRETER.search(message.asserted) is not None
    has_little_english = languages.little_english.search(plain) is not None
    signs = [found.span() for found in languages.sign_pattern.finditer(plain)]
    beside = set(re.findall(r"[^\W\d_']+(?:'\w+)?", languages.pattern.sub(" ", message.bare)))
    is_all = beside <= _SAID_AROUND
    for found in languages.pattern.finditer(plain):
        name, (start, end) = found[0], found.span()
        if overlaps(start, end, signs):
            continue
        clause_start = message.clause_around(start)[0]
        before, after = plain[clause_start:start], plain[end:]
        whole = is_all
        is_named_for_it = _RIGHT_AFTER_INTERPRETER.search(plain, 0, start) is not None
        close = _STRONG_BEFORE.search(before) or re.match(rf"\s*(?:{INTERPRETER}|speak)", after)
        stands_alone = plain[clause_start : message.clause_around(start)[1]].strip(" .,!;") == name
        named = (
            whole
            or stands_alone
            or close
            or is_named_for_it
            or (name not in languages.ambiguous and _has_cue(before, after, plain))
            # Beside little English, a language named anywhere is the one they speak.
            or (wants_interpreter and _NATIONALITY_BEFORE.search(before) is not None)
            or (wants_interpreter and _IN_BRACKETS.search(before) and _CLOSED_AFTER.match(after))
            or (wants_interpreter and _PARENT_AFTER.match(after))
            or (has_little_english and (name not in languages.ambiguous or _CUE_AFTER.match(after)))
        )
        if not named or (_NOT_SPOKEN.search(before) and not re.match(rf"\s*{INTERPRETER}", after)):
            continue
        if refuses_interpreter(plain, languages.pattern) or _PLACES_IN_ENGLISH.match(
            after.lstrip()
        ):
            continue
        is_said = bool(message.asserted[start:end].strip()) or _is_requested(plain, start)
        stated = is_said and (whole or not stands_alone or is_named_for_it)
        stated = stated and not _PARENT_AFTER.match(after)
        stated = stated and not (_NATIONALITY_BEFORE.search(before) and not close)
        facts.append(Fact("language", languages.codes[name], start, end, sure=stated))
    return _without_wider(facts)


def _without_wider(facts: list[Fact]) -> list[Fact]:
    """The languages less those that another one named is a kind of: "Bengali (Sylheti)"."""
    named = {fact.value for fact in facts}
    wider = {code for code, kinds in _KINDS.items() if named & kinds}
    return [fact for fact in facts if fact.value not in wider]


def _is_requested(plain: str, place: int) -> bool:
    """Say whether it is what they ask us for: "can I have an Urdu interpreter"."""
    return any(found.start() <= place < found.end() for found in REQUEST.finditer(plain))


def _has_cue(before: str, after: str, plain: str) -> bool:
    if _CUE_AFTER.match(after):
        return True
    about_talking = re.search(rf"\b(?:speak|language|{INTERPRETER}|english)", plain) is not None
    return about_talking and _CUE_BEFORE.search(before) is not None


def _read_signs(message: ParentMessage, languages: Languages) -> list[Fact]:
    facts = []
    for found in languages.sign_pattern.finditer(message.plain):
        start, end = found.span()
        if not message.asserted[start:end].strip() and not REQUEST.search(message.plain):
            continue
        if any(one.start() <= start < one.end() for one in _EITHER.finditer(message.plain)):
            continue
        before = message.plain[max(0, start - 30) : start]
        if re.search(
            r"\b(?:no|not full|not|don'?t need|doesn'?t|in|his|her|plan|teach\w*|taught"
            r"|learn\w*)\s+(?:an?\s+|any\s+|to use\s+|use\s+|need\s+)?$",
            before,
        ):
            continue
        if not _ASKED_FOR.search(before) and (
            re.search(
                r"\b(?:he|she|old|girl|boy|lad|lass|kids?|bairn|son|daughter|child|school|ta|teacher"
                r"|staff|plan)\b[^.]*$",
                message.plain[:start],
            )
            and not re.match(
                rf"\s*(?:{INTERPRETER}|signer)|[^.;]*?\ban?\s+(?:{INTERPRETER}|signer)",
                message.plain[end:],
            )
        ):
            continue
        facts.append(Fact("sign", languages.signs[found[0]], start, end))
    exact = [fact for fact in facts if fact.value != "bsl"]
    generic = re.search(r"\bbsl\b|\bbritish\b", message.plain) is None
    return exact if exact and generic else facts


_ASKED_FOR = re.compile(
    r"\b(?:(?:i|we) (?:use|need|want|sign)|need|my (?:first )?language is)\s+(?:an?\s+)?$"
)
