"""Who comes with a parent to the meeting."""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.kept_away import is_kept_away, is_with_in_passing
from bot.nlu.message import ParentMessage
from bot.nlu.names import LETTER, Name, NameTaker
from bot.nlu.supporters_asked import read_asked_for

_RELATION = (
    r"(?:(?:mother|father|sister|brother|mum|dad)[ -]in[ -]law|neighbour|sister|brother|mum|mother"
    r"|dad|father|husband|wife|partner|friend|mate|aunt|auntie|aunty|uncle|nan|gran|grandma|grandad"
    r"|cousin|niece|nephew|son|daughter|support worker|social worker|key worker|keyworker|health "
    r"visitor|advocate|solicitor|carer|pa|boyfriend|girlfriend|fianc[eé]e?|sendiass (?:worker"
    r"|officer|adviser|advisor|lady)|family support worker|personal assistant|union rep|speech "
    r"therapist|social prescriber|pastor|youth worker|vicar|priest|imam|rabbi|pal|buddy|guide"
    r"|mentor|intervenor|godmother|godfather|step-?mum|step-?dad|hubby|missus|best friend|teacher"
    r"|senco)"
)
_SUPPORTER = re.compile(
    rf"\b(?:my|me|a) (?P<words>{_RELATION}(?:\s+{LETTER}[\w'’-]*?)?)(?:'ll\s+|'s\s+|\s+(?:(?:will"
    r"|is going to|is|can|would like to|wants to|(?:will )?(?:needs?|ha(?:s|ve)) to|would|may|might"
    r"|ll|'ll)\s+))(?:also\s+|be\s+)?"
    r"(?:sit(?:ting)?|com(?:e|ing)(?!\s+(?:to terms|round|over|home|out|from|up|down|off)\b)"
    r"|join(?:ing)?|attend(?:ing)?|support(?:ing)? me|with me|there"
    r"|help(?:ing)? me(?! (?:to )?(?:type|write|fill|do this|with this|message|text|read|spell"
    r"|out))|speak(?:ing)? for me)\b"
    rf"|\b(?:bring(?:ing)?"
    rf"|(?P<with>with))\s+(?:along\s+)?my (?P<brought>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s*"
    rf"(?:along|with me|to the meeting|for support|as support|(?P<bare>too|[.,;!]|$))"
    rf"|\b(?:can|could|would|may)\s+my (?:\d (?:\w+ )?"
    rf"|two (?:\w+ )?)?(?P<asked>{_RELATION}s?(?:\s+{LETTER}[\w'’-]*)??)\s+"
    r"(?:also\s+|be allowed to\s+|be able to\s+)?(?:come|be there|join|sit|attend)\b"
    rf"|\b(?:bring(?:ing)?)\s+(?:along\s+)?(?:my|our|me|mi|an?) (?:own )?(?P<companion>(?!son"
    rf"|daughter){_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\b"
    rf"|\b(?:attend(?:ing)?|com(?:e|ing)|be there|join(?:ing)?|go(?:ing)?|meet(?:ing)?)\s+"
    rf"(?:along |together |in )?with (?:my|our|an|a) "
    rf"(?P<beside>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\b(?!['’]s)"
    rf"|\b(?:want|like|need)\s+my (?P<wanted>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)"
    rf"\s+(?:to (?:come|be|sit|attend|join)|there|with me)\b"
)

_HELPER = rf"(?!son\b|daughter\b){_RELATION}"
_NAMED_COMES = re.compile(
    rf"(?<![\w'’-])(?P<name>{LETTER}{{2,}})(?:'ll|'s|\s+(?:would|will|is going to|is|can|could"
    rf"|wants to"
    r"|has offered to|said (?:she|he)(?:'ll|'d| will| would)|might|may))\s+(?:also\s+|like to\s+)*"
    r"(?:com(?:e|ing) (?:with (?:me|us)|along|too|to (?:the|any) meeting)|be (?:there|with me"
    r"|with us)"
    r"|attend(?:ing)?|sit(?:ting)? (?:in|with (?:me|us))|support(?:ing)? (?:me|us)"
    r"|join(?:ing)? (?:me|us))\b"
)

