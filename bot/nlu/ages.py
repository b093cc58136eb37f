"""Ages of a child or a young person (0 to 26 whole years), never spans of time or school years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.age_patterns import (
    BESIDE_NAME,
    CHILD_WORD,
    CHILDS_AGE,
    CORRECTED,
    MONTHS_OLD,
    NUMBER_ALONE,
    WRITERS_AGE,
)
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.numbers import read_number
from bot.nlu.whose_age import (
    OF_ANOTHER_AFTER,
    is_a_level,
    is_anothers,
    may_be_anothers,
    read_age_meant,
)

OLDEST = 26

_SAID_BY_ANOTHER = re.compile(
    r"\b(?:ex|dad|father|mum|mother|school|they|council|letter|plan|form|report)(?: still)?"
    r" (?:says?|said|sez|thinks?|reckons?) (?:that )?(?:he|she|my \w+)(?:'?s| is) $"
)
_SAID_OF_THE_SAME = re.compile(
    r"(?:^|[.,;!?]\s*|\b(?:but|no) )(?:he|she)(?:'?s| is)(?: (?:actually|really|only))? $"
)
_BABY = re.compile(r"\bbaby\b")
_OF_SCHOOL_AGE = re.compile(r"\b(?:school|college|year \d|hours)\b")
_HEDGE_BEFORE = re.compile(
    r"\b(?:think|about|around|roughly|maybe|probably|approx|guess|not sure)\s+"
    r"(?:(?:he|she|they)(?:'?s| is| are)\s+)?$"
)
_HEDGE_AFTER = re.compile(r"\s*(?:-?ish\b|or so\b|or \d|i think|maybe|\?$)")
_OF_SOMETHING_ELSE = re.compile(
    r"(?:(?<!y)(?<!yr )(?<!year )\d|\b(?:sister|brother|worker|section|sections|page"
    r"|year)\b)[.,;:!?\s(]*(?:and\s*)?$"
)
_OF_AN_ADULT = re.compile(
    r"\b(?:mum|mam|dad|mother|father|carer|nan|grandma)\b[.,;:!?\s(]*(?:and\s*)?$"
)
_ONE_OF_SEVERAL = re.compile(r"\b(?:youngest|eldest|oldest|middle|older|younger|other|little) one$")
_YOUNGEST_ALONE, _OLDEST_ALONE = 3, 25
_AGE_OF_PARENTS = 15
_YOUNGEST_WRITER = 16
# "I've had Kodi 6 years" and "they are 19 and 22" tell no age of the child.
_SERVED_FOR = re.compile(
    r"\b(?:carers?|guardians?|worker|teacher|senco|advocate|officer|(?:foster|adoptive) (?:mum|mam"
    r"|dad|parents?)|nurse|childminder|married|divorced|separated|waiting|waited|waits?|sgo"
    r"|volunteer|employed|fostering|adopted|custody|arrangement|placement)[\s,(:-]+$"
)
_KNOWN_FOR = re.compile(
    r"\b(?:had|known|fostered|raised|looked after|cared for|taught|supported)"
    r"\s+(?!(?:one|her|his|their|him|them|an?|the|it)\b)[a-z'-]+\s+$"
)
_NEPHEW_BESIDE_OWN = re.compile(r"\b(?:nephew|niece|grandson|granddaughter)\b")
_OWN_CHILD = re.compile(r"\b(?:my|our) own (?:son|daughter|child|boy|girl|lad)\b")
_TWO_OF_THEM = re.compile(r"\s+(?:and|&|n)\s+\d{1,2}\b(?!\s+(?:months|weeks))")
_CHILD_NEAR = re.compile(
    rf"\b(?:{CHILD_WORD}|child|one of ours|he|she|him|her)(?:'?s)?\b[^\d]{{0,70}}$"
)
_OF_A_CHILD = re.compile(
    rf"\b(?:he|she|him|her|his|{CHILD_WORD}|plan|ehcp?|assess\w*|refus\w+|autis\w+|adhd)(?:'?s)?\b"
)
_TIME_BEFORE = re.compile(
    r"\b(?:until|till|til|when|before|once|by the time|if|since|(?<!look )(?<!looks )(?<!looked "
    r")(?<!looking )after|the (?:summer|year|day|week|month)|after the|over|under|at|year|yr|stage"
    r"|section|sections)\s+(?:(?:he|she|they|who|my|the|i|we)\s*(?:'?s\s+)?)?$"
)
# "She has one", "my son got one": a thing. It is an age where the words before or after say so.
_A_THING = re.compile(r"\b(?:has|have|had|got|gets?|wants?|needs?)\s+$")
_OF_AN_AGE = re.compile(
    r"(?:\b(?:is|are|'?s|hes|shes|whos|im|'m|am|aged?|ages|turns?|turned|turning|nearly|almost|now"
    r"|be|of|about|around)|[(,=:])\s*$"
)
_YEARS = re.compile(r"\s*(?:years?|yrs?)\b(?!\s*-?old)")
_UNIT = re.compile(r"\s*(?:and a half\b|-?\s*(?:years?|yrs?|yr|yo|y)\b)")
_VAGUELY_SOON = re.compile(r"^\s*(?:soon|tomorrow)?$|\bsoon\b|\bin a few\b|\ba couple\b")
_WAS = re.compile(r"\b(?:was|were)\s+(?:(?:he|she|they|who|my|the|just)\s*(?:'?s\s+)?)?$")
_YEARS_OF_TIME = re.compile(
    r"\s*(?:years?|yrs?)\s+(?:ago|now|of (?!age)|for|later|at|in|we|waiting|trying|since|behind"
    r"|below|ahead|older|younger|on(?! (?:the )?(?:\d|mon|tue|wed|thu|fri|sat|sun|xmas|christmas"
    r"|boxing))|after)\b"
)


def read_ages(message: ParentMessage, names: Sequence[Fact] = ()) -> list[Fact]:
    """Find ages; `names` are the people found, since a number beside a child's name is its age."""
    facts: list[Fact] = []
    if meant := read_age_meant(message):
        return [meant]

    def keep(found: re.Match[str] | None, role: str) -> None:
        fact = _age(message, found, role) if found else None
        if fact and not overlaps(
            fact.start, fact.end, [(other.start, other.end) for other in facts]
        ):
            facts.append(fact)

    plain = message.plain
    for found in WRITERS_AGE.finditer(plain):
        keep(found, "self")
    for name in names:
        if name.entity == "person_name" and name.role == "child":
            keep(BESIDE_NAME.match(plain, name.end), "child")
        elif name.entity == "person_name" and name.role == "self":
            beside = BESIDE_NAME.match(plain, name.end)
            if beside and (read_number(beside["n"]) or 0) >= _YOUNGEST_WRITER:
                keep(beside, "self")
    for way in CHILDS_AGE:
        for found in way.finditer(plain):
            keep(found, "child")
    for found in MONTHS_OLD.finditer(plain):
        if not facts:
            group = "n" if found["n"] else "m"
            years = (read_number(found[group]) or 0) // 12
            is_grown = _BABY.match(found[0]) and _OF_SCHOOL_AGE.search(plain)
            if is_grown or is_a_level(plain, *found.span(group)):
                continue
            is_sure = found["sure"] is not None
            facts.append(Fact("age", years, *found.span(group), "child", is_sure))
    if not facts and (alone := _number_alone(message, names)):
        facts.append(alone)
    return _doubt_disagreements(message, sorted(facts, key=lambda fact: fact.start))


