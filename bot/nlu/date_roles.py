"""What a date in a message is the date of: a decision, a certificate, a permission, a birth."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.date_patterns import OOPS
from bot.nlu.facts import Fact, Span
from bot.nlu.message import ParentMessage

_DECISION = (
    r"letters?|decisions?|decided|refus\w*|plan date|final(?:ised|ized)?(?: plan| ehcp?)?|"
    r"plan (?:came|arrived|from|date)|ehcp (?:came|arrived|from|dated)|they wrote|wrote|written|"
    r"turned (?:\w+ ){0,3}down|said no|no to|declined|rejected|amended|amending|stopped|ceas\w+|"
    r"notice|knocked back|told (?:us|me)|e-?mailed|heard back|plan|ehcp|denied|"
    r"received (?:this|it|that|theirs)|outcome|answer (?:was|is|came back)|when(?=\s*[:=])"
)
_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|family|carers?|guardian|client|s?he|both|they|"
    r"young (?:person|man|woman|lady))"
)
_FAMILY_AGREED = (
    rf"\b{_KIN}(?:'s|'ve)?(?: (?:both|all|has|have|had|also|then|already|parents?)){{0,2}} "
    rf"(?:agreed(?! (?:to|with|that|on) (?!this|it|me|us|the referral|i |we ))|"
    rf"said (?:ok|okay|fine|go ahead|it'?s (?:ok|fine)|that'?s fine)|"
    rf"confirmed(?! (?:the|they|that they|his|her)\b)|gave it|"
    rf"(?:messaged|texted|e-?mailed|told) (?:me|us) to (?:go ahead|refer|do|write|send|contact))|"
    rf"go[ -]?ahead|asked (?:me|us) to (?:do|refer|write|send|contact|go|get|help|make)\b|"
    rf"(?:verbal|oral|written) (?:consent|permission|agreement|authority|yes|ok)|verbally|"
    rf"in writing|to (?:say|tell (?:me|us)) (?:yes|ok|okay)|"
    rf"signed (?:(?:our|the|a|an|my|your|their) )?(?:\w+ )?form|"
    rf"confirmed (?:by|with) (?:the |his |her )?{_KIN}"
)
_CUE = re.compile(
    rf"\b(?:(?P<certificate>certificates?|certificat|certs?)|"
    rf"(?P<date_of_birth>d\.?o\.?b\b\.?|date of birth|birth ?dat\w*|birthday|b-?day|born(?: on)?|"
    rf"b\.?(?=\s*\d))|(?P<permission>{_FAMILY_AGREED}|said yes|permission|consent\w*|"
    rf"gave (?:me |us )?(?:the )?(?:ok|okay|go-?ahead)|agreed to (?:me|this|the referral)|say so|"
    rf"happy for me)|(?P<other>(?:paediatrician|doctor|dr|gp|hospital|camhs|consultant|school|ep|"
    rf"ot|nhs|therapist)(?:'?s)? (?:letter|report)|i wrote|i've written|i (?:e-?mailed|sent)|"
    rf"(?<!certificate for )(?<!certificate of )(?<!cert for )mediation(?! "
    rf"(?:cert|people|service|company|provider|lot|place|team|firm|advis))|"
    rf"said (?:no|yes) to mediation|i said no|signed|phase transfer|asked|requested|applied|"
    rf"(?<!refused our )(?<!refused my )(?<!refused the )(?<!refusing our )(?<!refusing my "
    rf")(?<!declined our )(?<!declined my )(?<!rejected our )(?<!rejected my )(?<!down our "
    rf")(?<!down my )request|meeting|met|annual review|review was|reviewed|appeal\w*|tribunal|"
    rf"hearing|(?:at|to) panel|panel (?:is|meets|sits)|moved|move|suspended|excluded|exclusion|"
    rf"starts?|started|rang|phoned|called|assessed|ring|call|holiday|deadline|diagnos\w+|"
    rf"(?:will be|turns|turning|turned|be) \w+(?= on)|complain\w*|respond|comments?)|"
    rf"(?P<decision>{_DECISION}))(?!\w)"
)
_SELF_BORN = re.compile(
    r"\b(?:my (?:dob|d\.o\.b|date of birth|birthday|birth ?date)|i was born|i'?m born)\b"
)
_ANOTHER_BORN = re.compile(
    r"\b(?:his|hers|theirs|he|she|(?:my )?(?:son|daughter|child|boy|girl|lad)'?s?)(?:'?s)?(?: dob|"
    r" birthday| date of birth)?(?: is| was)?(?: born)?(?: on)?\s*[:=-]?\s*$"
)
_ANY_DECISION = re.compile(
    r"\b(?:letter|decision|decided|refus\w*|turned (?:\w+ ){0,3}down|said no|no to|wo n'?t|won'?t|"
    r"will not|declined|rejected|dated|issued|came|arrived|no changes|final|finali[sz]ed|stopp\w+|"
    r"ceas\w+|ending|say no|says no|la: no|council: no|amend\w*|plan)\b"
)
# What follows these is a limit or a plan for later, not the day of a letter.
_A_LIMIT = re.compile(
    r"\b(?:by|until|'?till?|before|due(?: on| in)?|deadline(?: is| of)?|takes (?:me|us) to|"
    r"(?:i|we) make|ends?(?: on)?|up on|expires?(?: on)?|lands on|runs out(?: on)?|starting|"
    r"starts(?: on)?)\s+(?:the\s+|on\s+)?$"
)
_DATED_BEFORE = re.compile(
    r"\b(?:dated|date on (?:it|the letter)(?: is| says| was)?|"
    r"(?:it|letter) (?:says|is dated|was dated)|says)\s+(?:as\s+|on it\s+)?(?:the\s+)?$|"
    r"\b(?:council|la|lea|borough)'?s(?: own)?(?: one| letter)? (?:is|"
    r"was)(?: dated)?\s+(?:the\s+)?$"
)
_DATED_AFTER = re.compile(
    r"\s+(?:is |was )?(?:on (?:it|the letter|the top|the front)|at the top)\b"
)
# "Certificate, got it. Issued 9 November": the date is of the paper named last.
_PAPER = re.compile(
    r"\b(?P<certificate>cert(?:ificat\w*)?)\b|\b(?:letter|decision|plan|ehcp|email)\b"
)
_SAYS_ONLY_WHEN = re.compile(
    r"(?:^|[.!?;,\n])\s*(?:(?:and|hang on|it|its|it's|the|which|was|is|says?|date|on|top|that"
    r"|mine|came|one|ok|right|so|just|yes)[\s,.?!:]+)*(?:dated?|issued|says|is|from)"
    r"(?:[\s:]+(?:it|on|the|is|was|issued|dated|of))*[\s:]*$"
)
_IS_ANOTHERS = re.compile(
    rf"[\s.,;!-]*(?:{OOPS})?"
    r"(?:that'?s|that was|that is) (?:when |only )?(?:the |my |his |her |an? )?(?:school|nursery"
    r"|college|gp|doctor|hospital|nhs|camhs|review|meeting|old|previous|one from)\b"
)
_IS_IN_DISPUTE = re.compile(
    r"\s+(?:one|letter|decision)\b[\s,]*(?:that |which )?(?:i'?m|i am|we'?re|we are|i|we) "
    r"(?:want to |wish to )?(?:fight|appeal|challeng|disput|contest|disagree|argu|complain|"
    r"on about|asking about|writing about|talking about)"
)
_LETTER_OF = re.compile(r"\b(?:letter|lttr)(?: is| was| of| from)?(?: the)? $")
_ARRIVED = (
    r"(?:came|come|comes|arrived?|arived|turned up|landed|received|recieved|got here|popped up"
    r"|through (?:the |my |our )?(?:door|post|letter ?box)|on (?:the|my|our) (?:door ?)?mat)"
)
_CAME_BEFORE = re.compile(
    rf"\b{_ARRIVED}\b(?! to (?:a |the )?decision)(?![^.;!?\n]*\b(?:dated|says|date)\b)"
    r"[^.;!?,\n]{0,30}$"
)
_CAME_AFTER = re.compile(rf"\s*(?:is |was )?(?:when )?(?:it |the letter |that )?{_ARRIVED}\b")
_NO_PAPER = frozenset({"permission", "date_of_birth", "other"})
_TURNS_AN_AGE = re.compile(
    r"(?:\b(?:he|she|who|is|be|turns?|turning|turned|hits|aged?)|'s)\s+(?:\d{1,2}|[a-z]+teen|"
    r"[a-z]+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)(?: years?(?: old)?)? (?:on |come |this |in )?(?:the )?$"
)
# The draft is no decision; a date beside it is one only where a decision is told of too.
_ONLY_A_DRAFT = re.compile(
    r"\b(?:draft|(?<!not )propos\w+ (?:to )?(?:plan|ehcp?|amend\w*|chang\w+)(?: (?:plan|ehcp?))?"
    r"|amend\w+ notice|notice of (?:an? |the )?(?:proposed )?(?:amend\w*|changes))\b"
)
_DECIDED = re.compile(
    r"\b(?:(?<!before it's )(?<!before it is )final(?:ised|ized)?(?! (?:if|yet))|refus\w+|said no|"
    r"no to|declined|turned|rejected|stopp\w+|ceas\w+|ended|amended)\b"
)
_CASE = re.compile(r"\b(?:sections?|named|assess\w*|refus\w*|council|plan|ehcp?)\b")
_ENDS_SENTENCE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"\d)\.\s?$"
)
_LONGEST_LINK = 60  # characters between a date and the word that says what it is
_YEARS_THAT_MEAN_BIRTH = 3


def tells_of_an_event(message: ParentMessage, span: Span) -> bool:
    """Say whether the words around a vague day ("on Tuesday") tell of something that happened."""
    cue = nearest_cue(message, *span)
    if cue is not None:
        return cue != "other"
    start, end = message.clause_around(span[0])
    return (
        re.search(
            r"\b(?:was|got|came|arrived|had|dated|issued|on the|been|"
            r"(?:they|council|la)(?:'ve| have| has)? (?:only |just )?(?:sent|posted)|"
            r"(?:sent|posted) (?:it|me|us))\b",
            message.plain[start:end],
        )
        is not None
    )


def nearest_cue(message: ParentMessage, start: int, end: int) -> str | None:
    """Name the kind of the closest word that says what a date is, if any.

    A comma between, and standing after the date, count as distance.
    """
    plain = message.plain
    best: tuple[int, str] | None = None
    low, high = max(0, start - _LONGEST_LINK), end + _LONGEST_LINK
    for cue in _CUE.finditer(plain, low, high):
        if cue.end() <= start:
            between, after = plain[cue.end() : start], 0
        elif cue.start() >= end and not _ENDS_SENTENCE.search(plain[start : end + 1]):
            # English mostly says first what, then when: a word after the date counts as farther.
            between, after = plain[end : cue.start()], 12
        else:
            continue
        if re.search(r"[!?;\n]|\.\s", between):
            continue
        kind = cue.lastgroup or "other"
        crossed = "," in between or " but " in between or re.search(r"\band\b", between) is not None
        if kind == "other" and crossed:
            continue
        distance = len(between) + after + (30 if crossed else 0)
        if best is None or distance < best[0]:
            best = (distance, kind)
    return None if best is None else best[1]


def is_limit(message: ParentMessage, start: int) -> bool:
    """Say whether the words before a date make it a deadline ("by 12 January")."""
    return _A_LIMIT.search(message.plain, max(0, start - 30), start) is not None


def find_role(
    message: ParentMessage, span: Span, day: date, year_given: bool, today: date, alone: bool
) -> str | None:
    """Return decision, certificate, permission, date_of_birth, or None where no word tells.

    `alone`: it is the only date in the message, so words of a decision anywhere are about it.
    """
    start, end = span
    if message.bare == message.plain[start:end].strip(" ."):
        return None
    if _TURNS_AN_AGE.search(message.plain, max(0, start - 40), start):
        return None
    if _IS_ANOTHERS.match(message.plain, end):
        return None
    if _IS_IN_DISPUTE.match(message.plain, end):
        return "decision"
    cue = nearest_cue(message, start, end)
    if cue == "other":
        return None
    if cue in (None, "decision") and _is_of_certificate(message, start):
        return "certificate"
    long_ago = year_given and today.year - day.year >= _YEARS_THAT_MEAN_BIRTH
    if cue == "date_of_birth" or (cue != "decision" and long_ago):
        return "date_of_birth"
    beside_draft, drafts = _ONLY_A_DRAFT.subn(" ", message.plain)
    is_of_draft = drafts > 0 and _DECIDED.search(beside_draft) is None
    if is_of_draft and cue in (None, "decision"):
        return None
    if cue is None and _DATED_BEFORE.search(message.plain, max(0, start - 40), start):
        return "decision"
    if cue is None:
        return "decision" if alone and _ANY_DECISION.search(message.asserted) else None
    return cue


def _is_of_certificate(message: ParentMessage, start: int) -> bool:
    """Say whether a date goes on from a certificate named in a sentence before."""
    before = message.plain[max(0, start - 2 * _LONGEST_LINK) : start]
    if not _SAYS_ONLY_WHEN.search(before):
        return False
    papers = list(_PAPER.finditer(before))
    return bool(papers) and papers[-1]["certificate"] is not None


def is_when_it_came(message: ParentMessage, span: Span) -> bool:
    """Say whether the words around a date tell the day a paper came, not the date it bears."""
    start, end = span
    if bears_date(message, span) or nearest_cue(message, start, end) in _NO_PAPER:
        return False
    sentence = message.plain[max(0, start - _LONGEST_LINK) : start]
    return _CAME_BEFORE.search(sentence) is not None or (
        _CAME_AFTER.match(message.plain, end) is not None
    )


def prefer_dated(message: ParentMessage, facts: list[Fact]) -> list[Fact]:
    """Of the dates of a decision keep what the letter bears, where it came on another day."""
    decisions = [fact for fact in facts if fact.entity == "date" and fact.role == "decision"]
    dated = [fact for fact in decisions if bears_date(message, (fact.start, fact.end))]
    if len(dated) != 1 or len(decisions) < 2:
        return facts
    return [fact for fact in facts if fact not in decisions or fact in dated]


def bears_date(message: ParentMessage, span: Span) -> bool:
    """Say whether the words around a date tell that a paper bears it: "dated 3 November"."""
    start, end = span
    before = message.plain[max(0, start - 40) : start]
    return (
        _DATED_BEFORE.search(before) is not None
        or _LETTER_OF.search(before) is not None
        or _DATED_AFTER.match(message.plain, end) is not None
    )


def may_be_of_decision(message: ParentMessage, span: Span) -> bool:
    """Say whether a date stands by itself beside talk of the case: "Section I. 12 NOV"."""
    start, end = message.clause_around(span[0])
    is_alone = message.plain[start:end].strip(" .,;!\n") == message.plain[slice(*span)].strip(" .")
    return is_alone and _CASE.search(message.asserted) is not None


def is_own_birth(message: ParentMessage, start: int) -> bool:
    """Say whether the words before a date of birth make it the writer's own."""
    if _ANOTHER_BORN.search(message.plain, max(0, start - 40), start):
        return False
    return _SELF_BORN.search(message.plain, max(0, start - 40), start) is not None
