"""Who writes."""

from __future__ import annotations

from datetime import date

from casework.answers.fact import Fact
from casework.answers.reading import Answer, entity_or_words
from casework.message import Message
from casework.people.family_helpers import (
    FRIEND_OR_RELATIVE,
    is_named_a_helper,
    relative_without_the_care,
    writes_for_a_parent,
)
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES

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
