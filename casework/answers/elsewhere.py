"""Words that answer another question than the one asked: "no certificate" is no to nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casework.answers.no_needs import read_no_needs
from casework.message import Entity, Message
from casework.people.kept_apart import whom_to_leave_out
from casework.words import reads_as_plain_no

_OWN: dict[str, frozenset[str]] = {
    "share_with_council": frozenset(),
    "role": frozenset({"referrer_role", "organisation"}),
    "permission": frozenset({"permission", "date"}),
    "council": frozenset({"council", "postcode"}),
    "plan": frozenset({"plan_status", "dispute", "no_date"}),
    "issue": frozenset({"dispute", "section", "only", "plan_status"}),
    "sections": frozenset({"section", "dispute", "only"}),
    "school_only_check": frozenset({"only", "section", "dispute", "plan_status"}),
    "decision_date": frozenset({"date", "no_date", "dispute"}),
    "certificate_held": frozenset({"certificate", "date", "no_date"}),
    "certificate_date": frozenset({"date", "certificate", "no_date"}),
    "appeal_lodged": frozenset({"appeal", "date"}),
    "route_wanted": frozenset({"route"}),
    "child_age": frozenset({"age", "date_of_birth", "date"}),
    "phone": frozenset({"phone", "email", "contact_ok", "contact_preferred"}),
    "email": frozenset({"phone", "email", "contact_ok", "contact_preferred"}),
    "safe_contact": frozenset({"contact_ok", "contact_preferred", "phone", "email"}),
    "meeting_format": frozenset({"meeting"}),
    "access_needs": frozenset({"access_need", "sign", "supporter"}),
    "interpreter": frozenset({"interpreter", "language", "sign", "written_language"}),
    "language": frozenset({"interpreter", "language", "sign", "written_language"}),
    "want_callback": frozenset({"contact_ok", "contact_preferred", "phone", "best_time"}),
}
"""What each question is about: the entities that may be in its answer."""
_STAND_AROUND_A_FACT = """
    i im ive id we weve me my our he she they hes shes him her his them it its that thats there is
    are am was be have has had got a an the one please pls plz thanks thank you ta x xx to for of
    by at in on from with and so oh ok yet though tho really actually just sorry also still now
    here dated letter came said name names called number mobile phone email address live council
    son sons daughter daughters child childs year years old aged turned need needed needs want
    would like could can will do best good suit suits work works time times better easiest after
    before coming come already sent rather prefer any some use using uses
"""
_ADD_NOTHING = frozenset(_STAND_AROUND_A_FACT.split())
_OF_THE_PLAN = frozenset({"sections", "issue", "school_only_check"})
_DENY = frozenset(["no", "not", "none", "dont", "without", "never", "havent"])
_NO = ("no", "none", False)
_AGREES = frozenset(["yes", "yeah", "yep", "yh", "fine", "okay", "safe", "alright", "thats", "you"])
_YES_TO_A_WAY = re.compile(
    r"^\W*(?:yes|yeah|yep|yh) (?:(?:it'?s|that'?s|you can|i'?m) )?(?:fine|ok|okay|safe|alright)\b",
    re.IGNORECASE,
)
"""In one breath with it: "yes fine to ring" is a yes to being rung."""
_WORD = re.compile(r"[\w'\u2019@.+-]+")
_OF_WEIGHT = frozenset({"plan", "decision_date", "certificate_held", "appeal_lodged"})
"""Questions where a no changes which law a family is told of."""
_SAYS_WHAT_IS_SO = re.compile(
    r"^\W*(?:no+|nope)[\s,]+(?:(?:sorry|wait|wrong \w+)[\s,]+)*"
    r"(?:it'?s|it is|that'?s|that is|the|i (?:said|meant?)|i'?m (?:his|her)|s?he'?s called|"
    r"(?:mum|dad) is|(?:his|her|my) name(?:'?s| is))(?: [\w'-]+){1,3}(?: not the \w+)?\W*$|"
    r"^\W*(?:no[\s,]+)?not (?:me|him|her|us|them|the \w+)\b(?:\W+[\w'-]+){0,4}\W*$",
    re.IGNORECASE,
)
"""No to what was understood before, and what is so instead: "no its Bury", "not me the school"."""
_OF_WHAT_IS_ASKED = re.compile(
    r"(?<=[a-z] )no\b|\b(?:not (?!me|him|her|us|them|the)\w+|\w+n't|"
    r"(?:do|wo|ca|did|is|was|has|have|hav|does)nt|all|right|wrong$|never|yet|still|wait\w*|due|late|early|lost|come|"
    r"came|coming|only|just|first|got|get|gave|given|have|has|had|sent|send\w*|cert\w*|letters?|"
    r"papers?|date|appeal\w*|tribunal|decision|plans?|ehcp?s?|idp|support|verbal\w*|phone|call|rang|told|"
    r"fine|ok|same|case|problem|email|refus\w+|turned|being|assess\w*|progress|process|ongoing|appl\w+|"
    r"review\w*|new|late)\b",
    re.IGNORECASE,
)


def answers_another(pending: str, message: Message) -> bool:
    """True where all that is said are sure facts, and none that the pending question asks for."""
    own = _OWN.get(pending)
    if own is None or any(entity.name in own for entity in message.entities):
        return False
    if pending in _OF_WEIGHT:
        leaves_out = whom_to_leave_out(message.plain) == message.plain.strip(" .!")
        if leaves_out or _says_what_is_so(message.plain):
            return True
    is_no_needs = pending == "access_needs" and read_no_needs(message.plain) is not None
    if reads_as_plain_no(message.plain) or is_no_needs:
        return False
    told = [one for one in message.entities if one.is_sure and one.end > one.start]
    told = [one for one in told if not _is_of_any_question(one, pending)]
    told = [one for one in told if not _is_learnt_of_all(one, message)]
    if not told:
        return False
    beside = set(_ADD_NOTHING)
    if any(entity.value in _NO for entity in told):
        beside |= _DENY
    if any(one.name == "contact_ok" for one in told) and _YES_TO_A_WAY.match(message.plain):
        beside |= _AGREES
    return _words_beside(message.text, told) <= beside


def _says_what_is_so(words: str) -> bool:
    says_so = _SAYS_WHAT_IS_SO.match(words) is not None
    return says_so and _OF_WHAT_IS_ASKED.search(words) is None


def no_is_of_another(asked: str, message: Message) -> bool:
    """True where the no that begins a message says what is not: "no certificate, will they …"."""
    own = _OWN.get(asked, frozenset({asked}))
    first = re.search(r"[\w']+", message.text)
    return first is not None and any(
        one.name not in own and one.value in _NO and one.start <= first.start() < one.end
        for one in message.entities
    )


def _is_of_any_question(entity: Entity, pending: str) -> bool:
    """True for "don't mind", and for the school where the parts of the plan are asked for."""
    if entity.name == "meeting":
        return str(entity.value) == "no_preference"
    return entity.name == "referrer_role" and pending in _OF_THE_PLAN


def _is_learnt_of_all(entity: Entity, message: Message) -> bool:
    """True for a dispute that was heard in the message as a whole: it says of no word what it is.

    "07700 900123, they wont assess him" begins with its answer all the same.
    """
    return entity.name == "dispute" and entity.end - entity.start >= len(message.plain.strip())


def _words_beside(text: str, told: Sequence[Entity]) -> set[str]:
    """The words in small letters that belong to no fact, not even in part."""
    words = _WORD.finditer(text)
    return {
        re.sub(r"[^\w]", "", word[0].lower())
        for word in words
        if not any(one.start < word.end() and word.start() < one.end for one in told)
    } - {""}
