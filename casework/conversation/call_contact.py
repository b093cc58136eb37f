"""The number or address for a call with an interpreter, and whether it is safe to use it.

Words beside it in a language that nobody has read yet may say anything: "my ex must not know". Then
the number is none that is surely safe, and the words go where whoever rings reads them first.
"""

from __future__ import annotations

import re

from casework.answers.facts import facts_in
from casework.answers.reaching import read_phone, refuses_calls
from casework.conversation.other_languages import ENGLISH, language_of
from casework.people.contact_told import add_to_times, own_ways
from casework.people.ways_refused import ways_refused
from casework.referral.draft import Draft
from casework.referral.fields import is_given
from casework.turn.own_words import keep_words
from casework.turn.state import Turn
from casework.words import reads_as_yes

_NUMBER = re.compile(r"\+?\d[\d ()-]{8,}\d")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\S+@\S+")
_WAY_OF = {"phone": "safe_to_call", "email": "safe_to_email"}


def may_be_used(draft: Draft, name: str) -> bool:
    """False where they said so, and where it has to be asked first (DP-22)."""
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
    beside = words_beside_number(turn) if typed else None
    if beside is not None:
        turn.put("best_time", add_to_times(turn.draft.referral.contact.best_time, beside))
        turn.put("safe_contact", {"safe_to_leave_voicemail": False})
    is_answer = turn.pending == "phone" and any(fact.field == "phone" for fact in taken)
    if is_answer and beside is not None:
        turn.draft.progress.mark_answered("phone")
    elif is_answer and not refuses_calls(turn.message.plain):
        confirm_number(turn)
    for fact in (*facts, *facts_in(turn.message, turn.draft, turn.today)):
        if fact.field == "safe_contact" and False in fact.value.values():
            turn.put(fact.field, fact.value)
    if typed:
        _keep_beside_contact(turn)
    return bool(typed)


def words_beside_number(turn: Turn) -> str | None:
    """What is said beside a number in another language, but a yes and the number; None for none."""
    if turn.draft.progress.speaks in (None, ENGLISH):
        return None
    language = language_of(str(turn.draft.progress.speaks))
    words = _NUMBER.sub(" ", _ADDRESS.sub(" ", turn.message.plain))
    words = " ".join(words.replace(" ,", ",").split()).strip(" .,;:!?-")
    is_unread = _LETTERS.search(words) is not None and not language.reads_as_yes(words)
    is_unread = is_unread and not reads_as_yes(words) and not own_ways(turn.message)
    return words if is_unread and not ways_refused(words) else None


def may_ring(draft: Draft) -> bool:
    """True once a number was given where a safe one is asked for, and calls are not refused."""
    contact = draft.referral.contact
    is_given_as_safe = contact.safe_to_call is True or "phone" in draft.progress.answered
    return bool(contact.phone) and contact.safe_to_call is not False and is_given_as_safe


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
