"""The number or address for a call with an interpreter, and whether it is safe to use it."""

from __future__ import annotations

import re

from casework.answers.facts import facts_in
from casework.answers.people import read_phone, refuses_calls
from casework.referral.draft import Draft
from casework.referral.fields import is_given
from casework.turn.own_words import keep_words
from casework.turn.state import Turn

_ADDRESS = re.compile(r"\S+@\S+")
_WAY_OF = {"phone": "safe_to_call", "email": "safe_to_email"}


def may_be_used(draft: Draft, name: str) -> bool:
    """False where they said so, and where it has to be asked first (privacy.md DP-22)."""
    is_flagged = "domestic_abuse" in draft.referral.safety.categories
    if is_flagged and "safe_contact" not in draft.progress.answered:
        return False
    return getattr(draft.referral.contact, _WAY_OF[name]) is not False


def take_contact(turn: Turn) -> bool:
    """Take a number or an address that may be used; true when one was typed at all.

    The name and the hours told beside it are kept. That a number is safe to ring is taken only from
    the answer to the question that says so.
    """
    answer = read_phone(turn.message, turn.draft, turn.today)
    facts = answer.facts if answer else ()
    typed = [fact for fact in facts if fact.field in _WAY_OF]
    taken = [fact for fact in typed if may_be_used(turn.draft, fact.field)]
    for fact in taken:
        turn.put(fact.field, fact.value)
    is_answer = turn.pending == "phone" and any(fact.field == "phone" for fact in taken)
    if is_answer and not refuses_calls(turn.message.plain):
        confirm_number(turn)
    for fact in (*facts, *facts_in(turn.message, turn.draft, turn.today)):
        if fact.field == "safe_contact" and False in fact.value.values():
            turn.put(fact.field, fact.value)
    if typed:
        _keep_beside_contact(turn)
    return bool(typed)


def confirm_number(turn: Turn) -> bool:
    """Note that the number is safe to ring; false where there is none yet."""
    if not turn.draft.referral.contact.phone:
        return False
    turn.put("safe_contact", {"safe_to_call": True})
    return True


def forget_unconfirmed_number(turn: Turn) -> None:
    """Take out a number of which they did not say that it is safe to ring."""
    contact = turn.draft.referral.contact
    if contact.phone and contact.safe_to_call is not True:
        turn.clear("phone")


def _keep_beside_contact(turn: Turn) -> None:
    """Keep the name and the hours of "po 16, Agnieszka 07700 900222", whatever their language."""
    name = turn.message.first("person_name", "self")
    if name is not None and name.is_sure and not is_given(turn.draft, "name"):
        turn.put("name", name.value)
    if any(character.isalpha() for character in _ADDRESS.sub("", turn.message.plain)):
        keep_words(turn)
