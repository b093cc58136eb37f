"""Which papers they hold and what they sent: the certificate, the appeal."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.reading import Answer, date_of, one
from casework.deadlines import check_certificate_date
from casework.draft import Draft
from casework.facts import DATE_PROBLEM, Fact
from casework.message import Message
from casework.words import reads_as_mere_assent, reads_as_no, reads_as_unsure, reads_as_yes

_STILL_TO_COME = re.compile(
    r"\b(?:asked|asking|applied|applying|waiting)\b|\bin the post\b|\bon (?:its|it's|the) way\b|"
    r"\bnot (?:got|had|come|yet|arrived|here|received|sent)\b|(?:have|has|did|is)n'?t "
    r"(?:got|had|come|arrived|sent|received|get|here)\b|\b(?:need|want|after) (?:one|it|a "
    r"|the )|\bwhat i(?:'m| am)? "
    r"(?:want|need|after)|\bwaiting\b",
    re.IGNORECASE,
)
_WANTS_ONE = re.compile(
    r"\bwhat (?:i|we)(?:'m| am|'re| are)? (?:want|need|after|here for)\b|"
    r"\b(?:need|want|after) (?:one|it)\b",
    re.IGNORECASE,
)
_IS_HERE = re.compile(
    r"\b(?:got|have|had|received|came|come|arrived|dated|issued|e-?mailed me|sent (?:it )?to me)\b",
    re.IGNORECASE,
)
_IS_THE_PAPER = re.compile(r"\b(?:it|one|mine|that|cert\w*|paper)\b", re.IGNORECASE)
_IS_ANOTHER_PAPER = re.compile(r"\b(?:ehcp?|plan|letter|statement|report)\b", re.IGNORECASE)
_IS_A_CERTIFICATE = re.compile(r"\bcert", re.IGNORECASE)
FEWEST_TO_NAME_IT = 4
"""Words from which the paper that they have is named; "got", "we have" are of what was asked."""
_WAS_SENT = re.compile(
    r"\b(?:sent|posted|lodged|submitted|registered|put (?:it )?in|went in|gone in|done)\b",
    re.IGNORECASE,
)
_IS_OF_SENDING = re.compile(
    r"\b(?:appeal\w*|tribunal|sent|send\w*|post\w*|lodg\w*|submit\w*|regist\w*|put|form|yet|it|that"
    r"|one|done|about to|going to|gonna|planning|might|ready to|haven'?t|havent|didn'?t|didnt)\b",
    re.IGNORECASE,
)
_NOT_SENT = re.compile(
    r"\bnot\b|n't\b|\b(?:have|has|did|do|does|is|was|could|can)nt\b|\b(?:will|going to|gonna"
    r"|want to|about to|planning|might|filled|filling|need "
    r"to|yet to|ready to|never)\b",
    re.IGNORECASE,
)


def read_certificate_held(message: Message, draft: Draft, today: date) -> Answer | None:
    """Yes or no, and the certificate's date where it is told at once."""
    text = message.plain
    found = message.first("certificate")
    if reads_as_unsure(text):
        return None
    if found is not None and found.value == "no":
        return one("certificate_held", False, found.is_sure)
    if _STILL_TO_COME.search(text):
        facts = [Fact("certificate_held", False)]
        if _WANTS_ONE.search(text):
            facts.append(Fact("route_wanted", "certificate_only", is_sure=False))
        return Answer(facts=tuple(facts))
    if reads_as_no(text):
        return one("certificate_held", False)
    if found is None and (reads_as_mere_assent(text) or not _says_it_is_here(text)):
        return None
    day = (
        None
        if re.search(r"\bletter\b", text, re.IGNORECASE)
        else date_of(message, ("certificate", None, "decision"))
    )
    facts = [Fact("certificate_held", True, found is None or found.is_sure)]
    letter = draft.referral.decision.letter_date
    if day is not None and check_certificate_date(day[0], letter, today) is None:
        facts.append(Fact("certificate_date", day[0].isoformat(), day[1]))
    return Answer(facts=tuple(facts))


def _says_it_is_here(text: str) -> bool:
    """True for "yes", "got it" and "have one"; false for "we have an EHCP" and "mum will come"."""
    if _IS_ANOTHER_PAPER.search(text) and not _IS_A_CERTIFICATE.search(text):
        return False
    if reads_as_yes(text):
        return True
    is_named = _IS_THE_PAPER.search(text) is not None or len(text.split()) < FEWEST_TO_NAME_IT
    return is_named and _IS_HERE.search(text) is not None


def read_certificate_date(message: Message, draft: Draft, today: date) -> Answer | None:
    """The date on the certificate; one said of the council's letter is not."""
    is_of_letter = _IS_ANOTHER_PAPER.search(message.plain) and not _IS_A_CERTIFICATE.search(
        message.plain
    )
    found = None if is_of_letter else date_of(message, ("certificate", None, "decision"))
    if found is None:
        return None
    day, is_sure = found
    problem = check_certificate_date(day, draft.referral.decision.letter_date, today)
    if problem is not None:
        return Answer(problem=f"utter_{DATE_PROBLEM[problem]}")
    return one("certificate_date", day.isoformat(), is_sure)


def read_appeal_lodged(message: Message, draft: Draft, today: date) -> Answer | None:
    """Whether the appeal has gone to the Tribunal; one that is only meant to go has not."""
    text = message.plain
    found = message.first("appeal")
    if found is not None:
        return one("appeal_lodged", found.value == "yes", found.is_sure)
    if reads_as_unsure(text):
        return None
    is_not_sent = _NOT_SENT.search(text) is not None
    if _WAS_SENT.search(text) or (is_not_sent and _IS_OF_SENDING.search(text)):
        return one("appeal_lodged", not is_not_sent)
    if reads_as_no(text) or (reads_as_yes(text) and not reads_as_mere_assent(text)):
        return one("appeal_lodged", not reads_as_no(text))
    return None
