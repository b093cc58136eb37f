"""What reading an answer comes to, and the readers that several questions share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from casework.answers.fact import Fact
from casework.answers.only_wrong import is_only_wrong
from casework.consent.council_spoken_of import name_council
from casework.consent.leading import read_yes
from casework.consent.said import (
    consents_after_no,
    reads_as_agreement,
    reads_as_refusal,
    waits_for_more,
)
from casework.consent.ways_to_agree import Matter
from casework.message import Message
from casework.places.councils import Council
from casework.referral.draft import Draft
from casework.words import (
    reads_as_no,
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_unsure,
    reads_as_yes,
    without_lead_in,
)

_DENIES = re.compile(r"(?:\b(?:not|no|never)|n't)\b.{0,15}$", re.IGNORECASE)
"""Before the words of a choice: "not mediation" may mean anything but mediation."""
NAMES = frozenset({"name", "child_name"})
SURE_OF_NO = 0.5
"""Confidence from which a no in many words is one."""


@dataclass(frozen=True)
class Answer:
    """What the message answers: facts, "I don't know", or the response that says what is wrong."""

    facts: tuple[Fact, ...] = ()
    is_unsure: bool = False
    problem: str | None = None
    candidates: tuple[Council, ...] = field(default=())
    """The councils that an ambiguous name may mean."""
    note: str | None = None
    """A response that explains how the answer was taken."""
    keeps: str | None = None
    """Words beside the answer that the team has to read: "but not with his dad there"."""

    def beside(self, facts: list[Fact]) -> list[Fact]:
        """The facts that the answer has not taken.

        A date that it took is of no other paper, and a name of nobody else; nor is a part of the
        name that was only guessed to be somebody's: the John of "Smith, John".
        """
        own = {fact.field for fact in self.facts}
        taken = {fact.value for fact in self.facts if _is_of_one_thing(fact)}
        return [
            fact
            for fact in facts
            if fact.field not in own and not (_is_of_one_thing(fact) and fact.value in taken)
            if not self._is_guessed_within(fact)
        ]

    def _is_guessed_within(self, fact: Fact) -> bool:
        whole = " ".join(str(own.value) for own in self.facts if own.field in NAMES).casefold()
        is_told_twice = "(" in whole
        if fact.field not in NAMES or (fact.is_sure and not is_told_twice):
            return False
        return set(str(fact.value).casefold().split()) <= set(re.findall(r"[\w'-]+", whole))


def _is_of_one_thing(fact: Fact) -> bool:
    return fact.field.endswith("_date") or fact.field in NAMES


Reader = Callable[[Message, Draft, date], Answer | None]


def one(field_name: str, value: object, is_sure: bool = True) -> Answer:
    """An answer of one fact."""
    return Answer(facts=(Fact(field_name, value, is_sure),))


def yes_or_no(field_name: str) -> Reader:
    """A reader of yes or no, by the words alone: a guess must never give consent or send.

    Nor may what only begins like a no refuse it: "none of that ever happens" answers nothing.
    """

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        if reads_as_unsure(message.plain):
            return None
        if reads_as_no(message.plain):
            is_heard = message.intent == "deny" and message.confidence >= SURE_OF_NO
            is_refusal = is_heard or reads_as_plain_no(message.plain)
            return one(field_name, False) if is_refusal else None
        if reads_as_yes(message.plain) or read_yes(message.plain, "reading") is not None:
            return one(field_name, True)
        return None

    return read


def consent(matter: Matter) -> Reader:
    """A reader of the yes or no to one of the consents, in any words that surely are one."""

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        words = name_council(message.plain, draft) if matter != "consent" else message.plain
        tells = frozenset(entity.name for entity in message.entities)
        after_no = consents_after_no(words, matter)
        if after_no is not None:
            return one(matter, True) if after_no == "yes" else None
        if reads_as_agreement(words, matter, for_family=draft.referral.is_third_party):
            return one(matter, True)
        if reads_as_refusal(words, matter, tells=tells):
            return one(matter, False)
        is_heard = message.intent == "deny" and message.confidence >= SURE_OF_NO
        is_no = is_heard and reads_as_no(words) and not waits_for_more(words, matter)
        return one(matter, False) if is_no else None

    return read


_THAT_IS_ALL = re.compile(
    r"^\W*(?:no+ |nope |ok |okay |i think )*(?:that'?s|that is|it'?s) "
    r"(?:all|it|everything|the lot)(?: for now| thanks?| thank you| ta| cheers| i think)*\W*$|"
    r"^\W*(?:all done|done|finished|i'?m done|im done)\W*$",
    re.IGNORECASE,
)


def read_anything_else(message: Message, draft: Draft, today: date) -> Answer | None:
    """A plain yes or no; "that's all" is a no here. "Yes: he starts school in May" is neither."""
    if _THAT_IS_ALL.match(message.plain) or reads_as_plain_no(message.plain):
        return one("anything_else", False)
    return one("anything_else", True) if reads_as_plain_yes(message.plain) else None


def entity_or_words(field_name: str, entity: str, words: dict[str, str]) -> Reader:
    """An entity of that name, else the first of the patterns found in the words."""
    patterns = [(re.compile(pattern, re.IGNORECASE), value) for pattern, value in words.items()]

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        found = message.first(entity)
        if found is not None:
            return one(field_name, found.value, found.is_sure)
        if reads_as_unsure(message.plain):
            return None
        told = without_lead_in(message.plain)
        for pattern, value in patterns:
            words = pattern.search(told)
            if words is not None:
                is_denied = _DENIES.search(told[: words.start()]) is not None
                return one(field_name, value, is_sure=not is_denied)
        return None

    return read


def free_text(field_name: str, limit: int) -> Reader:
    """A reader that takes the words as they are, up to the limit in characters."""

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        words = message.text.strip()
        return one(field_name, words[:limit]) if words and not is_only_wrong(words) else None

    return read


def date_of(message: Message, roles: tuple[str | None, ...]) -> tuple[date, bool] | None:
    """The first date with one of the roles, in their order, and whether it is sure."""
    for role in roles:
        for entity in message.all_of("date"):
            if entity.role == role:
                return date.fromisoformat(str(entity.value)), entity.is_sure
    return None
