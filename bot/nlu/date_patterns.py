"""How dates are written: one pattern for each way, over lower-case words."""

from __future__ import annotations

import re

from bot.nlu.numbers import NUMBER_PATTERN
from bot.nlu.spoken import ORDINALS

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
_MONTH = (
    r"(?P<month>(?!maybe|mayor|mark|decid|decis|marg|junior|marri)(?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|ocot|nov|dec)[a-z]*)\b\.?"
)
_YEAR = (
    r"(?:[\s,]*(?:of )?(?P<year>(?:19|20)\d\d|'?\d\d(?!\d|st\b|nd\b|rd\b|th\b|"
    r"\s+(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"[\s-]*(?:y|year|yr|hour|hr|week|day|month|:|/|\.\d)|\s+(?:is|was|when|came)\b)))?"
)
_COUNT = rf"(?P<count>{NUMBER_PATTERN}|a|an|a couple of|couple of|couple|a few|few)"

FEASTS = {
    "christmas day": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentines day": (2, 14),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
}
FEAST = re.compile(
    rf"\b(?P<feast>(?:christmas|xmas) (?:day|eve)|boxing day|new year'?s (?:day|eve)|"
    rf"valentine'?s day|halloween|bonfire night)\b{_YEAR}"
)
ISO = re.compile(
    r"(?<![\w/-])(?P<year>(?:19"
    r"|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\w/-])"
)
NUMERIC = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-])"
)
# The month by its number: "the 12th of the eleventh month, 2026", "day 12 of month 11".
COUNTED = list(ORDINALS)[:12]
_MONTH_COUNTED = (
    r"(?:month (?:number |no )?(?P<number>\d{1,2})(?!\d| (?:hours?|days?|weeks?|months?|years)\b)"
    rf"|(?P<month>\d{{1,2}}(?=(?:st|nd|rd|th) )|{'|'.join(COUNTED)})(?:st|nd|rd|th)? month\b)"
)
_YEAR_AFTER = r"(?:[\s,]*(?:of |in |the )*(?:year )?(?P<year>20\d\d))?"
_COUNTED_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?: day)?\b"
DAY_COUNTED_MONTH = re.compile(
    rf"(?<![\w./-])(?:{_COUNTED_DAY},? of (?:the )?|day (?P<lone>\d{{1,2}}),? (?:of )?)"
    rf"{_MONTH_COUNTED}{_YEAR_AFTER}"
)
COUNTED_MONTH_DAY = re.compile(
    rf"(?<![\w./-]){_MONTH_COUNTED},? (?:the )?"
    rf"(?:day (?P<lone>\d{{1,2}})(?!\d)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? day\b){_YEAR_AFTER}"
)
DAY_SLASH_MONTH = re.compile(r"(?<![\w./-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/-])")
DAY_MONTH = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?[\s.,/-]*(?:of\s+|"
    rf"day of\s+)?(?:the\s+)?{_MONTH}{_YEAR}"
)
MONTH_DAY = re.compile(
    rf"(?<![\w-]){_MONTH}(?:\s*|,\s+(?=(?:the )?\d{{1,2}}(?:st|nd|rd"
    rf"|th)\b))(?:the\s+)?(?P<day>\d{{1,2}})(?!\d|[:/.]\d)\s*(?:st|nd|rd|th)?\b"
    r"(?!\s*(?:hours?|hrs?|h|years?|yrs?|yo|months?|weeks?|days?|pm|am)\b)"
    r"(?:[\s,]+(?P<year>20\d\d))?"
)
ONLY_DAY = re.compile(
    r"\b(?:the|on|dated|says|date(?: on (?:the )?(?:it|letter|top|front))? (?:is|was)|"
    r"(?=\d{1,2}(?:st|nd|rd|th)? of (?:this|last) month)) ?(?P<day>\d{1,2})(?:st|nd|rd|"
    r"th)\b(?! (?:today|time|school|year|meeting|one|letter|week|month|appeal|review|child|"
    r"tribunal|day|person|party|place|birthday|floor|draft|version|grade|form|"
    r"of (?!(?:this|last) month)\w))(?P<of> of (?:this|last) month)?"
)
MONTH_THEN_DAY = re.compile(
    r"\b(?P<of>(?:this|last) month)[\s,]+(?:(?:on|the|dated|it was|it'?s|i think)\s+)*"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:birthday|time|year|week|month))"
)
# Only as a whole message: what was asked says that it is a day.
DAY_ALONE = re.compile(
    r"^\W*(?:(?:on|its|it's|it was|was|erm?|um)\s+)*(?P<day>\d{1,2})(?:st|nd|rd|th)(?P<of>)\W*$"
)
WEEKDAY_ALONE = re.compile(rf"^\W*(?:it was |was )?{_WEEKDAY}(?P<last_week>)\W*$")
SPACED_ALONE = re.compile(
    r"^\W*(?P<day>\d{1,2})\s+(?P<month>\d{1,2})\s+(?P<year>(?:19|20)\d\d)\W*$"
)
WEEKDAY_AND_DAY = re.compile(
    rf"\b{_WEEKDAY}\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)(?P<of>)\b(?!\s+(?:of\s+)?(?:{_MONTH}|(?:this|last|next) month))"
)
DAY_AND_MONTH_ALONE = re.compile(
    r"^\W*(?:(?:on|its|it's|it was|was|dated)\s+)*(?P<day>\d{1,2})\s?[-. ]\s?(?P<month>0?[1-9]|"
    r"1[0-2])\W*$"
)
TODAY = re.compile(
    r"\b(?P<word>2day|(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )today|this morning|this afternoon|"
    r"yesterday|yday|last night|(?:the )?day before yesterday)\b"
)
AGO = re.compile(
    rf"\b{_COUNT}\s*(?P<unit>day|week|wk|fortnight|month)s?\s+(?:ago|back|"
    rf"old(?= today\b))(?P<today> today| to the day| yesterday)?\b"
)
WEEKS_BEFORE_WEEKDAY = re.compile(
    rf"\b(?:(?P<count>{NUMBER_PATTERN}|a) weeks?|a fortnight|"
    rf"(?P<fortnight>fortnight))\s+(?:ago\s+)?(?P<last>last|on|this)?\s*{_WEEKDAY}\b(?P<ago> ago)?"
)
LAST_WEEKDAY = re.compile(
    rf"\b(?:(?:last|on|this|this past|past|letter|came|dated|wrote|got (?:it|that|this|theirs)|"
    rf"finali[sz]ed|issued|refused|decided|e-?mailed|"
    rf"arrived)\s+{_WEEKDAY}\b(?P<last_week> (?:last|of last) week)?)(?! \d)"
)
WEEKDAY_LAST_WEEK = re.compile(
    rf"\b{_WEEKDAY}(?: just gone| gone| past"
    rf"|(?P<last_week> (?:of )?last week)|(?P<this_week> (?:of )?this week))\b"
)
_SIBLING = (
    r"(?:(?:other|older|younger|little|big|eldest|youngest) )?"
    r"(?:son|daughter|boy|girl|brother|sister|twin|other (?:one|child|kid))"
)
# What one says who puts right what they have just said: "no wait", "oh sorry no".
OOPS = (
    r"(?:(?:no|oh|sorry|wait|oops|hang on|hold on|actually|i mean|i meant|correction|make that|"
    r"my mistake|erm?|um)\b[\s,.!-]*)+"
)
_ANOTHER_CHILDS = (
    rf"[\s,.-]+{OOPS}"
    rf"(?:that'?s|that was|that is|it'?s) (?:my |the |his |her |for (?:my |the )?)?{_SIBLING}'?s?"
    r"(?:'s)?(?: one| letter| date)?"
)
ANOTHER_CHILDS = re.compile(_ANOTHER_CHILDS + r"\b(?!'s (?:plan|birthday|school))")
_NO_MONTH_AFTER = r"(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?[a-z]{3})"
_IT_IS = r"(?:(?:but|it'?s|it is|it was|it says|i think|dated|the)\s+)*"
CORRECTED_DAY = re.compile(
    rf"{_ANOTHER_CHILDS}[\s,.;-]+"
    r"(?:(?:his|hers?|theirs|this one|ours?)(?:'s| is| was|s)? )?(?:the )?"
    rf"(?P<own>\d{{1,2}}){_NO_MONTH_AFTER}|"
    rf"[\s,.;-]+{OOPS}{_IT_IS}(?P<day>\d{{1,2}}){_NO_MONTH_AFTER}"
)
# "Not 20th October" is said of the day that it is not; the other day may stand beside it.
DENIED_BEFORE = re.compile(
    r"(?:\b(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,-]+(?:and )?)?\b(?:not|isn'?t|wasn'?t)"
    r" (?:on |dated )?(?:the )?$"
)
RIGHT_DAY_AFTER = re.compile(rf"[\s,.;-]+(?:{OOPS})?{_IT_IS}(?P<day>\d{{1,2}}){_NO_MONTH_AFTER}")
