"""Whether a parent tells of a young person who may not be able to choose for themself.

Past school leaving age the right is the young person's, and the law presumes that they can choose.
Where they cannot, a deputy or an attorney acts for them, and a parent where there is none (law L34:
SEND Regulations 2014 reg 64, Mental Capacity Act 2005 s.1). Who it is, a person has to check.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.referral.draft import Draft

KIND = "young_person_capacity"
"""The row of the decision table for it (D37)."""
YOUNGEST = 16
_CANNOT = (
    r"(?:can'?t|cannot|can not|could never|can never|unable to|not able to|isn'?t able to|"
    r"is not able to|won'?t be able to|doesn'?t know how to)"
)
_SELF = r"(?:him|her|them)(?:self|selves)"
_WITHOUT = (
    r"(?:lacks?|lacking|has no|have no|hasn'?t got|does ?n[o']?t have|"
    r"without|hasn'?t|not got)(?: the| any| full)?(?: mental)?"
)
_CANNOT_CHOOSE = re.compile(
    rf"\b{_WITHOUT} capacity\b(?! (?:for (?!decid|decision|making|choice)|at|in|left|"
    r"to (?:take|have|teach|offer|give|support|meet|provide|admit|accept|help|do))\b)|"
    rf"\b{_CANNOT} (?:really |ever |just )?(?:make (?:a |any |his |her |their |own |big |these )*"
    r"(?:decisions?|choices?)|(?:decide|choose)(?! (?:which|what|between|if|whether|on|yet|an?)\b)|"
    r"(?:speak|talk)(?! (?:to|with|on|at|until|till|before|right now|now|today)\b)|"
    r"(?:give|tell you) (?:his|her|their|any)? ?(?:consent|permission)|"
    rf"consent|agree to|sign|act for {_SELF}|do (?:it|this) {_SELF}|"
    r"understand (?:any of )?(?:it|this|what))\b|"
    r"\bnon[- ]?(?:verbal|speaking)\b|\bmental age\b|\b(?:mind|level|understanding) of an? \w+|"
    r"\bcourt of protection\b|\b(?:his|her|their) (?:deputy|attorney|appointee)\b|"
    r"\bpower of attorney\b",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(
    r"\b(?:schools?|college|sixth form|setting|provider|placement|course|unit|council|la|team|"
    r"camhs|service)\b[.,]?(?: (?:now|just|still|really))*"
    rf"(?:(?: (?!he\b|she\b|who\b)[\w']+[.,]?){{0,6}} (?:it|they))? {_WITHOUT} capacity\b",
    re.IGNORECASE,
)
"""A college without places for him says nothing of what he can choose."""
_OF_THE_WRITER = re.compile(
    r"\b(?:i|we)(?: really| just)? (?:can'?t|cannot|can not)\b", re.IGNORECASE
)


def tells_of_capacity(message: Message, draft: Draft) -> bool:
    """True for "he can't decide for himself" of somebody of 16 or more; below that it is nothing.

    A question of it ("does he have to sign? he can't talk") tells it too; "can't we decide" does
    not.
    """
    ages = [int(age.value) for age in message.all_of("age") if age.role in ("child", None)]
    age = max(ages, default=draft.referral.child.age or 0)
    if age < YOUNGEST or draft.referral.referrer.role == "young_person":
        return False
    words = _OF_A_PLACE.sub(" ", _OF_THE_WRITER.sub(" ", message.plain))
    return _CANNOT_CHOOSE.search(words) is not None
