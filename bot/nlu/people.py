"""Names of people in a parent's message: their own, the child's, and of someone who comes along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.names import LETTER, Name, NameTaker, Words
from bot.nlu.numbers import NUMBER_PATTERN
from bot.nlu.supporters import read_supporters

_KIN = (
    r"(?:mum|mam|mummy|mom|dad|daddy|father|mother|parent|carer|nan|nanny|gran|grandma|grandmother"
    r"|grandad|guardian|aunty?|auntie|uncle|step-?\s?mum|step-?\s?dad|foster (?:mum|dad|carer))"
)
_CHILD_WORD = (
    r"(?:(?:step|foster|grand|god)?[ -]?(?:son|daughter|dau[a-z]*ter|dughter|child|boy|girl|lad"
    r"|lass|kid)"
    r"|pupil|student|learner|nephew|niece|sonny|baby|toddler|eldest|youngest|middle one"
    r"|little one|twins?|hij[oa]|fils|fille|filh[oa]|figli[oa]|syn|córka|fiul|fiica)"
)
_CHILD_CUE = re.compile(
    rf"\b(?:{_CHILD_WORD}(?:'?s)?(?:\s+(?:first |full )?names?(?:'s|\s+is)?|\s+is\s+(?:called"
    rf"|named)|\s+called|\s+named"
    r"|\s+who\s+is\s+called)?\s*[:=,-]?\s*"
    r"|(?:his|her|hers|their|childs|child's)\s+(?:first |full )?names?(?:'s|\s+is)?\s*[:=]?\s*"
    r"|(?:he|she)(?:'?s|\s+is)\s+(?:called|named)\s+|initials?(?:\s+(?:are|is))?\s*[:=]?\s*"
    rf"|(?:{_KIN}|parents)\s+(?:of|to|for)\s+(?:my\s+)?"
    r"|dob\b[^.;a-z]{0,20}\bfor\s+|order\s+for\s+|(?:referral|refer|referring|assessment|plan|ehcp)\s+(?:is\s+)?for\s+)"
)
_CHILD_IS = re.compile(rf"\b(?:{_CHILD_WORD}\s+(?:is|=)|(?:we|i) call (?:him|her|them))\s+")
_CALLED = re.compile(
    rf"\b(?:he|she|they|who|{_CHILD_WORD})\b[^.;!?]{{0,25}}?[\s,](?:called|named)\s+"
)
_OUR_CHILD = re.compile(r"\bour\s+")
_FOR_AGED = re.compile(r"\b(?:for|about|re|regarding):?\s+")
_SELF_CUE = re.compile(
    r"\b(?:my\s+(?:full\s+)?name(?:'?s|\s+is)?|(?:i'?m|i\s+am|am)\s+called|call\s+me)\s*[:=]?\s*"
    r"|(?:^|[.,;!?\n]\s*)(?:your\s+|full\s+)?name\s*(?:is|[:=-])\s*"
)
_SELF_CUE_CAPITAL = re.compile(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s|its)\s+"
    rf"(?:(?:(?:his|her|their|the|a)\s+)?{_KIN}\s*[:,=-]?\s+)?"
    r"|(?<!\bi )(?<!to )(?<!they )(?<!not )(?<!n't )(?<!'d )(?<!would )"
    r"(?<!will )(?<!should )(?<!must )(?<!council )"
    r"\bname\s+"
    r"|(?<!my )(?<!his )(?<!her )(?<!their )(?<!'s )(?<!the )(?<!a )"
    r"\b(?:mother|mum|mam|mummy|dad|father|daddy|parent|carer|guardian|grandma|nan|gran|grandad"
    r"|grandmother|referrer)\s*[:,=-]?\s+"
    r"|\b(?:(?:kind|best|warm)\s+regards|regards|many\s+thanks|thanks|thank\s+you|cheers"
    r"|yours\s+sincerely|best\s+wishes)[\s,.]+(?=\S+(?:\s\S+)?\s*$)"
)
_SELF_LOWER = re.compile(
    r"(?:(?:^|[.,;!?\n]\s*|\b(?:hi|hello|hiya|hey|there)\s+)(?:this\s+is|i'?m|i\s+am)"
    r"|(?:^|\b(?:hi|hello|hiya|hey|there)[\s,]+)it'?s)\s+(?:me\s+)?"
    rf"(?:(?:his|her|their|the)\s+{_KIN}\s+)?"
)
_AFTER_OWN_NAME = re.compile(r"\s+(?:from|here|again|and my|and i|speaking)\b|\s*[.,;!\n]|\s+[+0]")
_PARENT_OF_NAME = re.compile(rf"['’]?s\s+(?:\w+\s+)?{_KIN}\b")
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|prof)\b\.?\s+")
_TITLE_OF_ANOTHER = re.compile(
    r"\b(?:by|to|with|from|spoke|teacher|head|headteacher|caseworker|officer|called|and|the|saw"
    r"|against|doctor|consultant|senco|told|met|emailed"
    r"|is|says|said)\s*$"
)
_HERE = re.compile(
    r"^\s*(?:(?:hi|hello|hey|hiya|good|morning|afternoon|evening|all|there|dear"
    r"|kids)[\s,!.]+)*(?:(?:social worker|senco|teacher|advocate|health visitor"
    r"|support worker)\s+)?(?P<name>[^\d,.!?;:]{2,40}?)\s+here\b"
)
_AGE_NEXT = re.compile(
    rf"[\s,:=(-]*(?:(?:who|whos|who's|he|she|is|he's|she's|hes|shes|aged?|now|nearly|almost|just"
    rf"|turned|turns|turning|is\s+aged)\s+)*\(?\s*(?:aged?\s+)?{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|months? ago|days?|hours?|hrs?|%|times?|minutes?|mins?|of|in (?:his|her"
    r"|the|a|my|total|all"
    r"|each)|out|more|other"
    r"|children|kids|schools?))"
)
_BIRTH_NEXT = re.compile(r"[\s,(]*(?:d\.?o\.?b|date of birth|born)\b")
_NAME_THEN_KIN = re.compile(
    rf"(?:^|[.,;!?\n]\s*)(?P<name>{LETTER}[^\d,.;!?()-]{{1,40}}?)\s*[(,-]+\s*{_KIN}\b(?!\s+(?:of|to|has|said))"
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:supporting|support|for|with|by|behalf of|helping|help|from|know|told by|and)\s+$"
    r"|\b(?:his|her|their|the|my|our)\s+(?:\w+\s+)?$"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$)")
_NAME_WITH_AGE = re.compile(
    rf"(?:^|[.,;!?(\n]\s*|\band\s+|\b(?:hi"
    rf"|hello)\s+)(?P<name>{LETTER}[^\d,.;!?()]{{0,30}}?)[\s,]*(?:\(\s*\d{{1,2}}\s*\)"
    rf"|\s(?:is\s+|aged?\s+|who is\s+|who's\s+)?\d{{1,2}}(?=\s*(?:[,.;)!?]|$|y|and\b)))"
)
# A lower-case word beside an age is a name only where nothing else stands in the clause.
_LOWER_NAME_WITH_AGE = re.compile(
    rf"(?:(?:^|[.,;!?(\n]\s*)|\bfor\s+|\bre\s+)(?P<name>{LETTER}[^\W\d_]{{2,14}})"
    rf"\s+(?:is\s+|aged?\s+|who is\s+|who's\s+)?{NUMBER_PATTERN}(?:\s*(?:yrs?|years?"
    rf"|yo))?(?:\s+old)?"
    r"(?=\s*(?:[,.;)!?]|$|and\b))"
    rf"|\b(?:for|re)\s+(?P<after>{LETTER}[^\W\d_]{{2,14}})\s+{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|wks?|months?|days?|years? (?!old)|hours?|hrs?|%|times?|minutes?|mins?|of"
    r"|st|nd|rd|th)\b)"
    rf"|\b(?:re)?assess(?:ing)?\s+(?P<assessed>{LETTER}[^\W\d_]{{2,14}}),?\s+(?:who|aged?)\b"
    rf"|(?P<aged>\b{LETTER}[^\W\d_]{{2,14}})\s+aged\s+{NUMBER_PATTERN}\b"
)
_TOLD_OF_ANOTHER = re.compile(
    r"\s+(?:has|have|had|said|says|wants?|agreed|consented|knows?|asked|is happy|gave|signed)\b"
)
_BARE_NAME_CUE = re.compile(r"(?:^|[.,;!?\n]\s*|\s)(?:full\s+)?name\s*(?:is|[:=-])?\s*$")


def read_people(message: ParentMessage, words: Words, blocked: Sequence[Span] = ()) -> list[Fact]:
    """Find names of people; `blocked` are places and languages, which a weak cue must not take."""
    taker = NameTaker(message, words, blocked)
    facts: list[Fact] = read_supporters(message, taker)
    for role, name, sure in _candidates(message, taker, facts):
        if not overlaps(name.start, name.end, [(fact.start, fact.end) for fact in facts]):
            facts.append(Fact("person_name", name.value, name.start, name.end, role, sure))
    facts += _lone_names(message, taker, facts, blocked)
    return sorted(facts, key=lambda fact: fact.start)


def _candidates(
    message: ParentMessage, taker: NameTaker, seen: list[Fact]
) -> Iterable[tuple[str, Name, bool]]:
    plain = message.plain
    for cue in _CHILD_CUE.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3)
        if name is None and re.search(r"[\s:=,]$", cue[0]):
            name = taker.take(cue.end(), capital=False, most=2)
            if name and not (
                _AGE_NEXT.match(plain, name.end) or ("name" in cue[0] or "called" in cue[0])
            ):
                name = None
        if name:
            yield "child", name, True
    for cue in _CALLED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3) or taker.take(
            cue.end(), capital=False, most=1
        )
        if name:
            yield "child", name, True
    for cue in _CHILD_IS.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and not overlaps(name.start, name.end, taker.blocked):
            yield "child", name, True
    for cue in _SELF_CUE.finditer(plain):
        name = taker.take(cue.end(), capital=True) or taker.take(cue.end(), capital=False, most=3)
        if name:
            yield _whose(message, cue, name)
    for cue in _SELF_CUE_CAPITAL.finditer(plain):
        name = taker.take(
            cue.end(), capital=True, weak=cue[0].strip() in ("its", "it's", "this is")
        )
        if name and _PARENT_OF_NAME.match(plain, name.end):
            yield "child", name, True
        elif (
            name
            and not overlaps(name.start, name.end, taker.blocked)
            and not _TOLD_OF_ANOTHER.match(plain, name.end)
            and not _FOR_SOMEBODY.search(plain, max(0, cue.start() - 15), cue.start())
        ):
            yield _whose(message, cue, name)
    for cue in _NAME_THEN_KIN.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3, weak=True)
        if name and name.end == cue.end("name"):
            yield "self", name, True
    for cue in _SELF_LOWER.finditer(plain):
        name = taker.take(cue.end(), capital=False, most=2, weak=True)
        if name and _PARENT_OF_NAME.match(plain, name.end):
            yield "child", name, True
        elif name and not name.value.endswith("ing") and _AFTER_OWN_NAME.match(plain, name.end):
            yield "self", name, False
    here = _HERE.match(plain)
    if here:
        name = taker.take(here.start("name"), capital=False, most=3)
        if (
            name
            and not re.fullmatch(_KIN, name.value.lower())
            and name.end == here.end("name")
            and not name.value.isupper()
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "self", name, True
    for cue in _OUR_CHILD.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and not name.value.isupper():
            yield "child", name, True
    for cue in _FOR_AGED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2)
        if (
            name
            and (_AGE_NEXT.match(plain, name.end) or _BIRTH_NEXT.match(plain, name.end))
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "child", name, True
    for cue in _NAME_WITH_AGE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3, weak=True)
        if name and name.end == cue.end("name"):
            yield "child", name, True
    for cue in _LOWER_NAME_WITH_AGE.finditer(plain):
        group = cue.lastgroup or "name"
        name = taker.take(cue.start(group), capital=False, most=1, weak=True)
        if name and name.end == cue.end(group):
            yield "child", name, message.text[name.start].isupper()
    for cue in _TITLE.finditer(plain):
        before = plain[max(0, cue.start() - 20) : cue.start()]
        name = taker.take(cue.end(), capital=True, most=3)
        if name and not _TITLE_OF_ANOTHER.search(before):
            alone = " " not in name.value
            start = cue.start() if alone else name.start
            stands_alone = bool(_CLAUSE_ENDS.match(plain, name.end)) and not before.strip(
                " \n"
            ).endswith(tuple("abcdefghijklmnopqrstuvwxyz"))
            if stands_alone:
                yield "self", Name(message.text[start : name.end], start, name.end), True


def _whose(message: ParentMessage, cue: re.Match[str], name: Name) -> tuple[str, Name, bool]:
    """Say whose name it is: "name is Max" after talk of a son is likely his, and is asked."""
    is_bare = _BARE_NAME_CUE.search(message.plain, max(0, cue.start() - 12), cue.end()) is not None
    is_bare = is_bare and "my" not in cue[0] and "call" not in cue[0]
    about_child = re.search(
        rf"\b(?:he|she|{_CHILD_WORD})\b", message.plain[max(0, cue.start() - 120) : cue.start()]
    )
    if is_bare and about_child and " " not in name.value:
        return "child", name, False
    return "self", name, True


def _lone_names(
    message: ParentMessage, taker: NameTaker, facts: Sequence[Fact], blocked: Sequence[Span]
) -> list[Fact]:
    """Read a clause that is nothing but a name ("im 18, Rio Castellan") as the writer's own."""
    if any(fact.entity == "person_name" and fact.role == "self" for fact in facts):
        return []
    taken = [(fact.start, fact.end) for fact in facts] + list(blocked)
    for start, end in message.clauses:
        words = message.plain[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip(" \n,.;!"))
        name = taker.take(first, capital=True, most=3, weak=True)
        if (
            name is None
            or name.end != last
            or overlaps(first, last, taken)
            or not 1 <= name.value.count(" ") <= 2
        ):
            continue
        if message.bare == message.plain[first:last]:
            return [Fact("person_name", name.value, first, last)]
        of_myself = (
            re.search(
                r"\b(?:i'?m|i am|my own|(?:mum|dad|mother|father|parent|nan|grandma"
                r"|carer) here)\b",
                message.plain[:first],
            )
            is not None
        )
        return [Fact("person_name", name.value, first, last, "self", of_myself)]
    return []