# Said in other orders and with other words between: "my mother in law, she come to the meeting".
_KIN_OR_HELPER = (
    rf"(?P<words>(?:mother|father|sister|brother|mum|dad)[ -]in[ -]law|grandparents?|grandmother"
    rf"|grandfather|step-?(?:mum|dad)|priest|vicar|pastor|imam|rabbi|interpreter friend|rep|mentor"
    rf"|key person|youth worker|someone from [^.,;!?\n]{{3,40}}?|somebody from [^.,;!?\n]{{3,40}}?"
    rf"|{_RELATION})"
)
_WHOSE = (
    r"(?:\b(?:both|all|my|our|his|her|a|the|me|an|\w+ speaking)\s+(?:[\w'’]+\s+)?"
    r"|(?:^|[.,;!?\n(]\s*|\b(?:and|but|then|so|want|like|need|bring|have)\s+))"
)
_COMES = (
    r"(?:(?:will|would like to|'?d like to|wants? to|is going to|is|are|'s|can|may|might|going to"
    r"|gonna|gunna|would|'ll|both)\s+)*(?:also\s+|be\s+|all\s+)*(?:com(?:e|es|ing)\s+(?:with (?:me"
    r"|us)|along|too|an'? all|n all|as well|to (?:the |any |our )?(?:meeting|mediation|call)|for "
    r"support|as support)|(?:is |are |will |'s )?com(?:e|ing)(?=\s*(?:[.,;!)\n]|$))"
    r"|(?<=will )be (?:there|present)|(?<=can )be there|(?<='ll )be there"
    r"|join(?:s|ing)?(?: (?:me|us|in|the))?|attend(?:s|ing)?(?: with me| too)?"
    r"|sit(?:ting|s)? in|sit(?:ting|s)? with (?:me|us)|accompany(?:ing)?|with me\b|beside me\b"
    r"|by my side|tag(?:ging)? along|all there\b|at the meeting\b|support(?:s|ing)? (?:me|us)\b"
    r"|speak(?:s|ing)? for (?:me|us)\b|com(?:es?|ing) (?:to everything|everywhere)\b(?! (?:at|in) )"
    r"|go(?:es)? everywhere with (?:me|us))"
)
_COMES_TOO = re.compile(
    rf"{_WHOSE}{_KIN_OR_HELPER}(?P<between>\b[^.!?;\n]{{0,60}}?)(?:\b|(?<=\s)){_COMES}"
)
_HAVE_WITH_ME = re.compile(
    rf"\b(?:have|having|got|bring(?:ing)?|me\s*(?:,|and|\+|&|plus)|with)\s+(?:along\s+)?"
    rf"(?:my|our|his|her|a|me)\s+(?:\w+\s+)?{_KIN_OR_HELPER}(?P<between>[^.!?;\n]{{0,30}}?)"
    r"(?:with me|there|at (?:the|any) (?:meeting|mediation)|along|coming|for support|as support"
    r"|in the (?:meeting|room))"
)
_TITLED = re.compile(
    r"\b(?:have|having|bring(?:ing)?|with|want|and|also)\s+(?P<words>(?:mr|mrs|ms|miss|dr|rev"
    r"|reverend|fr|father|pastor|imam|rabbi|cllr|sister|auntie|uncle)\.?\s+"
    rf"{LETTER}[\w'’-]+(?: {LETTER}[\w'’-]+)??(?: from [^.,;!?\n]{{3,30}}?)?)\s+(?:(?:will be"
    r"|coming|is|to be|sat|sitting|will)\s+)*(?:with|beside|alongside|by|next to|there|along"
    r"|attending|coming)\b(?P<between>)"
)
_WANTED_THERE = re.compile(
    rf"\b(?:want|like|have|bring|need|prefer)\s+(?P<words>(?:my|our)\s+{_RELATION}"
    rf"(?:\s+{LETTER}[\w'’-]*)?(?:\s*(?:,|and|&|plus)\s*(?:my |our )?{_RELATION}"
    rf"(?:\s+{LETTER}[\w'’-]*)?)*?)\s+(?:there|present|in the room|with me|at the meeting)\b"
    r"(?P<between>)"
)
# "Bringing our Kev for moral support", "auntie Pauline's coming an' all".
_BRINGS_BY_NAME = re.compile(
    rf"\b(?:bring(?:ing)?|having|have|fetch(?:ing)?)\s+(?:along\s+)?(?:my|our|me"
    rf"|wor) (?P<words>{LETTER}"
    rf"[\w’-]*)(?P<between>)\s+(?:along\s+)?(?:for|as)\s+(?:a bit of\s+|some\s+|my\s+)?(?:moral\s+"
    r"|emotional\s+)?support\b"
)
_FROM_AN_OFFICE = re.compile(
    r"\b(?:want|like|need|have|having)\s+(?P<words>(?!someone\b|somebody\b|him\b|her\b"
    r"|it\b)[\w'’-]+(?: [\w'’-]+)? from (?:the |my |our )?(?:sendias+|ipsea|mencap|barnardo'?s"
    r"|(?:[\w'’-]+ ){0,2}(?:charity|group|church|mosque|forum|team|service|centre"
    r"|hub)))(?P<between>)\s+(?:to\s+)?(?:sit|come|be|attend|join|there|with me|beside me)\b"
)
_KIN_BY_NAME = re.compile(
    rf"(?:^|[.,;!?\n]\s*|\b(?:and|my|me|our)\s+)(?P<words>(?:auntie|aunty|aunt|uncle|nana?|grandad"
    rf"|pastor|father|cousin) {LETTER}[\w’-]*?)(?P<between>)(?:'s|'ll be|'ll|\s+is|\s+will be"
    rf"|\s+will)"
    r"\s+com(?:e|ing)\s+(?:an'? all|too|as well|along|with (?:me|us|her|him)|to the (?:meeting"
    r"|mediation))\b"
)
_COMING_LIST = re.compile(
    r"\b(?:two|three|both) of us (?:are )?coming\s*[(:,-]*\s*me\s*(?:and|\+|&|plus)\s+"
    rf"(?:my|our|his|her)\s+(?:\w+\s+)?{_KIN_OR_HELPER}(?P<between>)"
)
# "With me my partner Greg", "it'll be my friend Oluchi instead".
_IN_THEIR_PLACE = re.compile(
    rf"(?:(?:^|[.,!?\n]\s*)(?:(?:coming|there|along|sat) )?with me,?(?: will be| is|:)? (?:my|our) "
    r"|\b(?:it'?ll|it will|it'?s going to) be (?:my|our) "
    rf"(?=[^.;!?\n]{{3,40}}\b(?:instead|with me|coming)\b)){_KIN_OR_HELPER}(?P<between>)"
    rf"(?=(?: {LETTER}[\w'’-]*){{0,2}}\s*(?:[.,;!)\n]|$|(?:and|instead|with|coming|as|too)\b))"
)
# "my sister Linh interprets for me. She'll join us."
_THEN_COMES = re.compile(
    rf"\b(?:my|our) {_KIN_OR_HELPER}(?P<between>)[^.!?;\n]{{0,80}}[.!?;\n-]\s*"
    r"(?:she|he)(?:'?ll| will|'?d| would|'?s| is)(?: also| be| like to| going to)* (?:join|com(?:e"
    r"|ing)|sit in|attend|there)\b(?! (?:home|out|back|over|round|to (?:live|terms)))"
)
_SAYS_COMING = re.compile(
    r"\s+(?:has |have )?(?:already )?(?:says?|said|told me) (?:that )?(?:she|he|they)"
    r"(?:'?s|'?ll|'?d| is| will| would)?\s*(?:be )?"
)
_BUT_UNSURE = re.compile(
    r"[^.;!?]{0,40}\bbut\b[^.;!?]{0,15}\b(?:(?:don'?t) know|not sure|can'?t|cannot|might not"
    r"|may not|won'?t|doubt)\b"
)
_NOT_COMING = re.compile(
    r"\b(?:not|no longer|never|isn'?t|aren'?t|won'?t|can'?t|cannot|doesn'?t|didn'?t|hasn'?t|unable"
    r"|don'?t|wouldn'?t|said|says|told|council|school|plan|letter|lives|works|died)\b|[a-z]n't\b"
)

