"""Replies that colleagues need often, to put into the box and change: data/staff/replies.yml."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from frontdesk.staff.texts import load_staff_texts


class CannedReply(BaseModel):
    """A reply by its id, with what the list calls it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    text: str


@cache
def load_replies() -> tuple[CannedReply, ...]:
    """The replies in the order of the list."""
    return tuple(
        CannedReply.model_validate(reply) for reply in load_staff_texts("replies")["replies"]
    )


def put_in(text: str, reply_id: str) -> str:
    """What is in the box, with the reply of this id below it."""
    chosen = [reply.text.strip() for reply in load_replies() if reply.id == reply_id]
    return "\n".join([*([text.strip()] if text.strip() else []), *chosen])
