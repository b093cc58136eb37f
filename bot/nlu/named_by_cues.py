"""Names that words beside them give to the child or to the writer: "my son Max", "Kim here"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.names import Name, NameTaker
from bot.nlu.whose_name import means_the_child, titled_names, whose_name, with_title

_OWN_CHILD_NAMED = re.compile(
    rf"\b(?:my|our|me)\s+(?:\w+\s+){{0,2}}?{cues.CHILD_WORD}\s+$"
    rf"|\b(?:{cues.KIN}|mama|mami)\s+(?:of|to)\s+(?:my\s+)?$"
)


def names_by_cues(
    message: ParentMessage, taker: NameTaker, seen: list[Fact]
) -> Iterable[tuple[str, Name, bool]]:
    """Yield whose name each cue gives, the name, and whether that is sure; `seen` are others."""
    plain = message.plain
    for cue in cues.CHILD_CUE.finditer(plain):
        if others.ANOTHER_CALLED.search(plain, 0, cue.end()):
            continue
        if others.NAME_OF_ONE.match(cue[0]) and others.tells_of_an_adult(plain, cue):
            name = taker.take(cue.end(), capital=True, most=2)
            if name is None or not cues.AND_AGED.match(plain, name.end):
                continue
        name = taker.take(cue.end(), capital=True, most=3)
        if name is None and re.search(r"[\s:=,]$", cue[0]):
            name = taker.take(cue.end(), capital=False, most=2)
            says_a_name = cues.SAYS_A_NAME.search(cue[0]) is not None
            if name is None and says_a_name:
                name = taker.take_word_name(cue.end(), capital=False)
            if name and not (cues.AGE_NEXT.match(plain, name.end) or says_a_name):
                name = None
            known = taker.take_known(cue.end()) if cue[0].endswith(" ") else None
            if name is None and known:
                yield "child", known, _OWN_CHILD_NAMED.search(plain, 0, cue.end()) is not None
        if name:
            yield "child", name, True
    for cue in cues.CALLED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3) or taker.take(
            cue.end(), capital=False, most=1
        )
        of_an_adult = others.NAME_OF_ONE.match(cue[0]) and others.tells_of_an_adult(plain, cue)
        is_other = others.OTHER_PERSON.search(plain, max(0, cue.start() - 40), cue.start())
        is_other = is_other or others.ANOTHER_NAMED.search(cue[0])
        if name and not of_an_adult and not is_other and not others.THEY_NAMED.search(cue[0]):
            is_former = others.FORMERLY_CALLED.search(cue[0]) is not None
            is_insult = is_former and message.text[name.start].islower()  # "was called lazy"
            if not (is_insult or (is_former and others.NOW_CALLED.search(plain, name.end))):
                yield "child", name, not is_former
    for cue in others.NOW_CALLED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3) or taker.take_known(cue.end())
        if name and others.FORMERLY_CALLED.search(plain, 0, cue.start()):
            yield "child", name, True
    for cue in others.GOES_BY.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2)
        if name and not others.tells_of_an_adult(plain, cue):
            yield "child", name, True
    for cue in cues.CHILD_IS.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        small = name or taker.take_word_name(cue.end(), capital=False)
        if small and cues.AGE_NEXT.match(plain, small.end):
            name = small
        if name and not overlaps(name.start, name.end, taker.blocked):
            yield "child", name, True
    for cue in cues.CHILD_THEN_PRONOUN.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and cues.PRONOUN_NEXT.match(plain, name.end):
            yield "child", name, "about" in cue[0]
    for cue in cues.SELF_CUE.finditer(plain):
        name = taker.take(cue.end(), capital=True) or taker.take(cue.end(), capital=False, most=3)
        if name is None and cues.SAYS_A_NAME.search(cue[0]):
            name = taker.take_word_name(cue.end(), capital=False)
        if name and cue["title"]:
            yield "self", with_title(name, cue.start("title"), cue["title"]), True
        elif name:
            yield whose_name(message, cue, name)
    for cue in cues.ME_IN_BRACKETS.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3)
        if name and plain.startswith(")", name.end):
            yield "self", name, True
    for cue in cues.NAME_OF_HIM.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1)
        if name and name.end == cue.end("name"):
            yield "child", name, True
    for cue in cues.NAME_IS_MINE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True) or taker.take(
            cue.start("name"), capital=False, most=3
        )
        if name and name.end == cue.end("name"):
            yield "self", name, True
    for cue in cues.PARENTS_NAMED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2)
        if name:
            yield "self", name, False
    for cue in cues.THE_ONE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        if name and name.end == cue.end("name"):
            yield "child", name, True
    for cue in cues.THE_ONE_MEANT.finditer(plain):
        group = cue.lastgroup or "name"
        name = taker.take_known(cue.start(group))
        if name and name.end == cue.end(group):
            yield "child", name, True
    for cue in () if cues.ONES_CHILD.search(plain) else cues.SIBLING.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True) or taker.take_known(cue.end())
        if name and cues.AGE_NEXT.match(plain, name.end):
            yield "child", name, False
    for cue in cues.SELF_CUE_CAPITAL.finditer(plain):
        name = taker.take(
            cue.end(), capital=True, weak=cue[0].strip() in ("its", "it's", "this is")
        )
        if name and cues.PARTNER_OF_NAME.match(plain, name.end):
            continue
        if name and cues.KIN_NEXT.match(plain, name.end) and name.value.endswith("s"):
            yield "child", *_of_kin_without_mark(name, taker)
            continue
        if others.KIND_OF_THEIR_NAME.search(plain, 0, cue.start()):
            continue
        if name and means_the_child(message, cue, name, seen):
            yield "child", name, True
        elif (
            name
            and not overlaps(name.start, name.end, taker.blocked)
            and not others.TOLD_OF_ANOTHER.match(plain, name.end)
            and not others.KIN_TOLD_OF.search(plain, 0, cue.start())
            and (
                cue[0].startswith(("i'm", "i am", "im "))
                or not others.FOR_SOMEBODY.search(plain, max(0, cue.start() - 15), cue.start())
            )
        ):
            yield whose_name(message, cue, name, seen)
    for cue in cues.SELF_BY_JOB.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=3, weak=True)
        is_full = name is not None and (" " in name.value or cue["title"])
        if name and is_full and not overlaps(name.start, name.end, taker.blocked):
            if cue["title"]:
                name = with_title(name, cue.start("title"), cue["title"])
            yield "self", name, True
    for cue in cues.NAME_THEN_KIN.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3)
        is_full = name is not None and " " in name.value
        if not is_full:
            name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        names_kin = re.match(r" [^\W\d_]", message.text[cue.end() : cue.end() + 2])
        is_kins_name = names_kin is not None and names_kin[0][1].isupper()
        if name and name.end == cue.end("name") and not is_kins_name:
            yield "self", name, True
    for cue in cues.SELF_LOWER.finditer(plain):
        name = taker.take(cue.end(), capital=False, most=2, weak=True)
        name = name or _with_surname_of_a_place(taker, cue.end())
        if name and cues.PARENT_OF_NAME.match(plain, name.end):
            yield "child", name, True
        elif name and not name.value.endswith("ing") and cues.AFTER_OWN_NAME.match(plain, name.end):
            yield "self", name, taker.is_first_name(name.value.split()[0])
    for here in cues.HERE.finditer(plain):
        is_start = not here["first"].strip() or here["title"] is not None
        called = re.compile(rf"{cues.KIN}\s+(?=\w)").match(plain, here.start("name"))
        at = called.end() if called and called.end() < here.end("name") else here.start("name")
        name = taker.take(at, capital=not is_start, most=3)
        brackets = cues.FULL_NAME_IN_BRACKETS.match(plain, here.end())
        full = taker.take(brackets.end(), capital=True, most=4) if name and brackets else None
        if name and full and _begins_alike(full.value, name.value):
            yield "self", full, True
            continue
        if name and here["title"]:
            yield "self", with_title(name, here.start("title"), here["title"]), True
        elif (
            name
            and not re.fullmatch(cues.KIN, name.value.lower())
            and name.end == here.end("name")
            and not name.value.isupper()
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "self", name, True
    for cue in cues.ASK_FOR.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        is_said = name and message.asserted[name.start : name.end].strip()
        if name and is_said and (cue["title"] or not name.value.isupper()):
            before = plain[max(0, cue.start() - 60) : cue.start()]
            if others.OF_AN_OFFICE.search(before):
                continue
            is_rung = cues.TO_BE_RUNG.search(before + cue[0]) is not None
            if cue["title"]:
                name = with_title(name, cue.start("title"), cue["title"])
            is_all = cue[0].startswith(".") and cues.CLAUSE_ENDS.match(plain, name.end) is not None
            yield "self", name, (is_rung or is_all) and cue["other"] is None
    for cue in cues.CHILD_TOLD.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        if name and not cues.OF_A_SCHOOL.search(plain, max(0, cue.start() - 60), name.end + 30):
            yield "child", name, True
    for cue in cues.KIN_OF_FULL_NAME.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3, weak=True)
        if name and name.end == cue.end("name"):
            yield "child", name, True
    for cue in cues.KIN_OF_NAME.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        name = name or _without_possessive(message, taker, cue)
        name = name or taker.take_known(cue.start("name"))
        if name and name.end <= cue.end("name"):
            yield "child", name, True
    for cue in cues.OUR_CHILD.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2, weak=True)
        is_mine = plain.startswith("my", cue.start())
        if name is None or name.value.isupper():
            continue
        if not is_mine:
            yield "child", name, True
        elif " " not in name.value and cues.AFTER_MY_CHILD.match(plain, name.end):
            yield "child", name, taker.is_first_name(name.value)
    for cue in (*cues.NAME_MY_CHILD.finditer(plain), *cues.HAS_NEEDS.finditer(plain)):
        start = taker.with_first_name(cue.start("name"))
        name = taker.take(start, capital=True, most=3, weak=True)
        is_said = cue.re is cues.NAME_MY_CHILD
        is_about = plain.endswith("about ", 0, cue.start())
        is_known = name is not None and taker.is_first_name(name.value.split()[0])
        if cue[0].endswith("school") and not (is_known or is_about):
            continue
        if name and name.end == cue.end("name") and not name.value.isupper():
            yield "child", name, is_said or is_about or is_known
    for cue in cues.FOR_AGED.finditer(plain):
        name = taker.take(cue.end(), capital=True, most=2)
        if (
            name
            and (cues.AGE_NEXT.match(plain, name.end) or cues.BIRTH_NEXT.match(plain, name.end))
            and not overlaps(name.start, name.end, taker.blocked)
        ):
            yield "child", name, True
    for cue in others.WORKS_WITH.finditer(plain):
        name = taker.take_known(cue.end())
        if name and not overlaps(name.start, name.end, taker.blocked):
            yield "child", name, False
    for cue in cues.NAME_WITH_AGE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=3, weak=True)
        is_word = name is None or name.end != cue.end("name")
        if is_word:
            name = taker.take_word_name(cue.start("name"))
        if name and name.end == cue.end("name"):
            yield "child", name, not is_word
    for cue in cues.NAME_AGE_PLACE.finditer(plain):
        name = taker.take(cue.start("name"), capital=True, most=1, weak=True)
        if name and any(start == cue.end() for start, _ in taker.blocked):
            yield "child", name, True
    for cue in cues.LOWER_NAME_WITH_AGE.finditer(plain):
        group = cue.lastgroup or "name"
        name = taker.take(cue.start(group), capital=False, most=1, weak=True)
        if name and name.end == cue.end(group):
            typed = message.text[name.start : name.end]
            is_known = taker.is_first_name(typed)
            if not is_known and typed.endswith("s") and taker.is_first_name(typed[:-1]):
                name = Name(typed[:-1].title(), name.start, name.end - 1)
                is_known = True
            yield "child", name, typed[0].isupper() or is_known
    yield from titled_names(message, taker, seen)


def _without_possessive(
    message: ParentMessage, taker: NameTaker, cue: re.Match[str]
) -> Name | None:
    """Take Kian in "im kians nan", where the "s" is typed without its mark."""
    start, end = cue.span("name")
    typed = message.text[start:end]
    if typed.isalpha() and taker.is_first_name(typed):
        return Name(typed.title(), start, end)
    return None


def _of_kin_without_mark(name: Name, taker: NameTaker) -> tuple[Name, bool]:
    """Take Bobby in "I am Bobbys nan", and James in "I'm James mum", which is asked about."""
    if taker.is_first_name(name.value):
        return name, False
    return Name(name.value[:-1], name.start, name.end - 1), True


def _with_surname_of_a_place(taker: NameTaker, start: int) -> Name | None:
    """Carly Benton, of "im carly benton", though Benton is a place too."""
    name = taker.take(start, capital=False, most=2)
    is_full = name is not None and " " in name.value
    return name if name and is_full and taker.is_first_name(name.value.split()[0]) else None


def _begins_alike(full: str, called: str) -> bool:
    """Say whether the full name is that of whom it stands beside: Siân Prosser, of "sian here"."""
    return " " in full and _plain(full.split()[0]) == _plain(called.split()[0])


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
