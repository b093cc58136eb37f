"""A text put into plainer words, which still knows where each letter came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.nlu.facts import Fact


@dataclass(frozen=True)
class _Origin:
    start: int
    end: int
    is_guess: bool = False


@dataclass(frozen=True)
class Rewriting:
    """The text as rewritten so far; for each character, the piece of the typed text behind it."""

    text: str
    _origins: tuple[_Origin, ...]

    @classmethod
    def of(cls, text: str) -> Rewriting:
        """Return the text as typed."""
        return cls(text, tuple(_Origin(at, at + 1) for at in range(len(text))))

    def replace(
        self,
        pattern: re.Pattern[str],
        write: Callable[[re.Match[str]], str | None],
        is_guess: bool = False,
    ) -> Rewriting:
        """Rewrite each match; None leaves it. `is_guess`: facts read there have to be confirmed."""
        pieces: list[str] = []
        origins: list[_Origin] = []
        at = 0
        for found in pattern.finditer(self.text):
            words = write(found)
            if words is None or words == found[0]:
                continue
            behind = self._origins[found.start() : found.end()]
            whole = _Origin(
                behind[0].start,
                behind[-1].end,
                is_guess or any(origin.is_guess for origin in behind),
            )
            pieces += [self.text[at : found.start()], words]
            origins += [*self._origins[at : found.start()], *[whole] * len(words)]
            at = found.end()
        if not pieces:
            return self
        pieces.append(self.text[at:])
        origins += self._origins[at:]
        return Rewriting("".join(pieces), tuple(origins))

    def bring_back(self, fact: Fact) -> Fact:
        """Return the fact with its place in the text as typed, unsure where words were guessed."""
        behind = self._origins[fact.start : fact.end]
        if not behind:
            return fact
        return replace(
            fact,
            start=behind[0].start,
            end=behind[-1].end,
            sure=fact.sure and not any(origin.is_guess for origin in behind),
        )
