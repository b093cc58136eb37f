"""Which certificate they hold, and its date; one that is only asked for is still to come."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.facts import DATE_PROBLEM
from casework.answers.reading import Answer, one
from casework.dispute.certificate_days import certificate_day_answered
from casework.dispute.field_words import KIN
from casework.dispute.letter_days import (
    denies_certificate,
    is_of_certificate,
    is_when_it_came,
    lone_letter_day,
    paper_named,
    says_undated,
)
from casework.law.deadlines import check_certificate_date, check_letter_date
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import (
    reads_as_mere_assent,
    reads_as_no,
    reads_as_question,
    reads_as_unsure,
    reads_as_yes,
)

_ONE = r"(?:one|it|that|any|mine|(?:an? |the |any |my )?(?:mediation )?cert\w*)"
_STILL_TO_COME = re.compile(
    rf"\b(?:asked|asking|applied|applying|waiting)\b|\bin the post\b|\bon (?:its|it's|the) way\b|"
    rf"\b(?:may|can|could|will|to) be (?:issued|sent)\b|\bon my (?:list|to[- ]do)\b|"
    rf"\bnot (?:got|had|come|yet|arrived|here|received|sent)\b|"
    rf"(?:have|has|did|is)n'?t (?:got|had|come|arrived|sent|received|get|here)\b|"
    rf"(?<!you )(?<!u )\b(?:need|want|after) (?:one|it|a |the )|"
    rf"\bwhat i(?:'m| am)? (?:want|need|after)|"
    rf"\b(?:everything|all) (?:but|except|apart from) {_ONE}\b|"
    rf"\b(?:don'?t|do not|doesn'?t|didn'?t|havent|hasnt|never)(?: (?:even|actually|yet|ever|think|"
    rf"i|we))* (?:have|had|got|get|received?|seen)(?: {_ONE}\b|\W*$)",
    re.IGNORECASE,
)
_ONLY_BEGUN = re.compile(
    r"\b(?:requested|requesting|ordered|booked|appointment|refused(?! (?:to )?mediat))\b",
    re.IGNORECASE,
)
"""A step towards one, unless the paper is here too: "I refused mediation and got the cert"."""
_HAS_IT = re.compile(
    rf"\b(?:got|have|had|has|received|hold|been (?:sent|given|e-?mailed|issued))(?: "
    rf"(?:already|now|actually|just|got|had|been|sent|given|both|definitely))* "
    r"(?:this|ours|the paper\w*|(?:\w+ ){0,3}?cert\w*|"
    rf"{_ONE})\b(?! (?:wrong|right|backwards|mixed up|muddled|explained|planned|arranged|sorted|"
    rf"down|i|we|you|to|for (?:a|an|his)|questions?|more|things?|problems?|child|sons?|daughters?|"
    rf"kids?|other|weeks?|days?)\b)|"
    rf"\b{_ONE}\b[^.;!?]{{0,25}}?\b(?:(?:came|come)(?! back)|arrived|dated|issued|is here)\b|"
    rf"\b(?:came|arrived|dated|issued|turned up) (?:on|in|last|this|by|yesterday|today|the|\d)|"
    rf"\b(?:e-?mailed|sent|posted|gave|issued)(?: me| us)? {_ONE}\b|"
    rf"\b(?:e-?mailed|sent|posted|gave|issued)(?: it)?(?: to)? (?:me|"
    rf"us)\b(?! (?:some\w*|a|an|the|this|stuff|info\w*|forms?|my|our|his|her)\b)",
    re.IGNORECASE,
)
"""The paper is what they have or what came; "it says I have 30 days" tells of neither."""

_WANTS_ONE = re.compile(
    r"\bwhat (?:i|we)(?:'m| am|'re| are)? (?:want|need|after|here for)\b|"
    r"(?<!n't )(?<!dont )(?<!not )(?<!you )(?<!u )\b(?:need|want|after) (?:one|it)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:got|(?:have|had)(?! (?:i|we|you|u|they|he|she|to|left|been)\b)|received|came|come|"
    r"arrived|dated|issued)\b",
    re.IGNORECASE,
)
"""Enough in few words: "got", "we have"."""
_IN_DOUBT = re.compile(
    rf"\b(?:last year|years? ago|r[au]n out|expired|out of date|different|another|"
    rf"other (?:child|son|daughter|one)|an? old|for (?:his|her) (?:brother|sister)|i think)\b|"
    rf"\b(?:{KIN}|school|college|solicitor|council)(?:'?s| has| (?:might|may) have) "
    rf"(?:got )?(?:it|one|mine|the cert)|^\W*(?:yes|yeah|yep)(?: \w+)?,? (?:please|pls)\W*$",
    re.IGNORECASE,
)
"""Asked about: a certificate of another decision or long past, or one that somebody else has.

