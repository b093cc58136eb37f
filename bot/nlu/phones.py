"""Phone numbers in a parent's message."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_PHONE = re.compile(r"(?<![\w/@.+])(?:\+|\(\+?)?\d(?:[\s().-]{0,2}\d){8,14}(?![\w@])")
_LOOKS_NATIONAL = re.compile(r"^(?:\+|00|0|44|7\d{9}$)")
OTHERS_NUMBER = re.compile(
    r"\b(?:school|council|senco|social worker|teacher|solicitor|his|her|their|your|gp|hospital"
    r"|advis[eo]r|mediator|officer|key ?worker|nursery"
    r"|college|surgery|advocate|doctor|caseworker)(?:'?s)?\s*(?::|,)?\s*"
    r"(?:direct |main )?(?:phone |mobile |tel |telephone |office )?"
    r"(?:number|no|phone|mobile|tel|email|e-mail|address)?\s*(?:is|:|on|=)?\s*$"
)
"""Before a number or an address: it is somebody else's."""
SIGNED_WITH_A_JOB = re.compile(
    r"^\W*(?:(?:i'?m|i am|this is|it'?s|my name(?: is|'s)) )?"
    r"(?!(?:contact|ring|call|e-?mail|phone|text|speak|ask|talk|the|his|her|their|my|our)\b)"
    r"(?:(?:mrs?|ms|miss|mx|dr)\.? )?[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’-]*){0,2}, (?:the )?"
    r"(?:senco|senca|teacher|headteacher|head|social worker|solicitor|advis[eo]r|officer|"
    r"key ?worker|advocate|caseworker|doctor|gp|nurse)(?: at [^,;!?@\d]{2,40}| here)?[,.:]? *$"
)
"""Before one, where its writer signs: "Mrs H Whitcombe, SENCO, office@…"."""
SOMEBODY_ELSES = re.compile(
    r"\b(?:(?:do not|don'?t|never|stop)\s+(?:contact|use|ring|call|e-?mail|text|reply to"
    r"|write to)\b"
    r"|ignore\b|never (?=my|to|on|the))(?:(?!\b(?:use|call|ring|text|e-?mail|on"
    r"|mine)\b)[^.;!?@\d,]){0,40}[\s(]$"
    r"|\b(?:is|was|are|were|that'?s|it'?s) (?:my |the )?ex(?:es|['’]s)?\s*[:(,-]+\s*$"
    r"|\bby mistake[\s(,-]*$"
    r"|\b(?:ring|call|phone|contact|e-?mail|speak to|talk to) (?:the |his |her |their |my )?"
    r"(?:school|college|nursery|council|senco|teacher|la|head)\b[^.;!?@\d]{0,45}$"
    r"|\b(?:case ?worker|officer|senco|teacher|social worker|solicitor|advis[eo]r|head|advocate)"
    r" (?:is|was|called) [a-z'’-]+(?: [a-z'’-]+)?[\s,(:]+(?:[\d ()]{9,16}[\s,/]*)?$"
    r"|\b(?:called|rang|phoned|texted|messaged) (?:me|us)[a-z ]{0,15} from[\s:]*$"
    r"|\b(?:missed call|call|voicemail|text|message)s? (?:came )?from[\s:]*$"
    r"|\b(?:phone|ring|call|contact|e-?mail|text|speak to|talk to) (?:my |the |his "
    r"|her )?(?:advocate|solicitor"
    r"|social worker|support worker|barrister|caseworker|key ?worker)\b[^.;!?@\d]{0,25}$"
    r"|\bsenco is happy to be contacted\b[^!?;]{0,60}[\s,:]$"
    r"|\b(?:ex|exes|ex[ -](?:wife|husband|partner|boyfriend|girlfriend)|(?:wife|husband|partner"
    r"|sister|brother|mum|mam|mother|dad|father|nan|neighbour|friend))(?:['’]?s)?\s+(?:old |work )?"
    r"(?:e-?mail|address|number|mobile|phone|landline)(?: address| number)?\s+(?:is|was|are|were)"
    r"\s+(?:still |also |the one )*(?:on|in|at)\s(?:(?!\b(?:but|so|use|mine|my|me"
    r"|and)\b)[^.;!?@\d]){0,40}[\s(]$"
    r"|\b(?:ex|ex[ -](?:wife|husband|partner|boyfriend|girlfriend))(?:['’]?s)?\s+(?:old |work )?"
    r"(?:e-?mail|address|number|mobile|phone)(?: address| number)?\s*(?:is|was|:|\()?\s*$"
)
"""Before a number or an address, further away: it is not the one to use."""
ELSES_AFTER = re.compile(
    r"[\s,(]*(?:that'?s|which is|is|it'?s)\s+(?:my |the |his |her )?(?:ex|hers|his|theirs"
    r"|mum|mam|dad|mother"
    r"|father|sister|brother|solicitor|school|work|old|neighbour)(?:'?s)?(?: one"
    r"| number)?(?=\s*(?:[.,;!)\n]|$))"
    r"|[\s,)]*\b(?:as |because |since )?(?:clerks|they|others|he|she|people) (?:all )?reads? it"
)
"""After one, where another is given: it is not the one to use."""
_OTHERS_AFTER = re.compile(
    r"\s*(?:is|was|belongs to|=|\()\s*(?:my |his |her |the )?(?:mum|dad|mother|father"
    r"|husband|wife|partner|school"
    r"|sister|brother|neighbour|friend|nan|ex|work|council|office)(?:'?s)?\b(?! (?:mobile"
    r"|phone|number) (?:is )?(?:best|fine|ok))"
)
_OLD_BEFORE = re.compile(
    r"\b(?:not|instead of|rather than|ignore|forget|delete|scrap)\s+(?:on )?(?:(?:the|my"
    r"|that|this|any|old|other|previous"
    r"|number|one|no|you have|you've got|on file|mobile|landline)\s+)*[:,-]?\s*$"
)

