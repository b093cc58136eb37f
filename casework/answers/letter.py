"""The date on the council's letter, or that there is none, as the answer to that question."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.facts import DATE_PROBLEM
from casework.answers.reading import Answer, date_of, one
from casework.dispute.help_not_given import NOT_GIVEN
from casework.dispute.letter_days import (
    is_of_no_certificate,
    is_when_it_came,
    says_undated,
    tells_of_a_call,
    without_days_of_meetings,
)
from casework.dispute.rough_days import day_in_pieces, tells_part_of_a_month, tells_rough_day
from casework.dispute.undecided import NO_LETTER, doubts_decision, says_undecided
from casework.law.deadlines import check_letter_date
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_no, reads_as_unsure

_NOT = (
    r"(?:no|not|never|none|nothing|nowt|neither|without|still waiting|waiting|awaiting|"
    r"(?:have|has|had|did|do|does|is|was|ai|i)n'?t)"
)
_IS_ALL = re.compile(
    rf"^(?=.*\b(?:{_NOT}|n|nope|nah|naw)\b)(?:\W|\b(?:{_NOT}|oh|ok|okay|well|so|and|but|sorry|um+|"
    rf"er+m?|hmm+|n|noo+|nope|nah|naw|yet|i|we|it|they|there|'?ve|have|has|had|is|got|get|been|"
    rf"given|sent|sending|come|came|arrived|received|seen|hear|heard|one|any|anything|owt|letters?|"
    rf"them|me|us|back|through|as yet|still|just|only|actually|sir|mate|love|so far|"
    rf"from (?:them|the (?:council|la)|council)|in (?:writing|the post)|for (?:it|one)|tbh)\b)++$",
    re.IGNORECASE,
)
"""The whole answer: "no", "not yet", "there isn't one"; no word of it tells of another matter."""
_NOBODY = re.compile(
    r"^\W*(?:no one|neither|without|(?:n|no)\W*(?:i|we|it|they|there))\W*$|"
    r"^\W*(?:n|no+|nope|nah|naw)\W+(?:(?:sorry|oh|well|actually|but|so|and|it|i|we|they|just|'?ve|"
    r"'?s|have|has|had|been)\W+)*(?:have|has|had|got|came|come|arrived|sent|received)\b"
    r"(?!.*\b(?:no|not|none|nothing|nowt|never|any|anything|owt|yet|waiting)\b)|"
    r"\b(?:it|me|us|them) isn'?t\b|\bisn'?t (?:it|me|us|them)\b",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:letters?|decisions?|answer|repl(?:y|ies|ied)|response|date yet|"
    r"anything (?:in writing|from (?:them|the council|council)))\b"
)
_NONE_CAME = re.compile(
    rf"\b{_NOT}(?: (?:for|on|an?|any|the|their|my|our|had|have|got|get|been|given|sent|seen|"
    rf"received|me|us|even|yet|actually|ever|proper|real|formal|final|written|new|actual|such|"
    rf"other|decision))* {_PAPER}|"
    rf"\b{_PAPER}(?: (?:has|have|is|was|did|from|them|the|council|ever|just|still|it))* "
    rf"?(?:not|never|n'?t|(?:ha[sd]|have|is|was|did)n'?t)(?: (?:even|yet|been|ever))* "
    rf"(?:come|came|arrived|here|got|received|sent|turned|given|shown|had)\b|"
    rf"\b(?:never|not|(?:have|has|did)n'?t)(?: (?:even|yet|ever|been))* "
    rf"(?:sent|send|given|got|had|received)(?: me| us)? (?:anything|owt|a thing|one)(?: yet|"
    rf" from them)?\s*$|\b(?:they|council|la|she|he|officer|caseworker)(?:'?ve|'?s| have| has)? "
    rf"(?:just|only) (?:rang|phoned|called|told (?:me|us|him|her)|said (?:it|so|no)\b)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:i|we|you|u|that|this|it)(?: \w+)?(?:'t|nt| not| never) (?:reply|answer)\b|"
    r"\banswer (?:my (?:question|calls?)|the (?:question|door))\b|"
    r"\b(?:school'?s?|nursery|college|cert\w*|transport|taxi|dla|pip|doctor\w*|hospital|nhs|camhs|"
    r"gp|senco|teachers?|solicitor|ombudsman|dad'?s?|"
    r"(?:about|because|wrong with|in|on) (?:the|his|her|my|that) (?:letter|decision|answer|reply)|"
    r"(?<!on the )(?<!over the )(?<!by )phones?|number)\b|\bletters? (?:to|home|please|of)\b",
    re.IGNORECASE,
)
_BY_EMAIL = re.compile(r"(?<!no )(?<!not )(?<!any )(?<!or )\be-?mail\w*", re.IGNORECASE)
"""A decision in an email is one in writing, and bears its date."""
_CLAUSE_ENDS = re.compile(r"[.,;:!?\n\u2013\u2014]+|\s-+\s|\s(?:but|though|so|and)\s")
_NAMES_A_DAY = re.compile(
    r"\d(?!\d* ?(?:days?|weeks?|wks?|months?) (?:ago|back)\b)|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|first|second|third|\w+th)",
    re.IGNORECASE,
)
"""A date as a paper bears it; "yesterday" and "3 days ago" rather tell when it came."""
PLAIN_NO_WORDS = 2
_HELP = "utter_help_decision_date"
_IS_A_CERTIFICATE = re.compile(r"\bcert", re.IGNORECASE)
_NOT_TO_HAND = re.compile(
    r"(?:\bnot?|n'?t|\bletter(?:'?s| is)?|\bit(?:'?s| is)?) (?:[\w']+ ){0,3}?(?:here|on me|with me|"
    r"in front|at home|handy|nearby)\b|\bto hand\b|\blook(?:ing)? for it\b|"
    r"(?:do ?n[o']?t|do not) have (?:the|that|his|her|my) (?:\w+ )?letter\b(?!.*\byet\b)|"
    r"^\W*(?:at home|in front)\b",
    re.IGNORECASE,
)
"""There is a letter, but they cannot read the date off it now."""


def read_decision_date(message: Message, draft: Draft, today: date) -> Answer | None:
    """The date on the letter, or that there is none. A bare "no" means no letter.

    After something was said that could not be read, or was misread, it says nothing of the kind.
    Who tells here that the help named before is not given has no letter to tell of: it is asked.
    A date that is known goes by more than a "no".
    """
    if _turns_out_not_given(message, draft):
        return one("issue", [NOT_GIVEN], is_sure=False)
    if says_undecided(message, draft):
        return one("decision_date", NO_LETTER)
    is_of_letter = is_of_no_certificate(message) or not _IS_A_CERTIFICATE.search(message.plain)
    roles = ("decision", None, "certificate") if is_of_letter else ("decision", None)
    found = date_of(without_days_of_meetings(message), roles)
    is_again = draft.progress.misses > 0
    if found is not None and not found[1] and tells_rough_day(message.plain):
        return Answer(is_unsure=is_again, problem=None if is_again else _HELP)
    is_of_a_call = found is not None and tells_of_a_call(message.plain)
    if is_of_a_call and says_no_letter(message):
        return one("decision_date", NO_LETTER)
    if is_of_a_call and not is_again:
        return Answer(problem=_HELP)
    if found is not None:
        return _day_told(message, draft, found, today, is_of_a_call=is_of_a_call)
    pieced = day_in_pieces(message.plain, today)
    if pieced is not None and check_letter_date(pieced, today) is None:
        return one("decision_date", pieced.isoformat(), is_sure=False)
    is_doubtful = tells_part_of_a_month(message.plain) or doubts_decision(message, draft)
    if is_doubtful and not is_again:
        return Answer(problem=_HELP)
    return _none_told(message, draft, is_again=is_again)


def _day_told(
    message: Message, draft: Draft, found: tuple[date, bool], today: date, *, is_of_a_call: bool
) -> Answer:
    """The day told, to be asked about where it may be no paper's."""
    day, is_sure = found
    came = any(is_when_it_came(message, told) for told in message.all_of("date"))
    if came and says_undated(message.plain):
        return Answer(is_unsure=True, keeps=message.plain)
    problem = check_letter_date(day, today)
    if problem is not None:
        return Answer(problem=f"utter_{DATE_PROBLEM[problem]}")
    is_doubtful = came or is_of_a_call or doubts_decision(message, draft)
    is_dated = _NAMES_A_DAY.search(message.plain) is not None
    return one("decision_date", day.isoformat(), is_sure and is_dated and not is_doubtful)