"Yes please" may be a wish for one.
"""
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:diagnos\w+|medical|birth|autism|adhd|sick(?:ness)?|doctors?'?|school|course) "
    r"(?:cert\w*|one)\b|\bnot (?:a|the|my) mediation (?:one|cert)",
    re.IGNORECASE,
)
_NOT_TO_HAND = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|i do|we do|i have|we have|(?:i |we )?(?:had|have|got) (?:it|one))\b"
    r".{0,25}?\b(?:lost|mislaid|misplaced|not to hand|(?:ca ?n[o']?t|cannot|could ?n'?t) (?:find|"
    r"remember|recall)|not sure (?:when|where|wh?at date|which|(?:of|on|about) the date)|"
    r"(?:don'?t|do not) (?:know|remember) (?:when|where|what date|the date))\b",
    re.IGNORECASE,
)
"""They have it all the same: "yes but I can't find it"."""
_OF_THE_ASSISTANT = re.compile(
    r"\b(?:you|u|youve)(?:'?ve| have| keep| r)? (?:got|getting|have|had|put)\b[^.;!?]*",
    re.IGNORECASE,
)
_IS_THE_PAPER = re.compile(r"\b(?:it|one|mine|that|cert\w*|paper)\b", re.IGNORECASE)
_IS_ANOTHER_PAPER = re.compile(r"\b(?:ehcp?|plan|letter|statement|report)\b", re.IGNORECASE)
_PAPER_BEFORE = {
    "letter": re.compile(r"\bletter\b", re.IGNORECASE),
    "arrival": re.compile(r"\b(?:arrived?|came|come|got|received)\b", re.IGNORECASE),
    "certificate": re.compile(r"\bcert\w*|\bdated\b|\bdate on (?:it|that)\b", re.IGNORECASE),
}
"""What the words since the date before make it the date of where none beside it say so."""
_IS_A_CERTIFICATE = re.compile(r"\bcert", re.IGNORECASE)
FEWEST_TO_NAME_IT = 4
"""Words from which the paper that they have is named; "got", "we have" are of what was asked."""
_BUT_YES = re.compile(
    r"^\W*(?:(?:actually|oh|wait|sorry|um+|no|nope|hang on|hold on|ah|well|yes|turns out)\W+)+"
    r"(?:yes|yeah|yep|yup|i do|we do|i have|we have)\b(?!\W*(?:no|not|n't)\b)",
    re.IGNORECASE,
)
"""A yes after second thoughts: "actually yes", "no wait, I do"."""
_NO_NOT_KNOWN = re.compile(
    r"^\W*(?:no+|nope|nah)\b(?! (?:idea|clue))\W+(?:i |we )?(?:(?:don'?t|do not|didn'?t|"
    r"never) (?:even )?(?:know|heard?)|not sure)\b(?! (?:if|whether|where|that i|when))",
    re.IGNORECASE,
)
"""Who does not know what the paper is has none: "no, I don't know what it is"."""


def read_certificate_held(message: Message, draft: Draft, today: date) -> Answer | None:
    """Yes or no, and the certificate's date where it is told at once."""
    text = message.plain
    found = message.first("certificate")
    if _NO_NOT_KNOWN.match(text):
        return one("certificate_held", False)
    if _NOT_TO_HAND.match(text):
        return Answer(facts=(Fact("certificate_held", True),), keeps=text)
    if reads_as_unsure(text):
        return None
    if found is not None and found.value == "no":
        return one("certificate_held", False, found.is_sure)
    if denies_certificate(text):
        return one("certificate_held", False)
    if _is_still_to_come(text):
        facts = [Fact("certificate_held", False)]
        if _WANTS_ONE.search(text) and not reads_as_question(text):
            facts.append(Fact("route_wanted", "certificate_only", is_sure=False))
        return Answer(facts=tuple(facts))
    if reads_as_no(text) and not _BUT_YES.match(text):
        return one("certificate_held", False)
    dates = _dates_told(message, draft, today)
    is_told = reads_as_yes(text) or _IS_THE_PAPER.search(text) is not None
    is_dated = is_told and _tells_two_papers(message) and _has_certificate_day(dates)
    is_here = is_dated or _says_it_is_here(_without_assent(text))
    if found is None and not is_here:
        return None
    is_sure = found is None or found.is_sure
    held = Fact("certificate_held", True, is_sure and not _IN_DOUBT.search(text))
    return Answer(facts=(held, *dates))


def _is_still_to_come(text: str) -> bool:
    """True for "I have requested one"; false for "yes, it says I refused mediation"."""
    if _STILL_TO_COME.search(text):
        return True
    begun = _ONLY_BEGUN.search(text)
    if begun is None or (reads_as_yes(text) and begun[0].casefold() == "refused"):
        return False
    rest = _ONLY_BEGUN.sub("|", text)
    here = [found.end() for found in _HAS_IT.finditer(rest)]
    return all(rest[end:].lstrip().startswith("|") for end in here)


