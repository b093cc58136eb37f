"""Replies that colleagues need often, to put into the box and change: data/staff/replies.yml.

A reply may name the colleague and the reference: `{colleague}`, `{reference}`. They are put in as
they are, once, so that braces in a name stay braces; a reply whose value is missing is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from frontdesk.staff.texts import load_staff_texts

_PLACEHOLDER = re.compile(r"\{(colleague|reference)\}")


class CannedReply(BaseModel):
    """A reply by its id, with what the list calls it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    text: str


@cache
def load_replies() -> tuple[CannedReply, ...]:
    """The replies in the order of the list, as they are written down."""
    return tuple(
        CannedReply.model_validate(reply) for reply in load_staff_texts("replies")["replies"]
    )


def fill_replies(values: Mapping[str, str | None]) -> list[CannedReply]:
    """The replies with these values in their places."""
    return [
        reply.model_copy(
            update={"text": _PLACEHOLDER.sub(lambda found: values[found[1]] or "", reply.text)}
        )
        for reply in load_replies()
        if all(values.get(name) for name in _PLACEHOLDER.findall(reply.text))
    ]


def put_in(text: str, reply_id: str, replies: list[CannedReply]) -> str:
    """What is in the box, with the reply of this id below it."""
    chosen = [reply.text.strip() for reply in replies if reply.id == reply_id]
    return "\n".join([*([text.strip()] if text.strip() else []), *chosen])
