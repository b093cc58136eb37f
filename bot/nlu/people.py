"""Names of people in a parent's message: their own, the child's, and of someone who comes along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.names import LETTER, Name, NameTaker, Words
from bot.nlu.numbers import NUMBER_PATTERN

_CHILD_WORD = (
    r"(?:(?:step|foster|grand|god)?[ -]?(?:son|daughter|dau[a-z]*ter|dughter|child|boy|girl|lad"
    r"|lass|kid)"
    r"|pupil|student|learner|nephew|niece|sonny|baby|toddler|eldest|youngest|middle one"
    r"|little one|twins?)"
)
_CHILD_CUE = re.compile(
    rf"\b(?:{_CHILD_WORD}(?:'?s)?(?:\s+(?:first |full )?names?(?:'s|\s+is)?|\s+is\s+(?:called"
    rf"|named)|\s+called|\s+named"
    r"|\s+who\s+is\s+called)?\s*[:=,-]?\s*"
    r"|(?:his|her|hers|their|childs|child's)\s+(?:first |full )?names?(?:'s|\s+is)?\s*[:=]?\s*"
    r"|(?:he|she)(?:'?s|\s+is)\s+(?:called|named)\s+|initials?(?:\s+(?:are|is))?\s*[:=]?\s*"
    r"|(?:mum|mam|mummy|mom|dad|daddy|father|mother|parents?|carer|nan|nanny|gran|grandma"
    r"|grandmother|grandad|guardian"
    r"|aunty?|auntie|uncle)\s+(?:of|to|for)\s+(?:my\s+)?"
    r"|order\s+for\s+|(?:referral|refer|referring|assessment|plan|ehcp)\s+(?:is\s+)?for\s+)"
)
_OUR_CHILD = re.compile(r"\bour\s+")
_FOR_AGED = re.compile(r"\b(?:for|about|re|regarding)\s+")
_SELF_CUE = re.compile(
    r"\b(?:my\s+(?:full\s+)?name(?:'?s|\s+is)?|(?:i'?m|i\s+am|am)\s+called|call\s+me)\s*[:=]?\s*"
    r"|(?:^|[.,;!?\n]\s*)(?:your\s+|full\s+)?name\s*(?:is|[:=-])\s*"
)
_SELF_CUE_CAPITAL = re.compile(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s|its)\s+"
    r"|\bname\s+"
    r"|(?<!my )(?<!his )(?<!her )(?<!their )(?<!'s )(?<!the )(?<!a )"
    r"\b(?:mother|mum|mam|mummy|dad|father|daddy|parent|carer|guardian|grandma|nan|gran|grandad"
    r"|grandmother|referrer)\s*[:,=-]?\s+"
    r"|\b(?:(?:kind|best|warm)\s+regards|regards|many\s+thanks|thanks|thank\s+you|cheers"
    r"|yours\s+sincerely|best\s+wishes)[\s,.]+(?=\S+(?:\s\S+)?\s*$)"
)
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|prof)\b\.?\s+")
_TITLE_OF_ANOTHER = re.compile(
    r"\b(?:by|to|with|from|spoke|teacher|head|headteacher|caseworker|officer|called|and|the|saw"
    r"|against|doctor|consultant|senco|told|met|emailed"
    r"|is|says|said)\s*$"
)
_HERE = re.compile(
    r"^\s*(?:(?:hi|hello|hey|hiya|good|morning|afternoon|evening|all|there|dear"
    r"|kids)[\s,!.]+)*(?P<name>[^\d,.!?;:]{2,40}?)\s+here\b"
)
_AGE_NEXT = re.compile(
    rf"[\s,:=-]*(?:(?:who|whos|who's|he|she|is|he's|she's|hes|shes|aged?|now|nearly|almost|just"
    rf"|turned|is\s+aged)\s+)*\(?\s*(?:aged?\s+)?{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|months? ago|days?|hours?|hrs?|%|times?|minutes?|mins?|of|in|out|more|other"
    r"|children|kids|schools?))"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$)")
_NAME_WITH_AGE = re.compile(
    rf"(?:^|[.,;!?(\n]\s*|\band\s+|\b(?:hi"
    rf"|hello)\s+)(?P<name>{LETTER}[^\d,.;!?()]{{0,30}}?)[\s,]*(?:\(\s*\d{{1,2}}\s*\)"
    rf"|\s\d{{1,2}}(?=\s*(?:[,.;)!?]|$|y|and\b)))"
)

_RELATION = (
    r"(?:neighbour|sister|brother|mum|mother|dad|father|husband|wife|partner|friend|mate|aunt"
    r"|auntie|aunty|uncle|nan|gran|grandma|grandad|cousin"
    r"|son|daughter|support worker|social worker|key worker|keyworker|health visitor|advocate"
    r"|solicitor|carer|pa|boyfriend|girlfriend|fianc[eé]e?"
    r"|sendiass (?:worker|officer|adviser|advisor|lady)|family support worker|sister-in-law"
    r"|mother-in-law|best friend|teacher|senco)"
)
_SUPPORTER = re.compile(
    rf"\bmy (?P<words>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s+(?:(?:will|is going to|is|can"
    rf"|would like to|wants to|would|may|might|ll|'ll)\s+)(?:also\s+|be\s+)?"
    r"(?:sit(?:ting)?|com(?:e|ing)|join(?:ing)?|attend(?:ing)?|support(?:ing)? me|with me|there"
    r"|help(?:ing)? me|speak(?:ing)? for me)\b"
    rf"|\b(?:bring(?:ing)?"
    rf"|with)\s+(?:along\s+)?my (?P<brought>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s*(?:along"
    rf"|with me|to the meeting|for support|as support|too|[.,;!]|$)"
    rf"|\b(?:want|like|need)\s+my (?P<wanted>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)"
    rf"\s+(?:to (?:come|be|sit|attend|join)|there|with me)\b"
)


def read_people(message: ParentMessage, words: Words, blocked: Sequence[Span] = ()) -> list[Fact]:
    """Find names of people; `blocked` are places and languages, which a weak cue must not take."""
    taker = NameTaker(message, words, blocked)
    facts: list[Fact] = _read_supporters(message, taker)
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
    for cue in _SELF_CUE.finditer(plain):
        name = taker.take(cue.end(), capital=True) or taker.take(cue.end(), capital=False, most=3)
        if name:
            yield "self", name, True
    for cue in _SELF_CUE_CAPITAL.finditer(plain):
        name = taker.take(
            cue.end(), capital=True, weak=cue[0].strip() in ("its", "it's", "this is")
        )
        if name and not overlaps(name.start, name.end, taker.blocked):
            yield "self", name, True
    here = _HERE.match(plain)
    if here:
        name = taker.take(here.start("name"), capital=False, most=3)
        if (
            name
            and name.end == here.end("name")
            and not name.value.isupper()
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "self", name, True
    for cue in _OUR_CHILD.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name:
            yield "child", name, True
    for cue in _FOR_AGED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2)
        if (
            name
            and _AGE_NEXT.match(plain, name.end)
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "child", name, True
    for cue in _NAME_WITH_AGE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3, weak=True)
        if name and name.end == cue.end("name"):
            yield "child", name, True
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


def _read_supporters(message: ParentMessage, taker: NameTaker) -> list[Fact]:
    facts: list[Fact] = []
    for found in _SUPPORTER.finditer(message.asserted):
        group = next(name for name in ("words", "brought", "wanted") if found[name])
        start, end = found.span(group)
        relation = re.compile(_RELATION).match(message.plain, start)
        name = (
            taker.take(relation.end() + 1, capital=True, most=2)
            if relation and relation.end() < end
            else None
        )
        if relation and not name:
            end = relation.end()
        facts.append(Fact("supporter", message.text[start:end], start, end))
        if name:
            facts.append(Fact("person_name", name.value, name.start, name.end, "supporter"))
    return facts


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