def _dates_told(message: Message, draft: Draft, today: date) -> list[Fact]:
    """The certificate's date, and the letter's where both are told ("dated 18 Nov, letter 1 Oct").

    Of dates told in one breath each is what the words before it say; the day when the paper came
    is neither.
    """
    if not re.search(r"\bletter\b", message.plain, re.IGNORECASE):
        told = certificate_day_answered(message)
        day = None if told is None else (date.fromisoformat(str(told.value)), told.is_sure)
        letters = None
    else:
        of = _dates_by_words_before(message)
        day, letters = of.get("certificate"), of.get("letter")
        lone = lone_letter_day(message.plain, day[0]) if day is not None else None
        known = draft.referral.decision.letter_date
        is_known = lone is not None and known is not None and lone.day == known.day
        if letters is None and lone is not None and not is_known:
            letters = lone, False
    letter_date = letters[0] if letters else draft.referral.decision.letter_date
    facts = []
    if letters is not None and check_letter_date(letters[0], today) is None:
        facts.append(Fact("decision_date", letters[0].isoformat(), letters[1]))
    if day is not None and check_certificate_date(day[0], letter_date, today) is None:
        facts.append(Fact("certificate_date", day[0].isoformat(), day[1]))
    return facts


def _dates_by_words_before(message: Message) -> dict[str, tuple[date, bool]]:
    """Day and whether it is sure, by paper ("certificate", "letter") and "arrival".

    A day that is of none is the certificate's, which was asked for.
    """
    found: dict[str, tuple[date, bool]] = {}
    before = 0
    for entity in sorted(message.all_of("date"), key=lambda entity: entity.start):
        words = message.text[before : entity.start]
        before = entity.end
        paper = paper_named(message, entity)
        if paper is None:
            paper = next((name for name, cue in _PAPER_BEFORE.items() if cue.search(words)), None)
        elif is_when_it_came(message, entity):
            paper = "arrival"
        paper = paper or (None if entity.role else "certificate")
        if paper is not None:
            found.setdefault(paper, (date.fromisoformat(str(entity.value)), entity.is_sure))
    return found


def _without_assent(text: str) -> str:
    """What stands after the "ok" and "yeah that's fine", which tell of no paper."""
    first, _, rest = text.partition(".")
    return rest if reads_as_mere_assent(first) else text


def _says_it_is_here(text: str) -> bool:
    """True for "yes", "got it" and "have one"; false for "we have an EHCP" and "mum will come".

    What the assistant has got ("you've got that backwards") is no paper.
    """
    is_question = reads_as_question(text)
    text = _OF_THE_ASSISTANT.sub(" ", text)
    if _IS_ANOTHER_PAPER.search(text) and not _IS_A_CERTIFICATE.search(text):
        return False
    if _OF_ANOTHER_KIND.search(text):
        return False
    if reads_as_yes(text) or _BUT_YES.match(text):
        return True
    if is_question and not _IS_A_CERTIFICATE.search(text):
        return False
    if _HAS_IT.search(text):
        return True
    return len(text.split()) < FEWEST_TO_NAME_IT and _HAS.search(text) is not None


def read_certificate_date(message: Message, draft: Draft, today: date) -> Answer | None:
    """The date on the certificate; one said of the council's letter is not.

    That it is a certificate of something else may be seen only now.
    """
    if _OF_ANOTHER_KIND.search(message.plain):
        return one("certificate_held", False, is_sure=False)
    both = _dates_told(message, draft, today) if _tells_two_papers(message) else []
    if _has_certificate_day(both):
        return Answer(facts=tuple(both))
    is_of_letter = _IS_ANOTHER_PAPER.search(message.plain) and not _IS_A_CERTIFICATE.search(
        message.plain
    )
    found = None if is_of_letter else certificate_day_answered(message)
    if found is None:
        return Answer(is_unsure=True) if says_undated(message.plain) else None
    day = date.fromisoformat(str(found.value))
    problem = check_certificate_date(day, draft.referral.decision.letter_date, today)
    if problem is not None:
        return Answer(problem=f"utter_{DATE_PROBLEM[problem]}")
    return one("certificate_date", found.value, found.is_sure)


def _has_certificate_day(facts: list[Fact]) -> bool:
    return any(fact.field == "certificate_date" for fact in facts)


def _tells_two_papers(message: Message) -> bool:
    """True for a paper that is told apart from a letter by a date of its own."""
    days = message.all_of("date")
    is_dated = len(days) > 1 or (len(days) == 1 and is_of_certificate(message, days[0]))
    return is_dated and "letter" in message.plain.casefold()
