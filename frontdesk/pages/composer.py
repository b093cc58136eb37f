"""What stands around the box to write in: a pure function of the newest message.

The texts and the kind of box for each question are content: `data/pages/composer.yml`. Whatever
the box looks like, words are always an answer: nothing here checks what is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from casework.referral.show import show_date
from casework.turn.questions import REQUIRED
from frontdesk.pages.texts import load_texts

NO_WAY_PAST = REQUIRED | {"summary", "change_what", "anything_else"}
"""Questions without a "skip": those that must be answered and those that lead on by themselves."""
NOT_EXPLAINED = frozenset({"summary", "change_what", "anything_else"})
LONGEST_LEGEND = 250
HIDE_LETTERS = frozenset({"tel", "numeric"})

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DateTexts(BaseModel):
    """What the three fields of a date are called; what is None is as for every date."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    open: str | None = None
    example: str | None = None


class Box(BaseModel):
    """The box for one question, as in `data/pages/composer.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    hint: str | None = None
    lines: int = Field(default=2, ge=1, le=8)
    type: Literal["text", "tel", "email"] = "text"
    keyboard: Literal["tel", "numeric", "email"] | None = None
    autocomplete: Literal["name", "tel", "email"] | None = None
    date: DateTexts | None = None
    tick: frozenset[str] = frozenset()

    @property
    def hides_letters(self) -> bool:
        """True where a phone would show a keyboard without letters."""
        return self.keyboard in HIDE_LETTERS

    def for_words(self) -> Box:
        """The same box for whoever would rather write words."""
        return Box(label=self.label, hint=self.hint, date=self.date, tick=self.tick)


@dataclass(frozen=True)
class Standing:
    """What the stored draft says of the way ahead; before consent there is none."""

    questions_left: int = 0
    can_go_back: bool = False
    is_kept: bool = False
    is_sent: bool = False


@dataclass(frozen=True)
class Link:
    """A page, and what the link to it says."""

    address: str
    text: str


@dataclass(frozen=True)
class Composer:
    """Everything around the box."""

    box: Box
    asks: str | None = None
    choices: Sequence[Mapping[str, str]] = ()
    """Buttons: each is an answer by itself."""
    ticks: Sequence[Mapping[str, str]] = ()
    """Boxes to tick: several make one answer."""
    controls: Sequence[str] = ()
    """What else can be said; the words on the button are the message."""
    left: str | None = None
    """How far it is to the end, in words."""
    offers_words: bool = False
    links: Sequence[Link] = ()
    """Pages to go on with from here."""
    is_closed: bool = False
    newest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def question(self) -> str:
        """What the buttons answer; a long message is not read out again for it."""
        text = str(self.newest["text"])
        return text if len(text) <= LONGEST_LEGEND else self.box.label


def compose(
    newest: Mapping[str, Any], *, mode: str, standing: Standing, words: bool = False
) -> Composer:
    """The composer below `newest`, a message as the chat API shows it.

    A person who writes for the team asks nothing that the page knows of: then there is only the
    box.
    """
    texts, boxes = load_texts("composer"), _boxes()
    if mode in ("staff", "closed") or newest["from"] == "staff":
        return Composer(
            box=boxes[None],
            newest=newest,
            links=_links(None, standing),
            is_closed=mode == "closed",
        )
    asks = newest.get("asks")
    box = boxes.get(asks, boxes[None])
    choices = newest["choices"]
    ticks = [choice for choice in choices if choice["label"] in box.tick]
    if len(ticks) < 2:
        ticks = []
    return Composer(
        box=box.for_words() if words and box.hides_letters else box,
        asks=asks,
        choices=[choice for choice in choices if choice not in ticks],
        ticks=ticks,
        controls=_controls(asks, choices, mode, standing),
        left=_left(standing.questions_left, texts["left"]) if asks is not None else None,
        offers_words=box.hides_letters and not words,
        links=_links(asks, standing),
        newest=newest,
    )


def compose_date(day: str, month: str, year: str) -> str | None:
    """The date of three fields in words, "16 October 2026"; None when it is no date.

    The month may be a number or a name, the year has four figures.
    """
    name = month.strip().lower()[:3]
    number = _MONTHS.index(name) + 1 if name in _MONTHS else _whole(month)
    whole = (_whole(year), number, _whole(day))
    if None in whole or len(year.strip()) != 4:
        return None
    try:
        return show_date(date(*(part or 0 for part in whole)))
    except ValueError:
        return None


def compose_ticks(says: Sequence[str]) -> str:
    """Several answers as one message: "step-free please, breaks please"."""
    return ", ".join(says)


def _controls(
    asks: str | None, choices: Sequence[Mapping[str, str]], mode: str, standing: Standing
) -> list[str]:
    texts = load_texts("composer")["controls"]
    controls = []
    if asks is not None and asks not in NOT_EXPLAINED:
        controls.append(texts["why"])
    has_skip = any(choice["say"] == "skip" for choice in choices)
    if asks is not None and asks not in NO_WAY_PAST and not has_skip:
        controls.append(texts["skip"])
    if standing.can_go_back:
        controls.append(texts["back"])
    if mode == "assistant":
        controls.append(texts["person"])
    return controls


def _links(asks: str | None, standing: Standing) -> list[Link]:
    texts = load_texts("composer")["links"]
    links = []
    if asks == "summary":
        links.append(Link("/review", texts["review"]))
    if standing.is_sent:
        links.append(Link("/receipt", texts["receipt"]))
    elif standing.is_kept:
        links.append(Link("/save", texts["save"]))
    return links


def _left(count: int, texts: Mapping[str, str]) -> str | None:
    if count == 0:
        return None
    return texts["one"] if count == 1 else texts["many"].format(count=count)


def _whole(text: str) -> int | None:
    stripped = text.strip()
    return int(stripped) if stripped.isdecimal() and stripped.isascii() else None


@cache
def _boxes() -> dict[str | None, Box]:
    texts = load_texts("composer")
    boxes: dict[str | None, Box] = {None: Box.model_validate(texts["plain"])}
    boxes.update({asks: Box.model_validate(box) for asks, box in texts["fields"].items()})
    return boxes
