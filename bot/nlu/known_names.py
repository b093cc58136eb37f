"""First names told by the word itself: "jago, seventeen", "we adopted Wren", "MUM CAROL".

Other cues (`name_cues`) take any word for a name; here the word is in `first_names.yml`, so that
less has to stand beside it, and it may be typed in small letters or in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.names import LETTER, Name, NameTaker
from bot.nlu.numbers import NUMBER_PATTERN

_WORD = re.compile(rf"(?<![\w@.'’-]){LETTER}{{2,}}(?:-{LETTER}+)?(?![\w@]|\.\w)")
_START = r"(?:^|[.,;:!?/(\n]\s*|\s[-–—]\s+)"
_ANOTHERS = re.compile(
    r"\b(?:sister|brother|sibling|twin|friend|mate|neighbour|teacher|ta|tutor|worker|husband|wife"
    r"|partner|uncle|aunt|auntie|cousin|ex|dr|doctor|head|senco|mrs|mr|ms|miss|officer|lady|man|guy"
    r"|caseworker|councillor|cllr|priest|fr|father|rep|advocate|solicitor|mediator|nurse|therapist"
    r"|psychologist|consultant|paediatrician|st|boss|mp|road|(?:my|his|her|their|our) (?:mum|dad"
    r"|mother|nan|carer))(?:'?s name)?(?:\s+(?:is|called|named|who is|from|a|an))*[\s,:(]*$"
)
_OF_SOMETHING = re.compile(
    r"['’]?s?\s+(?:road|street|lane|avenue|close|house|school|academy|primary|college|infants?"
    r"|junior"
    r"|high|centre|center|hospital|council|park|court|nursery|church|unit|ward|trust|borough)\b"
)
_AGE = (
    rf"(?:aged?\s+)?(?:(?:just\s+turned|just|nearly|almost|now|only|turned)\s+)?{NUMBER_PATTERN}"
    r"(?!\s*(?:st|nd|rd|th|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|%|times?|am|pm|miles?|of"
    r"|sections?|other|more|different|schools?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?"
    r"|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b|[/:.]\d|\d)\b"
)
_AGE_AFTER = re.compile(
    r"(?:['’]?s)?[\s,.:=(/-]+(?:(?:who|he|she|they)?(?:['’]?s|\s*is|\s*are)?\s+)?(?:is\s+|and\s+)?"
    rf"{_AGE}"
)
_HAS_AGE_AFTER = re.compile(rf"['’,]?\s+(?:he|she)(?:['’]?s|\s+is)\s+{_AGE}")
_BORN_AFTER = re.compile(r"[\s,(/:-]*(?:(?:d\.?o\.?b|born|date of birth)\b|b\.?\s*\d)")
_AGE_BEFORE = re.compile(
    rf"\b{NUMBER_PATTERN}(?:\s*-?\s*(?:years?|yrs?|yo|y)(?:[ -]?old)?)?[\s,.(/-]*(?:called\s+)?$"
)
_OF_CHILD_BEFORE = re.compile(
    rf"\b(?:{cues.CHILD_WORD}|young person|yp|bairn|wee one|lo|young lady|young man|children|kids?)"
    r"(?:'?s)?(?:\s+(?:first |full )?name)?(?:'?s)?(?:\s+(?:is|called|named"
    r"|who is))*\s*[:=,(-]?\s*$"
    r"|\b(?:he|she)(?:'?s|\s+is)\s+(?:(?:called|call|named)\s+)?$"
    r"|\b(?:adopted|fostering|foster|is for|is about|it'?s (?:about|for)|assess|reassess|re-assess"
    r"|named|name of|who is called|we call (?:him|her))\s+$"
)
_FOR_BEFORE = re.compile(
    r"\b(?:assessment|reassessment|plan|ehcp|help|support|certificate|mediation|it's|its|is|one"
    r"|place|school|answer)\s+(?:for|about)\s+$"
)
_SAID_OF_ONE = re.compile(r"\b(?:he|she)(?:'?s|\s+is)\s+(?:(?:called|call|named)\s+)?$")
_CARED_FOR_BEFORE = re.compile(
    r"\b(?:look(?:ing|s)? after|car(?:e|es|ing) for|rais(?:e|ing)|bringing up|brought up"
    r"|foster(?:ing)?|adopted|carer (?:for|of|to)|guardian (?:for|of|to)|custody of"
    rf"|{cues.KIN} (?:of|to|for))\s+$"
)
_OWN_BEFORE = re.compile(
    r"\b(?:i'?m|i am|my name is|my name'?s|my names|this is|call me|ask for|(?<!his )(?<!her "
    r")(?<!their )name is|names|cheers|regards|from|thanks|ta|thank you)[\s,:-]+$"
)
_OWN_KIN_BEFORE = re.compile(rf"{_START}(?:his |her |their |the )?{cues.KIN}\s*[:,=-]?\s*$")
_OWN_AFTER = re.compile(
    r"(?:\s+(?:is|be)\s+my name\b|\s*[,(]?\s*(?:that'?s) (?:my name|me)\b"
    rf"|\s*[,(-]\s*(?:his |her |their |the )?{cues.KIN}\b(?=\s*(?:[.,;!)\n]|$|to\b|of\b|and\b"
    r"|here\b))"
    rf"|\.\s*(?:his |her |their |the )?{cues.KIN}(?=\s*[.,!])|\s+(?:here|speaking)\b)"
)
_ONLY_THANKED = re.compile(r"\b(?:from|thanks|ta|cheers|regards|thank you)[\s,:-]+$")
_STANDS_ALONE_AFTER = re.compile(r"\s*(?:[.,;:!?/)(\n]|$|\s[-–—]\s|x+\s*$)")
_STANDS_ALONE_BEFORE = re.compile(rf"{_START}$")
_HAS_A_PLAN = re.compile(
    r"['’]s\s+(?:final |draft |new )?(?:plan|ehcp|assessment|needs|case|placement|review|draft)\b"
)
_DOES_SOMETHING = re.compile(
    r"(?:\s+(?:is|was|has|had|needs|goes|attends|can'?t|cannot|struggles|doesn'?t|hasn'?t|isn'?t"
    r"|got|started|gets|won'?t|will be|moved|loves|cries|keeps)\b)"
)
# What a child does or has; "Sarah is the SENCO" does not.
_A_COUNCIL_DOES = re.compile(
    r"\s+(?:are|have|say|want|refuse|think|keep|council|send?\b|la\b|lea\b|won'?t|haven'?t|aren'?t"
    r"|still|just|now)\b"
)
_OF_A_COUPLE = re.compile(r"(?:^|\n|\s[-–—]|[.,!])\s*[A-Z][^\W\d_]+ (?:&|\+) $")
_PUPIL_DOES = re.compile(
    r"\s+(?:is on (?:a |the )?(?:reduced|part[ -]?time|half|waiting)|has (?:an? |his |her "
    r")?(?:ehcp?|plan|autism|adhd|asd|downs?|epilepsy|cerebral|pda|sen\b)|is (?:autistic"
    r"|non-?verbal|deaf|blind|disabled|dyslexic|in (?:year|reception|y\d))|needs (?:a |an |one|1"
    r"|help|support|two)|goes to|attends|can'?t (?:cope|read|talk|speak|walk|sit)|struggles|got "
    r"(?:refused|excluded|turned)|doesn'?t (?:have|talk|speak|cope|sleep)|hasn'?t (?:got|been in"
    r"|had))\b"
)
_REFUSED_FOR = re.compile(
    r"\b(?:eotas|plan|ehcp|assessment|reassessment|assess|budget|refused|placement|bit|provision"
    r"|named|chosen|picked|transport|hours|therapy|through|help|support)\s+for\s+$"
)
# "My ex wants Niamh in mainstream", "they won't have Saoirse back".
_WANTED_BEFORE = re.compile(
    r"\b(?:wants?|want|wanted|would like|prefers?|keeps?|kept|won'?t (?:have|take|move|let)"
    r"|refus\w+ to (?:have|take|move|keep)|put|moved?|moving|got|sent|sending|take|took|home[ -]?"
    r"school(?:ing)?|home[ -]?educat(?:e|ing))\s+$"
)
_WANTED_SOMEWHERE = re.compile(
    r"\s+(?:(?:in|into|to go to|to stay (?:at|in)|at|out of|back (?:in|at|to)|moved to)\s+(?:an?\s+"
    r"|the\s+|his\s+|her\s+)?(?:[\w-]+\s+)?(?:main\s?stream|special|unit|school|college|base|nursery"
    r"|provision|independent|residential|eotas)\b|home[ -]?(?:educated|schooled)|(?:to be )?(?:home"
    r"[ -]?)?(?:educated|schooled|taught)\b|(?:kept )?off school\b)"
)
_GOES_ON = re.compile(r"\s+(?:and|but|because|cos|who|has|is|at|in|from|he|she|they)\b")
_MONTHS = ("april", "may", "june", "august", "autumn", "summer", "easter")
_SOMEBODY_ELSE_BEFORE = re.compile(
    r"\b(?:spoke|speak|spoken|talk|talked|talking|from|by|told|e-?mailed|emailing|met|and|saw|rang"
    r"|called|says|said|with|to|ask|asked|asking|contact|per|between|via|in|at|near|of|not|or"
    r"|that|mum|mam|dad|mother|father|nan|gran|grandma|grandad|here|hi|hello|hey|dear|is|it's|its)"
    r"[\s,(]+$"
)
_SOMEBODY_ELSE_AFTER = re.compile(
    r"\s+(?:said|says|told|who works|from|at|and i\b|here|speaking|will come|is coming|can come"
    r"|coming|said|promised|rang|called|emailed)\b|\s*[&+]|\s+and\s+[a-z]"
)
_CHILD_TOLD_OF = re.compile(
    rf"\b(?:he|she|him|her|his|he's|she's|hes|shes|{cues.CHILD_WORD}|young person)\b"
)
_TELLS_OF_CASE = re.compile(r"\b(?:plan|ehcp?|assess\w*|refus\w+|mediation|tribunal|placement)\b")
_OWN_PLAN = re.compile(r"\b(?:my(?: own)?|own) (?:plan|ehcp?|college)\b|\bi'?m (?:1[6-9]|2[0-5])\b")


_ORDER = ("self", "child")
"""Whose cues are asked first: "Tamzin is my name" says more than "Tamzin is"."""


def read_known_names(message: ParentMessage, taker: NameTaker, facts: Sequence[Fact]) -> list[Fact]:
    """Return names of the child and of the writer, where `facts` do not have them yet."""
    found: list[Fact] = []
    for role in _ORDER:
        if any(fact.entity == "person_name" and fact.role == role for fact in facts):
            continue
        if role == "child" and _OWN_PLAN.search(message.plain):
            continue
        taken = [(fact.start, fact.end) for fact in [*facts, *found]]
        candidates = [fact for name in _names(message, taker) for fact in _as(message, name, role)]
        free = [fact for fact in candidates if not overlaps(fact.start, fact.end, taken)]
        best = next((fact for fact in free if fact.sure), free[0] if free else None)
        if best is not None:
            found.append(best)
    return found


def _names(message: ParentMessage, taker: NameTaker) -> list[Name]:
    names = []
    for word in _WORD.finditer(message.text):
        if not taker.is_first_name(word[0]) or _OF_SOMETHING.match(message.plain, word.end()):
            continue
        if _ANOTHERS.search(message.plain, max(0, word.start() - 40), word.start()):
            continue
        if others.ANOTHER_CALLED.search(message.plain, 0, word.start()):
            continue
        if _OF_A_COUPLE.search(message.text, max(0, word.start() - 40), word.start()):
            continue
        is_place = overlaps(word.start(), word.end(), taker.blocked)
        if is_place and _A_COUNCIL_DOES.match(message.plain, word.end()):
            continue
        if message.asserted[word.start() : word.end()].strip():
            names.append(taker.with_surname(word))
    return names


def _as(message: ParentMessage, name: Name, role: str) -> list[Fact]:
    """The name as that of the child or the writer, sure or not; nothing where nothing says so."""
    sure = _is_childs(message, name) if role == "child" else _is_own(message, name)
    if sure is None:
        return []
    return [Fact("person_name", name.value, name.start, name.end, role, sure)]


def _is_childs(message: ParentMessage, name: Name) -> bool | None:
    plain = message.plain
    before = plain[max(0, name.start - 60) : name.start]
    is_typed = message.text[name.start].isupper() and not message.text.isupper()
    if _OWN_BEFORE.search(before) and not _ONLY_THANKED.search(before):
        return None
    said = _SAID_OF_ONE.search(plain, 0, name.start)
    if said and others.tells_of_an_adult(plain, said):
        return None
    if _OF_CHILD_BEFORE.search(before) or _CARED_FOR_BEFORE.search(before):
        return True
    told_of = _CHILD_TOLD_OF.search(plain) is not None
    if _AGE_AFTER.match(plain, name.end) or _BORN_AFTER.match(plain, name.end):
        stands_first = _STANDS_ALONE_BEFORE.search(before) is not None
        if stands_first and _HAS_AGE_AFTER.match(plain, name.end):
            return True
        if is_typed or stands_first:
            return is_typed and told_of
        return False
    starts = _STANDS_ALONE_BEFORE.search(before) is not None
    ends = _STANDS_ALONE_AFTER.match(plain, name.end) is not None
    goes_on = ends or _GOES_ON.match(plain, name.end) is not None
    if goes_on and is_typed and _REFUSED_FOR.search(before):
        return True
    if is_typed and _WANTED_BEFORE.search(before) and _WANTED_SOMEWHERE.match(plain, name.end):
        return True
    if ends and is_typed and _FOR_BEFORE.search(before):
        return False
    if ends and _AGE_BEFORE.search(before) and not re.search(r"\d{4,}\D{0,3}$", before):
        return False
    if is_typed and _HAS_A_PLAN.match(plain, name.end):
        return True
    if is_typed and starts and _DOES_SOMETHING.match(plain, name.end):
        return _PUPIL_DOES.match(plain, name.end) is not None
    told_of = told_of or _TELLS_OF_CASE.search(plain) is not None
    if is_typed and told_of and not (starts and ends) and _is_told_in_passing(plain, name):
        return False
    return None


def _is_told_in_passing(plain: str, name: Name) -> bool:
    """Say whether no words around a name give it to somebody else: "travel with Finn's pump"."""
    before, after = plain[: name.start], plain[name.end :]
    if _OWN_BEFORE.search(before) or before.endswith(("since ", "in ", "last ", "this ")):
        return False
    if name.value.lower() in _MONTHS or name.value.isupper():
        return False
    if re.match(r"['’]s\s+[a-z]", after):
        return True
    return not _SOMEBODY_ELSE_BEFORE.search(before) and not _SOMEBODY_ELSE_AFTER.match(after)


def _is_own(message: ParentMessage, name: Name) -> bool | None:
    plain = message.plain
    before = plain[max(0, name.start - 60) : name.start]
    if others.KIND_OF_THEIR_NAME_IS.search(before):
        return None
    ends = _STANDS_ALONE_AFTER.match(plain, name.end) is not None
    if _CARED_FOR_BEFORE.search(before):
        return None
    if _OWN_AFTER.match(plain, name.end):
        return True
    if _OWN_KIN_BEFORE.search(before):
        return True if ends else None
    if _OWN_BEFORE.search(before):
        is_end = not plain[name.end :].strip(" .,!x:)")
        if _ONLY_THANKED.search(before):
            return False if is_end else None
        return ends
    return None