def _number_alone(message: ParentMessage, names: Sequence[Fact]) -> Fact | None:
    """Take the only number that stands by itself for an age, where a child is told of; unsure."""
    found = [
        match
        for match in NUMBER_ALONE.finditer(message.plain)
        if not OF_ANOTHER_AFTER.match(message.plain, match.end("n"))
        and not _OF_SOMETHING_ELSE.search(
            message.plain, 0, min(match.start() + 1, match.start("n"))
        )
        and len(re.findall(rf"\b{match['n']}\b", message.plain)) == 1
    ]
    names_a_child = any(name.role == "child" for name in names)
    if len(found) != 1 or not (names_a_child or _OF_A_CHILD.search(message.plain)):
        return None
    number = read_number(found[0]["n"])
    if (
        number is not None
        and number >= _AGE_OF_PARENTS
        and _OF_AN_ADULT.search(message.plain, 0, found[0].start() + 1)
    ):
        return None
    if number is None or not _YOUNGEST_ALONE <= number <= _OLDEST_ALONE:
        return None
    years = number - 1 if found[0]["soon"] else number
    # Right after talk of the child a number that stands alone can hardly be another thing.
    start = found[0].start("n")
    is_sure = _CHILD_NEAR.search(message.asserted, max(0, start - 90), start) is not None
    return Fact("age", years, *found[0].span("n"), "child", is_sure)


