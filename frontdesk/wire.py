"""Messages as the chat API shows them."""

from __future__ import annotations

from datetime import UTC
from typing import Any, Literal

from pydantic import BaseModel, Field

from casework.other_languages import find_language_of_words
from store.models import Message


class WireChoice(BaseModel):
    """Something that may be tapped; typing `say` means the same."""

    label: str
    say: str


class WireMessage(BaseModel):
    """One message of a conversation, as documented at /openapi.json."""

    id: str
    seq: int
    sender: Literal["parent", "assistant", "staff"] = Field(alias="from")
    text: str
    at: str
    choices: list[WireChoice]
    asks: str | None
    topic: str | None
    lang: str | None = Field(None, description="BCP 47 tag of a text that is not in English")
    dir: Literal["ltr", "rtl"] | None = Field(None, description="the direction of such a text")


def to_wire(message: Message) -> dict[str, Any]:
    """The JSON of a stored message; times in UTC to the second.

    `lang` and `dir` are there for a text that is not in English, and not otherwise.
    """
    language = find_language_of_words(message.text)
    return {
        "id": message.id,
        "seq": message.seq,
        "from": message.sender,
        "text": message.text,
        "at": message.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "choices": message.choices or [],
        "asks": message.asks,
        "topic": message.topic,
        **({"lang": language.tag, "dir": language.dir} if language else {}),
    }
