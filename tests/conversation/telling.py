"""Parents who answer what they are asked, ask and put right on the way, and send in the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.conversation.parents import PLAIN_ANSWERS, Chat
from tests.conversation.service import Service

MOST_MESSAGES = 70
MOST_ASKED = 5
"""Times that one question is answered before the parent gives up."""


@dataclass(frozen=True)
class Ended:
    """How a conversation ended: whether it was sent, and every question that was asked."""

    conversation: str
    is_sent: bool
    asked: frozenset[str]


def tell(persona: Mapping[str, Any], service: Service) -> Ended:
    """Have the persona talk until the receipt, or until one question comes too often.

    A digression is typed instead of the first answer, a correction in the turn after one, or at
    the summary instead of yes. A question that comes again gets the persona's next words for it.
    """
    chat = Chat(service, persona["channel"])
    digressions = {each["after_asks"]: each["text"] for each in persona["digressions"]}
    corrections: dict[str, list[str]] = defaultdict(list)
    for each in persona["corrections"]:
        corrections[each["after_asks"]].append(each["text"])
    times: Counter[str] = Counter()
    put_right: str | None = None
    replies = chat.say(persona["opening"])
    for _ in range(MOST_MESSAGES):
        pending = chat.asked or ""
        if _is_sent(replies) or times[pending] > MOST_ASKED:
            break
        if put_right is not None:
            replies, put_right = chat.say(put_right), None
        elif pending in digressions:
            replies = chat.say(digressions.pop(pending))
        elif pending == "summary" and corrections["summary"]:
            replies = chat.say(corrections["summary"].pop(0))
        else:
            if corrections[pending]:
                put_right = corrections[pending].pop(0)
            words = persona["facts"].get(pending) or [PLAIN_ANSWERS.get(pending, "skip")]
            replies = chat.say(words[min(times[pending], len(words) - 1)])
            times[pending] += 1
    asked = frozenset(message["asks"] for message in chat.messages if message["asks"])
    return Ended(chat.id, _is_sent(replies), asked)


def _is_sent(replies: list[dict[str, Any]]) -> bool:
    return any(reply["topic"] == "receipt" for reply in replies)