def _age(message: ParentMessage, found: re.Match[str], role: str) -> Fact | None:
    number = read_number(found["n"])
    plain = message.plain
    if number is None or _YEARS_OF_TIME.match(plain, found.end("n")):
        return None
    if _WAS.search(plain, 0, found.start("n")) and not found.groupdict().get("turned"):
        return None
    if _TIME_BEFORE.search(plain, max(0, found.start() - 25), found.start()) or (
        "at" not in found.groupdict()
        and _TIME_BEFORE.search(plain, max(0, found.start("n") - 25), found.start("n"))
    ):
        return None
    if (
        not message.asserted[found.start("n") : found.end("n")].strip()
        and "my" not in plain[max(0, found.start() - 12) : found.end()]
    ):
        return None
    if _ONE_OF_SEVERAL.search(plain, 0, found.end("n")) or _is_one_thing(plain, found):
        return None
    if "at" not in found.groupdict() and is_a_level(plain, *found.span("n")):
        return None
    if _KNOWN_FOR.search(plain, 0, found.start("n")):
        return None
    following = found.groupdict().get("next")
    if following and read_number(following) != number + 1:
        return None
    if _YEARS.match(plain, found.end("n")) and _SERVED_FOR.search(plain, 0, found.start("n")):
        return None
    if re.match(r"the(?:y|y're|yre)\b", found[0]) and _TWO_OF_THEM.match(plain, found.end("n")):
        return None
    if _NEPHEW_BESIDE_OWN.match(found[0]) and _OWN_CHILD.search(plain):
        return None
    groups = found.groupdict()
    unsure = False
    has_turned = re.search(r"\bturned\b", found[0]) is not None
    if (groups.get("before") or groups.get("soon")) and not has_turned:
        number -= 1
        is_dated = bool(groups.get("soon")) and not _VAGUELY_SOON.search(str(groups["soon"]))
        unsure = not is_dated and groups.get("before") in (
            "going on",
            "will be",
            "'ll be",
            "be",
            "turn",
            "turns",
            "going to be",
            "turning",
        )
        unsure = unsure or (bool(groups.get("soon")) and not is_dated)
    unsure = unsure or "bare" in groups  # "18 last month": most likely a birthday
    start, end = found.span("n")
    corrected = CORRECTED.match(plain, end)
    if corrected and (said := read_number(corrected["n"])) is not None:
        number, end = said - bool(corrected["not_yet"]), corrected.end("n")
    unsure = unsure or _is_hedged(plain, start, end) or may_be_anothers(plain, end)
    if not 0 <= number <= OLDEST:
        return None
    if role == "child" and is_anothers(plain, start, end):
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


def _doubt_disagreements(message: ParentMessage, facts: list[Fact]) -> list[Fact]:
    """Two ages of children in one message: which child is meant has to be asked.

    "My ex says he's nine. He's ten." tells one age, the writer's.
    """
    by_others = [
        fact
        for fact in facts
        if _SAID_BY_ANOTHER.search(message.plain, max(0, fact.start - 40), fact.start)
    ]
    by_writer = [fact for fact in facts if fact not in by_others]
    if by_others and any(
        _SAID_OF_THE_SAME.search(message.plain, 0, fact.start) for fact in by_writer
    ):
        facts = by_writer
    children = {fact.value for fact in facts if fact.role == "child"}
    if len(children) < 2:
        return facts
    return [
        Fact(fact.entity, fact.value, fact.start, fact.end, fact.role, False)
        if fact.role == "child"
        else fact
        for fact in facts
    ]
