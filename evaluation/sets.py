"""The held-out messages of `tests/understanding/`: JSON lines, a file for each set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

OUT_OF_SCOPE = "out_of_scope"


class SetUnreadable(Exception):
    """A set that is missing or has a line that is no example of it; names the file and line."""


class Example(BaseModel):
    """What is common to all sets: a message."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = None
    text: str = Field(min_length=1)


Kind = TypeVar("Kind", bound=Example)


class Question(Example):
    """A first message that asks something; `topic`: ids that are right, any one of them."""

    topic: tuple[str, ...] = Field(min_length=1)

    @property
    def is_out_of_scope(self) -> bool:
        """True where no topic of the FAQ is right."""
        return OUT_OF_SCOPE in self.topic


class TwoQuestions(Example):
    """A first message that asks about both topics."""

    both: tuple[str, str]


class FollowUp(Example):
    """A message that leans on the topic answered before it."""

    after: str
    topic: str


class Told(Example):
    """A message that tells facts: what to expect (expectations.py) by path in the referral."""

    fields: dict[str, Any] = Field(min_length=1)


class TypedCouncil(Example):
    """What is typed when asked for the council.

    `gss`: the authority with the SEND duty, null where none may be stored; `gss_also`: others
    that are right too; `ambiguous`: the assistant should ask which is meant.
    """

    gss: str | None
    gss_also: tuple[str, ...] = ()
    ambiguous: bool = False


class MaybeDanger(Example):
    """A message that speaks of danger, or only sounds like it.

    `expect`: types of danger that are right, null where nobody is in danger; `at`: the question
    it answers, if it answers one.
    """

    expect: tuple[str, ...] | None
    at: str | None = None


class InLanguage(Example):
    """A message in another language than English (ISO 639-3), or in English (null)."""

    language: str | None


@dataclass(frozen=True)
class Sets:
    """All held-out messages; a field is the file of that name.

    What was looked at while the assistant was worked on is kept apart from what is sealed.
    """

    questions: tuple[Question, ...]
    questions_looked_at: tuple[Question, ...]
    two_questions: tuple[TwoQuestions, ...]
    follow_ups: tuple[FollowUp, ...]
    facts: tuple[Told, ...]
    facts_looked_at: tuple[Told, ...]
    councils: tuple[TypedCouncil, ...]
    councils_looked_at: tuple[TypedCouncil, ...]
    danger: tuple[MaybeDanger, ...]
    danger_looked_at: tuple[MaybeDanger, ...]
    languages: tuple[InLanguage, ...]

    @property
    def sealed(self) -> Sets:
        """What was never looked at: the sets that have a target."""
        looked_at = [each.name for each in fields(self) if each.name.endswith("_looked_at")]
        return replace(self, **dict.fromkeys(looked_at, ()))

    @property
    def size(self) -> int:
        """How many messages there are in all."""
        return sum(1 for _example in self)

    def __iter__(self) -> Iterator[Example]:
        """Every message of every set."""
        return chain.from_iterable(getattr(self, each.name) for each in fields(self))


def read_sets(folder: Path) -> Sets:
    """Read every set. Raises SetUnreadable, naming what is missing or wrong."""
    return Sets(
        questions=_read(folder / "questions.jsonl", Question),
        questions_looked_at=_read(folder / "questions_looked_at.jsonl", Question),
        two_questions=_read(folder / "two_questions.jsonl", TwoQuestions),
        follow_ups=_read(folder / "follow_ups.jsonl", FollowUp),
        facts=_read(folder / "facts.jsonl", Told),
        facts_looked_at=_read(folder / "facts_looked_at.jsonl", Told),
        councils=_read(folder / "councils.jsonl", TypedCouncil),
        councils_looked_at=_read(folder / "councils_looked_at.jsonl", TypedCouncil),
        danger=_read(folder / "danger.jsonl", MaybeDanger),
        danger_looked_at=_read(folder / "danger_looked_at.jsonl", MaybeDanger),
        languages=_read(folder / "languages.jsonl", InLanguage),
    )


def _read(path: Path, kind: type[Kind]) -> tuple[Kind, ...]:
    if not path.is_file():
        raise SetUnreadable(f"{path} is missing")
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            examples.append(kind.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise SetUnreadable(f"{path}:{number}: {where} {first['msg']}".strip()) from None
    return tuple(examples)
