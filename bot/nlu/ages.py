"""Ages of a child or a young person (0 to 26 whole years), never spans of time or school years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.numbers import NUMBER_PATTERN, read_number

OLDEST = 26

_N = rf"(?P<n>{NUMBER_PATTERN})(?:\b|(?=(?:ish|yrs?|years?|yo|y)(?:\b|old)))"
_HALF = r"(?:\s*(?:and a half|1/2|½|\.5))?"
_YEARS = (
    r"(?:\s*-?\s*(?:years?|yrs?|yr|y)\b[\s-]*(?:old|olds|of age)?|\s*-?\s*(?:yo|y/o|yos|yr old)\b)"
)
_NOT_AN_AGE = (
    r"(?!(?!(?:ish|yrs?|yo|y)\b)\w|[%£]|[:/]\d|\.\d|\s*(?:st|nd|rd|th|weeks?|wks?|months?|days?"
    r"|hours?|hrs?|minutes?"
    r"|mins?|miles?|pm|am|%|times|"
    r"of (?:them|us|the|my|our|his|her|\d|three|four)|children|kids|sections?|schools?|people"
    r"|pages?|stone|more|other|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan"
    r"|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
)
_SOON = (
    r"(?P<soon>\s+(?:next|in a|this)\s+(?:week|month|few|couple)\b|\s+(?:next|in)\s+(?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    r"|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\s+in (?:a few|a couple of|\d+|two|three|four|five|six)"
    r" (?:days|weeks|wks|months|mths)\b|\s+soon\b|\s+tomorrow\b"
    r"|\s+on (?:the )?\d{1,2}(?:st|nd|rd|th)\b)?"
)
_CHILD_WORD = (
    r"(?:(?:step|foster|grand)?[ -]?(?:son|sons|daughter|daughters|dau[a-z]*ter|dughter|child"
    r"|childs|boy|girl|lad|lass|kid)|pupil|student|nephew|niece|toddler|baby"
    r"|eldest|youngest|little one|bairn|wee one|lo|young person|yp)"
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
_IS = r"(?:is|'?s|now|only|just|just turned|turned|has turned|aged?|age is)"

_SELF = re.compile(
    rf"\b(?:i'?m|i\s+am|am|i(?:'ve| have)?(?: just)? turned)\s+(?:(?:only|now|just"
    rf"|aged?)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
)
_CHILD_WAYS: Sequence[re.Pattern[str]] = (
    re.compile(
        rf"\b(?P<child>he|she|they|who|{_CHILD_WORD}"
        rf"|the child)(?:\s*\([^)\d]{{2,30}}\))?\s*(?:'?s|'re(?!\s+(?:one|two|1"
        r"|2)\b)|\s+is|\s+are|\s+has"
        r"|\s+have)?\s+(?:(?:is|now|only|just|about|around|roughly|probably|maybe|aged?|turned"
        r"|whos|who's"
        rf"|who is)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?(?:aged?\s+)?{_N}(?:\b|(?=(?:ish|yrs?|yo"
        rf"|y)\b)){_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b(?:hes|shes|whos|who's)\s+(?:(?:now|only|just"
        rf"|aged?)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(
        rf"\b{_CHILD_WORD}\s*(?:,|\(|="
        rf"|:)\s*(?:aged?\s+)?(?:{_BEFORE_BIRTHDAY}\s+)?{_N}{_HALF}{_NOT_AN_AGE}"
    ),
    re.compile(
        rf"(?<!the )(?<!school )(?<!what )(?<!leaving )(?<!any )\b(?:aged|age|ages)\s*(?:is"
        rf"|:"
        rf"|=|of)?\s*{_N}{_HALF}{_NOT_AN_AGE}"
    ),
    re.compile(
        rf"\b{_CHILD_WORD}\b[^.;!?]{{0,40}}?\band\s+(?:(?:he|she|they)\s*)?(?:is|'s|are|now)\s+"
        rf"{_N}{_HALF}{_NOT_AN_AGE}{_SOON}"
    ),
    re.compile(rf"\b(?:he|she|they)'?ll\s+(?P<before>be|turn)\s+{_N}{_NOT_AN_AGE}{_SOON}"),
    re.compile(rf"\b{_CHILD_WORD}\s+of\s+{_N}{_HALF}{_NOT_AN_AGE}"),
    re.compile(
        rf"\b(?:he|she|they) (?:was|were)\s+(?:just\s+)?{_N}{_NOT_AN_AGE}(?P<turned>\s+(?:(?:last"
        r"|on|in|back in)\s+)"
        rf"+(?:week|month|{_MONTH_OR_DAY})\b(?!\s+(?:19|20)\d\d))"
    ),
    re.compile(rf"\b(?:just gone|both)\s+(?:aged?\s+)?{_N}{_NOT_AN_AGE}"),
    re.compile(
        rf"(?:^|[.,;(\n]\s*|\bdd?\d?\s+)(?:boy|girl|lad|son|daughter)?\s*{_N}\s*(?:yrs?|years?|y"
        r"|yo)\b"
        r"(?=\s*(?:[.,;)\n]|$|\d+\s*m(?:on)?ths?))"
    ),
    re.compile(
        rf"\b{_N}{_HALF} (?:he|she|they) (?:is|are)\b(?: now| this| next|\s*[,.;!)\n]|\s*$)"
    ),
    re.compile(rf"\bof\s+{_N}\s*(?:years?|yrs?|yr|yo)\b(?=\s*(?:[.,;!)\n]|$))"),
    re.compile(r"\bhad (?:his|her|their) (?P<n>\d{1,2})(?:st|nd|rd|th) birthday\b"),
    re.compile(rf"\b(?:just turned|turned)\s+{_N}{_NOT_AN_AGE}{_SOON}"),
    re.compile(rf"\b{_N}\s*(?:años|anos|ans|lat|lata|anni|ani|jaar|jahre)\b(?!\s+(?:ago|we))"),
    re.compile(
        rf"(?:\b{_BEFORE_BIRTHDAY}\s+)?(?<!for )(?<!over )(?<!last )"
        rf"(?<!to )(?<!- )(?<!past )(?<!in )(?<!about )(?<!after )(?<!of )"
        rf"\b{_N}(?:\s*-?\s*(?:years?|yrs?|yr|y)[\s-]*olds?\b"
        rf"|\s*-?\s*(?:yo|y/o)\b|\s*(?:years?|yrs) of age\b)"
    ),
)
_CORRECTED = re.compile(
    rf"[\s,.-]+(?:sorry|no|i mean|i meant|oops|wait|actually|correction|i tell a lie|tell a lie"
    rf"|hang on|make that|no hang on|scratch that)[\s,.-]+"
    r"(?:(?:he'?s|she'?s|he|she|it'?s|i mean|i tell a lie|no|actually|turned|is"
    rf"|just)[\s,]+)*{_N}(?:\b|(?=(?:ish|yrs?|yo"
    rf"|y)\b)){_NOT_AN_AGE}"
)
_OF_ANOTHER = re.compile(
    r"\b(?:his|her|their|my other|big|little|older|younger) (?:sisters?|brothers?|siblings?"
    r"|cousins?)\b"
    r"[^.,;!?\d]{0,25}$"
)
_HEDGE_BEFORE = re.compile(
    r"\b(?:think|about|around|roughly|maybe|probably|approx|guess|not sure)\s+"
    r"(?:(?:he|she|they)(?:'?s| is| are)\s+)?$"
)
_HEDGE_AFTER = re.compile(r"\s*(?:-?ish\b|or so\b|or \d|i think|maybe|\?$)")
_MONTHS_OLD = re.compile(
    r"(?<!it's )(?<!its )\b(?P<n>\d{1,2})\s*(?:months?|mths?)\s*old\b"
    rf"|\b(?:he|she|{_CHILD_WORD})(?P<sure>'?s|\s+is)?(?:\s+(?:only|just|now"
    rf"|about))?[\s,(]+(?P<m>\d{{1,2}})\s*"
    r"(?:months?|mths?)(?=\s*(?:[.,;!?)\n]|$|and\b))"
)
# Between marks there is nothing but a number: "boy. 12. Noah.", "Leicester city, 19".
_NUMBER_ALONE = re.compile(
    rf"[.,;:!?\n(]\s*(?:now\s+|nearly\s+)?{_N}(?!\d){_HALF}{_SOON}(?=\s*(?:[.;)\n]|,\s|$))"
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?<!y)(?<!yr )(?<!year )\d|\b(?:mum|mam|dad|mother|father|sister|brother|carer|worker"
    r"|section|sections|page|year)\b)"
    r"[.,;:!?\s(]*(?:and\s*)?$"
)
_ONE_OF_SEVERAL = re.compile(r"\b(?:youngest|eldest|oldest|middle|older|younger|other|little) one$")
_YOUNGEST_ALONE, _OLDEST_ALONE = 3, 25
_OF_A_CHILD = re.compile(
    rf"\b(?:he|she|him|her|his|{_CHILD_WORD}|plan|ehcp?|assess\w*|refus\w+|autis\w+|adhd)(?:'?s)?\b"
)
_BESIDE_NAME = re.compile(
    rf"(?:'s)?[\s,:=-]*(?:(?:who|whos|who's|he|she|is|he's|she's|hes|shes|aged?|now|just|turned"
    rf"|and)\s+)*(?:{_BEFORE_BIRTHDAY}\s+)?[(\[]?\s*(?:aged?\s+)?{_N}{_HALF}{_YEARS}?"
    rf"{_NOT_AN_AGE}{_SOON}"
)
_TIME_BEFORE = re.compile(
    r"\b(?:until|till|til|when|before|once|by the time|if|since|after"
    r"|after the"
    r"|over|under|at|year|yr|stage|section|sections)\s+(?:(?:he|she|they|who|my"
    r"|the)\s*(?:'?s\s+)?)?$"
)
# "She has one", "my son got one": a thing. It is an age where the words before or after say so.
_A_THING = re.compile(r"\b(?:has|have|had|got|gets?|wants?|needs?)\s+$")
_OF_AN_AGE = re.compile(
    r"(?:\b(?:is|are|'?s|hes|shes|whos|im|'m|am|aged?|ages|turns?|turned|turning|nearly|almost|now"
    r"|be|of|about|around)|[(,=:])\s*$"
)
_UNIT = re.compile(r"\s*(?:and a half\b|-?\s*(?:years?|yrs?|yr|yo|y)\b)")
_WAS = re.compile(r"\b(?:was|were)\s+(?:(?:he|she|they|who|my|the|just)\s*(?:'?s\s+)?)?$")
_YEARS_OF_TIME = re.compile(
    r"\s*(?:years?|yrs?)\s+(?:ago|now|of (?!age)|for|later|at|in|we|waiting"
    r"|trying"
    r"|since"
    r"|behind|below|ahead|on|after)\b"
)


def read_ages(message: ParentMessage, names: Sequence[Fact] = ()) -> list[Fact]:
    """Find ages; `names` are the people found, since a number beside a child's name is its age."""
    facts: list[Fact] = []

    def keep(found: re.Match[str] | None, role: str) -> None:
        fact = _age(message, found, role) if found else None
        if fact and not overlaps(
            fact.start, fact.end, [(other.start, other.end) for other in facts]
        ):
            facts.append(fact)

    plain = message.plain
    for found in _SELF.finditer(plain):
        keep(found, "self")
    for name in names:
        if name.entity == "person_name" and name.role == "child":
            keep(_BESIDE_NAME.match(plain, name.end), "child")
    for way in _CHILD_WAYS:
        for found in way.finditer(plain):
            keep(found, "child")
    for found in _MONTHS_OLD.finditer(plain):
        if not facts:
            group = "n" if found["n"] else "m"
            years = int(found[group]) // 12
            is_sure = found["sure"] is not None
            facts.append(Fact("age", years, *found.span(group), "child", is_sure))
    if not facts and (alone := _number_alone(message, names)):
        facts.append(alone)
    return _doubt_disagreements(sorted(facts, key=lambda fact: fact.start))