def _none_told(message: Message, draft: Draft, *, is_again: bool) -> Answer | None:
    """That there is no letter, or that its date is not known; where no day was told."""
    is_none = says_no_letter(message)
    if says_undated(message.plain) and not is_none:
        return Answer(is_unsure=True, keeps=message.plain)
    if reads_as_unsure(message.plain) or _NOT_TO_HAND.search(message.plain):
        return Answer(is_unsure=True)
    if is_none:
        return one("decision_date", NO_LETTER)
    if not _IS_ALL.match(message.plain) or _NOBODY.search(message.plain):
        return None
    if draft.referral.decision.letter_date is not None:
        return None
    is_short = len(message.plain.split()) <= PLAIN_NO_WORDS
    is_bare = is_short and reads_as_no(message.plain) and "yet" not in message.plain
    return Answer(is_unsure=True) if is_again and is_bare else one("decision_date", NO_LETTER)


def says_no_letter(message: Message) -> bool:
    """True for "no letter yet" and "they only told me on the phone"; false for "just an email"."""
    if _BY_EMAIL.search(message.plain):
        return False
    is_heard = message.first("no_date") is not None
    return is_heard or any(
        _NONE_CAME.search(clause) and not _OF_ANOTHER.search(clause)
        for clause in _CLAUSE_ENDS.split(message.plain)
    )


def _turns_out_not_given(message: Message, draft: Draft) -> bool:
    told = {str(entity.value) for entity in message.all_of("dispute")}
    held = set(draft.progress.stated_kinds)
    return told == {NOT_GIVEN} and held <= {"section_f"} and bool(draft.referral.dispute.sections)
