"""The kinds of dispute heard in a message: which they are, without some, or read as another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from casework.message import Entity, Message


def kinds_in(message: Message) -> set[str]:
    """The kinds heard, sure or not."""
    return {str(one.value) for one in message.all_of("dispute")}


def with_kinds(message: Message, *kinds: str, is_sure: bool = False) -> Message:
    """The message with kinds besides, to be asked about where they are not sure."""
    told = (Entity("dispute", kind, is_sure=is_sure) for kind in kinds)
    return replace(message, entities=(*message.entities, *told))


def without_kinds(message: Message, kinds: Collection[str]) -> Message:
    """The message without these kinds."""
    kept = (one for one in message.entities if one.name != "dispute" or one.value not in kinds)
    return replace(message, entities=tuple(kept))


def read_as(
    message: Message, kinds: Collection[str], other: str, is_sure: bool | None = None
) -> Message:
    """The message with one of these kinds read as the other."""
    entities = (
        replace(one, value=other, is_sure=one.is_sure if is_sure is None else is_sure)
        if one.name == "dispute" and one.value in kinds
        else one
        for one in message.entities
    )
    return replace(message, entities=tuple(entities))
