"""What takes back an alarm raised before, left out of a message: "no, nobody's hurting me".

Only what stands whole in a clause of its own counts, so that "nobody has hit him yet" stays. The
expressions are content, `data/knowledge/danger_taken_back.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from casework.safety.content import APOSTROPHES, Content, fill, read_content
from casework.safety.screen import SafetyId

_CLAUSE = re.compile(
    r"(?:(?!\s(?:but|because|cos|cause|"
    r"and(?! (?:well|sound|safe|fine|ok|okay|good|happy|alright|all right)\b)|"
    r"so(?= (?:i|im|ive|ill|we|he|hes|she|shes|they|theyre|it|its|that|thats|this|you|the|my|our|"
    r"please|can|lets?|don|dont|stop|just|carry|yes|no|nobody)\b)|"
    r"(?:he|she|they|it)(?:['\u2019]?s)? (?:just|only))\s)"
    r"[^.!?;:,\n\u2026\u2013\u2014])+\W*",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?!)")
_NOT_A_WORD = re.compile(r"\W+")
_LIMITS = re.compile(
    r"(?:(?:but|and|so|or|only|just|well|not|except|at least) )*"
    r"(?:(?:if|unless|until|till?|as long as|provided|except|apart|other than|yet|so far|for now|"
    r"right now|at the moment|most\w*|sometimes|usually|maybe|perhaps|probably|supposedly|"
    r"apparently)\b|"
    r"(?:when|whenever|while|whilst|once|after|before)\b"
    r"(?! (?:is|are|can|do|does|did|will|would)\b)|"
    r"(?:any ?more|today|tonight|now|recently|lately|i (?:think|hope|guess|suppose|dont think|"
    r"dont know)|(?:he|she|they) (?:says?|said|promis\w+|reckons?|claims?))$)"
)
"""Begins a clause that limits the one before: "she is not in danger, while he is at work"."""
_REPORTS = re.compile(
    r"(?:\b(?:says?|claims?|insists?|reckons?|swears?|promis\w+|pretends?|thinks?|"
    r"told (?:me|us|them)|if|unless|until|not|never|whether)|(?<!\bi )(?<!\bive )\bsaid)$"
)
"""Ends a clause that tells what others say: "the school says: nobody is hurting him"."""


class _Content(Content):
    words: dict[str, str]
    """Named groups of words; `{name}` in an expression stands for one of them."""
    plainly: tuple[str, ...]
    """At any time after an alarm."""
    after_the_notice: tuple[str, ...]
    """Only as the answer to the notice: said later, it answers what was asked since."""
    after_one: dict[SafetyId, tuple[str, ...]]
    """The same, after the notice about this danger alone."""
    goes_on: tuple[str, ...]
    """As the answer to the notice, too; it takes nothing back."""
    goes_on_after: dict[SafetyId, tuple[str, ...]]


@dataclass(frozen=True)
class TakenBack:
    """What is left of a message to be heard, and whether it takes an alarm back or only goes on."""

    rest: str
    takes_back: bool
    denies_danger: bool = field(default=False, compare=False)
    """It says so outright; who only says "I'm fine" may tell of another who is not."""


def read_taken_back(text: str, *, after_notice: SafetyId | None) -> TakenBack | None:
    """What a message leaves beside words that take an alarm back; None where it has none.

    To be asked only after an alarm was raised; `after_notice`: the danger whose notice it comes
    right after.
    """
    plainly, small, _leads = _load()
    takes_back_here, goes_on_here = _load_for(after_notice)
    kept: list[str] = []
    takes_back = denies_danger = is_found = False
    clauses = _CLAUSE.findall(text)
    before = ""
    for clause, after in zip(clauses, [*clauses[1:], ""], strict=True):
        plain, said_before, before = _plain(clause), before, _plain(clause)
        if _LIMITS.match(_plain(after)) or _REPORTS.search(said_before):
            kept.append(clause)
        elif plainly.fullmatch(plain):
            takes_back = denies_danger = is_found = True
        elif takes_back_here.fullmatch(plain):
            takes_back = is_found = True
        elif goes_on_here.fullmatch(plain):
            is_found = True
        else:
            kept.append(clause)
    if not is_found:
        return None
    rest = "".join(kept).strip()
    # "No" beside it answers the notice, not the question before that.
    rest = "" if small.fullmatch(_plain(rest)) else rest
    return TakenBack(rest, takes_back, denies_danger)


def says_again(text: str, before: str) -> bool:
    """Whether every clause of a message stands word for word in one earlier message.

    The same words in another order, or with one of them left out, may say something else.
    """
    clauses = _clauses_said(text)
    return bool(clauses) and clauses <= _clauses_said(before)


def _clauses_said(text: str) -> set[str]:
    """The clauses in plain words, without those that only lead over to them."""
    leads = _load()[-1]
    plain = (
        leads.sub("", f"{_plain(clause)} ", count=1).strip() for clause in _CLAUSE.findall(text)
    )
    return {clause for clause in plain if clause}


def _plain(clause: str) -> str:
    return _NOT_A_WORD.sub(" ", APOSTROPHES.sub("", clause).casefold()).strip()


@cache
def _load_content() -> _Content:
    return read_content("danger_taken_back.yml", _Content)


@cache
def _load() -> tuple[re.Pattern[str], ...]:
    """What takes back at any time, what adds nothing, and what leads over to a clause."""
    plainly = _load_content().plainly
    return _clause_of(plainly), _compile("(?:{small} ?)*"), _compile("^(?:{lead} )*")


@cache
def _load_for(notice: SafetyId | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What takes an alarm back right after that notice, and what only goes on; none: nothing."""
    if notice is None:
        return _NEVER, _NEVER
    content = _load_content()
    takes_back = (*content.after_the_notice, *content.after_one.get(notice, ()))
    goes_on = (*content.goes_on, *content.goes_on_after.get(notice, ()))
    return _clause_of(takes_back), _clause_of(goes_on)


def _clause_of(expressions: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(f"(?:{expression})" for expression in expressions)
    return _compile(f"(?:{{lead}} )*(?:{either})")


def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(fill(expression, _load_content().words))
