"""What the assistant hears in held-out messages: Rasa's environment, asked once for all of them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casework.message import Message, message_from

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (".venv-rasa/bin/python", "-m", "bot.understand")
TODAY = date(2026, 11, 21)
"""The day on which the held-out messages are said to be written: a Saturday."""


class NothingHeard(Exception):
    """The assistant could not be asked; the message says why."""


@dataclass(frozen=True)
class Asked:
    """A text, and in words the question that was answered right before it, if one was."""

    text: str
    after: str | None = None


@dataclass(frozen=True)
class Heard:
    """The message as casework gets it, and the types of danger heard in it, surest first.

    `may_be_danger` is false where it is surely harmless, whatever its words remind of.
    """

    message: Message
    dangers: tuple[str, ...] = ()
    may_be_danger: bool = True


def hear(asked: Iterable[Asked]) -> dict[Asked, Heard]:
    """What is heard in each text. Raises NothingHeard."""
    each = list(dict.fromkeys(asked))
    lines = [json.dumps({"text": one.text, "after": one.after}) for one in each]
    ran = subprocess.run(
        COMMAND,
        cwd=ROOT,
        env={**os.environ, "INTAKE_TODAY": TODAY.isoformat()},
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode != 0:
        raise NothingHeard(ran.stderr.strip().rpartition("\n")[2] or f"exit code {ran.returncode}")
    heard = [_to_heard(json.loads(line)) for line in ran.stdout.splitlines()]
    if len(heard) != len(each):
        raise NothingHeard(f"{len(each)} messages were told and {len(heard)} heard")
    return dict(zip(each, heard, strict=True))


def _to_heard(parsed: Mapping[str, Any]) -> Heard:
    dangers = tuple(found["id"] for found in parsed["danger"] or ())
    return Heard(message_from(parsed), dangers, parsed["may_be_danger"] is not False)
