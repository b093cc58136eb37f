"""Names that stand with a title: "I'm Mrs Hall", "Mr Lee" by itself or beside "my key worker"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.names import Name, NameTaker


def titled_names(
    message: ParentMessage, taker: NameTaker, seen: list[Fact]
) -> Iterable[tuple[str, Name, bool]]:
    """Yield whose name a title gives, the name, and whether that is sure; `seen` are others."""
    plain = message.plain
    for cue in cues.SELF_TITLE.finditer(plain):
        name = taker.take(cue.end(), capital=False, most=2)
        if name:
            yield "self", with_title(name, cue.start("title"), cue["title"]), True
    for cue in cues.TITLE.finditer(plain):
        before = plain[max(0, cue.start() - 20) : cue.start()]
        name = taker.take(cue.end(), capital=True, most=3)
        if name is None and not before.strip(" \n"):
            name = taker.take(cue.end(), capital=False, most=2, weak=True)
        is_mine = cues.OWN_JOB.fullmatch(plain, 0, cue.start()) is not None
        if name and is_mine and cues.ENDS.match(plain, name.end):
            yield "self", with_title(name, cue.start(), cue[0].split()[0]), True
        elif name and not others.TITLE_OF_ANOTHER.search(before):
            alone = " " not in name.value
            start = cue.start() if alone else name.start
            is_typed = message.text[name.start].isupper()
            stands_alone = bool(cues.CLAUSE_ENDS.match(plain, name.end)) and not before.strip(
                " \n"
            ).endswith(tuple("abcdefghijklmnopqrstuvwxyz"))
            if stands_alone and _names_supporter(message, seen, cue.start()):
                yield "supporter", Name(message.text[start : name.end], start, name.end), False
            elif stands_alone:
                words = message.text[start : name.end]
                yield "self", Name(words if is_typed else words.title(), start, name.end), True


def with_title(name: Name, start: int, title: str) -> Name:
    """Put "Mr" before a name; initials between them are left out."""
    return Name(f"{title.strip().title()} {name.value}", start, name.end)


def _names_supporter(message: ParentMessage, facts: Sequence[Fact], start: int) -> bool:
    """Say whether a name follows in the clause after who comes along: "my key worker, Mr Lee"."""
    return any(
        fact.entity == "supporter"
        and re.fullmatch(r"[^.;!?\n]{0,25},\s*", message.plain[fact.end : start])
        for fact in facts
    )
