"""What a fact tells beside what the draft holds: the same, more, less, or something to add."""

from __future__ import annotations

import re

from casework.answers.fact import Fact
from casework.referral.draft import Draft
from casework.referral.fields import value_of

NAMES = frozenset({"name", "child_name"})
_LEADS = (
    r"(?:^|[.,;!]|\b(?:please|pls|plz|can|could|will|you|u|we|to|and|but|also|just|no|yes|sorry|oh|"
    r"wait|number|line|\d{1,2})\b)\W*"
)
_ADDS = re.compile(
    r"\b(?:also|as well|plus)\b|\btoo\b(?=\W*(?:$|[.,;!]|and\b|but\b|please\b|pls\b))|"
    r"^\W*(?:(?:oh|yes|no|sorry|wait|\d{1,2})\W+)*(?:and|&)\b|"
    rf"{_LEADS}(?:add|include|put (?=[^.,;!]{{1,30}}\bin\b))\b|"
    r"\banother (?:part|section|thing|one|problem|bit|is)\b",
    re.IGNORECASE,
)
_TAKES_THE_PLACE = re.compile(
    r"\b(?:instead|rather than|replac\w+|swap\w*)\b|"
    r"\bnot (?:section |part )?[B-K]\b|\b(?:only|just) (?:the |section |part )*(?:[B-K]|school)\b",
    re.IGNORECASE,
)


def same_value(draft: Draft, fact: Fact) -> bool:
    """True when the draft already holds what the fact says."""
    held = value_of(draft, fact.field)
    said = fact.value
    if fact.field == "council":
        return bool(held == (said["gss"] if isinstance(said, dict) else said))
    if fact.field == "child_age" and "age" in said:
        return bool(draft.referral.child.age == said["age"])
    if fact.field == "safe_contact":
        return bool(held is not None and said.items() <= held.items())
    if fact.field == "permission":
        return bool(held is said["given"] and not said.get("on"))
    if fact.field == "access_needs":
        is_within = set(said["needs"]) <= set(held or ()) if said["needs"] else held == []
        return is_within and not said.get("details")
    if fact.field == "language":
        return bool(held) and held.get("code") == said.get("code") and not said.get("sign")
    if fact.field in ("issue", "sections"):
        return bool(held) and set(said) <= set(held)
    if fact.field in NAMES and isinstance(held, str):
        return begins_like(held, str(said))
    if isinstance(held, str) and isinstance(said, str):
        return held.casefold() == said.casefold()
    return bool(held == said)


def begins_like(whole: str, name: str) -> bool:
    """True where the words of the name are the first of the whole: Rob, of Rob Ashdown."""
    words = name.casefold().split()
    return whole.casefold().split()[: len(words)] == words


def may_be_a_draft(draft: Draft, fact: Fact) -> bool:
    """True where a plan taken for final is said to be a draft: there may be no appeal yet."""
    return fact.field == "plan" and fact.value == "draft" and draft.referral.plan == "final"


def leaves_out(draft: Draft, fact: Fact) -> bool:
    """True where a list told anew holds less than before: the rest is no longer meant."""
    held = value_of(draft, fact.field)
    return fact.field in ("issue", "sections") and set(fact.value) < set(held or ())


def tells_more(draft: Draft, fact: Fact) -> bool:
    """True where the surname is told to a first name: nothing of it is unsaid."""
    held = value_of(draft, fact.field)
    return isinstance(held, str) and begins_like(str(fact.value), held)


def adds_to_answers(words: str) -> bool:
    """True for "they also cut his OT" and "and section I", false for "add I instead of F"."""
    return _ADDS.search(words) is not None and _TAKES_THE_PLACE.search(words) is None
