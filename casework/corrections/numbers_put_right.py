"""An age or a date put right: "13 not 12 sorry", "the 22nd not the 29th", "it should be 9 May".

The old number that is named, or what was answered last, tells which answer is meant.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.corrections.said_instead import said_instead
from casework.dispute.letter_days import tells_when_it_came
from casework.law.deadlines import check_letter_date
from casework.people.ages_told import OLDEST
from casework.people.numbers_said import NUMBER, number_said
from casework.referral.fields import is_given, value_of
from casework.turn.state import Turn

_DATES = ("decision_date", "certificate_date")
_UNIT = (
    r"(?:hours?|hrs?|min\w*|am|pm|days?|weeks?|wks?|months?|times|sessions?|people|kids|children|"
    r"pages?|o'?clock|years? ago|to \d)"
)
_N = rf"(?<!year )(?<!yr )(?<!at )\b(?:{NUMBER})(?:st|nd|rd|th)?\b(?![/\d:-]|\s*{_UNIT}\b)"
_IT_IS = (
    r"(?:(?:but|it'?s|is|it is|it was|s?he'?s|s?hes|(?:s?he|they) (?:is|are)|they'?re|the)"
    r"[\s,]+)*"
)
_I_PUT = r"i (?:put|said|typed|wrote|told (?:you|u))"
_PAIRS = tuple(
    re.compile(rf"(?<![\d/.-]){pattern}", re.IGNORECASE)
    for pattern in (
        rf"(?P<new>{_N}),? (?:and )?(?:not|instead of) (?:the )?(?P<old>{_N})",
        rf"\bnot (?:the )?(?P<old>{_N})[\s,.;:-]+{_IT_IS}(?P<new>{_N})",
        rf"(?P<old>{_N}) should (?:be|say|read|have been) (?:the )?(?P<new>{_N})",
        rf"(?P<old>{_N}) is wrong[\s,.;]+{_IT_IS}(?P<new>{_N})",
        rf"\b{_I_PUT} (?P<old>{_N}).{{0,30}}?\b(?:meant?|should|but|actually|sorry|really)\b"
        rf"[^\d]{{0,20}}?(?P<new>{_N})",
        rf"(?P<new>{_N})[\s,.;-]+(?:(?:and|but|sorry|oops) )*{_I_PUT} (?P<old>{_N})",
    )
)
"""Both the old and the new number: the old one tells which answer is meant."""
_OF_ANOTHER = re.compile(
    r"\b(?:brother|sister|sibling|twin|cousin|friend|other (?:one|son|daughter|child|boy|girl)|"
    r"mental age|reading age|level|class|grade|section|shoe)\b",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"\b(?:age|aged|old|s?he|s?hes|s?he'?s)\b", re.IGNORECASE)
_CALLED_AGE = re.compile(
    r"\b(?:age|aged|old|(?:s?he|they)(?:'?s|'?re| is| are| was)|s?hes|theyre|turned|"
    r"(?:child|son|daughter|boy|girl|lad) is)\b|"
    r"^\W*(?:(?:sorry|oops|oh|wait|actually|by the way|btw|and|but)\W+)*"
    rf"(?:it'?s|it is) (?:{_N}),? not ",
    re.IGNORECASE,
)
"""Later than right after the age, a number is one where it is called so: "its 9 not 8"."""
_OF_AN_AMOUNT = re.compile(
    r"\b(?<!\byou )(?<!you've )(?<!youve )(?:needs?|needed|wants?|wanted|gets?|getting|"
    r"got(?! (?:(?:his|her|their|the) age|it|that)\b)|has|have|had|offer\w*|ask\w*|given|paid|"
    r"costs?|there (?:are|is|were))\b",
    re.IGNORECASE,
)
"""In the same clause before the numbers: "he needs 20 not 8"."""
_CLAUSE_END = re.compile(r"[.,;:!?\n]")
_COUNTS = re.compile(
    r"\W*(?:(?:a|per|each|every) (?:day|week|month|term|year)|weekly|daily|%|hours?|hrs|miles|"
    r"pounds|pupils|places|targets?|out of|"
    r"in (?:his|her|the|their|each|a) (?:class|group|unit|room))",
    re.IGNORECASE,
)
"""After the numbers: "20 not 8 a week"."""
_ASK_FOR_THE_CASE = frozenset({"issue", "sections", "in_own_words"})
_HAVE_NUMBERS = frozenset({"best_time", "decision_date", "certificate_date", "in_own_words"})
"""Questions whose own answers hold hours and days: an age has to be called one there."""
_IS_WRONG = re.compile(
    rf"(?:{NUMBER}) (?:(?:is|was) wrong|(?:is|was)(?:n'?t| not) right)", re.IGNORECASE
)
"""The old number, and nothing in its place: "14 is wrong"."""
_IS_DAY = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_ONE_NUMBER = re.compile(rf"(?:the )?(?P<number>{NUMBER})(?P<day>st|nd|rd|th)?\W*", re.IGNORECASE)
_SAYS_DATE_WRONG = re.compile(
    r"\b(?:wrong|typo|mistake|mistyped|meant|correction|should (?:be|say|have been))\b",
    re.IGNORECASE,
)
_ONLY_A_DATE = re.compile(
    r"^\W*(?:(?:no|nope|sorry|oh|oops|wait|actually|please|pls|i (?:said|meant?))[\s,]+)*"
    r"(?:(?:it|that|this|the (?:date|letter)(?: date)?)(?:'?s)?[\s,:]+)?"
    r"(?:(?:should|needs? to|has to|ought to|must) (?:be|say|read)|should have (?:been|said)|"
    r"(?:is|was)(?: actually| really)?|put|change (?:it|that) to)[\s:]+"
    r"(?:the )?(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[ /.-]\w+|[a-z]+ \d{1,2})"
    r"(?:st|nd|rd|th)?(?:[ ,/.-]*\d{2,4})?"
    r"(?:[\s,]+(?:please|pls|sorry|thanks|ta|not|instead|then)\b.{0,25})?\W*$",
    re.IGNORECASE,
)
"""Of a message at the review that tells nothing besides."""


def last_answered(turn: Turn) -> str | None:
    """The question that was answered last, other than the one that waits."""
    answered = [each for each in turn.draft.progress.answered if each != turn.pending]
    return answered[-1] if answered else None


def number_put_right(turn: Turn) -> Fact | None:
    """An age or a day of the month, by the old one that is named or by what was asked last."""
    words, last = turn.message.plain, last_answered(turn)
    if _OF_ANOTHER.search(words) or (turn.pending in _HAVE_NUMBERS and not _OF_AGE.search(words)):
        return None
    for pair in _PAIRS:
        told = pair.search(words)
        if told is None:
            continue
        old, new = number_said(told["old"]), number_said(told["new"])
        of_day = _day(turn, new, old) if _may_be_day(told[0], last) else None
        is_age = _may_be_age(turn, told)
        return of_day or (_age(turn, new, old) if is_age else None) or _day(turn, new, old)
    alone = _ONE_NUMBER.fullmatch(said_instead(words) or "")
    if alone is None or _IS_WRONG.search(words):
        return None
    number = number_said(alone["number"])
    is_of_age = turn.pending == "child_age" or bool(turn.message.all_of("age"))
    if last in _DATES and (alone["day"] or not is_of_age):
        return _day(turn, number, None)
    return _age(turn, number, None) if last == "child_age" and not alone["day"] else None


def _may_be_age(turn: Turn, told: re.Match[str]) -> bool:
    """False for "he needs 20 not 8 a week", and later on for what is not called an age."""
    words = told.string
    before = _CLAUSE_END.split(words[: told.start()])[-1]
    if _OF_AN_AMOUNT.search(before) or _COUNTS.match(words, told.end()):
        return False
    is_right_after = last_answered(turn) == "child_age" and turn.pending not in _ASK_FOR_THE_CASE
    return is_right_after or _CALLED_AGE.search(words) is not None


def _may_be_day(words: str, last: str | None) -> bool:
    return _IS_DAY.search(words) is not None or last in _DATES


def _age(turn: Turn, new: int, old: int | None) -> Fact | None:
    """The new age, where the old one is what we hold."""
    child = turn.draft.referral.child
    is_known = child.age is not None and child.date_of_birth is None
    if not is_known or (old is not None and old != child.age) or not 0 <= new <= OLDEST:
        return None
    return Fact("child_age", {"age": new})


def _day(turn: Turn, new: int, old: int | None) -> Fact | None:
    """The date of the letter or the certificate with another day of the same month."""
    last = last_answered(turn)
    for field in _DATES:
        held = value_of(turn.draft, field)
        if held is None or held == "no_letter" or (old is None and field != last):
            continue
        before = date.fromisoformat(str(held))
        if old is not None and before.day != old:
            continue
        try:
            day = before.replace(day=new)
        except ValueError:
            return None
        return Fact(field, day.isoformat()) if _may_be_dated(turn, field, day) else None
    return None


def _may_be_dated(turn: Turn, field: str, day: date) -> bool:
    letter = turn.draft.referral.decision.letter_date
    is_early = field == "certificate_date" and letter is not None and day < letter
    return not is_early and check_letter_date(day, turn.today) is None


def date_put_right(turn: Turn) -> Fact | None:
    """The whole date told right after one: "I got the date wrong, it was 5 Nov"."""
    last, days = last_answered(turn), turn.message.all_of("date")
    if last not in _DATES or turn.pending in (*_DATES, "child_age") or len(days) != 1:
        return None
    role = {"decision_date": "decision", "certificate_date": "certificate"}[last]
    is_of_it = days[0].role in (None, role) and not tells_when_it_came(turn.message)
    if not _SAYS_DATE_WRONG.search(turn.message.plain) or not is_of_it:
        return None
    day = date.fromisoformat(str(days[0].value))
    is_good = days[0].is_sure and is_given(turn.draft, last) and _may_be_dated(turn, last, day)
    return Fact(last, day.isoformat()) if is_good else None


def only_date_put_right(turn: Turn) -> Fact | None:
    """The date of "it should be 29 October", where one paper's date is given, and no other."""
    held = [field for field in _DATES if value_of(turn.draft, field) not in (None, "no_letter")]
    days = turn.message.all_of("date")
    if len(held) != 1 or len(days) != 1 or not days[0].is_sure or days[0].role is not None:
        return None
    if _ONLY_A_DATE.match(turn.message.plain) is None or tells_when_it_came(turn.message):
        return None
    day = date.fromisoformat(str(days[0].value))
    return Fact(held[0], day.isoformat()) if _may_be_dated(turn, held[0], day) else None
