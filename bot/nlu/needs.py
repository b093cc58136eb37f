"""What a parent needs to take part, and how they would like to meet.

The wordings are in `access_wording.yml`. What the child needs at school is no access need: it is
left to the dispute.
"""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.wording import Wording, read_wording

# "Can I have large print?" asks for it; "do you have a hearing loop?" only asks.
_REQUEST = re.compile(
    r"\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|do it|meet)\b"
    r"|\b(?:can|could|would) (?:you|it|this) (?:please )?"
    r"(?:send|give|provide|put|arrange|be|make|use)\b"
)


def read_needs(message: ParentMessage, wording: Wording) -> list[Fact]:
    """Find access needs (`none` where they say they have none) and the form of meeting wanted."""
    facts = read_wording(_clauses(message), message.bare, wording)
    wanted = [fact for fact in facts if fact.entity == "access_need" and fact.value != "none"]
    if wanted:
        return [fact for fact in facts if (fact.entity, fact.value) != ("access_need", "none")]
    return facts


def _clauses(message: ParentMessage) -> list[tuple[int, str]]:
    clauses = [
        (start, message.plain[start:end], message.asserted[start:end])
        for start, end in message.clauses
    ]
    return [
        (start, words if _REQUEST.search(words) else stated)
        for start, words, stated in clauses
        if stated.strip() or _REQUEST.search(words)
    ]
