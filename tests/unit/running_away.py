"""Finds patterns that a short odd message keeps busy for minutes, by repeating their own words.

A word that a starred group can read in two ways ("it'?s|its") is read in all ways together: twice
as many with each repetition. Slow is not enough to be found here, doubling is.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType

REPEATED = 22
AT_MOST_S = 0.25
_WORD = re.compile(r"(?<!\\)\b[a-z]+(?:'\??[a-z]+)?", re.IGNORECASE)


def find_runaways(room: ModuleType) -> list[str]:
    """The patterns of a package that run away, each with the word that they run away on."""
    return [
        f"{name} on {word!r}"
        for name, pattern in dict(_patterns_below(room)).items()
        if (word := word_it_runs_away_on(pattern)) is not None
    ]


def word_it_runs_away_on(pattern: re.Pattern[str]) -> str | None:
    """A word of the pattern that keeps it busy for more than AT_MOST_S; None where there is none.

    Single words only: what two words in turn do is not tried.
    """
    for word in sorted(set(_WORD.findall(pattern.pattern))):
        said = f"{word.replace('?', '')} "
        begun = time.process_time()
        pattern.search(said * REPEATED + "~q")
        if time.process_time() - begun > AT_MOST_S:
            return said.strip()
    return None


def _patterns_below(room: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            yield from _patterns_in(value, f"{found.name}.{name}")


def _patterns_in(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _patterns_in(each, f"{name}[{key!r}]")
    elif isinstance(value, (tuple, list)):
        for number, each in enumerate(value):
            yield from _patterns_in(each, f"{name}[{number}]")
