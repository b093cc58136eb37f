"""How people say an age, the child's or their own.

In every pattern `n` is the number; `before` and `soon` say that it is not reached yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.numbers import NUMBER_PATTERN

_N = rf"(?P<n>{NUMBER_PATTERN})(?:\b|(?=(?:ish|yrs?|years?|yo|y)(?:\b|old)))"
_HALF = r"(?:\s*(?:and a (?:half|bit|quarter)|and three quarters|n a (?:half|bit)|1/2|½|\.5))?"
_YEARS = (
    r"(?:\s*-?\s*(?:years?|yrs?|yr|y)\b[\s-]*(?:old|olds|of age)?|\s*-?\s*(?:yo|y/o|yos|yr old)\b)"
)
_NOT_AN_AGE = (
    r"(?!(?!(?:ish|yrs?|yo|y)\b)\w|[%£]|[:/]\d|\.\d|\s*(?:st|rd|th|weeks?|wks?|months?|days?|hours?"
    r"|hrs?|minutes?|mins?|miles?|pm|am|%|times|of (?:them|us|the|my|our|his|her|\d|three|four)"
    r"|children|kids|boys|girls|sons|daughters|sections?|schools?|people|pages?|stone|more|other"
    r"|(?:\w+ )?(?:sisters|brothers|siblings|cousins)|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)
_FEAST = (
    r"(?:christmas|xmas)(?: (?:day|eve))?|boxing day|new year'?s?(?: (?:day|eve))?|easter|halloween"
    r"|bonfire night|valentine'?s(?: day)?"
)
_WHEN_SOON = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b"
    rf"|{_FEAST}|(?:the )?(?:spring|summer|autumn|winter|new year)"
    r"|the \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th) (?:of )?(?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec|the \d{1,2}(?:st|nd|rd|th)))"
)
_SOON = (
    rf"(?P<soon>(?:\s*(?:years?|yrs?)(?: old)?)?\s+(?:come|on|in|at)\s+{_WHEN_SOON}\b"
    r"|\s+come\s+(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|\s+in a (?:month|week|fortnight|few days)\b|\s+(?:on )?(?:his |her |their )?next birthday\b"
    r"|\s+(?:next|in a|this)\s+(?:week|month|few|couple)\b|\s+(?:next|in)\s+(?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    r"|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\s+in (?:a few|a couple of|\d+|two|three|four|five|six)"
    r" (?:days|weeks|wks|months|mths)\b|\s+soon\b|\s+tomorrow\b"
    r"|\s+on (?:the )?\d{1,2}(?:st|nd|rd|th)\b)?"
)
CHILD_WORD = (
    r"(?:(?:step|foster|grand)?[ -]?(?:son|sons|daughter|daughters|dau[a-z]*ter|dughter|child"
    r"|childs|boy|girl|lad|lass|kid)|pupil|student|nephew|niece|toddler|baby|young (?:man|lady"
    r"|woman)|teenager|youngster"
    r"|client|eldest|youngest|little one|bairn|wee one|lo|young person|yp)"
)
_MONTH_OR_DAY = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)"
)
_BEFORE_BIRTHDAY = (
    r"(?P<before>nearly|almost|coming up to|coming up|about to be|about to turn|turning|not quite"
    r"|going to be|will be|'ll be|going on|approaching|turns)"
)
WRITERS_AGE = re.compile(
    rf"\b(?:i'?m|i\s+am|am|i(?:'ve| have)?(?: just)? turned)\s+(?:(?:only|now|just"
    rf"|aged?)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
)
CHILDS_AGE: Sequence[re.Pattern[str]] = (
    re.compile(
        rf"\b(?P<child>(?:he|she)(?: (?:him|her)self)?|they|who|{CHILD_WORD}"
        rf"|the child)(?:\s*\([^)\d]{{2,30}}\))?\s*(?:'?s|'re(?!\s+(?:one|two|1"
        r"|2)\b)|\s+is|\s+are|\s+has"
        r"|\s+have)?\s+(?:(?:is|now|only|just|about|around|roughly|probably|maybe|aged?|turned"
        r"|actually"
        r"|really|currently"
        r"|whos|who's"
        rf"|who is)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?(?:aged?\s+)?{_N}(?:\b|(?=(?:ish|yrs?|yo"
        rf"|y)\b)){_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b(?:hes|shes|whos|who's)\s+(?:(?:now|only|just|actually|really|currently"
        rf"|aged?)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b{CHILD_WORD}\s*(?:,|\(|="
        rf"|:)\s*(?:aged?\s+)?(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"(?<!the )(?<!school )(?<!what )(?<!leaving )(?<!any )\b(?:aged|age|ages)\s*(?:is|:|="
        rf"|of)?\s*{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b{CHILD_WORD}\b[^.;!?]{{0,40}}?\band\s+(?:(?:he|she|they)\s*)?(?:is|'s|are|now)\s+"
        rf"{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b{CHILD_WORD}\b(?<!sons)(?!['’]s)[^.;!?]{{0,80}}?[,)]\s*is\s+(?:(?:now|only|just)\s+)?"
        rf"(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}"
        rf"(?=\s*(?:[.,;!)\n]|$|(?:and|with|years?|yrs?)\b)){_SOON}"
    ),
    re.compile(rf"\b(?:was|were)\s+\d{{1,2}}\s+(?:then|at the time)[\s,]+(?:and\s+)?now\s+{_N}\b"),
    re.compile(
        r"\b(?:read|write|talk|speak|count|spell|dress (?:him|her|them)self|tell the time"
        r"|ride a bike"
        r"|in nappies|(?:potty|toilet)[ -]trained|non[ -]?verbal)(?P<at>(?: yet| still)?\s+at)\s+"
        rf"{_N}(?=\s*(?:[.,;!?)\n]|$|(?:years?|yrs?) old\b|and\b|so\b)){_NOT_AN_AGE}"
    ),
    re.compile(
        rf"\btwin(?:s|\s+(?:girls|boys|sons|daughters))?\s+(?:are|aged?)\s+{_N}{_NOT_AN_AGE}"
    ),
    re.compile(
        rf"(?:,|\b{_MONTH_OR_DAY}|\b\d{{1,2}}|\b(?:week|month|soon|time))\s+so\s+(?:(?:he|she|i)"
        r"(?:'s|'m| is| am)\s+)?(?:(?:still|now|only|technically|officially|currently"
        r"|actually)\s+)*"
        rf"{_N}(?=\s*(?:[.,;!)\n]|$|now\b))"
    ),
    re.compile(rf"\b(?:he|she|they)'?ll\s+(?P<before>be|turn)\s+{_N}{_NOT_AN_AGE}{_SOON}"),
    re.compile(rf"\b(?:{CHILD_WORD}|man|woman|adult)\s+of\s+{_N}{_HALF}{_NOT_AN_AGE}"),
    re.compile(rf"\bhow old(?: is (?:he|she)| are they)?\s*[:?=-]+\s*{_N}{_HALF}{_NOT_AN_AGE}"),
    re.compile(
        rf"\b(?:he|she|they) (?:was|were)\s+(?:just\s+)?{_N}{_NOT_AN_AGE}(?P<turned>\s+(?:(?:last"
        r"|on|in|back in)\s+)"
        rf"+(?:week|month|{_MONTH_OR_DAY})\b(?!\s+(?:19|20)\d\d))"
    ),
    re.compile(
        rf"(?P<bare>^|[.!?,;\n]\s*|\b(?:only|just)\s+){_N}(?P<turned>\s+(?:(?:last|on)\s+(?:week"
        rf"|month"
        rf"|{_MONTH_OR_DAY})|yesterday|the other (?:day|week)|just gone|back in {_MONTH_OR_DAY}"
        rf"|(?:in|on|at) (?:the \d{{1,2}}(?:st|nd|rd|th) )?(?:of )?{_MONTH_OR_DAY}"
        r" (?:just gone|gone|this year))\b)(?!\s+(?:19|20)\d\d)(?<!on may)"
    ),
    re.compile(
        rf"\b(?:one|child|boy|girl|lad|lass|kid|tot|baby|toddler|pupil|student|young person)"
        r" (?:that |who |whom )?(?:i|we)(?:'m|'re| am| are)? (?:childmind|mind|minding|look after"
        r"|looking after|support|supporting|teach|teaching|work with|working with|foster|fostering"
        rf"|care for|caring for|see|have|am worried about|tutor)(?:\s+is|'?s)\s+{_N}{_NOT_AN_AGE}"
    ),
    re.compile(rf"\b(?:just gone|both)\s+(?:aged?\s+)?{_N}{_NOT_AN_AGE}"),
    re.compile(
        rf"(?:^|[.,;(\n]\s*|\bdd?\d?\s+)(?:boy|girl|lad|son|daughter)?\s*{_N}\s*(?:yrs?|years?|y"
        r"|yo)\b(?=\s*(?:[.,;)\n]|$|\d+\s*m(?:on)?ths?))"
    ),
    re.compile(
        rf"\b{_N}{_HALF} (?:he|she|they) (?:is|are)\b(?: now| this| next|\s*[,.;!)\n]|\s*$)"
    ),
    re.compile(rf"\bof\s+{_N}\s*(?:years?|yrs?|yr|yo)\b(?=\s*(?:[.,;!)\n]|$))"),
    re.compile(
        rf"\b(?:he|she|{CHILD_WORD})\b(?:\s+[\w'’-]+){{0,2}}?\s+(?:has|have)\s+{_N}\s*"
        r"(?:years?|yrs?)(?:\s+old)?(?=\s*(?:[.,;!\n]|$|and\b))"
    ),
    re.compile(
        r"\b(?:had|celebrated|been|was|were) (?:his|her|their) (?P<n>\d{1,2})(?:st|nd|rd|th)"
        r"(?: birthday\b| (?:yesterday|today|last (?:week|month|\w+day)|this week|on \w+day)\b)"
    ),
    # "eleven, twelve in January": two numbers in a row, the second with a month.
    re.compile(
        rf"(?:^|[.,;:!?(\n]\s*|\b(?:is|he'?s|she'?s|lad'?s|son'?s"
        rf"|now)\s+){_N}(?: now)?,?\s+(?:and\s+)?"
        r"(?:(?:nearly|almost|turning|going on|will be|be|soon to be|he'?ll be|she'?ll be"
        r"|turns)\s+)*"
        rf"(?P<next>{NUMBER_PATTERN})\s+(?:in|next|come|on|this)\s+(?:the )?(?:{_MONTH_OR_DAY}\b"
        r"|(?:the )?(?:new year|spring|summer|autumn|month|week|year|christmas|easter)\b"
        r"|\d{1,2}(?:st|nd|rd|th)|a (?:week|month|few|fortnight))"
    ),
    # "Little Poppy who's with us is nearly 5".
    re.compile(
        r"\b(?:who|that|whom)(?:'s|'ve| is| has| lives| lived| goes| came| stays| (?:i|we) [a-z]+)"
        rf"\b[^.,;!?\d]{{2,35}}?\sis\s+(?:(?:now|only|just|still)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?"
        rf"{_N}{_HALF}(?=\s*(?:[.,;!?)\n]|$|(?:and|years?|yrs?|but|now)\b)){_SOON}"
    ),
    re.compile(
        r"\b(?:big|small|tall|little|tiny|young|immature|mature|heavy|strong)"
        rf"(?: (?:lad|lass|boy|girl|child|kid))?\s+for\s+(?:a\s+)?{_N}{_NOT_AN_AGE}"
        r"(?=\s*(?:[.,;!?)\n]|$|(?:and|but|years?|yrs?|so)\b))"
    ),
    re.compile(rf"(?<!\bi )(?<!\bwe )\b(?:just turned|turned|turnd)\s+{_N}{_NOT_AN_AGE}{_SOON}"),
    re.compile(rf"\b{_N}\s*(?:años|anos|ans|lat|lata|anni|ani|jaar|jahre)\b(?!\s+(?:ago|we))"),
    re.compile(
        rf"(?:\b{_BEFORE_BIRTHDAY}\s+)?(?<!for )(?<!over )(?<!last )(?<!to )(?<!- )(?<!past "
        rf")(?<!in )(?<!about )(?<!after )(?<!of )\b{_N}(?:\s*-?\s*(?:years?|yrs?|yr"
        rf"|y)[\s-]*olds?\b|\s*-?\s*(?:yo|y/o)\b|\s*(?:years?|yrs) of age\b)"
    ),
)
CORRECTED = re.compile(
    rf"[\s,.-]+(?:sorry|no|i mean|i meant|oops|wait|actually|correction|i tell a lie|tell a lie"
    rf"|hang on|make that|no hang on|scratch that)[\s,.-]+"
    r"(?:(?:he'?s|she'?s|he|she|it'?s|i mean|i tell a lie|no|sorry|wait|hang on|oops|actually"
    rf"|turned|is|just)[\s,]+)*(?P<not_yet>(?:nearly|almost)\s+)?{_N}(?:\b|(?=(?:ish|yrs?|yo"
    rf"|y)\b)){_NOT_AN_AGE}"
)
_TEENS = (
    "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
MONTHS_OLD = re.compile(
    rf"(?<!it's )(?<!its )\b(?P<n>\d{{1,2}}|{_TEENS})\s*(?:months?|mths?)\s*old\b"
    rf"|\b(?:he|she|{CHILD_WORD})(?P<sure>'?s|\s+is)?(?:\s+(?:only|just|now"
    rf"|about))?[\s,(]+(?P<m>\d{{1,2}}|{_TEENS})\s*"
    r"(?:months?|mths?)(?=\s*(?:[.,;!?)\n]|$|and\b))"
)
# Between marks there is nothing but a number: "boy. 12. Noah.", "Leicester city, 19".
NUMBER_ALONE = re.compile(
    rf"(?:[.,;:!?\n(]\s*(?:now\s+|nearly\s+)?|^(?=\d\d?[.,]\s+(?:autis|adhd|boy|girl|male|female)))"
    rf"{_N}(?!\d){_HALF}{_SOON}(?=\s*(?:[.;)\n]|,\s(?!\d\d?\b)|$))"
)
_PRONOUNS = r"(?:he|she|they|ze|xe|it)\s*/\s*\w{2,5}(?:\s*/\s*\w{2,6})?"
BESIDE_NAME = re.compile(
    rf"(?:'s)?(?:\s*\({_PRONOUNS}\))?"
    rf"[\s,:=-]*(?:(?:who|whos|who's|he|she|is|he's|she's|hes|shes|aged?|now|just|turned"
    rf"|and)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?[(\[]?\s*(?:aged?\s+)?{_N}{_HALF}{_YEARS}?"
    rf"{_NOT_AN_AGE}{_SOON}"
)
