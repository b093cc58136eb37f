"""How old the child is: an age or a date of birth, in figures or words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.reading import Answer, one
from casework.message import Entity, Message
from casework.people.ages_told import (
    OLDEST,
    age_by_year,
    birth_in_figures,
    tells_birthday,
    with_year_told,
)
from casework.people.numbers_said import NUMBER_IN_WORDS, number_said
from casework.referral.draft import Draft

_LOOKS_LIKE_CODE = re.compile(r"[{}<>*=]")
_NO_YEARS = (
    r"\s*(?:months?|mths?|mo|weeks?|wks?|st|nd|rd|th|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|may(?! be| turn))\b"
)
_TO_OR_FOR = (
    r" +(?:pay|do|go|be|hav\w*|see|ask|know|get|wait|tell|give|send|ring|call|me|us|u|you)\b"
)
"""After a figure in text speak: "do i hav 2 pay"."""
_BARE_AGE = re.compile(
    r"(?<![\d/.\-])(?<!\bb)(?<!year )(?<!yr )(?<!y)(?<!option )(?<!number )(\d{1,2})"
    r"(?![\d/\-]|\.\d)"
    rf"(?!{_NO_YEARS}|{_TO_OR_FOR})",
    re.IGNORECASE,
)
_LEADING_AGE = re.compile(
    rf"^\W*(\d{{1,2}}|{NUMBER_IN_WORDS})\b(?![/.\-]\d|{_NO_YEARS}| (?:kid|child|boy|girl|son|"
    r"daughter|lad|of (?:them|um)))",
    re.IGNORECASE,
)
_MONTHS_OLD = re.compile(r"\b(\d{1,2})\s*(?:months?|mths?|mo)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:next (?:week|month|year)|in (?:a )?(?:fortnight|(?:\w+ ){1,2}(?:days|weeks|months))|"
    r"tomorrow|soon|(?:will|'ll|gonna|going to) be|turning|turns|nearly|almost|not quite|coming "
    r"up|(?:in|this|next) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|in a (?:week|"
    r"month|few))\b",
    re.IGNORECASE,
)
_TAKES_BACK = (
    r"(?:sorry|no+|nope|wait|oops|actually|(?:i )?mean|(?:i )?meant|typo|or rather|i lie|hang on|"
    r"hold on|(?:i )?tell a lie|correction|(?:scrap|scratch) that|make (?:that|it)|should be)"
)
_CORRECTED = re.compile(
    rf"(?:\d{{1,2}}|\b(?:{NUMBER_IN_WORDS}))\W+(?:{_TAKES_BACK}\W+)+"
    r"(?:(?:it'?s|now|just|turned|gone|s?hes|(?:he|she|they)(?:'?s| is| are))\W+)*"
    rf"(?P<age>\d{{1,2}}|{NUMBER_IN_WORDS})\b(?!\s*(?:months?|weeks?|days?))",
    re.IGNORECASE,
)
_OLD_VALUE = re.compile(
    rf",?\s*\bnot (?:\d{{1,2}}|{NUMBER_IN_WORDS})\b(?! (?:yet|quite|until|till|months?|weeks?))",
    re.IGNORECASE,
)
"""What the age is said not to be, of "13 not 12" and "not 12, 13"."""
_HAD_BIRTHDAY = re.compile(
    rf"^\W*(?:(?:s?he|they)(?:'?s| is| are| was| were| turned)? )?(?:just |only )?"
    rf"(?P<age>\d{{1,2}}|{NUMBER_IN_WORDS}) (?:(?:on|in|back in|at|this) )*(?:the )?"
    r"(?:last (?:week|month|\w+day|[a-z]{3,9})|yesterday|the other (?:day|week)|just gone|"
    r"(?:\d{1,2}(?:st|nd|rd|th) )?(?:of )?[a-z]{3,9} (?:just gone|gone|this year)|"
    r"(?:a|\d|two|three|four|five|six) (?:days?|weeks?|months?) ago)\W*$",
    re.IGNORECASE,
)
"""Just reached, of "13 last week" and "19 in September just gone"."""
_SHORT_OF = re.compile(
    rf"\b(?:weeks?|months?|days?) (?:off|short of|away from|before) (?:(?:he|she|they)(?:'?s| is) "
    rf")?(?P<age>\d{{1,2}}|{NUMBER_IN_WORDS})\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"\b(?:(?:has|have|had|got|gets?|wants?|needs?|that|this|these|the|an?|any|no|every|each|some|"
    r"which|another|other|new|same|first|second|third|right|wrong|tribunal|last|old|only|little|young|younger|youngest|older|oldest|"
    r"eldest|middle)\s+one|\bone(?:'?s|\s+(?:is|was))|one\s+(?:of|day|thing|more|moment|minute|question|that|i|we|you|they))\b",
    re.IGNORECASE,
)
"""In "she has one" and "one of them" the word stands for a thing, never for a year."""
_LONG_AGO = re.compile(
    rf"\b(?:i (?:was|were)|(?:since|when|until|till|at|from) (?:i|s?he|they) (?:was|were)|"
    rf"since|until) (?:only |just |about |age |aged )*(?:\d{{1,2}}|{NUMBER_IN_WORDS})\b|"
    rf"\b(?:s?he|they) (?:was|were) (?:only |just |about )*(?:\d{{1,2}}|{NUMBER_IN_WORDS})\b"
    r"(?= (?:when|then|at the time|back then))",
    re.IGNORECASE,
)
"""The writer's own age once, or the child's: "i was 17 when i had him", "since he was 4"."""
_EITHER_OF_TWO = re.compile(
    rf"(?<!other )\bone(?:'?s| is)? (?:\d{{1,2}}|{NUMBER_IN_WORDS})\b|"
    r"^\W*(?:aged? |ages |they'?re )?\d{1,2}\W+(?:and|&|n)\W+\d{1,2}\W*$",
    re.IGNORECASE,
)
"""Which of two children they mean is not told: "one is 7 and the other is 9"."""
_AND_ANOTHER = re.compile(
    rf"\bother(?: one)?(?:'?s| is)? (?:\d{{1,2}}|{NUMBER_IN_WORDS})\b", re.IGNORECASE
)
_IS_A_PAPER = re.compile(r"\b(?:letter|dated|decision|certificate|email)\b", re.IGNORECASE)
DAYS_OLD = 400
"""A birthday within these is confirmed: it may be the day of the letter."""
_WAS = re.compile(
    r"\b(?:was|turned|just gone|back in|last|ago|yesterday|this year|had (?:his|her|their))\b",
    re.IGNORECASE,
)
_IS_BARE_FIGURE = re.compile(r"\W*\d\W*")
OLDEST_ASKED_BACK = 2
"""A bare "1" by text may be meant for the choice of an earlier list."""
_HEDGED = re.compile(
    r"\b(?:think|about|around|roughly|maybe|probably|approx|guess|not sure|or so|or \d)|\dish\b|"
    r"ish\b|\?$|^\W*(?:s?he|they) (?:was|were) \w+\W*$",
    re.IGNORECASE,
)


def read_child_age(message: Message, draft: Draft, today: date) -> Answer | None:
    """An age or a date of birth, 0 to 26; a bare number is an age here."""
    if message.first("age") is None and _is_of_a_paper(message):
        return None
    born = _birth(message, today)
    if born is not None:
        day = date.fromisoformat(str(born.value))
        if day > today:
            return Answer(problem="utter_date_future")
        if today.year - day.year > OLDEST:
            return Answer(problem="utter_error_child_age")
        is_sure = born.is_sure and (born.name == "date_of_birth" or (today - day).days > DAYS_OLD)
        return one("child_age", {"date_of_birth": day.isoformat()}, is_sure)
    age = next((one for one in message.all_of("age") if not _is_of_long_ago(one, message)), None)
    plain = _LONG_AGO.sub(" ", _OLD_VALUE.sub(" ", _ONE_THING.sub(" ", message.plain)))
    leading = _LEADING_AGE.match(plain)
    number, is_sure = _bare_number(plain), True
    first = number_said(leading[1]) if leading else None
    if age is not None:
        number, is_sure = int(age.value), age.is_sure and not _is_of_a_grown_up(age, draft)
    if first is not None and number is not None and first not in (number, number + 1):
        number, is_sure = first, False
    elif age is None and number is not None and _is_to_come(message.plain):
        number, is_sure = number - 1, False
    if age is None and number is None:
        number, is_sure = age_by_year(plain, today), False
    short_of = _SHORT_OF.search(message.plain)
    if short_of is not None:
        number, is_sure = number_said(short_of["age"]) - 1, False
    corrected = _CORRECTED.search(message.plain)
    if corrected is not None:
        number, is_sure = number_said(corrected["age"]), True
    birthday = _HAD_BIRTHDAY.match(plain)
    if birthday is not None:
        number, is_sure = number_said(birthday["age"]), True
    if number is None:
        return None
    if _IS_BARE_FIGURE.fullmatch(message.plain) and number <= OLDEST_ASKED_BACK:
        is_sure = False
    if not 0 <= number <= OLDEST:
        return Answer(problem="utter_error_child_age")
    is_either = _EITHER_OF_TWO.search(message.plain) is not None
    is_of_several = message.first("several_children") is not None
    is_either |= is_of_several and leading is None and not tells_birthday(message.plain)
    is_sure = is_sure and not (is_either or _HEDGED.search(message.plain))
    is_of_two = is_either or _AND_ANOTHER.search(message.plain) is not None
    told = one("child_age", {"age": number}, is_sure)
    return replace(told, note="utter_one_child_at_a_time" if is_of_two else None)


def _is_of_a_grown_up(age: Entity, draft: Draft) -> bool:
    """True for "im 22" of a parent: the age that they tell may be their own."""
    return age.role == "self" and draft.referral.referrer.role not in (None, "young_person")


def _is_of_long_ago(age: Entity, message: Message) -> bool:
    past = _LONG_AGO.finditer(message.text)
    return age.end > 0 and any(one.start() <= age.start < one.end() for one in past)


def _is_of_a_paper(message: Message) -> bool:
    """True for "the letter is dated 4 November"."""
    dates = message.all_of("date")
    is_of_paper = any(date.role in ("decision", "certificate") for date in dates)
    return is_of_paper and _IS_A_PAPER.search(message.plain) is not None


def _is_to_come(text: str) -> bool:
    """Whether the only number in the words is an age that they have not reached."""
    numbers = re.findall(rf"\d+|\b(?:{NUMBER_IN_WORDS})\b", _NOT_YET.sub(" ", text), re.IGNORECASE)
    return len(numbers) == 1 and bool(_NOT_YET.search(text)) and not _WAS.search(text)


def _birth(message: Message, today: date) -> Entity | None:
    born = message.first("date_of_birth")
    if born is not None:
        return born
    if (day := birth_in_figures(message.plain)) is not None:
        return Entity("date_of_birth", day.isoformat())
    has_year = re.search(r"\d{4}|/\d{1,2}/\d\d", message.plain) is not None
    return next(
        (
            replace(found, value=with_year_told(str(found.value), message.plain))
            for found in message.all_of("date")
            if found.role in (None, "decision")
            and (has_year or today.year - int(str(found.value)[:4]) > 1)
        ),
        None,
    )


def _bare_number(text: str) -> int | None:
    if _LOOKS_LIKE_CODE.search(text):
        return None
    bare, months = _BARE_AGE.search(text), _MONTHS_OLD.search(text)
    if months is not None and bare is None:
        return int(months[1]) // 12
    if bare is not None:
        return int(bare[1])
    words = re.search(rf"\b(?:{NUMBER_IN_WORDS})\b", text, re.IGNORECASE)
    return number_said(words[0]) if words else None