def _number_alone(message: ParentMessage, names: Sequence[Fact]) -> Fact | None:
    """Take the only number that stands by itself for an age, where a child is told of; unsure."""
    found = [
        match
        for match in _NUMBER_ALONE.finditer(message.plain)
        if not _OF_SOMETHING_ELSE.search(message.plain, 0, match.start() + 1)
        and len(re.findall(rf"\b{match['n']}\b", message.plain)) == 1
    ]
    names_a_child = any(name.role == "child" for name in names)
    if len(found) != 1 or not (names_a_child or _OF_A_CHILD.search(message.plain)):
        return None
    number = read_number(found[0]["n"])
    if number is None or not _YOUNGEST_ALONE <= number <= _OLDEST_ALONE:
        return None
    years = number - 1 if found[0]["soon"] else number
    return Fact("age", years, *found[0].span("n"), "child", False)


def _age(message: ParentMessage, found: re.Match[str], role: str) -> Fact | None:
    number = read_number(found["n"])
    plain = message.plain
    if number is None or _YEARS_OF_TIME.match(plain, found.end("n")):
        return None
    if _WAS.search(plain, 0, found.start("n")) and not found.groupdict().get("turned"):
        return None
    if _TIME_BEFORE.search(plain, max(0, found.start() - 25), found.start()) or _TIME_BEFORE.search(
        plain, max(0, found.start("n") - 25), found.start("n")
    ):
        return None
    if (
        not message.asserted[found.start("n") : found.end("n")].strip()
        and "my" not in plain[max(0, found.start() - 12) : found.end()]
    ):
        return None
    if _ONE_OF_SEVERAL.search(plain, 0, found.end("n")) or _is_one_thing(plain, found):
        return None
    groups = found.groupdict()
    unsure = groups.get("turned") is not None
    has_turned = re.search(r"\bturned\b", found[0]) is not None
    if (groups.get("before") or groups.get("soon")) and not has_turned:
        number -= 1
        unsure = bool(groups.get("soon")) or groups.get("before") in (
            "going on",
            "will be",
            "'ll be",
            "be",
            "turn",
            "turns",
            "going to be",
            "turning",
        )
    start, end = found.span("n")
    corrected = _CORRECTED.match(plain, end)
    if corrected and (said := read_number(corrected["n"])) is not None:
        number, end = said, corrected.end("n")
    unsure = unsure or _is_hedged(plain, start, end)
    if not 0 <= number <= OLDEST or (role == "child" and _OF_ANOTHER.search(plain, 0, start)):
        return None
    return Fact("age", number, start, end, role, not unsure)


def _is_one_thing(plain: str, found: re.Match[str]) -> bool:
    """Say whether "one" or "1" counts or stands for a thing: "she has one", "one of three"."""
    if found["n"] not in ("one", "1") or _UNIT.match(plain, found.end("n")):
        return False
    if plain.startswith(" of ", found.end("n")) or _A_THING.search(plain, 0, found.start("n")):
        return True
    return found["n"] == "one" and not _OF_AN_AGE.search(plain, 0, found.start("n"))


def _is_hedged(plain: str, start: int, end: int) -> bool:
    """Say whether words beside a number make it a guess: "about 6", "6ish"."""
    before = _HEDGE_BEFORE.search(plain, max(0, start - 30), start)
    return before is not None or _HEDGE_AFTER.match(plain, end) is not None


def _doubt_disagreements(facts: list[Fact]) -> list[Fact]:
    """Two ages of children in one message: which child is meant has to be asked."""
    children = {fact.value for fact in facts if fact.role == "child"}
    if len(children) < 2:
        return facts
    return [
        Fact(fact.entity, fact.value, fact.start, fact.end, fact.role, False)
        if fact.role == "child"
        else fact
        for fact in facts
    ]
