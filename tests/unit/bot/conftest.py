from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.nlu.reader import FactReader

TODAY = date(2026, 11, 21)  # a Saturday
Heard = set[tuple[str, str | None, str | int]]


@pytest.fixture(scope="session")
def reader() -> FactReader:
    return FactReader(Path("data/knowledge"))


@pytest.fixture
def hear(reader: FactReader) -> Callable[[str], Heard]:
    """What is heard in a message: entity, role and value."""

    def read(text: str) -> Heard:
        return {(fact.entity, fact.role, fact.value) for fact in reader.read(text, TODAY)}

    return read


@pytest.fixture
def values(reader: FactReader) -> Callable[[str, str], set[str | int]]:
    """The values of one entity in a message."""

    def read(text: str, entity: str) -> set[str | int]:
        return {fact.value for fact in reader.read(text, TODAY) if fact.entity == entity}

    return read
