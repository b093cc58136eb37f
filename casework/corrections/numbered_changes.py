"""Changes told by the numbers of the review: "2. dave whittle", "10 should be help not given"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from casework.answers import read_answer
from casework.answers.facts import Fact, facts_in
from casework.dispute.kinds_denied import kinds_named
from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.referral.show import labels_of
from casework.referral.summary import summary_fields
from casework.turn.controls import read_field_name
from casework.words import reads_as_no, reads_as_plain_yes, reads_as_yes

_LEAD = (
    r"(?:(?:no|sorry|ok|okay|yes|also|and|please|change|number|no\.|question|answer|line|row|wait)"
    r"[\s,.:]+)*"
)
_WRONG = r"(?:(?:all )?(?:wrong|incorrect|not right|not correct))"
_SIGN = (
    r"(?:\s*[)=]\s*|:\s+|:(?=[^\W\d_])|\.\s+|\.(?=[^\W\d_])|\s+(?:-|to)\s+(?=[^\W\d_])|"
    r"\s+(?:is|are|should be|should say|shud be|needs to be|needs to say|needs to|wants to be|"
    r"must be|has to be|shld be)\s+|"
    rf"\s+(?={_WRONG}\W*(?:[.,:;!-]|$|it'?s|should|is)))"
)
"""Between a number and its answer; what looks like hours ("3 to 5pm", "9:30") is none."""
_NUMBERED = re.compile(rf"(?:^\W*{_LEAD}|(?<=[\s,;])#?)(?P<number>\d{{1,2}}){_SIGN}", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\W*(?P<number>\d{1,2})\s+(?=[^\W_])")
_WRONG_FIRST = re.compile(
    rf"^\W*{_WRONG}\b[\s.,:;!-]*(?:it(?:'?s| is| should (?:be|say)) |should (?:be|say) )?",
    re.IGNORECASE,
)
_ONLY_WRONG = re.compile(
    r"^\W*(?:all |also |not |is |just )*(?:wrong|incorrect|not right|not correct|not true|"
    r"right|mistake|a mistake|changed?|fixed)\W*$",
    re.IGNORECASE,
)
_ADDS = re.compile(r"\b(?:also|too|as well|and also|plus)\b", re.IGNORECASE)
_BESIDE = {"issue": {"issue", "sections", "plan"}, "sections": {"issue", "sections"}}
_SAID_IN_WORDS_OF_OTHERS = frozenset({*_BESIDE, "route_wanted"})
"""Their answers name what other answers are called after: a plan, a certificate."""
_OF_YES_OR_NO = frozenset(
    {"permission", "certificate_held", "appeal_lodged", "interpreter", "share_with_council"}
)
_NUMBERS = r"(?P<numbers>\d{1,2}(?:(?:\s*(?:,|&|\band\b)\s*)+\d{1,2})*)"
_SEVERAL_WRONG = re.compile(
    rf"^\W*{_LEAD}(?:numbers? )?{_NUMBERS} "
    r"(?:(?:is|are)(?: all| both)? (?:wrong|incorrect|not right)|"
    r"(?:isn'?t|aren'?t|ain'?t) (?:right|correct|true)|"
    r"needs? (?:changing|fixing|to (?:be )?chang\w+))\W*$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    rf"\b(?:apart from|except(?: for)?|but not|bar) (?:numbers? |no\.? ?)?{_NUMBERS}\W*$",
    re.IGNORECASE,
)
_ASKED_IN_FULL = frozenset({"permission"})
"""A no to it takes out what was told of the family: its own question says so."""
_DAYS = frozenset({"decision_date", "certificate_date"})
_READ_BARE = frozenset({"name", "child_name", "email", "phone"})
"""Answers that no count of years or weeks looks like."""


@dataclass(frozen=True)
class NumberedChange:
    """One answer that is to be another: its field, what it is to be, or nothing that was read."""

    field: str
    facts: tuple[Fact, ...]
    adds: bool = False
    """The words add to the answer: "8 is also"."""


def read_numbered_changes(message: Message, draft: Draft, today: date) -> list[NumberedChange]:
    """The changes of a message that begins with a number of the review, in its order."""
    words, fields = message.plain, summary_fields(draft)
    named_wrong = _numbers_said_to_be_wrong(words)
    if named_wrong and max(named_wrong) <= len(fields) and min(named_wrong) > 0:
        return [NumberedChange(fields[number - 1], ()) for number in named_wrong]
    signs: list[re.Match[str]] = []
    for sign in _NUMBERED.finditer(words):
        is_a_value = bool(signs) and signs[-1].end() == sign.start("number")
        if 0 < int(sign["number"]) <= len(fields) and not is_a_value:
            signs.append(sign)
    if not signs or words[: signs[0].start()].strip():
        return _read_bare(message, fields, draft, today)
    changes = []
    ends = [*(found.start() for found in signs[1:]), len(words)]
    for sign, end in zip(signs, ends, strict=True):
        field, said = fields[int(sign["number"]) - 1], words[sign.end() : end]
        named = read_field_name(said)
        if named is not None and named != field and field not in _SAID_IN_WORDS_OF_OTHERS:
            continue
        wrong = _WRONG_FIRST.match(said)
        start = sign.end() + (wrong.end() if wrong is not None else 0)
        facts = read_new_answer(field, cut(message, words[start:end], start, end), draft, today)
        if facts or not reads_as_plain_yes(said):
            changes.append(NumberedChange(field, facts, _ADDS.search(said) is not None))
    return changes


def _numbers_said_to_be_wrong(words: str) -> list[int]:
    """4 and 5 of "4 and 5 are wrong" and of "all right apart from 4 and 5"."""
    found = _SEVERAL_WRONG.match(words) or _ALL_BUT.search(words)
    return [int(number) for number in re.findall(r"\d+", found["numbers"])] if found else []


def _read_bare(
    message: Message, fields: list[str], draft: Draft, today: date
) -> list[NumberedChange]:
    """The change of "2 dave whittle" and "20 yes they agree", where no sign stands between."""
    sign = _BARE_NUMBER.match(message.plain)
    if sign is None or not 0 < int(sign["number"]) <= len(fields):
        return []
    field = fields[int(sign["number"]) - 1]
    half = cut(message, message.plain[sign.end() :], sign.end(), len(message.plain))
    is_yes_or_no = field in _OF_YES_OR_NO and (reads_as_yes(half.plain) or reads_as_no(half.plain))
    is_named = field == "issue" and (_kind_by_label(half.plain) or kinds_named(half.plain))
    is_day = field in _DAYS and half.first("date") is not None
    is_read = is_yes_or_no or is_named or is_day or field in _READ_BARE | {"route_wanted"}
    facts = read_new_answer(field, half, draft, today) if is_read else ()
    return [NumberedChange(field, facts)] if facts or is_yes_or_no else []


def read_new_answer(field: str, message: Message, draft: Draft, today: date) -> tuple[Fact, ...]:
    """What these words say that the answer is to be; empty where they only say that it is wrong."""
    is_no_answer = _ONLY_WRONG.match(message.plain) or not message.plain
    if is_no_answer or field in _ASKED_IN_FULL:
        return ()
    labelled = _kind_by_label(message.plain) if field == "issue" else None
    if labelled is not None:
        return (Fact("issue", [labelled]),)
    answer = read_answer(field, message, draft, today)
    if answer is not None and answer.facts and answer.problem is None:
        return answer.facts
    own = _BESIDE.get(field, {field})
    return tuple(fact for fact in facts_in(message, draft, today) if fact.field in own)


def _kind_by_label(words: str) -> str | None:
    """The kind that the review calls so: "help not given" is "help is not given"."""
    said = _weighty(words)
    kinds = [kind for kind, label in labels_of("issue").items() if _weighty(label) == said]
    return kinds[0] if len(kinds) == 1 else None


def _weighty(words: str) -> frozenset[str]:
    adds_nothing = {"is", "the", "a", "an", "its", "it", "s", "also", "to", "please"}
    return frozenset(re.findall(r"[a-z]+", words.lower())) - adds_nothing
