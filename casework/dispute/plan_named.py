"""The state of the plan put right by the other words: none of it, a draft since final, not ended.

"Not got one" may be a certificate; a draft that was made final can be appealed (law L02).
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.words import reads_as_correction

REFUSED_WITHOUT_A_PLAN = frozenset({"refuse_assess", "refuse_plan"})
"""No longer in dispute once the plan is there, whose letter counts then."""
_ASK_FOR_A_PLAN = frozenset({None, "plan", "issue", "consent"})
_NAMES_A_PLAN = re.compile(r"\b(?:plan|ehcp?|echp|statement|sections?)\b", re.IGNORECASE)
_HAS_ONE = re.compile(
    r"\b(?:do|does|did) have (?:a|an|the|one|his|her|my)\b|"
    r"\b(?:has|have|got|'ve|ve) (?:definitely |already |actually )*(?:got )?(?:a|an|his|her|my|"
    r"the) (?:\w+ )?(?:plan|ehcp?|echp)\b|\b(?:it'?s|it is|this is) (?:an?|the|his|her|my) "
    r"(?:\w+ )?(?:ehcp?|echp|ehc plan)\b",
    re.IGNORECASE,
)
_HAS_NONE = re.compile(
    r"(?:\b(?:not|never|without|havent|hasnt|doesnt|dont)|n't)\b[^.;,!?]{0,20}"
    r"\b(?:plan|ehcp?|echp|one)\b|\bno (?:\w+ )?(?:plan|ehcp?|echp)\b",
    re.IGNORECASE,
)
_SINCE_FINAL = re.compile(
    r"\bfinali[sz]ed (?:it|that|this|(?:(?:the|his|her|my|our|that) )?(?:draft|plan|ehcp))\b|"
    r"\b(?:is|was|been|got|it'?s|its) (?:now |since |then |just )*(?:finali[sz]ed|made final)\b|"
    r"\b(?:is|it'?s|its) (?:(?:the|a) )?final(?: one)? now\b|"
    r"\bnow (?:it'?s |its )?(?:the )?final\b|"
    r"\b(?:then|since|now) (?:\w+ ){0,4}?final (?:one|plan|version|ehcp)\b",
    re.IGNORECASE,
)
_NOT_YET_FINAL = re.compile(
    r"\b(?:not|never|before|until|till|when|once|if|will|wait\w*|due|should|could|may|might|"
    r"(?:is|was|has|have|did|wo|are)n'?t)(?: (?!but\b|and\b)[\w']+){0,3} "
    r"(?:finali[sz]ed|final|made final)",
    re.IGNORECASE,
)
_SAYS_SO_SURELY = re.compile(
    r"^\W*no\b|\b(?:do|does|did) have\b|\b(?:HAS|already|actually|definitely)\b|"
    r"\b(?:nobody|no ?one|not|never|(?:was|were|did|has|have)n'?t)(?: \w+)? refus",
)
"""Beside "he has a plan": a refusal is denied by it."""
_MAY_TELL_OF_ONE = re.compile(
    r"\b(?:had|came|come|arrived|received|sent|issued|gave|given|final)\b", re.IGNORECASE
)
_IT = r"(?:it|one|(?:(?:a|an|the|his|her|my|our) )?(?:plan|ehcp))"
_IS_NOT_ENDED = re.compile(
    rf"\b(?:{_IT}(?:'?s)?|they|council|la) (?:not|(?:is|has|have|did|was) ?(?:n'?t|not|never))"
    rf"(?: (?:been|actually|really|even|yet|quite))* (?:end|stop|ceas|finish)\w*(?: {_IT})?"
    r"(?=\W*(?:$|[,.;!]|yet|but|they|only))|"
    rf"\bstill (?:got|has|have) {_IT}\b|\b{_IT}(?:'?s| is) still (?:running|going|there|in)\b|"
    r"\b(?:want|wants|propos\w+|going|planning|intend\w*|threaten\w*) to (?:end|stop|cease) "
    rf"{_IT}\b",
    re.IGNORECASE,
)
_HAS_IT_STILL = re.compile(
    rf"\b(?:(?:he|she|they|we|i)(?:'?s|'?ve| has| have)? got|(?:he|she) has|(?:they|we|i) have) "
    rf"{_IT}\b(?![^.;!?]*\b(?:end|stop|ceas|finish|cancel)\w*)",
    re.IGNORECASE,
)
_NOT_FINAL_YET = re.compile(
    r"(?:^\W*|[.,;!] ?|\b(?:plan|ehcp|it|its|they|council|la|but|and)(?:'?s| is| has| have)? )"
    r"(?:not|never|(?:is|was|has|have|ai)n'?t|yet to)(?: (?:been|be|actually|even))* "
    r"(?:final(?! say)|finali[sz]ed)(?: (?:it|the plan|his plan|her plan))?"
    r"(?=\W*(?:$|[.,;!]|yet|so|but|and))",
    re.IGNORECASE,
)


def as_it_stands_now(message: Message, draft: Draft) -> Message:
    """The message with the plan final, of "they finalised the draft" and "it hasn't ended"."""
    words, status = message.plain, message.first("plan_status")
    kinds = {str(one.value) for one in message.all_of("dispute")}
    is_draft = "draft_plan" in kinds or (status is not None and status.value == "draft")
    if is_draft and became_final(words):
        kept = [
            one
            for one in message.entities
            if one.name != "plan_status" and (one.name, one.value) != ("dispute", "draft_plan")
        ]
        return replace(message, entities=(*kept, Entity("plan_status", "final")))
    is_told = status is not None and status.value not in ("final", "ended")
    is_final_heard = status is None or (status.value == "final" and not status.is_sure)
    is_open = is_final_heard and not is_draft and "no_decision" not in kinds
    if is_open and _NOT_FINAL_YET.search(words):
        others = [one for one in message.entities if one.name != "plan_status"]
        return replace(message, entities=(*others, Entity("plan_status", "draft")))
    goes_on = _IS_NOT_ENDED.search(words) or _HAS_IT_STILL.search(words)
    if draft.referral.plan == "ended" and not is_told and goes_on:
        others = [one for one in message.entities if one.name != "plan_status"]
        return replace(message, entities=(*others, Entity("plan_status", "final")))
    return message


def became_final(words: str) -> bool:
    """True for "the plan is final now", whose letter is another than the one told before."""
    return _SINCE_FINAL.search(words) is not None and not _NOT_YET_FINAL.search(words)


def against_a_refusal(message: Message, draft: Draft) -> Message:
    """The message with the plan that takes a refusal back: left out in passing, else asked about.

    "The old plan says …" leaves it as it was; "he's got an EHCP" is asked; "he HAS one" counts.
    """
    progress, words = draft.progress, message.plain
    is_final = any(one.value == "final" for one in message.all_of("plan_status"))
    is_refused = draft.referral.plan in ("none", "requested") and any(
        kind in REFUSED_WITHOUT_A_PLAN for kind in progress.stated_kinds
    )
    if not (is_final and is_refused) or "plan" in (progress.pending, progress.changing):
        return message
    has_one = _HAS_ONE.search(words) is not None
    is_sure = _SAYS_SO_SURELY.search(words) is not None or reads_as_correction(words)
    if became_final(words) or (has_one and is_sure):
        return message
    others = tuple(one for one in message.entities if one.name != "plan_status")
    is_told = has_one or message.first("dispute") is not None or _MAY_TELL_OF_ONE.search(words)
    asked = (Entity("plan_status", "final", is_sure=False),) if is_told else ()
    return replace(message, entities=(*others, *asked))


def without_a_plan_not_named(message: Message, draft: Draft) -> Message:
    """The message without the "no plan" that its words do not tell.

    Where something else is asked about, they have to name a plan; nowhere may they say that there
    is one.
    """
    words, pending = message.plain, draft.progress.pending
    is_known = draft.referral.plan not in (None, "unsure")
    is_elsewhere = pending not in _ASK_FOR_A_PLAN or (is_known and pending not in (None, "plan"))
    is_not_named = is_elsewhere and not _NAMES_A_PLAN.search(words)
    if not (is_not_named or (_HAS_ONE.search(words) and not _HAS_NONE.search(words))):
        return message
    kept = tuple(
        one for one in message.entities if (one.name, one.value) != ("plan_status", "none")
    )
    return replace(message, entities=kept)
