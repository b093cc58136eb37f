"""The three measurements that are made of turns: one user, eight users, a long conversation.

The first two alternate between the assistants, a conversation each in turn, so that whatever
else the machine does meanwhile weighs on both.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from bench.chat import Conversation

USERS = 8
_ROUNDS_OF_ONE, _ROUNDS_OF_MANY = 4, 2
_EARLY, _LATE, _WINDOW = 10, 200, 9


@dataclass(frozen=True)
class Talk:
    """How to talk to one assistant: a new conversation, and what is said in it in turn.

    `steady` are messages that any state of a conversation can take.
    """

    open_conversation: Callable[[], Conversation]
    messages: Sequence[str]
    steady: Sequence[str]


def measure_one_user(talks: Sequence[Talk]) -> list[float]:
    """Median seconds of a turn, for each assistant: one person, one conversation at a time."""
    seconds: list[list[float]] = [[] for _ in talks]
    for talk in talks:
        _hold_conversation(talk.open_conversation(), talk.messages)  # warm-up
    for _ in range(_ROUNDS_OF_ONE):
        for talk, taken in zip(talks, seconds, strict=True):
            taken += _hold_conversation(talk.open_conversation(), talk.messages)
    return [statistics.median(taken) for taken in seconds]


def measure_many_users(talks: Sequence[Talk]) -> list[float]:
    """Messages answered a second, for each assistant, while eight people talk at once."""
    seconds = [0.0 for _ in talks]
    with ThreadPoolExecutor(USERS) as users:
        for _ in range(_ROUNDS_OF_MANY):
            for place, talk in enumerate(talks):
                started = time.perf_counter()
                list(users.map(_talk_once, [talk] * USERS))
                seconds[place] += time.perf_counter() - started
    return [
        _ROUNDS_OF_MANY * USERS * len(talk.messages) / taken
        for talk, taken in zip(talks, seconds, strict=True)
    ]


def measure_long_conversation(talk: Talk) -> tuple[float, float]:
    """Median seconds of the turns around the 10th and around the 200th of one conversation.

    Around both the same `steady` messages are said, so that only the length differs.
    """
    conversation = talk.open_conversation()
    rest = _in_turn(talk.messages)
    before = _EARLY - _WINDOW // 2 - 1
    between = _LATE - _EARLY - _WINDOW
    _hold_conversation(conversation, list(islice(rest, before)))
    same = list(islice(_in_turn(talk.steady), _WINDOW))
    early = _hold_conversation(conversation, same)
    _hold_conversation(conversation, list(islice(rest, between)))
    late = _hold_conversation(conversation, same)
    return statistics.median(early), statistics.median(late)


def _talk_once(talk: Talk) -> None:
    _hold_conversation(talk.open_conversation(), talk.messages)


def _hold_conversation(conversation: Conversation, messages: Sequence[str]) -> list[float]:
    return [_time_turn(conversation, message) for message in messages]


def _time_turn(conversation: Conversation, message: str) -> float:
    started = time.perf_counter()
    conversation.say(message)
    return time.perf_counter() - started


def _in_turn(messages: Sequence[str]) -> Iterator[str]:
    while True:
        yield from messages
