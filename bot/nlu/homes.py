"""Which of several places named in a message is the home, or whose council decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu import place_cues as cues
from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage


def keep_home(message: ParentMessage, facts: list[Fact]) -> list[Fact]:
    """Two places that could each be the home: which council is meant has to be asked.

    Where they say that they live in one of them, or moved there, only that one is kept.
    """
    if len({str(fact.value).lower() for fact in facts}) < 2:
        return facts
    others = [
        fact
        for fact in facts
        if cues.OF_ANOTHER_OR_BEFORE.search(message.plain, 0, fact.start)
        or cues.MOVING_THERE.search(message.plain, 0, fact.start)
    ]
    facts = [fact for fact in facts if fact not in others] or facts
    if len({str(fact.value).lower() for fact in facts if fact.sure}) < 2:
        return facts
    deciding = [fact for fact in facts if _decides(message, fact)]
    if _are_one(deciding) and not cues.TAKES_BACK.search(message.plain):
        return deciding
    at_home = [fact for fact in facts if cues.HOME_NOW.search(message.plain, 0, fact.start)]
    if cues.TAKES_BACK.search(message.plain):
        return [replace(fact, sure=False) for fact in facts]
    return [replace(fact, sure=False) for fact in at_home or facts]


def _are_one(places: Sequence[Fact]) -> bool:
    """Say whether names are of one place, in full and in short: "Nottingham City … Nottingham"."""
    names = sorted((str(place.value).lower() for place in places), key=len)
    return bool(names) and all(names[0] in name for name in names)


def _decides(message: ParentMessage, fact: Fact) -> bool:
    """Say whether the words around a place make it the council that decides."""
    return (
        cues.DECIDES_AFTER.match(message.plain, fact.end) is not None
        or cues.DECIDES_BEFORE.search(message.plain, 0, fact.start) is not None
    )
