"""What a call with an interpreter needs: the language, and a number that is safe to use.

The language is the one that they write in, or name beside little English. Words beside a number in
a language that nobody has read yet may say anything: "my ex must not know". Then the number is none
that is surely safe, and the words go where whoever rings reads them first.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from casework.answers.facts import facts_in
from casework.answers.reaching import read_phone, refuses_calls
from casework.conversation.other_languages import (
    ENGLISH,
    OtherLanguage,
    find_language_of_words,
    language_of,
)
from casework.people.contact_told import add_to_times, own_ways
from casework.people.ways_named import ways_refused
from casework.people.whose import is_about_writer
from casework.referral.draft import Draft, Unconfirmed
from casework.referral.fields import is_given
from casework.referral.show import show_value
from casework.turn.own_words import keep_for_team, keep_words
from casework.turn.state import Turn
from casework.words import reads_as_yes

_NUMBER = re.compile(r"\+?\d[\d ()-]{8,}\d")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\S+@\S+")
_WAY_OF = {"phone": "safe_to_call", "email": "safe_to_email"}
FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "little_english.yml"
LONGEST_ANSWER = 5
"""Words: "Maria dos Santos" or "język polski" answers the question in English."""
_SHORT_ANSWERS = frozenset({"name", "child_name", "language", "interpreter", "supporters"})
_OWN_WORDS = frozenset({"in_own_words", "best_time", "access_needs"})
_ONLY_THEIRS = r"only (?:speaks?|understands?|talks?)|(?:speaks?|understands?) only"
UNKNOWN = "und"
"""ISO 639-3 for a language that could not be told from its script."""
SHORTEST_ACCOUNT = 3
"""Words from which a message in their language tells something to keep."""
LONGEST_THANKS = 5


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


@cache
def _little_english() -> re.Pattern[str]:
    with FILE.open(encoding="utf-8") as file:
        patterns = yaml.load(file, Loader=yaml.CSafeLoader)["patterns"]
    return re.compile(rf"\b(?:{'|'.join([*patterns, _ONLY_THEIRS])})\b", re.IGNORECASE)


def find_language_written(turn: Turn) -> str | None:
    """The key of the language that the message is in, where it is not just a name or a word."""
    found = turn.message.first("written_language")
    is_short = len(turn.message.plain.split()) <= LONGEST_ANSWER
    if found is None or turn.pending in _OWN_WORDS or (turn.pending in _SHORT_ANSWERS and is_short):
        return None
    return f"{found.value}-{found.role}" if found.role else str(found.value)


def find_language_asked_for(turn: Turn) -> str | None:
    """The key of a language that somebody names who says, in English, that they have little of it.

    Once: whoever goes on in English after the offer is not offered the same again.
    """
    named = turn.message.first("language")
    if named is None or turn.draft.referral.interpreter.asked:
        return None
    key = str(named.value)
    text = turn.message.plain
    was_offered = f"interpreter:{key}" in turn.draft.progress.told
    said = _little_english().finditer(text)
    is_theirs = any(is_about_writer(text, *found.span()) for found in said)
    return key if is_theirs and not was_offered else None


def store_need(turn: Turn, key: str) -> None:
    """The call was chosen, so the interpreter need is confirmed and not asked again."""
    progress = turn.draft.progress
    value = _language_value(key)
    if value is None:
        turn.put("interpreter", True)
    else:
        turn.put("language", value)
        progress.mark_answered("language")
    progress.to_confirm = [w for w in progress.to_confirm if w.field != "language"]
    progress.mark_answered("interpreter")


def remember_to_confirm(turn: Turn, key: str) -> None:
    """Whoever goes on in English is asked, when its turn comes, whether they want this language."""
    progress, value = turn.draft.progress, _language_value(key)
    if value is None or is_given(turn.draft, "language") or is_given(turn.draft, "interpreter"):
        return
    others = [waiting for waiting in progress.to_confirm if waiting.field != "language"]
    progress.to_confirm = [*others, Unconfirmed(field="language", value=value, shown=value["name"])]


def _language_value(key: str) -> dict[str, str] | None:
    code = key.partition("-")[0]
    if code == UNKNOWN:
        return None
    return {"code": code, "name": show_value("language_code", code)}


def keep_what_is_told(turn: Turn, language: OtherLanguage) -> None:
    """Keep what is told in their language, as they wrote it; somebody who reads it can use it.

    Once the call is arranged, a colleague is asked to look.
    """
    text = turn.message.plain
    is_answer = language.reads_as_yes(text) or language.reads_as_no(text)
    is_answer |= find_language_of_words(text) is not None
    if is_answer or len(text.split()) < SHORTEST_ACCOUNT:
        return
    is_more_than_thanks = len(text.split()) > LONGEST_THANKS or any(map(str.isdigit, text))
    if "interpreter call" in turn.draft.progress.told and is_more_than_thanks:
        keep_for_team(turn)
    else:
        keep_words(turn)