_LOOSE = (
    _WANTED_THERE,
    _TITLED,
    _COMING_LIST,
    _HAVE_WITH_ME,
    _BRINGS_BY_NAME,
    _FROM_AN_OFFICE,
    _KIN_BY_NAME,
    _COMES_TOO,
    _IN_THEIR_PLACE,
    _THEN_COMES,
)
_PLAIN = (_IN_THEIR_PLACE, _THEN_COMES, _BRINGS_BY_NAME, _FROM_AN_OFFICE, _KIN_BY_NAME)
_IS_THE_CHILD = re.compile(r"(?:son|daughter)\|.*\battend", re.DOTALL)
_ANOTHER_TOO = re.compile(
    r"\b(?:and|also|plus|maybe|possibly)\s+(?:also\s+)?(?:my|our|mr|mrs|ms|a|the|dr)\b"
)
_OTHERS_HELPER = re.compile(
    r"['’]s (?:old |former |new |class )*(?:teacher|worker|tutor|ta|friend|boyfriend)\b"
)
_PLAINLY = re.compile(
    r"(?:\s+[\w'’-]+(?: [\w'’-]+)?)?(?:['’]?s been through it and (?:she|he)|[.,]? and (?:she|he)"
    r"|,? (?:she|he))?(?:['’]?ll|['’]s| will| is| from [\w ]+? will)?\s*"
)

