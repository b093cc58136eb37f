"""Email addresses that a parent gives as theirs, and whether they are safe or the only way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.phones import ELSES_AFTER, OTHERS_NUMBER, SIGNED_WITH_A_JOB, SOMEBODY_ELSES

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL_ONLY_AFTER = re.compile(r"\s+only\b")
_SAFE_AFTER = re.compile(
    r"\s*,?\s*(?:is |that'?s )?(?:totally |always )?(?:safe|private|ok|fine)\b"
)


def read_emails(message: ParentMessage) -> Iterator[Fact]:
    """Find the addresses that are not somebody else's, in small letters."""
    for found in _EMAIL.finditer(message.text):
        is_signed = SIGNED_WITH_A_JOB.search(message.plain, 0, found.start()) is not None
        of_another = OTHERS_NUMBER.search(message.plain, max(0, found.start() - 40), found.start())
        if of_another and not is_signed:
            continue
        if SOMEBODY_ELSES.search(message.plain, max(0, found.start() - 70), found.start()):
            continue
        if ELSES_AFTER.match(message.plain, found.end()) and message.plain.count("@") > 1:
            continue
        yield Fact("email", found[0].strip("'-").lower(), found.start(), found.end())
        if _EMAIL_ONLY_AFTER.match(message.plain, found.end()):
            span = (found.start(), found.end() + 5)
            yield Fact("contact_preferred", "email", *span)
            yield Fact("contact_ok", "yes", *span, role="email")
            yield Fact("contact_ok", "no", *span, role="call")
            yield Fact("contact_ok", "no", *span, role="text")
        elif _SAFE_AFTER.match(message.plain, found.end()):
            yield Fact("contact_ok", "yes", found.start(), found.end(), role="email")
