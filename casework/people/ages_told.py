"""Whose age a message tells, where the words alone do not say it."""

from __future__ import annotations

from dataclasses import replace

from casework.message import Entity, Message
from casework.referral.draft import Draft

OLDEST = 26
"""The oldest age that the referral takes; older birthdays are somebody else's."""
YOUNGEST_WRITER = 14
"""Nobody younger is likely to write about a plan of their own."""


def writers_age(message: Message, draft: Draft) -> Entity | None:
    """The age of who may be a young person writing: nobody has said who they are. It is asked."""
    knows_who = message.first("referrer_role") or draft.referral.referrer.role is not None
    age = message.first("age", "self")
    if knows_who or age is None or not YOUNGEST_WRITER <= int(age.value) < OLDEST:
        return None
    return replace(age, is_sure=False)


def stands_for_a_thing(age: Entity, message: Message, draft: Draft) -> bool:
    """True for "one", which where an age is known hardly ever is a new one: "yes, she has one"."""
    is_one = message.text[age.start : age.end].casefold() == "one"
    return is_one and draft.referral.child.age is not None
