"""Who writes, and whether the family agreed."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.family_agreed import is_yes_undone, is_yet_to_come, permission_told
from casework.answers.reading import Answer, date_of, entity_or_words, one
from casework.consent.family_refuses import another_agrees, one_is_against
from casework.message import Message
from casework.people.own_role import (
    FRIEND_OR_RELATIVE,
    is_named_a_helper,
    relative_without_the_care,
    role_of_writer,
    writes_for_a_parent,
)
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES
from casework.words import reads_as_mere_assent, reads_as_no, reads_as_yes

_AT_WORK = (
    r"^\W*(?:(?:i|i'?m|we|we'?re|am|are|is|it'?s|this|work|working|write|writing|employed|staff|"
    r"officer|on|behalf|speaking|here|from|for|at|with|by|of|in|a|an|the|their|his|her|local|"
    r"primary|secondary|special|high|another|sixth|form|his|yes|hi|hello)\W+)*"
)
"""Before a place of work: "I work for the council", and not "she's been out of school"."""
_ROLE_IN_WORDS = entity_or_words(
    "role",
    "referrer_role",
    {
        r"\byoung person\b|\bmyself\b|it'?s me\b": "young_person",
        r"\bguardian|\bcarer|\bfoster|\bgran|\bnan\b|\baunt|\bkinship": "carer",
        r"(?<!\bmy )\b(?:parent|mum|mom\b|dad|mother|father|mam\b)": "parent",
        r"\bsendiass|\biass\b": "sendiass",
        rf"{_AT_WORK}(?:council|local authority|LA)\b": "local_authority",
        rf"{_AT_WORK}(?:school|college|nursery)\b|\bteacher|\bsenco": "school",
        r"\bprofessional|\bworker|\bcharity|\badvocate|\bdoctor|\bnurse": "other_professional",
    },
)


def read_role(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who writes. A sister or friend of the parent refers as others do: the family has to agree."""
    role = message.first("referrer_role")
    is_known = role is not None and role.value in ("carer", *THIRD_PARTIES)
    is_friend = (
        writes_for_a_parent(message.plain) or is_named_a_helper(message.plain)
    ) and not is_known
    if is_friend or relative_without_the_care(message):
        return Answer(
            facts=(
                Fact("role", "other_professional"),
                Fact("relationship", FRIEND_OR_RELATIVE),
            )
        )
    return _ROLE_IN_WORDS(message, draft, today)


_TO_IT = (
    r"(?: (?:with|about) (?:it|this|that|us|me|you|mediation|everything|the (?:referral|idea))\b|"
    r" for (?:us|me|you|kids|it|this|that|the referral|mediation)\b|"
    r" to (?!stay|leave|stop|wait|keep)\w+|(?=\s*(?:$|[.,;:!?\n()]|\b(?:and|but|though)\b)))"
)
"""What a family is happy with: this, or nothing else named; never "happy with the school"."""
_AGREED = re.compile(
    r"\b(?:mum|mom|dad|mother|father|parents?|family|carer|guardian|he|she|they|young person)\b"
    rf".{{0,30}}\b(?:agree[sd]?|in agreement{_TO_IT}|sa(?:id|ys) (?:yes|ok|so)|"
    rf"(?:is|are|was|were)? ?(?:fine|happy|ok|okay){_TO_IT}|"
    r"consent\w*|permission|asked (?:me|us))\b",
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
_NOT_ASKED = re.compile(
    r"\b(?:haven'?t|have not|i'?ve not|not|never)(?: \w+)? asked\b|"
    r"\bi(?:'?ll|'?d| will| would)? (?:say|put|tick) no\b",
    re.IGNORECASE,
)
_NO_OF_SOMETHING_ELSE = re.compile(
    r"^\W*(?:no|not|(?:i|we)?(?: really)? ?(?:do ?n'?t|do not|wo ?n'?t))\b(?: need\b|"
    r"[^.,;!?]{0,20}?\b(?:in writing|writ(?:ten|e)|on paper|formal\w*|contact with|needed|"
    r"requir\w+|necessary|applicable|relevant)\b)",
    re.IGNORECASE,
)
"""Of how they agreed, of the other parent, or that nobody has to: no no of the family."""
_DOES_NOT_KNOW = re.compile(
    r"\b(?:s?he|they|mum|dad|parents?|family) (?:do|does)(?:n'?t| not) (?:even )?know"
    r"(?= (?:yet|about|that|i'?m|we)\b|\W*$)",
    re.IGNORECASE,
)
"""A no, and a doubt where another said yes: "mum said yes, dad doesn't know"."""


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
    heard_no = found is not None and found.value == "no"
    is_yes = reads_as_yes(words) and not is_yes_undone(words)
    is_told = agreed is not None or (found is not None and found.value == "yes")
    is_unknown = _DOES_NOT_KNOW.search(words) is not None
    says_no = _denies_it(words, agreed)
    says_no |= (heard_no or is_unknown) and not (reads_as_yes(words) or is_told)
    differ = says_no and another_agrees(words)
    says_no &= not differ
    if agreed is None and _NO_OF_SOMETHING_ELSE.match(words):
        return None
    is_told |= differ
    if not (says_no or is_yes or is_told):
        return None
    on = date_of(message, ("permission", None))
    on_date = on[0].isoformat() if on and on[0] <= today else None
    given = {"given": not says_no, "on": on_date}
    rest = "" if agreed is None else words[agreed.end() :]
    is_doubtful = heard_no or is_unknown or differ or reads_as_no(words) or one_is_against(words)
    is_doubtful |= not is_yes and _LEAVES_DOUBT.search(rest) is not None
    if says_no or not is_doubtful:
        return one("permission", given)
    return Answer(facts=(Fact("permission", given, is_sure=False),), keeps=words)


def _denies_it(words: str, agreed: re.Match[str] | None) -> bool:
    """True for "she hasn't agreed" and "not asked"; "mum didn't but dad agreed" is dad's yes."""
    if agreed is None:
        return _NOT_ASKED.search(words) is not None or reads_as_no(words)
    last = re.split(r",|\b(?:but|and)\b", agreed[0])[-1]
    told = last + words[agreed.end() :] if reads_as_no(words) else last
    return bool(_NOT.search(told) or _NOT_ASKED.search(words))
