"""Whose a name is that says neither "my" nor "his": "name is Max" after talk of a son."""

from __future__ import annotations

import re

from bot.nlu import name_cues as cues
from bot.nlu.message import ParentMessage
from bot.nlu.names import Name


def whose_name(message: ParentMessage, cue: re.Match[str], name: Name) -> tuple[str, Name, bool]:
    """Say whose name it is: "name is Max" after talk of a son is likely his, and is asked."""
    is_bare = (
        cues.BARE_NAME_CUE.search(message.plain, max(0, cue.start() - 12), cue.end()) is not None
    )
    is_bare = is_bare and "my" not in cue[0] and "call" not in cue[0]
    about_child = re.search(
        rf"\b(?:he|she|his|him|her|(?:he|she)'s|dob|born|{cues.CHILD_WORD})\b",
        message.plain[max(0, cue.start() - 120) : cue.start()],
    )
    if is_bare and cues.BORN_BEFORE.search(message.plain, 0, name.start):
        return "child", name, True
    if is_bare and cues.BIRTH_NEXT.match(message.plain, name.end):
        return "child", name, False
    says_who = cues.I_AM_KIN.search(message.plain, 0, cue.start())
    if is_bare and about_child and not says_who and " " not in name.value:
        is_own = cues.TOLD_OF_ONESELF.search(message.plain, 0, cue.start() + 1)
        return "self" if is_own else "child", name, False
    return "self", name, True
