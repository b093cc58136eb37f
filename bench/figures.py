"""Measuring the assistants from training to the last turn."""

import contextlib
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.server import read_memory, serving, wait_for_answer
from bench.turns import (
    Talk,
    measure_long_conversation,
    measure_many_users,
    measure_one_user,
)

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Figures:
    """What was measured of one assistant. Seconds, messages a second, MB (10^6 bytes)."""

    training: float | None
    training_again: float | None
    ready: float
    turn: float
    messages_per_second: float
    turn_10: float
    turn_200: float
    memory: float


@dataclass(frozen=True)
class Assistant:
    """One assistant to measure: how to train it, start it, find its Rasa process and talk to it.

    `add_a_message` writes one more example among those that it is trained on.
    """

    name: str
    folder: Path
    training: Sequence[str]
    training_folder: Path
    add_a_message: Callable[[], None]
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    talk: Talk
    find_rasa: Callable[[int], int]


def measure(assistants: Sequence[Assistant], *, train: bool, tell: Tell) -> list[Figures]:
    """Train (unless told not to), start, and take every figure. Raises NotStarted, NoAnswer.

    Only one trains or starts at a time; then both are up, and one at a time is talked to.
    """
    trainings = [_time_trainings(each, tell) if train else (None, None) for each in assistants]
    for assistant in assistants:
        tell(f"{assistant.name}: starting for the first time …")
        with _serving(assistant) as process:
            _wait_until_ready(assistant, process)
    with contextlib.ExitStack() as running:
        processes, readies = [], []
        for assistant in assistants:
            tell(f"{assistant.name}: starting again …")
            processes.append(running.enter_context(_serving(assistant)))
            readies.append(_wait_until_ready(assistant, processes[-1]))
        talks = [assistant.talk for assistant in assistants]
        tell("One user …")
        turns = measure_one_user(talks)
        tell("Eight users …")
        rates = measure_many_users(talks)
        tell("One conversation of 200 turns each …")
        long = [measure_long_conversation(talk) for talk in talks]
        memories = [
            read_memory(assistant.find_rasa(process.pid))
            for assistant, process in zip(assistants, processes, strict=True)
        ]
    return [
        Figures(first, again, ready, turn, rate, early, late, memory)
        for (first, again), ready, turn, rate, (early, late), memory in zip(
            trainings, readies, turns, rates, long, memories, strict=True
        )
    ]


def _time_trainings(assistant: Assistant, tell: Tell) -> tuple[float, float]:
    tell(f"{assistant.name}: training …")
    first = _time_training(assistant)
    tell(f"{assistant.name}: training with one message more …")
    assistant.add_a_message()
    return first, _time_training(assistant)


def _time_training(assistant: Assistant) -> float:
    started = time.perf_counter()
    with assistant.log.with_suffix(".training.log").open("wb") as output:
        subprocess.run(
            assistant.training,
            cwd=assistant.training_folder,
            env=assistant.environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=True,
        )
    return time.perf_counter() - started


def _serving(
    assistant: Assistant,
) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    return serving(assistant.command, assistant.folder, assistant.environment, assistant.log)


def _wait_until_ready(assistant: Assistant, process: subprocess.Popen[bytes]) -> float:
    hello = assistant.talk.messages[0]
    return wait_for_answer(process, lambda: assistant.talk.open_conversation().say(hello))
