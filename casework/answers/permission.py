"""The family's yes or no, as whoever refers it tells of it (DP-08, L37).

All that was told of a family is deleted by its no, so that only a plain one counts: "no", "not
yet", "she hasn't agreed". What begins like a no and tells of something else is asked about again.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.family_agreed import (
    is_yes_undone,
    is_yet_to_come,
    permission_told,
    says_not_yet,
)
from casework.answers.reading import Answer, date_of, one
from casework.consent.family_refuses import another_agrees, one_is_against
from casework.consent.leading import read_yes
from casework.consent.said import reads_as_refusal
from casework.message import Message
from casework.people.own_role import role_of_writer
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES
from casework.words import reads_as_mere_assent, reads_as_no, reads_as_plain_yes

_FAMILY = r"(?:mum|mom|dad|mother|father|parents?|family|carer|guardian|he|she|they|young person)"
_TO_IT = (
    r"(?: (?:with|about) (?:it|this|that|us|me|you|mediation|everything|the (?:referral|idea))\b|"
    r" for (?:us|me|you|kids|it|this|that|the referral|mediation)\b|"
    r" to (?!stay|leave|stop|wait|keep|join|meet|come|attend|\w+day\b)\w+|"
    r"(?=\s*(?:$|[.,;:!?\n()]|\b(?:and|but|though)\b)))"
)
"""What a family is happy with: this, or nothing else named; never "happy with the school"."""
_AGREED = re.compile(
    rf"\b{_FAMILY}\b(?:(?!\b(?:but|so|we|i|when|because|cos)\b)[^.;!?]){{0,30}}"
    r"\b(?:agree[sd]?(?! to (?:assess|issue|amend|give|fund|pay|draft|an?|his|her)\b| the\b"
    r"| an? (?!(?:day|week|fortnight|month|year|while|few|couple)s?\b)"
    r"| with (?!it\b|this\b|that\b|us\b|me\b|you\b|mediation\b))|in agreement"
    rf"{_TO_IT}|sa(?:id|ys) (?:yes|ok|so)|(?:is|are|was|were)? ?(?:fine|happy|ok|okay){_TO_IT}|"
    r"consent\w*|permission|asked (?:me|us)(?! (?:how|what|when|why|if|about|for)\b))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|nor|(?:do|does|did|has|have|is|are|was|were|wo|ca)n'?t|no one|yet to)\b"
    r"(?! (?:mind|only|just))",
    re.IGNORECASE,
)
"""Within the words for agreeing: "she hasn't said yes yet", "they don't know"."""
_LEAVES_DOUBT = re.compile(
    rf"\b(?:but|though|although|however|except|unless|only|if|as long as)\b|{_NOT.pattern}",
    re.IGNORECASE,
)
"""After the yes of a family: "but isn't keen", "but not to ring her"."""
_OF_THE_WRITER = re.compile(
    r"^\W*(?:you (?:can )?have my\b|(?:(?:it|that|this)(?:'?s| is| are)? )?(?:all |absolutely )*"
    r"(?:fine|ok|okay|good|alright) (?:by|with) me\b)|"
    r"\bi (?:still )?(?:need (?:her|him|them|his|their|mum|dad)|(?:need|have|ought) to ask)\b|"
    r"\b(?:i'?ll|i will|we'?ll|we will|(?:going|need) to|gonna) (?:\w+ )?(?:ask|check)\b",
    re.IGNORECASE,
)
"""No yes of a family: "that is fine by me", "yes ill ask mum tonight"."""
_NOT_ASKED = re.compile(
    r"\b(?:haven'?t|have not|i'?ve not|not|never)(?: \w+)? asked\b(?! for\b)|"
    r"\bi(?:'?ll|'?d| will| would)? (?:say|put|tick) no\b(?! (?!then|thanks|for now)\w)",
    re.IGNORECASE,
)
_DOES_NOT_KNOW = re.compile(
    r"\b(?:s?he|they|mum|dad|parents?|family) (?:do|does)(?:n'?t| not) (?:even )?know"
    r"(?= (?:yet|about|that|i'?m|we)\b|\W*$)",
    re.IGNORECASE,
)
"""A no, and a doubt where another said yes: "mum said yes, dad doesn't know"."""
_NO_IN_SHORT = re.compile(
    rf"^\W*(?:(?:no+|nope|nah)\W+)?(?:(?:i|we|{_FAMILY}) (?:have|has|had|did|do|does|is|are|wo)"
    r"(?:n'?t| not)(?: (?:yet|sorry|no))*|"
    rf"{_FAMILY} (?:(?:has |have |just )?(?:refused|declined|said no|says no)|"
    r"(?:asked|told|said)(?: (?:me|us))? not to)\b.{0,25})\W*$",
    re.IGNORECASE,
)
"""All that is said: "no they havent", "no he refused", "no she asked me not to"."""
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:in writing|writ(?:ten|e)|on paper|formal\w*|contact with|need(?:s|ed)?|requir\w+|"
    r"necessary|applicable|relevant|right|wrong|understand|follow|drive|no one|not that|"
    r"that(?:'?s| is) (?:it|all|not)|is ?n'?t me)\b",
    re.IGNORECASE,
)
"""Beside a no, of how they agreed, that nobody has to, or of what else was asked."""
_OF_THE_CASE = re.compile(
    r"\b(?:plan|draft|assess\w*|council|la|panel|letter|evidence|school'?s|relief|video|wrong)\b",
    re.IGNORECASE,
)
"""Beside words of agreeing: others agreed to something else, perhaps."""


def read_permission(message: Message, draft: Draft, today: date) -> Answer | None:
    """The family's yes or no, and the day of it where it is said.

    "No, I'm his mum" is no no of the family: it says that they were taken for somebody else. What
    only asks, or takes note ("right, ok"), is no yes of the family; one with a "but" is asked about
    and its words are kept.
    """
    words = message.plain
    writer = role_of_writer(message, draft)
    is_own = writer is not None and writer.value not in THIRD_PARTIES
    if is_own or reads_as_mere_assent(words):
        return None
    found = permission_told(message)
    agreed = None if is_yet_to_come(words) else _AGREED.search(words)
    heard_no = found is not None and found.value == "no" and found.is_sure
    is_yes = _says_yes(words)
    is_told = agreed is not None or (found is not None and found.value == "yes")
    is_unknown = _DOES_NOT_KNOW.search(words) is not None
    says_no = _denies_it(words, agreed)
    says_no |= (heard_no or is_unknown) and not (is_yes or is_told)
    differ = says_no and another_agrees(words)
    says_no &= not differ
    is_told |= differ
    if not (says_no or is_yes or is_told):
        return None
    on = date_of(message, ("permission", None))
    on_date = on[0].isoformat() if on and on[0] <= today else None
    given = {"given": not says_no, "on": on_date}
    rest = "" if agreed is None else words[agreed.end() :]
    is_doubtful = heard_no or is_unknown or differ or reads_as_no(words) or one_is_against(words)
    is_doubtful |= not is_yes and (
        _LEAVES_DOUBT.search(rest) is not None
        or (_OF_THE_CASE.search(words) is not None and (found is None or not found.is_sure))
    )
    if says_no or not is_doubtful:
        return one("permission", given)
    return Answer(facts=(Fact("permission", given, is_sure=False),), keeps=words)


def _says_yes(words: str) -> bool:
    """True for a yes that leads, or is all; "absolutely raging about this" only begins like one."""
    said = read_yes(words, "consent", for_family=True)
    is_clear = reads_as_plain_yes(words) or (said is not None and not said.comes_weakly)
    return is_clear and not is_yes_undone(words) and not _OF_THE_WRITER.search(words)


def _denies_it(words: str, agreed: re.Match[str] | None) -> bool:
    """True for "she hasn't agreed" and "not asked"; "mum didn't but dad agreed" is dad's yes."""
    if _NOT_ASKED.search(words):
        return True
    if agreed is None:
        is_of_else = _OF_SOMETHING_ELSE.search(words) is not None
        is_no = says_not_yet(words) or _NO_IN_SHORT.match(words) is not None
        return is_no or (reads_as_refusal(words, "consent") and not is_of_else)
    last = re.split(r",|\b(?:but|and)\b", agreed[0])[-1]
    told = last + words[agreed.end() :] if reads_as_no(words) else last
    return _NOT.search(told) is not None
