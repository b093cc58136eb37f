"""Messages as the chat API takes and shows them."""

from __future__ import annotations

from datetime import UTC
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, field_validator

from casework.conversation.other_languages import find_language_of_words
from store.tables import Message

LONGEST_TEXT = 2_000


class NewMessage(BaseModel):
    """A parent's message; the same `client_message_id` again counts as the same message."""

    client_message_id: UUID
    text: str

    @field_validator("text")
    @classmethod
    def _check_text(cls, text: str) -> str:
        # A lone surrogate is valid JSON and no text that can be encoded.
        text = text.encode("utf-8", "replace").decode()
        if not text.strip():
            raise ValueError("is empty")
        return text


class WireChoice(BaseModel):
    """Something that may be tapped; typing `say` means the same."""

    label: str
    say: str


class WireMessage(BaseModel):
    """One message of a conversation, as documented at /openapi.json."""

    id: str
    seq: int
    sender: Literal["parent", "assistant", "staff"] = Field(alias="from")
    by: str | None = Field(None, description="the first name of the colleague who writes")
    text: str
    at: str
    choices: list[WireChoice]
    asks: str | None
    topic: str | None
    lang: str | None = Field(None, description="BCP 47 tag of a text that is not in English")
    dir: Literal["ltr", "rtl"] | None = Field(None, description="the direction of such a text")


def to_wire(message: Message) -> dict[str, Any]:
    """The JSON of a stored message; times in UTC to the second.

    `lang` and `dir` are there for a text that is not in English, `by` for one of a colleague, and
    not otherwise.
    """
    language = find_language_of_words(message.text)
    return {
        "id": message.id,
        "seq": message.seq,
        "from": message.sender,
        **({"by": message.by} if message.by else {}),
        "text": message.text,
        "at": message.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "choices": message.choices or [],
        "asks": message.asks,
        "topic": message.topic,
        **({"lang": language.tag, "dir": language.dir} if language else {}),
    }
