"""Which papers they hold and what they sent: the certificate, the appeal."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.facts import DATE_PROBLEM
from casework.answers.paper_to_come import HAS_IT, is_still_to_come
from casework.answers.reading import Answer, one
from casework.dispute.certificate_days import certificate_day_answered
from casework.dispute.letter_days import (
    is_of_certificate,
    is_when_it_came,
    lone_letter_day,
    paper_named,
    says_undated,
)
from casework.dispute.no_certificate import denies_certificate
from casework.dispute.other_appeals import is_sent_elsewhere
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

_WANTS_ONE = re.compile(
    r"\bwhat (?:i|we)(?:'m| am|'re| are)? (?:want|need|after|here for)\b|"
    r"(?<!n't )(?<!dont )(?<!not )\b(?:need|want|after) (?:one|it)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:got|(?:have|had)(?! (?:i|we|you|u|they|he|she|to|left|been)\b)|received|came|come|"
    r"arrived|dated|issued)\b",
    re.IGNORECASE,
)
"""Enough in few words: "got", "we have"."""
_MAY_BE_OVER = re.compile(
    r"\b(?:last year|years? ago|r[au]n out|expired|out of date|different|another|other (?:child|"
    r"son|daughter|one)|an? old|for (?:his|her) (?:brother|sister))\b",
    re.IGNORECASE,
)
"""A certificate is of one decision: one of another, or long past, is asked about."""
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
_WAS_SENT = re.compile(
    r"\b(?:sent|posted|lodged|submitted|registered|filed|(?:put|handed) (?:it )?in|went in|gone in|"
    r"done)\b|\be-?mailed (?:it|the (?:form|appeal|tribunal)|tribunal|sendist)\b|"
    r"\b(?:tribunal|sendist|judge)(?: have|'?ve| has)(?: now)?(?: got| had| received)? "
    r"(?:it|my|our|the)\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"^\W*(?:yes |yeah )?(?:it|that|we|i|they)(?:'?ve)? (?:was|did|has|have)"
    r"\W*(?:$|[,.;]|and\b|but\b)|"
    r"\b(?:we|i|they|he|she) (?:won|lost)\b|\b(?:it'?s|is|was|been|all) (?:now )?"
    r"(?:finished|over|decided|heard|settled|closed)\b",
    re.IGNORECASE,
)
"""An appeal that was sent long since: "it was, it's finished and we won"."""
_IS_NOT_OVER = re.compile(
    r"\b(?:it|that|they|tribunal|judge|appeal|hearing|case)(?: still)?"
    r"(?:'?s not| (?:(?:is|was|has|have)(?:n'?t| not| never)|never))(?: [\w']+){0,2}? "
    r"(?:over|decided|heard|settled|closed)\b|"
    r"\bnothing(?:'?s)?(?: [\w']+){0,3}? (?:decided|heard|settled)\b",
    re.IGNORECASE,
)
"""Of an appeal that was sent, perhaps: "it hasn't been heard yet", "nothing has been decided"."""
_IS_OF_SENDING = re.compile(
    r"\b(?:appeal\w*|tribunal|sent|send\w*|post\w*|lodg\w*|submit\w*|regist\w*|put|form|yet|it|that"
    r"|one|done|about to|going to|gonna|planning|might|ready to|haven'?t|didn'?t)\b",
    re.IGNORECASE,
)
_NOT_SENT = re.compile(
    r"\bnot\b|n't\b|\b(?:have|has|did|do|does|is|was|could|can)nt\b|\b(?:will|going to|gonna"
    r"|thinking (?:about|of)|considering|want to|about to|planning|might|filled|filling|need "
    r"to|yet to|ready to|never)\b",
    re.IGNORECASE,
)


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
    if is_still_to_come(text):
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
    held = Fact("certificate_held", True, is_sure and not _MAY_BE_OVER.search(text))
    return Answer(facts=(held, *dates))


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
    text = _OF_THE_ASSISTANT.sub(" ", text)
    if _IS_ANOTHER_PAPER.search(text) and not _IS_A_CERTIFICATE.search(text):
        return False
    if _OF_ANOTHER_KIND.search(text):
        return False
    if reads_as_yes(text) or _BUT_YES.match(text):
        return True
    if reads_as_question(text) and not _IS_A_CERTIFICATE.search(text):
        return False
    if HAS_IT.search(text):
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


def read_appeal_lodged(message: Message, draft: Draft, today: date) -> Answer | None:
    """Whether the appeal has gone to the Tribunal; one that is only meant to go has not.

    Who wrote to the council instead has still to appeal in time: they are told to whom it goes.
    """
    text = message.plain
    if is_sent_elsewhere(text) and not (reads_as_no(text) or reads_as_unsure(text)):
        is_again = draft.progress.misses > 0
        asked = one("appeal_lodged", False, is_sure=False)
        return asked if is_again else Answer(problem="utter_help_appeal_lodged")
    found = message.first("appeal")
    if found is not None and (found.is_sure or not _IS_OVER.search(text)):
        return one("appeal_lodged", found.value == "yes", found.is_sure)
    if reads_as_unsure(text):
        return None
    if _IS_NOT_OVER.search(text):
        return one("appeal_lodged", True, is_sure=False)
    if _IS_OVER.search(text) and not _NOT_SENT.search(text):
        return one("appeal_lodged", True)
    is_not_sent = _NOT_SENT.search(text) is not None
    if _WAS_SENT.search(text) or (is_not_sent and _IS_OF_SENDING.search(text)):
        return one("appeal_lodged", not is_not_sent)
    if reads_as_no(text) or (reads_as_yes(text) and not reads_as_mere_assent(text)):
        return one("appeal_lodged", not reads_as_no(text))
    return None
