"""What speaks of a danger is the safeguarding lead's: messages, and what a referral says of one.

A danger is in the message in which it was heard, in what was answered to it, and in every notice
about one. A referral tells it by the kind of dispute `safeguarding` (D46) and by all that follows
from it: rule, reasons, sources, whom it is handed to (docs/decisions/0012-the-queue.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from casework.law.decisions import DecisionRow, decisions_by_id
from casework.referral.show import label_of
from casework.say import Say, words_of
from frontdesk.staff.rights import Reader
from store.messages.safety_events import list_safety_records
from store.referrals.documents import StoredDraft
from store.tables import AnswerChange, Message

TOPIC = "safety:"
SAFETY_KIND = "safeguarding"
_SAFETY_REASON = "safety"
_ROUTE = f"route:{SAFETY_KIND}"
_URGENT = "urgent"
_OTHER_KIND = "unsure_other"
"""What a dispute is called of which nothing else is known, as for any other family."""


class Dangers:
    """What was heard in one case, by the messages that spoke of it."""

    def __init__(self, message_ids: Iterable[str]) -> None:
        self._spoken = frozenset(message_ids)

    def is_in(self, message: Message) -> bool:
        """Whether this message speaks of a danger, or answers one."""
        return (
            message.id in self._spoken
            or message.reply_to in self._spoken
            or (message.topic or "").startswith(TOPIC)
        )


def read_dangers(session: Session, conversation_ids: Iterable[str]) -> Dangers:
    """The dangers heard in these conversations."""
    return Dangers(
        record.message_id
        for conversation_id in conversation_ids
        for record in list_safety_records(session, conversation_id)
    )


def show_to(reader: Reader, stored: StoredDraft) -> StoredDraft:
    """The draft or referral as this reader may see it."""
    if reader.sees_safeguarding:
        return stored
    kinds = stored.progress.get("stated_kinds") or []
    progress = {**stored.progress, "stated_kinds": [kind for kind in kinds if kind != SAFETY_KIND]}
    return replace(stored, document=hide_dangers(stored.document), progress=progress)


def hide_dangers(document: Mapping[str, Any]) -> dict[str, Any]:
    """The referral as if its dispute were about the rest alone, and without which danger was heard.

    That there was one (`safety.flagged`) stays. As a reason to look at it, it is called urgent, as
    in the queue. Certificate and dates follow from the rest as it is (casework/law/routes.py).
    """
    told = document["dispute"]["kinds"]
    kinds = [kind for kind in told if kind != SAFETY_KIND] or [_OTHER_KIND] * bool(told)
    hidden = {
        **document,
        "dispute": {**document["dispute"], "kinds": kinds},
        "safety": {**document["safety"], "categories": []},
        "handover": _hide_in_handover(document["handover"], has_other_kind=kinds != [_OTHER_KIND]),
    }
    if SAFETY_KIND in told:
        hidden["requirement"] = _hide_in_requirement(document["requirement"], kinds)
    return hidden


def keep_hidden_kind(reader: Reader, stated: Sequence[str], chosen: object) -> object:
    """The kinds that this reader chose, with the one that they cannot see as it was."""
    if reader.sees_safeguarding:
        return chosen
    kinds = chosen if isinstance(chosen, list) else []
    kept = [SAFETY_KIND] * (SAFETY_KIND in stated)
    return [*kept, *(kind for kind in kinds if kind != SAFETY_KIND)] or None


def see_change(change: AnswerChange, reader: Reader) -> tuple[str | None, str | None]:
    """What an answer was and became, as this reader may see it; both the same: nothing to see."""
    if reader.sees_safeguarding or change.field != "issue":
        return change.was, change.now
    return _hide_in_answer(change.was), _hide_in_answer(change.now)


def _hide_in_answer(words: str | None) -> str | None:
    """The kinds in words (casework/referral/show.py: labels, ", " between them) without the one."""
    hidden = label_of("issue", SAFETY_KIND)
    return ", ".join(each for each in (words or "").split(", ") if each != hidden) or None


def _hide_in_handover(handover: Mapping[str, Any], *, has_other_kind: bool) -> dict[str, Any]:
    reasons: list[str] = []
    for reason in handover["reasons"]:
        is_safety = reason.partition(":")[0] == _SAFETY_REASON
        reasons.append(_URGENT if is_safety or reason == _ROUTE else reason)
        if reason == _ROUTE and not has_other_kind:
            reasons.append(f"route:{_OTHER_KIND}")
    is_hidden = reasons != handover["reasons"]
    priority = handover["priority"]
    if is_hidden and priority == "immediate":
        priority = _URGENT
    return {**handover, "priority": priority, "reasons": list(dict.fromkeys(reasons))}


def _hide_in_requirement(law: Mapping[str, Any], kinds: Sequence[str]) -> dict[str, Any]:
    """The law's answer by the rows that are left. Only the safety row alone knows no routes."""
    rows = [decisions_by_id()[kind] for kind in kinds]
    hidden = {
        **law,
        "rule": rows[0].no,
        "reasons": _hide_in_reasons(law["reasons"], rows),
        "sources": list(dict.fromkeys(source for row in rows for source in row.sources)),
    }
    if kinds == [_OTHER_KIND]:
        hidden["disagreement_resolution"] = rows[0].disagreement_resolution
    return hidden


def _hide_in_reasons(reasons: Sequence[str], rows: Sequence[DecisionRow]) -> list[str]:
    """What was explained, without the notice about safety and with the first row left instead."""
    notice = words_of(Say(f"utter_route_{SAFETY_KIND}"))
    instead = words_of(Say(f"utter_route_{rows[0].id}"))
    if notice not in reasons:
        # Written when the notice had other words: nothing of it may be left.
        return [instead, words_of(Say("utter_route_person_confirms"))]
    shown = [instead if reason == notice else reason for reason in reasons]
    return list(dict.fromkeys(shown))
