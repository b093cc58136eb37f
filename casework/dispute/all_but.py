"""What alone is not in dispute: the school of "everything but the school", and of "all except I".

After a plan called right the same words tell what alone is wrong (`casework.dispute.all_fine_but`).
"""

from __future__ import annotations

import re

from casework.dispute.all_fine_but import all_fine_but

_PART = (
    r"(?:(?:the|his|her|their|for|sections?|parts?|name of) )*"
    r"(?:[a-k]\d?|needs?|school|college|placement|help|hours|provision|support|health|"
    r"social care)\b"
    r"(?: (?:part|bit|section|stuff|side|named?|they (?:named|picked|chose)))*"
)
_ALL_BUT = re.compile(
    r"\b(?:all|everything|every (?:part|section|bit)|the (?:whole )?(?:lot|plan|thing))"
    r"(?: (?:of it|of the plan|in it|in the plan|else|is wrong|wrong|(?:the )?sections?|parts))* "
    r"(?:but|bar|except|apart from|other than)(?: for)? "
    rf"(?P<parts>{_PART}(?:(?:,| and| or)+ {_PART})*)"
    r"(?: (?:is|are) (?:wrong|bad|in dispute|rubbish))?(?: please| really| i think)*\W*$",
    re.IGNORECASE,
)


def all_but(text: str) -> str | None:
    """The words for the parts that are left out, or None where no "all but" is said."""
    found = _ALL_BUT.search(text)
    return None if found is None or all_fine_but(text) is not None else found["parts"]
