"""Kinds of dispute that the words say it is not about: "not refuse assess", "he's not in care".

A kind counts here only where it is called by its name, as the review calls it or nearly so: what
tells a kind in any other words is read by `bot/nlu`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.dispute.field_words import OTHERS, SAY, SECOND_THOUGHTS
from casework.people.called_foster import says_foster_is_only_a_name
from casework.words import reads_as_question

_SMALL_WORDS = (
    r"(?: (?:to|of|do|doing|give|giving|issue|make|write|an?|the|any|him|her|them|me|us))*"
)
_REFUSED = r"(?:refus\w*|declin\w+|said no|saying no|say no|won'?t|will not)"
_PLAN = r"(?:ehc ?plans?|ehcps?|plans?)\b"
_NAMES = {
    "refuse_reassess": rf"{_REFUSED}{_SMALL_WORDS} (?:re-?assess\w*|assess\w*{_SMALL_WORDS} again)",
    "refuse_assess": rf"{_REFUSED}{_SMALL_WORDS} (?:ehc |needs )*assess\w*(?! again)",
    "refuse_plan": rf"{_REFUSED}{_SMALL_WORDS} {_PLAN}",
    "refuse_amend": rf"{_REFUSED}{_SMALL_WORDS} (?:chang\w+|amend\w*)(?:{_SMALL_WORDS} {_PLAN})?",
    "cease_plan": (
        rf"(?:(?:stop\w*|ceas\w+|end(?:ed|ing)?){_SMALL_WORDS} (?:his |her |my )?{_PLAN}|"
        rf"(?:stopped|ceased)(?=\W*(?:$|[,.;!]|it'?s|just|but)))"
    ),
    "not_delivered": r"help (?:is |was )?not (?:being )?(?:given|delivered)",
    "transport": r"(?:the |his |her )?(?:school |home to school )?transport\b",
    "no_decision": r"late or no answer",
    "exclusion": r"(?:the |his |her )?(?:exclusion|suspension|suspended or excluded|excluded"
    r"|suspended)\b(?![^.;!?]*\b(?:sen[dt]|home|part[- ]?time|reduced|officially|formally)\b)",
    "personal_budget": r"(?:the |a |his |her )?personal budget\b",
    "sen_support": r"help at school\b",
    "admissions": r"(?:the )?(?:school place, no plan|admissions?)\b",
    "annual_review_late": r"(?:an? |the )?(?:late (?:annual )?review|annual review late)\b",
    "looked_after": (
        r"(?:an? |the )?(?:(?:child(?:ren)? |kid |son |boy |girl )?(?:in|under) "
        r"(?:foster |council |local authority |the council'?s )?care\b(?! (?:plan|home|of\b))|"
        r"looked[- ]after(?: child)?\b|"
        r"foster(?:ed)?(?: (?:child|kid|carers?|parents?|mum|care))?\b)"
    ),
    "parents_disagree": r"(?:the )?(?:parents|mum and dad|we) (?:who )?(?:disagree|don'?t agree)\b",
}
_LATE = ("annual_review_late", "no_decision")
_IS_NOT_LATE = re.compile(
    r"(?:^[\W\d]*(?:(?:no+|sorry|actually|but|and|its?)\W+)*|[.,;!]\s*(?:(?:but|and|so)\s)?|"
    r"(?<!my )(?<!our )\b(?:it|that|this|they|council|la|review|meeting|answer|reply|decision|"
    r"letter)(?:'?s| is| was| were| are)? ?)"
    r"(?P<denied>\b(?:not|isn'?t|wasn'?t|weren'?t|never|ain'?t)(?: a| the| been)? "
    r"(?:late|overdue)\b)(?! (?:any ?more|now|yet|enough|for|with|to|in|back|sending|getting))",
    re.IGNORECASE,
)
"""Of a review and an answer alike: "the review wasn't late, they said no"."""
_ANY_NAME = "|".join(f"(?P<{kind}{{0}}>{words})" for kind, words in _NAMES.items())
_NOT = (
    r"(?:(?:it|that|this|s?he|they)(?:'?s|'?re| is| was| are)? |they(?:'ve| have| did)? |"
    r"i (?:mean|meant) )?(?:(?<!why )(?<!do )(?<!did )(?:not|isn'?t|wasn'?t|ain'?t|never|"
    r"didn'?t)(?: really| actually)?(?: about| to do with)?|nothing to do with|instead of|"
    r"rather than|(?:nobody|no[ -]?one|none of them)(?: has| have|'?s)?(?: ever)?)(?: a| an| the|"
    r" any)?"
)
_TAKE_OFF = (
    r"(?:(?:can|could|would|will) (?:you|we|u) |i (?:want|need) to |just |pls |please )*"
    r"(?:remove|drop|delete|scrap|forget|leave out|take (?:out|off|away|down)|leave off|"
    r"get rid of|cross (?:off|out))(?: the| about)?"
)
_END = (
    r"(?! (?:only|alone|yet|any ?more|again)\b)"
    r"(?![^.;,!?\n]{0,20}\b(?:until|till?|before|after|straight ?away|right away|at first|at the "
    r"(?:time|moment)|at present|now|currently|today|this (?:year|term|week|month)|since|again)\b)"
)
"""Only so far, or only now: it was so at another time."""
_DENIED = re.compile(rf"{SECOND_THOUGHTS}\b{_NOT} (?:{_ANY_NAME.format(1)}){_END}", re.IGNORECASE)
_TAKEN_OFF = re.compile(
    rf"{SECOND_THOUGHTS}\b(?:{_TAKE_OFF} (?:{_ANY_NAME.format(2)})|"
    rf"(?:take|leave|cross|strike) (?:{_ANY_NAME.format(3)}) (?:off|out|away|down)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"^\W*{SECOND_THOUGHTS}(?:(?:number|no\.?)? ?\d{{1,2}}\b[\s.,:;)=-]*(?:(?:is|should be|"
    rf"should say) )?)?(?:(?:it|that)(?:'?s| is| should be) |"
    rf"should (?:be|say) )?(?:(?:only|just) (?:{_ANY_NAME.format(4)})|"
    rf"(?:{_ANY_NAME.format(5)}),? (?:only|and nothing else|nothing else))(?: please| pls|"
    rf" thanks)*\W*$",
    re.IGNORECASE,
)
"""The whole message: "they have only refused a plan" may be no more than news."""
_NAMED = re.compile(rf"\b(?:{_ANY_NAME.format(6)})", re.IGNORECASE)
_OF_OTHERS = re.compile(rf"\b{OTHERS}{SAY}", re.IGNORECASE)


def kinds_denied(text: str) -> frozenset[str]:
    """The kinds that it is said not to be, by name."""
    return frozenset(kind for _span, kind in _denials(text))


def kinds_named(text: str) -> tuple[str, ...]:
    """The kinds that are called by name, in order; one that is denied is not."""
    named = _NAMED.finditer(without_denied_kinds(text))
    return tuple(dict.fromkeys(_kind_of(found) for found in named))


def only_kind(text: str) -> str | None:
    """The kind, of "9: refused a plan only", which says that it is no other."""
    found = _ONLY.match(text)
    return _kind_of(found) if found is not None else None


def without_denied_kinds(text: str) -> str:
    """The text with what denies a kind left blank, place for place."""
    kept = list(text)
    for (start, end), _kind in _denials(text):
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def without_kinds(text: str) -> str:
    """The text without the kinds that it denies or calls by name."""
    return _NAMED.sub(" ", without_denied_kinds(text))


def _denials(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    if not (reads_as_question(text) or _OF_OTHERS.search(text)):
        for found in _DENIED.finditer(text):
            yield found.span(), _kind_of(found)
        for found in _IS_NOT_LATE.finditer(text):
            yield from ((found.span("denied"), kind) for kind in _LATE)
        if says_foster_is_only_a_name(text):
            yield (0, 0), "looked_after"
    for found in _TAKEN_OFF.finditer(text):
        yield found.span(), _kind_of(found)


def _kind_of(found: re.Match[str]) -> str:
    return next(name.rstrip("0123456789") for name, said in found.groupdict().items() if said)
