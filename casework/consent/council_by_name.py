"""The council called by its own name, in an answer about telling it: "you can speak to Kent"."""

from __future__ import annotations

import re

from casework.referral.draft import Draft

_MISSPELT = re.compile(
    r"\b(?:coucil|concil|counsil|councel|counsel|cuncil|coucnil|councl|counicl|councill)\b",
    re.IGNORECASE,
)


def name_council(plain: str, draft: Draft) -> str:
    """The words with the name of the family's council, where it is known, as "the council"."""
    plain = _MISSPELT.sub("council", plain)
    council = draft.referral.council
    names = [name for name in (council.name, council.as_typed) if name]
    if not names:
        return plain
    called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(
        rf"\b(?:the )?(?:{called})(?: (?:city|county|borough|district))?(?: council)?\b",
        "the council",
        plain,
        flags=re.IGNORECASE,
    )
