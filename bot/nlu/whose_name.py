"""Whose a name is that says neither "my" nor "his": "name is Max" after talk of a son, "Mr Lee"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.names import Name, NameTaker

_IT_IS = ("its", "it's")
# "One has a plan, but now it's Ned": the child it is about.
_BUT_IT_IS = re.compile(r"\b(?:but|now|only)\s+$")
_CHILDREN = re.compile(r"\b(?:kids|children|boys|girls|sons|daughters)\b")
_PUT_RIGHT = re.compile(r"\b(?:sorry|no|not|wait|actually|oops|mean|typo|wrong|should)\b")


def means_the_child(
    message: ParentMessage, cue: re.Match[str], name: Name, seen: Sequence[Fact]
) -> bool:
    """Say whether "it's Ben" or "I'm Alfie's mum" names the child and not who writes."""
    plain = message.plain
    if cue[0].strip() in _IT_IS and (
        cues.SEVERAL.search(plain) or _is_told_again(plain, cue, name, seen)
    ):
        return True
    is_own = cue[0].startswith(("i'm", "i am"))
    return (
        (not is_own and cues.A_CHILDS_AGE.match(plain, name.end) is not None)
        or cues.PARENT_OF_NAME.match(plain, name.end) is not None
        or cues.CHILD_NEXT.match(plain, name.end) is not None
        or _is_put_right(plain, cue, seen)
    )


def _is_told_again(plain: str, cue: re.Match[str], name: Name, seen: Sequence[Fact]) -> bool:
    """Say whether one of the children told of is meant: "Tom, 8 and Ben, 6 but it's Ben"."""
    has_child = bool(_children_before(seen, cue.start()))
    if has_child and others.FORMERLY_CALLED.search(plain):
        return True
    if _BUT_IT_IS.search(plain, 0, cue.start()) and (has_child or _CHILDREN.search(plain)):
        return True
    first = re.escape(name.value.split()[0].lower())
    told = re.search(rf"\b{first}\b", plain[: cue.start()])
    return told is not None and (has_child or cues.AGE_NEXT.match(plain, told.end()) is not None)


def _is_put_right(plain: str, cue: re.Match[str], seen: Sequence[Fact]) -> bool:
    """Say whether a child's name is corrected: "his name is spelt wrong. It's Jack"."""
    told = cues.NAME_PUT_RIGHT.search(plain, 0, cue.start() + 1)
    if told is None or not cue[0].startswith(("it", "this is")):
        return False
    named = [fact for fact in _children_before(seen, cue.start()) if fact.start >= told.start()]
    return not named or _PUT_RIGHT.search(plain, named[-1].end, cue.start()) is not None


def _children_before(seen: Sequence[Fact], end: int) -> list[Fact]:
    return [fact for fact in seen if fact.role == "child" and fact.end <= end]


def whose_name(
    message: ParentMessage, cue: re.Match[str], name: Name, seen: Sequence[Fact] = ()
) -> tuple[str, Name, bool]:
    """Say whose name it is: "name is Max" after talk of a son is likely his, and is asked.

    `seen`: names read before; beside a child's, "it's Laura" may be yet another's.
    """
    is_bare = (
        cues.BARE_NAME_CUE.search(message.plain, max(0, cue.start() - 12), cue.end()) is not None
    )
    is_bare = is_bare and "my" not in cue[0] and "call" not in cue[0]
    about_child = re.search(
        rf"\b(?:he|she|his|him|her|(?:he|she)'s|dob|born|{cues.CHILD_WORD})\b",
        message.plain[max(0, cue.start() - 120) : cue.start()],
    )
    if is_bare and cues.BORN_BEFORE.search(message.plain, 0, name.start):
        return "child", name, True
    if is_bare and cues.BIRTH_NEXT.match(message.plain, name.end):
        return "child", name, False
    says_who = cues.I_AM_KIN.search(message.plain, 0, cue.start())
    if is_bare and about_child and not says_who and " " not in name.value:
        is_own = cues.TOLD_OF_ONESELF.search(message.plain, 0, cue.start() + 1)
        return "self" if is_own else "child", name, False
    is_open = cue[0].strip() in _IT_IS and bool(_children_before(seen, cue.start()))
    return "self", name, not is_open


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
