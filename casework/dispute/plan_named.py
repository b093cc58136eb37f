"""Whether words that tell of no plan speak of one at all: "not got one" may be a certificate."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message
from casework.referral.draft import Draft

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
