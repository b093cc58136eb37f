"""Names of people in a parent's message: their own, the child's, and of someone who comes along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.lone_names import read_lone_names
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
    r"|pupil|student|learner|nephew|niece|sonny|baby|toddler|(?:eldest|youngest|oldest)(?: one)?"
    r"|middle one|little (?:one|man|fella|lad|lady)|twins?|hij[oa]|fils|fille|filh[oa]|figli[oa]"
    r"|syn|córka|fiul|fiica)"
)
_CHILD_CUE = re.compile(
    rf"\b(?:{_CHILD_WORD}(?:'?s)?(?:\s+(?:first |full )?names?(?:'s|\s+is)?|\s+is\s+(?:called"
    rf"|named)|\s+called|\s+named"
    r"|\s+who\s+is\s+called)?\s*[:=,-]?\s*"
    r"|(?:his|her|hers|their|childs|child's)\s+(?:first |full )?names?(?:'s|\s+is)?\s*[:=]?\s*"
    r"|(?:he|she)(?:'?s|\s+is)\s+(?:called|named)\s+|initials?(?:\s+(?:are|is))?\s*[:=]?\s*"
    rf"|(?:{_KIN}|parents)\s+(?:of|to|for)\s+(?:my\s+)?"
    r"|dob\b[^.;a-z]{0,20}\bfor\s+|order\s+for\s+|(?:referral|refer|referring|assessment|plan"
    r"|ehcp)\s+(?:is\s+)?for\s+)"
)
_CHILD_IS = re.compile(rf"\b(?:{_CHILD_WORD}\s+(?:is|=)|(?:we|i) call (?:him|her|them))\s+")
_CALLED = re.compile(
    rf"\b(?:he|she|they|who|{_CHILD_WORD})\b[^.;!?]{{0,25}}?[\s,](?:called|named)\s+"
)
_OUR_CHILD = re.compile(r"\bour\s+")
_FOR_AGED = re.compile(rf"\b(?:for|about|re|regarding|refer|referring|behalf of|{_KIN} from):?\s+")
_SELF_CUE = re.compile(
    r"\b(?:my\s+(?:full\s+)?name(?:'?s|\s+is)?|(?:i'?m|i\s+am|am)\s+called|call\s+me)\s*[:=]?\s*"
    r"|(?:^|[.,;!?\n]\s*)(?:your\s+|full\s+)?name\s*(?:is|[:=-])\s*"
)
_SELF_CUE_CAPITAL = re.compile(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s|its)\s+"
    rf"(?:(?:(?:his|her|their|the|a)\s+)?{_KIN}\s*[:,=-]?\s+)?"
    r"|(?<!\bi )(?<!to )(?<!they )(?<!not )(?<!n't )(?<!'d )(?<!would )"
    r"(?<!will )(?<!should )(?<!must )(?<!council )"
    r"\bname(?:'s)?\s+|(?:^|(?<=[.,;!?\n] ))names\s+"
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
_SELF_TITLE = re.compile(
    r"\b(?:this is|i'?m|i am|it'?s)\s+(?P<title>(?:mr|mrs|ms|miss|mx|dr)\b\.?\s+)(?![a-z]*ing\b)"
)
_TITLE_OF_ANOTHER = re.compile(
    r"\b(?:by|to|with|from|spoke|teacher|head|headteacher|caseworker|officer|called|and|the|saw"
    r"|against|advocate|friend|solicitor|doctor|consultant|senco|told|met|emailed"
    r"|is|says|said)[\s,]*$"
)
_HERE = re.compile(
    r"(?P<first>^\s*|[.,!?\n]\s*)(?:(?:hi|hello|hey|hiya|good|morning|afternoon|evening|alright"
    r"|all|there|dear"
    r"|yeah|ok|so|kids)[\s,!.]+)*(?:(?:social worker|senco|teacher|advocate|health visitor"
    r"|support worker)\s+)?(?P<title>(?:mr|mrs|ms|miss|mx|dr)\.?\s+)?"
    r"(?P<name>[^\d,.!?;:]{2,40}?)\s+(?:here|speaking)\b"
)
_ASK_FOR = re.compile(
    r"(?:^|[.,;!?\n]\s*|\b(?:please|pls|and)\s+)(?:please\s+)?(?:ask (?:for|to speak to)"
    r"|speak (?:to|with)"
    r"|contact)\s+(?P<title>(?:mr|mrs|ms|miss|mx|dr)\.?\s+)?(?:[a-z]\.?\s+)?"
)
_CHILD_TOLD = re.compile(
    r"(?:^|[.,;!?\n]\s*)(?:called|named)\s+"
    r"|\b(?:asking (?:for|about)|worried about|concerned about|need help for|here about) is\s+"
)
_OF_A_SCHOOL = re.compile(r"\b(?:school|college|nursery|placement|setting|academy|section i)\b")
_CHILD_THEN_PRONOUN = re.compile(r"\b(?:about|for|regarding|it'?s)\s+")
_PRONOUN_NEXT = re.compile(
    r"[\s,.;]*(?:and\s+|who\s+)?(?:he|she)(?:'?s|\s+is|\s+has)?\b"
    r"|\s+(?:that\s+)?i'?m [^.,;]{0,20}\babout\b"
)
_KIN_OF_NAME = re.compile(
    r"(?:^|[.,;!?\n]\s*|\b(?:hi|hello|again|its"
    rf"|it's)[\s,]+)(?P<name>{LETTER}[\w'’-]{{1,20}}?)['’]?s\s+{_KIN}\b"
    r"(?=\s*(?:[.,;!)\n]|$|here\b|again\b))"
)
_OTHER_PERSON = re.compile(
    r"\b(?:worker|teacher|senco|head|mediator|advocate|officer|doctor|therapist|friend|sister"
    r"|brother)\b"
    r"[^.;!?]{0,20}$"
)
_AGE_NEXT = re.compile(
    r"[\s,:=(-]*(?:(?:who|whos|who's|he|she|is|has|he's|she's|hes|shes|aged?|now|nearly|almost"
    r"|just"
    rf"|turned|turns|turning|is\s+aged)\s+)*\(?\s*(?:aged?\s+)?{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|months? ago|days?|hours?|hrs?|%|times?|minutes?|mins?|of|in (?:his|her"
    r"|the|a|my|total|all"
    r"|each)|out|more|other"
    r"|children|kids|schools?))"
)
_BIRTH_NEXT = re.compile(r"[\s,(]*(?:d\.?o\.?b|date of birth|born)\b")
_NAME_THEN_KIN = re.compile(
    r"(?:^"
    rf"|[.,;!?\n]\s*)(?P<name>{LETTER}[^\d,.;!?()-]{{1,40}}?)\s*[(,-]+\s*{_KIN}\b(?!\s+(?:has"
    r"|said))"
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:supporting|support|for|with|by|behalf of|helping|help|from|know|told by|and)\s+$"
    r"|\b(?:his|her|their|the|my|our)\s+(?:\w+\s+)?$"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$)")
_LATER = rf"(?:next|in (?:a|\d|{NUMBER_PATTERN}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|soon|and|no|with|from|who|has|at)\b"
_NAME_WITH_AGE = re.compile(
    rf"(?:^|[.,;!?(\n]\s*|\b(?:and|hi|hello|behalf of)\s+)(?P<name>{LETTER}[^\d,.;:!?()]{{0,30}}?)"
    rf"(?:['’]s)?[\s,:(]*(?:\(?\s*\d{{1,2}}\s*\)|(?:\s[-–]\s|(?<=[\s(]))"
    r"(?P<is>(?:is|aged?|who is|who's|(?:he|she|they)(?:'?s|'re| is| are| has))\s+)?(?:only\s+"
    r"|nearly\s+|almost\s+|just\s+|turned\s+)*"
    rf"{NUMBER_PATTERN}(?:\s+and a half)?(?=\s*(?:[,.;)!?]|$|y|[-–]\s|{_LATER})))"
)
_NAME_AGE_PLACE = re.compile(rf"(?:^|[.,;!?\n]\s*)(?P<name>{LETTER}[\w'’-]+)\s+\d{{1,2}}\s+")
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
_I_AM_KIN = re.compile(rf"\b(?:i'?m|i am|it'?s)\s+(?:\w+\s+)?{_KIN}[\s,.]*$")
_BARE_NAME_CUE = re.compile(r"(?:^|[.,;!?\n]\s*|\s)(?:full\s+)?name(?:'?s)?\s*(?:is|[:=-])?\s*$")


def read_people(
    message: ParentMessage,
    words: Words,
    blocked: Sequence[Span] = (),
    blocked_alone: Sequence[Span] = (),
) -> list[Fact]:
    """Find names of people; `blocked` are places and languages, which a weak cue must not take.

    `blocked_alone`: what is a place or a language where it stands by itself ("…, Lincoln.").
    """
    taker = NameTaker(message, words, blocked)
    facts: list[Fact] = read_supporters(message, taker)
    for role, name, sure in _candidates(message, taker, facts):
        if not overlaps(name.start, name.end, [(fact.start, fact.end) for fact in facts]):
            facts.append(Fact("person_name", name.value, name.start, name.end, role, sure))
    facts = _doubt_places(facts, blocked_alone)
    alone = NameTaker(message, words, blocked_alone)
    facts += read_lone_names(message, alone, facts)
    return sorted(facts, key=lambda fact: fact.start)


def _doubt_places(facts: list[Fact], places: Sequence[Span]) -> list[Fact]:
    """Doubt a child's name that stands like a place ("Bury, 14"); beside another it is one."""
    doubtful = [
        fact
        for fact in facts
        if fact.role == "child" and any((fact.start, fact.end) == place for place in places)
    ]
    others = [fact for fact in facts if fact.role == "child" and fact not in doubtful]
    if others:
        return [fact for fact in facts if fact not in doubtful]
    return [replace(fact, sure=False) if fact in doubtful else fact for fact in facts]


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
        if name and not _OTHER_PERSON.search(plain, max(0, cue.start() - 40), cue.start()):
            yield "child", name, True
    for cue in _CHILD_IS.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and not overlaps(name.start, name.end, taker.blocked):
            yield "child", name, True
    for cue in _CHILD_THEN_PRONOUN.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and _PRONOUN_NEXT.match(plain, name.end):
            yield "child", name, "about" in cue[0]
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
            and (
                cue[0].startswith(("i'm", "i am", "im "))
                or not _FOR_SOMEBODY.search(plain, max(0, cue.start() - 15), cue.start())
            )
        ):
            yield _whose(message, cue, name)
    for cue in _NAME_THEN_KIN.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3)
        is_full = name is not None and " " in name.value
        if not is_full:
            name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        if name and name.end == cue.end("name"):
            yield "self", name, True
    for cue in _SELF_LOWER.finditer(plain):
        name = taker.take(cue.end(), capital=False, most=2, weak=True)
        if name and _PARENT_OF_NAME.match(plain, name.end):
            yield "child", name, True
        elif name and not name.value.endswith("ing") and _AFTER_OWN_NAME.match(plain, name.end):
            yield "self", name, False
    for here in _HERE.finditer(plain):
        is_start = not here["first"].strip() or here["title"] is not None
        name = taker.take(here.start("name"), capital=not is_start, most=3)
        if name and here["title"]:
            yield "self", _with_title(name, here.start("title"), here["title"]), True
        elif (
            name
            and not re.fullmatch(_KIN, name.value.lower())
            and name.end == here.end("name")
            and not name.value.isupper()
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "self", name, True
    for cue in _ASK_FOR.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        is_said = name and message.asserted[name.start : name.end].strip()
        if name and is_said and (cue["title"] or not name.value.isupper()):
            if cue["title"]:
                name = _with_title(name, cue.start("title"), cue["title"])
            yield "self", name, False
    for cue in _CHILD_TOLD.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and not _OF_A_SCHOOL.search(plain, max(0, cue.start() - 60), cue.end()):
            yield "child", name, True
    for cue in _KIN_OF_NAME.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        if name:
            yield "child", name, True
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
        is_word = name is None or name.end != cue.end("name")
        if is_word:
            name = taker.take_word_name(cue.start("name"))
        if name and name.end == cue.end("name"):
            yield "child", name, not is_word
    for cue in _NAME_AGE_PLACE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        if name and any(start == cue.end() for start, _ in taker.blocked):
            yield "child", name, True
    for cue in _LOWER_NAME_WITH_AGE.finditer(plain):
        group = cue.lastgroup or "name"
        name = taker.take(cue.start(group), capital=False, most=1, weak=True)
        if name and name.end == cue.end(group):
            yield "child", name, message.text[name.start].isupper()
    for cue in _SELF_TITLE.finditer(plain):
        name = taker.take(cue.end(), capital=False, most=2)
        if name:
            yield "self", _with_title(name, cue.start("title"), cue["title"]), True
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


def _with_title(name: Name, start: int, title: str) -> Name:
    """Put "Mr" before a name; initials between them are left out."""
    return Name(f"{title.strip().title()} {name.value}", start, name.end)


def _whose(message: ParentMessage, cue: re.Match[str], name: Name) -> tuple[str, Name, bool]:
    """Say whose name it is: "name is Max" after talk of a son is likely his, and is asked."""
    is_bare = _BARE_NAME_CUE.search(message.plain, max(0, cue.start() - 12), cue.end()) is not None
    is_bare = is_bare and "my" not in cue[0] and "call" not in cue[0]
    about_child = re.search(
        rf"\b(?:he|she|his|him|her|(?:he|she)'s|dob|{_CHILD_WORD})\b",
        message.plain[max(0, cue.start() - 120) : cue.start()],
    )
    says_who = _I_AM_KIN.search(message.plain, 0, cue.start())
    if is_bare and about_child and not says_who and " " not in name.value:
        return "child", name, False
    return "self", name, True