# "This is my mum's number, mine is broke, so use email": lent to write from, and not to be rung.
_BORROWED = re.compile(
    r"\b(?:is|using|from|on) (?:my |me )?(?:mum|mam|dad|mother|father|nan|sister|brother|friend"
    r"|mate|neighbour|partner|husband|wife)'?s (?:phone|number|mobile|no)\s*(?:is)?[:,(]?\s*$"
)
_MINE_IS_OUT = re.compile(
    r"\bmine(?:'s| is| has| got)? (?:broke|broken|bust|lost|dead|off|smashed|cracked|stolen|gone)"
)
_SAFE_AFTER = re.compile(
    r"[\s,.-]*(?:(?:it|that)'?s |is |which is )?(?:totally |always |completely )?safe\b"
    r"(?! (?:to|for) (?:text|e-?mail|whatsapp))"
)


def read_phones(message: ParentMessage) -> Iterator[Fact]:
    """Find numbers that are the writer's, in E.164."""
    text = message.text
    for found in _PHONE.finditer(text):
        is_signed = SIGNED_WITH_A_JOB.search(message.plain, 0, found.start()) is not None
        of_another = OTHERS_NUMBER.search(message.plain, max(0, found.start() - 40), found.start())
        if of_another and not is_signed:
            continue
        if _OLD_BEFORE.search(message.plain, max(0, found.start() - 50), found.start()):
            continue
        if SOMEBODY_ELSES.search(message.plain, max(0, found.start() - 70), found.start()):
            continue
        is_elses = _OTHERS_AFTER.match(message.plain, found.end()) or ELSES_AFTER.match(
            message.plain, found.end()
        )
        if is_elses and _has_another(message, found):
            continue
        if _BORROWED.search(message.plain, max(0, found.start() - 40), found.start()) and (
            _MINE_IS_OUT.search(message.plain) is not None
        ):
            continue
        words = found[0]
        for start, end in _parts(words):
            number = _possible_number(words[start:end])
            if number is not None:
                yield Fact("phone", number, found.start() + start, found.start() + end)
                if _SAFE_AFTER.match(message.plain, found.end()):
                    yield Fact("contact_ok", "yes", found.start(), found.end(), role="call")
                break


def _has_another(message: ParentMessage, number: re.Match[str]) -> bool:
    return any(found.start() != number.start() for found in _PHONE.finditer(message.text))


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """Yield runs of whole groups of digits, longest first.

    "9 07700 900701 11" holds ages beside the number.
    """
    groups = [match.span() for match in re.finditer(r"[+(]*\d+\)?", words)]
    for length in range(len(groups), 0, -1):
        for first in range(len(groups) - length + 1):
            yield groups[first][0], groups[first + length - 1][1]


def _possible_number(words: str) -> str | None:
    """Return E.164 when libphonenumber calls the number possible.

    Ofcom's numbers for drama are possible, though not valid.
    """
    digits = re.sub(r"[^\d+]", "", words)
    if not _LOOKS_NATIONAL.match(digits):
        return None
    if digits.startswith("44"):
        digits = "+" + digits
    try:
        parsed = phonenumbers.parse(digits, "GB")
    except phonenumbers.NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE or _is_cut_short(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _is_cut_short(number: phonenumbers.PhoneNumber) -> bool:
    """UK mobiles and most lines have ten digits after the 0; a few old lines nine (01 only)."""
    digits = str(number.national_number)
    return number.country_code == 44 and (
        len(digits) < 9 or (len(digits) == 9 and not digits.startswith("1"))
    )