# A young person says "mum can be there"; from a professional that would be the parent.
_KIN_COMES = re.compile(
    r"(?:^|[.,;!?\n]\s*|\band\s+)(?P<words>mum|mam|dad|nan|gran|grandma|grandad|auntie|sister"
    r"|brother)\s+(?:can|will|is going to|could|wants to|would)\s+(?:also\s+|be\s+)?(?:com(?:e|ing)"
    r"|there|with me|join|sit)\b"
)
_OWN_PLAN = re.compile(r"\bmy (?:own )?(?:plan|ehcp?)\b|\bi'?m (?:1[6-9]|2[0-5])\b")


def read_supporters(message: ParentMessage, taker: NameTaker) -> list[Fact]:
    """Find who comes along, as typed, and their name where it is told."""
    facts: list[Fact] = []
    for found in _SUPPORTER.finditer(message.asserted):
        group = next(
            name
            for name in ("words", "brought", "companion", "asked", "beside", "wanted")
            if found[name]
        )
        start, end = found.span(group)
        if is_kept_away(message, start) or is_with_in_passing(message, found):
            continue
        relation = re.compile(_RELATION).match(message.plain, start)
        name = (
            taker.take(relation.end() + 1, capital=True, most=2)
            if relation and relation.end() < end
            else None
        )
        second = message.text[relation.end() + 1 : end] if relation else ""
        if relation and not name and message.plain.startswith("'ll", end) and second.istitle():
            name = Name(second, relation.end() + 1, end)  # "Tracey'll come with me"
        if relation and not name:
            end = relation.end() + message.plain.startswith("s ", relation.end())
        end = max(end, name.end) if name else end
        facts.append(Fact("supporter", message.text[start:end], start, end))
        if name:
            facts.append(Fact("person_name", name.value, name.start, name.end, "supporter"))
    if not facts:
        facts += _read_loosely(message, taker)
    if not facts:
        facts += _read_named(message)
    if not facts:
        facts += read_asked_for(message)
    own = _OWN_PLAN.search(message.plain)
    for found in _KIN_COMES.finditer(message.asserted) if own else ():
        start, end = found.span("words")
        facts.append(Fact("supporter", message.text[start:end], start, end))
    return facts


def _read_named(message: ParentMessage) -> list[Fact]:
    """Read "Angela would come with me", where Angela was told of before as one who helps."""
    for found in _NAMED_COMES.finditer(message.asserted):
        helper = rf"\b{_HELPER},?\s+(?:is |called |named )?{re.escape(found['name'])}\b"
        is_helper = re.search(helper, message.plain[: found.start()]) is not None
        if is_helper and not is_kept_away(message, found.start()):
            start, end = found.span("name")
            return [Fact("supporter", message.text[start:end], start, end)]
    return []


def _read_loosely(message: ParentMessage, taker: NameTaker) -> list[Fact]:
    """Read who comes where other words stand between the person and the coming."""
    for pattern in _LOOSE:
        for found in pattern.finditer(message.asserted):
            says_so = _SAYS_COMING.fullmatch(found["between"]) is not None
            is_denied = _NOT_COMING.search(found["between"]) is not None and not says_so
            if is_denied or _IS_THE_CHILD.match(found["words"] + "|" + found[0]):
                continue
            if _BUT_UNSURE.match(message.plain, found.end()):
                continue
            start, end = found.span("words")
            if is_kept_away(message, start):
                continue
            helper = _OTHERS_HELPER.match(message.plain, end)
            end = helper.end() if helper else end
            if found["words"].startswith(("someone from", "somebody from")):
                words = message.plain[start : found.end("between")].rstrip()
                end = start + len(words.removesuffix(" to"))
            beside = re.compile(
                r"\s+(?:from sendiass?\s+)?(?:is\s+)?(?:called\s+|named\s+)?"
            ).match(message.plain, end)
            name = taker.take(beside.end(), capital=True, most=2, weak=True) if beside else None
            stop = name.end if name and name.start < found.end() + 30 else end
            is_plain = pattern in _PLAIN or (
                pattern is _COMES_TOO
                and helper is None
                and (says_so or _PLAINLY.fullmatch(found["between"]) is not None)
                and _ANOTHER_TOO.search(message.plain, stop) is None
            )
            return [Fact("supporter", message.text[start:stop], start, stop, sure=is_plain)]
    return []
