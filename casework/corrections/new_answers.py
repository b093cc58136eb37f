"""What words said of one line of the review make of it: a new answer, or only that it is wrong.

"5 is wrong, I never said that. put mornings" tells "mornings"; "14 is weird" tells no answer, so
that the question is asked again.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers import read_answer
from casework.answers.fact import Fact
from casework.answers.facts import facts_in
from casework.answers.only_wrong import DENIES_IT, SAYS_WRONG
from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.referral.show import labels_of
from casework.words import reads_as_question

_LEADS_TO_IT = re.compile(
    r"^\W*(?:(?:no|nope|sorry|ok|okay|please|pls|plz|just|can (?:you|u)|could (?:you|u)|i said|"
    r"i meant|i want (?:you|u) to|(?:it |that )?(?:should|shud|needs to|has to) (?:be|say|read)|"
    r"(?:change|turn) (?:it|that|this) (?:to|into)|it'?s|it is|to say|put(?: in| down)?|add|"
    r"say|write|mention|include)(?:[\s,.:]+|$))+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:[^.;!\n,]|[.,](?=\S)|,(?! ?(?:i\b|that|this|it'?s|no\b|not\b|put\b|should\b)))+",
    re.IGNORECASE,
)
_ASKED_IN_FULL = frozenset({"permission"})
"""A no to it takes out what was told of the family: its own question says so."""
_BESIDE = {"issue": {"issue", "sections", "plan"}, "sections": {"issue", "sections"}}
_OF_YES_OR_NO = frozenset(
    {"certificate_held", "appeal_lodged", "interpreter", "share_with_council"}
)
_HEARD_FIRST = frozenset({"best_time"})
"""Any words would answer these: what was heard in them counts before the words as they stand."""
_PLAIN_NO = re.compile(r"^\W*(?:no+|nope|nah)\W*$", re.IGNORECASE)
_SHORTEST_ACCOUNT = 2


def read_new_answer(field: str, message: Message, draft: Draft, today: date) -> tuple[Fact, ...]:
    """What these words say that the answer is to be; empty where they only say that it is wrong."""
    if field in _ASKED_IN_FULL:
        return ()
    if _PLAIN_NO.match(message.plain) and field not in _OF_YES_OR_NO:
        return ()
    if field not in _OF_YES_OR_NO or not _PLAIN_NO.match(message.plain):
        message = _without_denials(message)
    if not message.plain or (SAYS_WRONG.match(message.plain) and field not in _OF_YES_OR_NO):
        return ()
    if field == "in_own_words":
        return _read_account(message)
    labelled = _kind_by_label(message.plain) if field == "issue" else None
    if labelled is not None:
        return (Fact("issue", [labelled]),)
    own = _BESIDE.get(field, {field})
    heard = tuple(fact for fact in facts_in(message, draft, today) if fact.field in own)
    if field in _HEARD_FIRST and heard:
        return heard
    answer = read_answer(field, message, draft, today)
    if answer is not None and answer.facts and answer.problem is None:
        return answer.facts
    return heard


def _without_denials(message: Message) -> Message:
    """The words without what only says that the line is wrong, and what leads to the new answer."""
    words = message.plain
    kept = [
        piece
        for piece in _SENTENCE.finditer(words)
        if piece[0].strip() and not DENIES_IT.match(piece[0]) and not SAYS_WRONG.match(piece[0])
    ]
    if not kept:
        whole = SAYS_WRONG.match(words) or DENIES_IT.match(words)
        return cut(message, "", 0, 0) if whole else message
    start, end = kept[0].start(), kept[-1].end()
    lead = _LEADS_TO_IT.match(words[start:end])
    start += lead.end() if lead is not None else 0
    return cut(message, words[start:end], start, end)


def _read_account(message: Message) -> tuple[Fact, ...]:
    """The family's own words, unless they are a question or a word or two about the old ones."""
    words = re.sub(r"^that\s+", "", message.text.strip(), flags=re.IGNORECASE)
    is_account = len(words.split()) >= _SHORTEST_ACCOUNT and not reads_as_question(words)
    return (Fact("in_own_words", words),) if is_account else ()


def _kind_by_label(words: str) -> str | None:
    """The kind that the review calls so: "help not given" is "help is not given"."""
    said = _weighty(words)
    kinds = [kind for kind, label in labels_of("issue").items() if _weighty(label) == said]
    first, *more = re.split(r"[,.;]\s", words, maxsplit=1)
    if not kinds and more:
        return _kind_by_label(first)
    return kinds[0] if len(kinds) == 1 else None


def names_a_kind(words: str) -> bool:
    """True where the words are what the review calls a kind of dispute."""
    return _kind_by_label(words) is not None


def _weighty(words: str) -> frozenset[str]:
    adds_nothing = {"is", "the", "a", "an", "its", "it", "s", "also", "to", "please"}
    return frozenset(re.findall(r"[a-z]+", words.lower())) - adds_nothing
