"""Changes told by the numbers of the review: "2. dave whittle", "10 should be help not given"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from casework.answers.fact import Fact
from casework.answers.only_wrong import is_only_wrong
from casework.answers.replacing import with_rest_of_name
from casework.corrections.line_names import NAMES_A_LINE, lines_to_look_at
from casework.corrections.new_answers import names_a_kind, read_new_answer
from casework.dispute.kinds_denied import kinds_named
from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.summary import summary_fields
from casework.turn.compared import NAMES, adds_to_answers
from casework.turn.wishes_to_change import read_field_name
from casework.words import reads_as_no, reads_as_plain_yes, reads_as_yes

_LEAD = (
    r"(?:(?:no|sorry|ok|okay|yes|yeah|yep|also|and|please|change|number|no\.|question|answer|line|"
    r"row|wait|but|except(?: for)?|apart from|though|all|everything|send(?: it)?|"
    r"(?:(?:it|that|everything|all)(?:'?s| is) )?(?:all )?(?:fine|good|right|correct)|"
    r"(?:can|could) (?:you|u|i|we)|i (?:want|need) to|i'?d like to)"
    r"[\s,.:]+)*"
)
_WRONG = r"(?:(?:all )?(?:wrong|incorrect|not right|not correct))"
_SAID_OF_IT = (
    r"(?:no(?:pe)?|yes|yeah|not(?! \d)|never|weird|odd|rubbish|nonsense|"
    r"i (?:never|did ?n'?t|did not|do ?n'?t|do not)|"
    r"(?:please |pls |just )*(?:put|add|say|write|change|include|mention)|still|has|says|isn'?t|"
    r"it'?s|that'?s|its|thats|should|shud|needs|also)\b"
)
"""After a number of the review: a refusal, or what is to be put there. "10 not 9" is an age."""
_SIGN = (
    r"(?:\s*[)=]\s*|:\s+|:(?=[^\W\d_])|\.\s+|\.(?=[^\W\d_])|\s+(?:-|to)\s+(?=[^\W\d_])|"
    r"\s+to\s+(?=\d)|\s+which (?:is|should be)\s+|"
    r"\s+(?:is|are|should be|should say|shud be|needs to be|needs to say|needs to|wants to be|"
    r"must be|has to be|shld be)\s+|"
    rf"\s+(?={_WRONG}\W*(?:[.,:;!-]|$|it'?s|should|is))|,?\s+(?={_SAID_OF_IT}))"
)
"""Between a number and its answer; what looks like hours ("3 to 5pm", "9:30") is none."""
_NUMBERED = re.compile(rf"(?:^\W*{_LEAD}|(?<=[\s,;])#?)(?P<number>\d{{1,2}}){_SIGN}", re.IGNORECASE)
_HOURS = re.compile(r"\s+to\s+\d")
_CHANGES_IT = re.compile(
    r"\b(?:change|make|alter|update)(?: (?:number|no\.?|line|answer|question|row))? #?$", re.I
)
"""Before a number and "to 10": else they are hours, "3 to 5"."""
_ENDS_A_CLAUSE = re.compile(
    r"(?:^|[.,;:!?\n]|\b(?:and|but|also|then|line|number|no|change|answer|question|row))\s*#?$",
    re.IGNORECASE,
)
_IS_OF_SOMETHING = re.compile(
    r"(?:\b(?:s?hes?|they|is|are|was|be|to|age|aged|turned|at|on|in|of|about|for|year|only|nearly|"
    r"almost|just|the)|'s|'re)\s*$",
    re.IGNORECASE,
)
"""Before a figure that tells how old or how many: "hes 9. the nurse never came"."""
_IS_STRONG = re.compile(rf"^\W*(?:(?:is|are) )?(?:{_WRONG}|{_SAID_OF_IT})", re.IGNORECASE)
"""What leaves no doubt that the number is one of the review, in the middle of a message."""
_GOES_ON_ELSEWHERE = re.compile(
    r"[.,;!]?\s+(?:also\b|and (?:you|u)\b|"
    r"(?:you|u) (?:have ?n'?t|havnt|did ?n'?t|forgot|missed)\b)",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(r"[^.,;!\n]+")
_SENTENCE_END = re.compile(r"(?<=[^\W_]{2}|\s\d)[.!;]+\s+(?=[^\W\d_]{2})")
_IN_ANY_WORDS = frozenset({"in_own_words", "best_time", "access_needs", "supporters", "language"})
"""Their answers may have several sentences."""
_GOES_ON = re.compile(r"\W*(?:and|also|but|plus)\b", re.IGNORECASE)
_PUTS_IN_PLACE = re.compile(
    r"\b(?:should|shud|needs to|has to|instead|replace|change (?:it|that|this) to)\b", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"^\W*(?P<number>\d{1,2})\s+(?=[^\W_])")
_WRONG_FIRST = re.compile(
    rf"^\W*{_WRONG}\b[\s.,:;!-]*(?:it(?:'?s| is| should (?:be|say)) |should (?:be|say) )?",
    re.IGNORECASE,
)
_SAID_IN_WORDS_OF_OTHERS = frozenset({"issue", "sections", "route_wanted", "in_own_words"})
"""Their answers name what other answers are called after: a plan, a certificate."""
_OF_YES_OR_NO = frozenset(
    {"permission", "certificate_held", "appeal_lodged", "interpreter", "share_with_council"}
)
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
    start: int = 0
    end: int = 0
    """Where the words of it stand in the message, the number with them."""


def read_numbered_changes(message: Message, draft: Draft, today: date) -> list[NumberedChange]:
    """The changes that a message tells by the numbers of the review, in its order."""
    words, fields = message.plain, summary_fields(draft)
    looked_at = lines_to_look_at(words)
    if looked_at and max(looked_at) <= len(fields) and min(looked_at) > 0:
        return [NumberedChange(fields[n - 1], (), end=len(words)) for n in looked_at]
    signs = _signs_in(words, len(fields))
    if not signs:
        return _read_bare(message, fields, draft, today)
    changes = []
    ends = [*(found.start() for found in signs[1:]), len(words)]
    for sign, end in zip(signs, ends, strict=True):
        field = fields[int(sign["number"]) - 1]
        stop = _end_of(words, sign.end(), end, field)
        said = words[sign.end() : stop]
        named = read_field_name(said)
        if named is not None and named != field and field not in _SAID_IN_WORDS_OF_OTHERS:
            continue
        wrong = _WRONG_FIRST.match(said)
        start = sign.end() + (wrong.end() if wrong is not None else 0)
        told = cut(message, words[start:stop], start, stop)
        facts = _with_surname(read_new_answer(field, told, draft, today), draft)
        adds = adds_to_answers(said)
        adds |= field == "in_own_words" and not _PUTS_IN_PLACE.search(sign[0] + said)
        if facts or not reads_as_plain_yes(said):
            changes.append(NumberedChange(field, facts, adds, sign.start(), stop))
    return changes


def names_no_line(words: str, draft: Draft) -> bool:
    """True for "25 should be no" where the review is shorter than that."""
    sign = _NUMBERED.match(words)
    count = len(summary_fields(draft))
    is_strong = sign is not None and _IS_STRONG.match(words[sign.end("number") :]) is not None
    return sign is not None and is_strong and int(sign["number"]) > count


def _signs_in(words: str, count: int) -> list[re.Match[str]]:
    """The numbers of lines, from the first that leaves no doubt that it is one."""
    signs: list[re.Match[str]] = []
    for sign in _NUMBERED.finditer(words):
        is_a_value = bool(signs) and signs[-1].end() == sign.start("number")
        if not 0 < int(sign["number"]) <= count or is_a_value:
            continue
        before, after = words[: sign.start("number")], words[sign.end("number") :]
        if signs and _IS_OF_SOMETHING.search(before):
            continue
        if _HOURS.match(after) and not _CHANGES_IT.search(before):
            continue
        is_first = not signs and bool(words[: sign.start()].strip())
        if not is_first or (_ENDS_A_CLAUSE.search(before.rstrip()) and _IS_STRONG.match(after)):
            signs.append(sign)
    return signs


def _end_of(words: str, start: int, end: int, field: str) -> int:
    """Where the words about this line end: before the next number, or where another is named."""
    denial = _FIRST_SENTENCE.match(words, start, end)
    if denial is not None and is_only_wrong(denial[0]) and _GOES_ON.match(words, denial.end()):
        return denial.end()
    if field == "in_own_words":
        return end
    stops = [end]
    if field not in _IN_ANY_WORDS:
        stops += [
            found.start()
            for found in _SENTENCE_END.finditer(words, start, end)
            if not is_only_wrong(words[start : found.start()])
        ]
    found = _GOES_ON_ELSEWHERE.search(words, start, end)
    if found is not None:
        stops.append(found.start())
    if field not in _SAID_IN_WORDS_OF_OTHERS:
        named = NAMES_A_LINE.search(words, start, end)
        if named is not None:
            stops.append(named.start())
    return min(stops)


def _with_surname(facts: tuple[Fact, ...], draft: Draft) -> tuple[Fact, ...]:
    """The name with what stays of it: "2 its Joe not Jo" leaves the surname."""
    held = {field: str(value_of(draft, field) or "") for field in NAMES}
    return tuple(
        replace(fact, value=with_rest_of_name(str(fact.value), held[fact.field]))
        if fact.field in NAMES
        else fact
        for fact in facts
    )


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
    is_named = field == "issue" and (names_a_kind(half.plain) or kinds_named(half.plain))
    is_day = field in _DAYS and half.first("date") is not None
    adds = adds_to_answers(half.plain)
    is_list = field == "sections" and adds
    is_bare = is_list or field in _READ_BARE | {"route_wanted"}
    is_read = is_yes_or_no or is_named or is_day or is_bare
    facts = read_new_answer(field, half, draft, today) if is_read else ()
    found = NumberedChange(field, facts, adds, end=len(message.plain))
    return [found] if facts or is_yes_or_no else []
