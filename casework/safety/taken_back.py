"""What takes back an alarm raised before, left out of a message: "no, nobody's hurting me".

Only what stands whole in a clause of its own counts, so that "nobody has hit him yet" stays. The
expressions are content, `data/knowledge/danger_taken_back.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

TAKEN_BACK_FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge/danger_taken_back.yml"

_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u00b4`\u2032")
_CLAUSE = re.compile(
    r"(?:(?!\s(?:but|and|so|because|cos|cause|(?:he|she|they|it)(?:['\u2019]?s)? (?:just|only))\s)"
    r"[^.!?;:,\n\u2026\u2013\u2014])+\W*"
)
_NOT_A_WORD = re.compile(r"\W+")
SAME_WORDS = 0.7
"""The share of its words from which a message says again what was said before."""


class _Content(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    source: str
    last_checked: str
    review_by: str
    words: dict[str, str]
    """Named groups of words; `{name}` in an expression stands for one of them."""
    plainly: tuple[str, ...]
    """At any time after an alarm."""
    after_the_notice: tuple[str, ...]
    """Only as the answer to the notice: said later, it answers what was asked since."""
    goes_on: tuple[str, ...]
    """The same; it takes nothing back."""


@dataclass(frozen=True)
class TakenBack:
    """What is left of a message to be heard, and whether it takes an alarm back or only goes on."""

    rest: str
    takes_back: bool


def read_taken_back(text: str, *, answers_notice: bool) -> TakenBack | None:
    """What a message leaves beside words that take an alarm back; None where it has none.

    To be asked only after an alarm was raised; `answers_notice`: nothing was said since the notice.
    """
    plainly, after_notice, goes_on, small = _load()
    kept: list[str] = []
    takes_back = is_found = False
    for clause in _CLAUSE.findall(text):
        plain = _plain(clause)
        if plainly.fullmatch(plain) or (answers_notice and after_notice.fullmatch(plain)):
            takes_back = is_found = True
        elif answers_notice and goes_on.fullmatch(plain):
            is_found = True
        else:
            kept.append(clause)
    if not is_found:
        return None
    rest = "".join(kept).strip()
    # "No" beside it answers the notice, not the question before that.
    return TakenBack("" if small.fullmatch(_plain(rest)) else rest, takes_back)


def says_again(text: str, before: Iterable[str]) -> bool:
    """Whether a message has hardly any word that was not in the earlier ones."""
    words = _plain(text).split()
    known = {word for each in before for word in _plain(each).split()}
    return bool(words) and sum(word in known for word in words) >= SAME_WORDS * len(words)


def _plain(clause: str) -> str:
    return _NOT_A_WORD.sub(" ", clause.translate(_APOSTROPHES).casefold()).strip()


@cache
def _load() -> tuple[re.Pattern[str], ...]:
    with TAKEN_BACK_FILE.open(encoding="utf-8") as file:
        content = _Content.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))

    def compiled(expression: str) -> re.Pattern[str]:
        while name := re.search(r"\{([a-z_]+)\}", expression):
            expression = expression.replace(name[0], f"(?:{content.words[name[1]]})")
        return re.compile(expression)

    kinds = (content.plainly, content.after_the_notice, content.goes_on)
    clauses = ("|".join(f"(?:{expression})" for expression in kind) for kind in kinds)
    return (
        *(compiled(f"(?:{{lead}} )*(?:{either})") for either in clauses),
        compiled("(?:{small} ?)*"),
    )
