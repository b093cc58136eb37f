"""A yes or no to one of the two consents, in the many words that people have for it.

What is asked decides what counts: "you can tell them" agrees to telling the council, and to nothing
else. A yes with a condition, a doubt, or a question about what it is a yes to, is none yet.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.consent.asking_only import reads_as_giving_nothing
from casework.consent.beside_yes import hope_taken_off
from casework.consent.clauses import clauses_of
from casework.consent.leading import read_yes
from casework.consent.ways_to_agree import (
    Matter,
    is_said_in_mockery,
    makes_a_yes,
    names_what_is_asked,
)
from casework.consent.ways_to_refuse import refuses_outright, says_only_no
from casework.words import (
    reads_as_no,
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_question,
    reads_as_unsure,
    straighten,
)

_NO_ALONE = re.compile(
    r"(?:no+|nope|nah)(?: (?:no+|way|thanks|thank you|ta|sorry|not (?:yet|now|really)|but|and))*"
)
_GIVES_WAY = re.compile(
    r"\b(?:but|though|however|i suppose|i guess)(?: (?!can\b|could\b|may\b)\w+){0,3}? "
    r"(?:yes|yeah|yep|go on|go ahead|(?:ok|okay|fine|alright)(?! (?:to|with|for)\b)|"
    r"if (?:i|we|you|u) (?:have to|must|need to))\b"
)
"""After a refusal: "not really comfortable but ok if i have to", which is asked again."""
_REASONS = (
    r"they(?:ll|re|d|ve)?|i(?! (?:mean|said yes|meant|(?:do )?have|do|want|need|got|live|was|am(?! "
    r"(?:scared|worried|afraid|not (?:happy|ok|ready|sure|comfortable))))\b"
    r"(?!.*\b(?:kept|keep it|private|secret|quiet|fear|against (?:us|me)|enough of|my reasons)\b))|"
    r"im|ive|id|we|not|dont|do not|leave|please|"
    r"way|never|cos|coz|because|bc|absolutely|need|you|u|wait (?:dont|not|no|leave)|thanks|thank"
)
_REASON_AT_ONCE = re.compile(rf"(?:no )?(?:{_REASONS})\b")
"""A no with its reason in one breath: "no they had their chance", not "no school wants him"."""
_REASON_APART = re.compile(rf"(?:{_REASONS}|my|he|she|hes|shes|the)\b")
"""After a stop more may begin a reason: "no, my husband works there"."""
_AGREES_AFTER_ALL = re.compile(
    r"(?<!\bmy )(?<!\bour )\b(?:mind|objections?|prob(?:s|lems?)?|worries|bother|issues?)\b"
)
_OF_THE_CASE = (
    r"\bwrong\b|\bnot (?:right|correct|true|that|me|him|her|got)\b|\bisnt (?:me|him|her|right)\b|"
    r"\b(?:get it|no one|got one|appeal\w*)\b|\b(?:you|youve|u) (?:have not|havent|havnt|got)\b|"
    r"\b(?:s?he|hes|shes|they|we) (?:isnt|is not|hasnt|has not|havent|have not|arent|are not)\b"
)
_OF_THEM = (
    r"\b(?:permission|consent|tell\w*|told|know|knowing|trust|helpful|helping|helped|nice|fair|"
    r"earned|having|ready|comfortable|not happy|enough)\b"
)
"""Beside such words a no is one to telling them: "no they have not been helpful"."""
_OF_SOMETHING_ELSE: dict[Matter, re.Pattern[str]] = {
    "consent": re.compile(
        rf"{_OF_THE_CASE}|\bi (?:havent|have not)\b|\bnobody tell\b|"
        r"^(?:(?:please|but|and|just|so|i|we|id|really) )*(?:no (?:calls?|council|school)\b|"
        r"(?!no\b).*\b(?:calls?|ring|told|council|school)\b)"
    ),
    "share_with_council": re.compile(
        rf"^(?!.*{_OF_THEM}).*(?:{_OF_THE_CASE})|"
        r"\b(?:(?:call|ring)(?:ing)? (?:me|us)|calls|landline|voicemail)\b"
    ),
}
"""In words that else are a no, these deny what was heard, or say no to calls, or to being told."""
_DISAGREES = re.compile(r"\bagree with\b")
_TELLS_NOTHING_ELSE = frozenset({"permission", "contact_ok", "supporter", "route"})
"""Entities that may be heard in a no to telling the council."""


_NO_AFTER_ALL = re.compile(
    r"(?:(?:wait|actually|hang on|hold on|well|um+|erm?|hmm+) )+(?:no+|nope|nah)"
)


_UNSURE_OF_ELSE = re.compile(
    r"\bforg[eo]t\w* (?!$)\w+ \w+|\b(?:find|understand|which|where|word|letter|school|plan|date|"
    r"number|supposed|hearing)\b",
    re.IGNORECASE,
)
_OF_TELLING = re.compile(
    r"\b(?:tell\w*|council|shar\w+|want (?:that|them|this)|about (?:that|this|it)|talk\w*)\b", re.I
)
_MOST_WORDS_OF_DOUBT = 6


def reads_as_agreement(text: str, matter: Matter, *, for_family: bool = False) -> bool:
    """True where the words agree to that consent, however put: "whatever. yes".

    `for_family`: a professional was asked whether the family agrees, so "mum said yes" agrees.
    """
    if is_said_in_mockery(straighten(text)):
        return False
    return reads_as_plain_yes(text) or read_yes(text, matter, for_family=for_family) is not None


def reads_as_refusal(text: str, matter: Matter, *, tells: frozenset[str] = frozenset()) -> bool:
    """True where the words refuse that consent: "no, not till I've spoken to someone".

    `tells`: the names of the entities heard. A no to telling the council may go on in other words,
    since nothing is lost by it; a no to keeping forgets all that was told, and is read closely.
    """
    plain = straighten(text)
    clauses = clauses_of(plain)
    whole = " ".join(clauses)
    if any(_agrees(clause, matter) for clause in clauses) or _GIVES_WAY.search(whole):
        return False
    is_of_it = _OF_SOMETHING_ELSE[matter].search(whole) is None
    if (is_of_it and reads_as_plain_no(plain)) or says_only_no(clauses):
        return True
    if any(_refuses(clause, matter, is_first=not place) for place, clause in enumerate(clauses)):
        return True
    if len(clauses) == 1 and _NO_AFTER_ALL.fullmatch(clauses[0]):
        return True
    if matter == "consent":
        return reads_as_giving_nothing(plain)
    if not is_of_it or not tells <= _TELLS_NOTHING_ELSE or not reads_as_no(plain):
        return False
    if _AGREES_AFTER_ALL.search(whole) or "question" in whole:
        return False
    is_alone = _NO_ALONE.fullmatch(clauses[0]) is not None and len(clauses) > 1
    if is_alone and all("?" in each or reads_as_question(each) for each in clauses[1:]):
        return True
    begins = clauses[1] if is_alone else clauses[0].partition(" ")[2]
    reason = _REASON_APART if is_alone else _REASON_AT_ONCE
    return (
        _NO_ALONE.fullmatch(clauses[0].split()[0]) is not None and reason.match(begins) is not None
    )


def _refuses(clause: str, matter: Matter, *, is_first: bool) -> bool:
    """Refuses that consent: "I don't agree with any of it" does not, after something else."""
    is_of_that = not is_first and _DISAGREES.search(clause) is not None
    return refuses_outright(clause, matter) and not is_of_that


def is_unsure_of_it(text: str) -> bool:
    """True for "not sure" and "dont know about telling them"; false for "i forgot his bag"."""
    plain = straighten(text)
    if not reads_as_unsure(plain) or _UNSURE_OF_ELSE.search(plain):
        return False
    return len(plain.split()) <= _MOST_WORDS_OF_DOUBT or _OF_TELLING.search(plain) is not None


def waits_for_more(text: str, matter: Matter) -> bool:
    """True for "no wait, I have a question" and "no. yes": no answer yet, however it begins."""
    plain = straighten(text)
    is_held = re.search(
        r"\b(?:wait|hang on|hold on|questions?|mean|meant|first)\b", plain, re.IGNORECASE
    )
    clauses = clauses_of(plain)
    agrees = any(_agrees(clause, matter) for clause in clauses)
    whole = " ".join(clauses)
    agrees |= _GIVES_WAY.search(whole) is not None
    is_of_else = _OF_SOMETHING_ELSE[matter].search(whole) is not None
    return agrees or is_of_else or is_held is not None or reads_as_question(plain)


def tells_outright(clause: str, matter: Matter) -> bool:
    """True where one bare clause agrees to the consent by itself: "you can tell the council"."""
    return _agrees(clause, matter)


def _agrees(clause: str, matter: Matter) -> bool:
    hope = hope_taken_off(clause)
    return makes_a_yes(clause, matter) or (hope is not None and makes_a_yes(hope, matter))


_NO_FIRST = r"(?:(?:no+|nope|nah|oh|sorry|wait|ok|well) )+"
_FINE = r"(?:ok|okay|fine|happy|alright|all right|good|cool|comfortable)"
_MEANT = r"(?:i (?:meant|mean)(?: to say)? )"
_BEGINS_WITH_NO = re.compile(r"^(?:no+|nope|nah)\b")
_IS_HAPPY = (
    rf"(?:im|i am|were|we are) (?:all |totally |perfectly |really )?{_FINE} with "
    rf"(?:it|that|this|all that|you keeping it|you telling them)|"
    rf"{_MEANT}(?:yes|yeah|yep|(?:its|it is|thats|that is|im) {_FINE}|{_FINE})"
)
_AND_GOES_ON = (
    r"(?: (?:then|please|now|carry on|go on|keep going|go ahead|keep it|with it|thanks))*"
)
_AGREES_AFTER_NO: dict[Matter, re.Pattern[str]] = {
    "consent": re.compile(
        rf"^{_NO_FIRST}?(?:{_IS_HAPPY}|(?:its |thats )?(?:ok |fine )?(?:go on|go ahead|carry on|"
        rf"continue|keep going|keep it|you can keep it|please keep it|yes keep it)){_AND_GOES_ON}$"
    ),
    "share_with_council": re.compile(rf"^{_NO_FIRST}?(?:{_IS_HAPPY}){_AND_GOES_ON}$"),
}
_IS_FINE = (
    rf"(?:(?:thats|that is|its|it is) (?:all )?{_FINE}(?: (?:by|with|for) me| with that)?|"
    r"(?:i|we) (?:dont|do not) mind(?: at all)?|ok|okay)"
)
_MAY_AGREE = re.compile(rf"^{_NO_FIRST}{_IS_FINE}(?: if .*)?$")
_FINE_AND_MORE = re.compile(rf"^{_NO_FIRST}{_IS_FINE} (?:(?:so|and|then|please) )*(?P<more>\w.*)$")
_ADDS_NOTHING = re.compile(
    r"^(?:(?:no+|nope|nah|ok|okay|thanks|thank you|please|sorry|mate|love|its|thats|fine|then|"
    r"go on|carry on|go ahead)(?: |$))+$"
)


def consents_after_no(text: str, matter: Matter) -> Literal["yes", "unclear"] | None:
    """What a message that begins with "no" comes to, where it refuses nothing; None where it may.

    "No, that's fine" may be either, and is asked about again; "no thats fine tell them" is a yes.
    """
    plain = straighten(text)
    clauses = clauses_of(plain)
    whole = " ".join(clauses)
    if not clauses or _BEGINS_WITH_NO.match(whole) is None or "?" in plain:
        return None
    joined = [whole] if clauses[0] in ("no", "nope", "nah", "no no") else []
    agreed = [clause for clause in clauses if _AGREES_AFTER_NO[matter].match(clause)]
    rest = [clause for clause in clauses if clause not in agreed]
    is_all_of_it = any(map(_AGREES_AFTER_NO[matter].match, joined))
    if agreed or is_all_of_it:
        return "yes" if is_all_of_it or all(map(_ADDS_NOTHING.match, rest)) else None
    goes_on = _FINE_AND_MORE.match(whole)
    if goes_on is not None and makes_a_yes(goes_on["more"], matter):
        return "yes" if names_what_is_asked(goes_on["more"], matter) else "unclear"
    return "unclear" if _MAY_AGREE.match(whole) else None
