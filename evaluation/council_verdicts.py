"""Whether the right council is stored or asked about when somebody types one."""

from __future__ import annotations

from typing import Any

from casework.message import Message
from casework.places.councils import council_by_gss
from casework.referral.draft import Draft
from evaluation.drafts import draft_with_consent, take
from evaluation.sets import TypedCouncil
from evaluation.verdicts import Verdict, describe_entities

RIGHT = "right"
ASKED = "asked"
WRONG = "wrong"
NOT_FOUND = "not found"
OUTSIDE = "outside_england"


def judge_council(typed: TypedCouncil, message: Message) -> Verdict:
    """What is typed at the question for the council.

    Right: a right council is stored, or none where there is none. Asked: a right one is among
    those asked about, or a shared name is asked about. Wrong: another one is stored.
    """
    draft = take(draft_with_consent("council"), message).draft
    stored, offered = draft.referral.council.gss, _councils_asked_about(draft)
    right = {gss for gss in (typed.gss, *typed.gss_also) if gss is not None}
    return Verdict(
        text=typed.text,
        wanted=_describe_wanted(typed, right),
        got=_describe_outcome(draft, stored, offered),
        outcome=_judge(stored, offered, right, is_ambiguous=typed.ambiguous),
        heard=describe_entities(message),
    )


def _judge(stored: str | None, offered: list[str], right: set[str], *, is_ambiguous: bool) -> str:
    if stored is not None:
        return RIGHT if stored in right else WRONG
    if is_ambiguous or right & set(offered):
        return ASKED
    if not right and not set(offered) - {OUTSIDE}:
        return RIGHT
    return NOT_FOUND


def _councils_asked_about(draft: Draft) -> list[str]:
    """GSS codes (or OUTSIDE) of the councils to choose from and of the one to be confirmed."""
    progress = draft.progress
    readings = [progress.unconfirmed] if progress.unconfirmed else []
    readings += progress.to_confirm
    unsure = [_gss_of(reading.value) for reading in readings if reading.field == "council"]
    return [*progress.candidates, *unsure]


def _gss_of(value: Any) -> str:
    return str(value["gss"] if isinstance(value, dict) else value)


def _describe_wanted(typed: TypedCouncil, right: set[str]) -> str:
    names = " or ".join(_name(gss) for gss in sorted(right)) or "none"
    return f"{names}, asked about" if typed.ambiguous else names


def _describe_outcome(draft: Draft, stored: str | None, offered: list[str]) -> str:
    if stored is not None:
        return _name(stored)
    if offered:
        return f"asked: {' or '.join(_name(gss) for gss in offered)}"
    return "outside England" if draft.progress.outside_england else "none"


def _name(gss: str) -> str:
    council = council_by_gss(gss)
    return council.name if council else gss.replace("_", " ")
