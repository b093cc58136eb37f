"""Who writes, and whether the family agreed."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.family_agreed import is_yes_undone, is_yet_to_come
from casework.answers.reading import Answer, date_of, entity_or_words, one
from casework.message import Message
from casework.people.own_role import (
    FRIEND_OR_RELATIVE,
    relative_without_the_care,
    role_of_writer,
    writes_for_a_parent,
)
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES
from casework.words import reads_as_no, reads_as_yes

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
    is_friend = writes_for_a_parent(message.plain) and not is_known
    if is_friend or relative_without_the_care(message):
        return Answer(
            facts=(
                Fact("role", "other_professional"),
                Fact("relationship", FRIEND_OR_RELATIVE),
            )
        )
    return _ROLE_IN_WORDS(message, draft, today)


_AGREED = re.compile(
    r"\b(?:mum|mom|dad|mother|father|parents?|family|carer|guardian|he|she|they|young person)\b"
    r".{0,30}\b(?:agree[sd]?|said (?:yes|ok|so)|(?:is|are|was|were)? ?(?:fine|happy|ok|okay)|"
    r"consent\w*|permission|asked (?:me|us)|knows?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|nor|(?:do|does|did|has|have|is|are|was|were|wo|ca)n'?t|no one|yet to)\b"
    r"(?! (?:mind|only|just))",
    re.IGNORECASE,
)
"""Within the words for agreeing: "she hasn't said yes yet", "they don't know"."""
_NOT_ASKED = re.compile(
    r"\b(?:haven'?t|have not|i'?ve not|not|never)(?: \w+)? asked\b|"
    r"\bi(?:'?ll|'?d| will| would)? (?:say|put|tick) no\b",
    re.IGNORECASE,
)


def read_permission(message: Message, draft: Draft, today: date) -> Answer | None:
    """The family's yes or no, and the day of it where it is said.

    "No, I'm his mum" is no no of the family: it says that they were taken for somebody else.
    """
    writer = role_of_writer(message, draft)
    if writer is not None and writer.value not in THIRD_PARTIES:
        return None
    on = date_of(message, ("permission", None))
    found = message.first("permission")
    agreed = None if is_yet_to_come(message.plain) else _AGREED.search(message.plain)
    last = "" if agreed is None else re.split(r",|\b(?:but|and)\b", agreed[0])[-1]
    has_not = _NOT.search(last) is not None
    has_not = has_not or _NOT_ASKED.search(message.plain) is not None
    says_no = has_not or reads_as_no(message.plain) or (found is not None and found.value == "no")
    says_yes = (
        (reads_as_yes(message.plain) and not is_yes_undone(message.plain))
        or (found is not None and found.value == "yes")
        or (agreed is not None and not says_no)
    )
    if not (says_no or says_yes):
        return None
    on_date = on[0].isoformat() if on and on[0] <= today else None
    return one("permission", {"given": says_yes and not says_no, "on": on_date})
