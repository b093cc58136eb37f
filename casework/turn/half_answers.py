"""An answer first, and a question or other facts after it: "Sarah, why do you need it?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.answers.needs_asked import (
    asks_for_a_need,
    need_in_their_words,
    tells_beside_a_question,
)
from casework.answers.needs_named import needs_named
from casework.answers.no_needs import read_no_needs
from casework.dispute.letter_days import tells_when_it_came
from casework.dispute.only_the_school import adds_a_part
from casework.dispute.route_of_others import dislikes_mediation
from casework.dispute.route_told import doubts_route
from casework.message import Message, cut
from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.people.contact_told import OF_REACHING, refuses_only_a_time, ways_told
from casework.people.limits_told import limits_told
from casework.people.names_told import tells_whose_names
from casework.people.reached_with_care import care_told
from casework.people.shared_inbox import others_read_it
from casework.referral.draft import Draft
from casework.safety.redaction import is_first_name, words_of_nobody
from casework.turn.controls import read_control
from casework.words import LEAD_IN, reads_as_no, reads_as_question, reads_as_yes

_NAMES = frozenset({"name", "child_name"})
_NOT_IN_HALVES = frozenset(
    {
        "consent",
        "share_with_council",
        "want_callback",
        "permission",
        "anything_else",
        "summary",
        "change_what",
        "start_again",
        "safe_contact",
        "in_own_words",
        "best_time",
        "supporters",
    }
)
"""Here a yes has to be the whole message, or any words at all would be an answer."""
_EXPLAINED = frozenset({"why", "help_me"})
LONGEST = 8
"""Words before the question; what is longer tells a story, and its facts are found anyway."""
_MARK = 1
"""Characters that a fact may reach beyond its words: "18 November." with the full stop."""
_SEAM = re.compile(
    r"\s*[,.;!:\u2013\u2014]+\s+|\s+-+\s+|\s+(?:but|and|so|though|tho)\s+|"
    r"(?P<bare>\s+)(?=(?:why|what|wot|whats|what's|how|who|when|where|can|do|does)\b|"
    r"is\b(?! the (?:worst|main|biggest|problem|issue|one)\b)|"
    r"(?:am|are|was|have|has|did|will|would|should|could|may) "
    r"(?:i|we|you|u|he|she|they|it|this|that|the)\b)",
    re.IGNORECASE,
)
"""What stands between the answer and the question; a `bare` seam is no more than its first word."""
_CALL_ME = re.compile(r"^\W*(?:\w+ ){1,4}(?:ring|call|phone|text) (?:me|us)\b(?!.*\band\b)", re.I)
_ENDS_ON_WHO = re.compile(
    r"\b(?:i|we|he|she|they|it|you|that|this|there|who|not|never|to|dont|cant|will|would|can|could|"
    r"should|may|might|must)$|n't$",
    re.IGNORECASE,
)
"""What the next word goes on from: "yes I have it here" is no "have it here?"."""
_SAYS_HOW = re.compile(r"(?:please |pls |just )*(?:tell|show|explain|remind|let)\b", re.IGNORECASE)
"""No question where it is asked what helps: "tell me when it is my turn"."""
_CLOSED = frozenset({"decision_date", "certificate_date", "plan", "sections", "council", "role"})
_ONLY_DOUBTS = re.compile(
    r"\b(?:i (?:think|guess|suppose|believe)|maybe|probably|perhaps|is (?:it|that)|isn'?t it|"
    r"one|um+|er+)\b|\?",
    re.IGNORECASE,
)
"""What a question mark and a word of doubt make no question of: "is it the 4th November one?"."""
_ONE_OR_THE_OTHER = re.compile(r"\bor\b", re.IGNORECASE)
_LONGEST_DOUBTED = 5
_QUESTION_FIRST = re.compile(
    r"^(?P<asked>.+?)(?:\?+[\s.]*|[\s,.]+(?=(?:it'?s|i'?m|my name is|its)\s))(?P<said>[^?]+)$",
    re.IGNORECASE,
)
"""The answer after the question: "why do u need my name? its Dean Oakes"."""
_ASKS_WHETHER = re.compile(
    r"\b(?:that|if|whether|when|because|cos|say|says|true|mean|means|think|even)\W*$", re.IGNORECASE
)
"""What follows is what is asked: "is it true that it's only the school"."""
_SMALL_TALK = re.compile(
    rf"^(?:(?:{LEAD_IN}|wait|sure|fine|good|great|hi|hiya|hello|hey|hang on|hold on|actually|"
    r"first|before (?:that|i do|we start)|(?:a |one |two |2 |quick |another |few )*questions?|"
    r"please|thanks|thank you|cheers|yes|yeah|yep|no|nope|just|love|mate|lol|but|again|eh|huh|"
    r"excuse me|tell me|my god|god|omg|nice|cool|listen|look)\W*)+$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^\W*(?P<name>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)(?:\s*[,.;:]\s|\s+and\b)")
"""One word or two before the first pause."""
_NOT_BESIDE = {"child_name": frozenset({"person_name"}), "name": frozenset[str]()}
"""What may be a second name beside the one asked for: the Josh of "Ella, Josh's mum"."""


@dataclass(frozen=True)
class HalfAnswer:
    """The answer that comes before a question, and the control that the question is, if one.

    `asked`: the words of the question; None where there is none, and an answer is only doubted.
    """

    answer: Answer
    control: str | None
    asked: str | None = ""


def _asks_only_for_a_call(words: str) -> bool:
    """True for "can you ring me in the evening": it tells when, and no need at a meeting."""
    return _CALL_ME.search(words) is not None and asks_to_be_reached_then(words)


def find_half_answer(
    message: Message, control: str | None, draft: Draft, today: date
) -> HalfAnswer | None:
    """The answer to the pending question in a message that also asks something, or None.

    A word before any question ("Grandad, is he allowed?") may be no name: it is confirmed.
    `control`: what the whole message was taken for; only an asking one may have an answer in it.
    """
    pending = draft.progress.pending
    if control is not None and control not in _EXPLAINED:
        return None
    if pending is None or pending in _NOT_IN_HALVES or draft.progress.unconfirmed is not None:
        return None
    if refuses_only_a_time(message.plain) or care_told(message.plain):
        return None
    if pending in OF_REACHING and (ways_told(message)[0] or asks_to_be_reached_then(message.plain)):
        return None
    if limits_told(message, asked=pending) or others_read_it(message.plain):
        return None
    if tells_when_it_came(message) or (
        pending == "school_only_check" and adds_a_part(message.plain)
    ):
        return None
    if pending == "route_wanted" and dislikes_mediation(message.plain):
        return None
    if pending in _NAMES and tells_whose_names(message.plain):
        return None
    doubted = _doubted_answer(message, draft, today)
    if doubted is not None:
        return HalfAnswer(doubted, None, asked=None)
    none = read_no_needs(message.plain) if pending == "access_needs" else None
    if none is not None and none.told is not None:
        return None
    is_need = asks_for_a_need(message.plain) and not _asks_only_for_a_call(message.plain)
    if pending == "access_needs" and is_need:
        read = read_answer(pending, message, draft, today)
        return HalfAnswer(need_in_their_words(read, message.plain), None, message.plain)
    for half, asked in _halves(message, pending):
        said = half.text
        answer = read_answer(pending, half, draft, today)
        if answer is None or not answer.facts or answer.problem or answer.is_unsure:
            continue
        if pending == "access_needs" and needs_named(asked):
            continue
        if pending == "access_needs" and tells_beside_a_question(asked):
            read = read_answer(pending, message, draft, today)
            return HalfAnswer(need_in_their_words(read, message.plain), None, asked)
        if pending == "route_wanted" and doubts_route(message.plain):
            answer = replace(answer, facts=tuple(replace(f, is_sure=False) for f in answer.facts))
        control = read_control(Message(asked), pending)
        is_explained = control in _EXPLAINED
        is_name = half.all_of("person_name") or (is_explained and said[:1].isupper())
        if pending in _NAMES and not is_name:
            answer = replace(answer, facts=tuple(replace(f, is_sure=False) for f in answer.facts))
        return HalfAnswer(answer, control if is_explained else None, asked)
    return None


def _doubted_answer(message: Message, draft: Draft, today: date) -> Answer | None:
    """The answer that has nothing of a question but its mark, to be confirmed: "4th November?"."""
    pending, words = draft.progress.pending or "", message.plain
    if pending not in _CLOSED or not words.endswith("?"):
        return None
    said = " ".join(_ONLY_DOUBTS.sub(" ", words).split())
    if not said or len(said.split()) > _LONGEST_DOUBTED or reads_as_question(said):
        return None
    if reads_as_yes(said) or reads_as_no(said) or _ONE_OR_THE_OTHER.search(said):
        return None
    answer = read_answer(pending, cut(message, said, 0, len(words)), draft, today)
    if answer is None or not answer.facts or answer.problem:
        return None
    return Answer(tuple(replace(fact, is_sure=False) for fact in answer.facts))


def _halves(message: Message, pending: str) -> Iterator[tuple[Message, str]]:
    """The saying and the question of a message, whichever comes first."""
    for said, asked in _cut_at_seams(message.plain, pending):
        yield _only(message, said), asked
    last = _QUESTION_FIRST.match(message.plain)
    if last is None or not reads_as_question(last["asked"]) or reads_as_question(last["said"]):
        return
    is_whole = message.plain[last.end("asked") :].startswith("?")
    if not is_whole and _ASKS_WHETHER.search(last["asked"]):
        return
    if len(last["said"].split()) <= LONGEST:
        yield cut(message, last["said"], *last.span("said")), last["asked"]


def _cut_at_seams(text: str, pending: str) -> Iterator[tuple[str, str]]:
    """What is said before a question and the question, shortest saying first.

    "Someone who can explain" is one need, whatever word it goes on with. "No" is small talk
    before most questions; to what would help it is the answer.
    """
    for seam in _SEAM.finditer(text):
        said, asked = text[: seam.start()].strip(), text[seam.end() :].strip()
        if not said or len(said.split()) > LONGEST or reads_as_question(said):
            return
        is_need = pending == "access_needs"
        if seam["bare"] and _ENDS_ON_WHO.search(said):
            continue
        is_no = reads_as_no(said) and is_need
        if is_need and not is_no and (seam["bare"] or _SAYS_HOW.match(asked)):
            continue
        if reads_as_question(asked) and (is_no or not _SMALL_TALK.match(said)):
            yield said, asked


def _only(message: Message, said: str) -> Message:
    found = tuple(
        replace(entity, end=min(entity.end, len(said)))
        for entity in message.entities
        if entity.end <= len(said) + _MARK
    )
    return Message(said, (("inform", 1.0),), found, channel=message.channel, id=message.id)


def name_said_first(
    message: Message, facts: list[Fact], draft: Draft, today: date
) -> Answer | None:
    """The name before the first pause, where the rest tells other facts; else None.

    A word that is no first name we know is asked about.
    """
    pending = draft.progress.pending or ""
    first = _FIRST.match(message.plain) if pending in _NOT_BESIDE else None
    others = [fact for fact in facts if fact.field != pending and fact.is_sure]
    if first is None or not others or reads_as_question(message.plain):
        return None
    said, start, end = first["name"], *first.span("name")
    words = [word.casefold() for word in said.split()]
    if reads_as_yes(said) or reads_as_no(said) or any(word in words_of_nobody() for word in words):
        return None
    is_known = is_first_name(words[0])
    if _tells_another_name(message, pending, end) or not (
        is_known or _stands_free(message, start, end)
    ):
        return None
    answer = read_answer(pending, cut(message, said, start, end), draft, today)
    if answer is None or answer.problem or [fact.field for fact in answer.facts] != [pending]:
        return None
    return Answer(tuple(replace(fact, is_sure=is_known) for fact in answer.facts))


def _stands_free(message: Message, start: int, end: int) -> bool:
    """False for the place or the part of the plan that a message begins with: "Leeds. he is 9"."""
    told = [*message.all_of("council"), *message.all_of("section")]
    return not any(one.start < end and start < one.end for one in told)


def _tells_another_name(message: Message, pending: str, end: int) -> bool:
    rest = [entity for entity in message.entities if entity.start >= end]
    return any(entity.name in _NOT_BESIDE[pending] for entity in rest)
