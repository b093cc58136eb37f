"""A parent with little or no English: an interpreter is offered in their language, and a call.

The chat itself works in English. So all that is asked in another language is whether to ring with
an interpreter, whether we may keep the number, and the number.
"""

from __future__ import annotations

import re

from casework.answers.people import read_phone
from casework.ask import ask_next
from casework.consents import NOTICE_VERSION, note_consent
from casework.controls import read_control
from casework.draft import Unconfirmed
from casework.facts import facts_in
from casework.fields import is_given
from casework.message import Message
from casework.other_languages import ChoiceName, OtherLanguage, TextName, language_of
from casework.result import update_result
from casework.say import Choice
from casework.show import show_value
from casework.turn import Turn, take_facts
from casework.words import reads_as_skip

TOPIC = "interpreter_or_bsl"
LONGEST_ANSWER = 5
"""Words: "Maria dos Santos" or "język polski" answers the question in English."""
LONGEST_UNREAD = 2
"""Words in which no language can be told: more than that, and not told, is English."""
MISSES_BEFORE_PERSON = 3
UNKNOWN = "und"
"""ISO 639-3 for a language that could not be told from its script."""

_SHORT_ANSWERS = frozenset({"name", "child_name", "language", "interpreter", "supporters"})
_OWN_WORDS = frozenset({"in_own_words", "best_time", "access_needs"})
_LEAVES = frozenset({"stop", "withdraw", "privacy", "start_again", "go_back", "why", "help_me"})
_LITTLE_ENGLISH = re.compile(
    r"\b(?:(?:no|little|bit of|small|bad|poor|broken|not (?:much|good|very good|great)|"
    r"(?:don'?t|do not|dont|can'?t|cannot|cant|doesn'?t|not) (?:really )?"
    r"(?:speak|know|read|understand|write)(?: (?:much|good|any|well|very good))?) english|"
    r"english (?:is |it'?s )?(?:very |so )?(?:not (?:good|great|well|very good|my)|no good|bad|"
    r"poor|little|weak|limited)|only (?:speaks?|understands?|talks?)|"
    r"(?:speaks?|understands?) only)\b",
    re.IGNORECASE,
)
_IN_ENGLISH = re.compile(
    r"\W*(?:in |only )?english(?: (?:please|is (?:ok|fine)))?\W*", re.IGNORECASE
)


def hear_in_their_language(turn: Turn) -> bool:
    """Take the turn where the parent needs another language. False: it goes on in English."""
    progress = turn.draft.progress
    key = _language_written(turn)
    if progress.speaks is not None:
        return _hear_answer(turn, language_of(progress.speaks), key)
    if key is None:
        key = _language_asked_for(turn)
        if key is not None:
            _keep_other_facts(turn)
    if key is None:
        return False
    _offer(turn, key)
    return True


def _language_written(turn: Turn) -> str | None:
    """The key of the language that the message is in, where it is not just a name or a word."""
    found = turn.message.first("written_language")
    is_short = len(turn.message.plain.split()) <= LONGEST_ANSWER
    if found is None or turn.pending in _OWN_WORDS or (turn.pending in _SHORT_ANSWERS and is_short):
        return None
    return f"{found.value}-{found.role}" if found.role else str(found.value)


def _language_asked_for(turn: Turn) -> str | None:
    """The key of a language that somebody names who says, in English, that they have little of it.

    Once: whoever goes on in English after the offer is not offered the same again.
    """
    named = turn.message.first("language")
    if named is None or turn.draft.referral.interpreter.asked:
        return None
    key = str(named.value)
    was_offered = f"interpreter:{key}" in turn.draft.progress.told
    return key if _LITTLE_ENGLISH.search(turn.message.plain) and not was_offered else None


def _keep_other_facts(turn: Turn) -> None:
    facts = facts_in(turn.message, turn.draft, turn.today)
    others = [fact for fact in facts if fact.field not in ("language", "interpreter")]
    take_facts(turn, others, is_answer=False, is_correction=False)


def _offer(turn: Turn, key: str) -> None:
    """Say that an interpreter is free, where to ring, and offer the call."""
    draft, progress = turn.draft, turn.draft.progress
    language = language_of(key)
    progress.is_stopped, progress.has_declined = False, False
    has_withdrawn = progress.is_submitted and draft.referral.consent.store.given is False
    if f"interpreter:{key}" not in progress.told:
        progress.told.append(f"interpreter:{key}")
        progress.misses = 0
    progress.speaks, progress.pending = key, None
    if has_withdrawn:
        _say(turn, language, "offer")
    elif "interpreter call" in progress.told:
        _say(turn, language, "thanks", topic="handover")
    elif _take_contact(turn):
        _say(turn, language, "offer")
        _go_on_with_call(turn, language)
    else:
        _remember_to_confirm(turn, key)
        _ask(turn, language, "want_callback")


def _hear_answer(turn: Turn, language: OtherLanguage, key: str | None) -> bool:
    """The answer to what was asked in their language; False when they have changed to English."""
    text = turn.message.plain
    control = None if key else read_control(Message(text=turn.message.text), None)
    if control in _LEAVES:
        return _leave(turn)
    if language.reads_as_choice("english", text) or _IN_ENGLISH.fullmatch(text):
        return _go_on_in_english(turn)
    has_contact = _take_contact(turn)
    is_yes = language.reads_as_yes(text) or language.reads_as_choice("call", text)
    is_no = not is_yes and (language.reads_as_no(text) or reads_as_skip(text))
    if turn.pending == "want_callback" and (is_yes or has_contact or control == "want_person"):
        _go_on_with_call(turn, language)
    elif turn.pending == "want_callback" and (is_no or control == "carry_on"):
        return _go_on_in_english(turn)
    elif turn.pending == "consent" and is_yes:
        note_consent(turn, True, notice=f"{NOTICE_VERSION} {language.key}")
        _go_on_with_call(turn, language)
    elif turn.pending == "consent" and is_no:
        note_consent(turn, False, notice=f"{NOTICE_VERSION} {language.key}")
        _leave_it_at_the_number(turn, language)
    elif turn.pending == "phone" and has_contact:
        _go_on_with_call(turn, language)
    elif turn.pending == "phone" and is_no:
        _leave_it_at_the_number(turn, language)
    elif key is not None and key != turn.draft.progress.speaks:
        _offer(turn, key)
    elif key is None and not has_contact and _is_english(turn.message):
        return _leave(turn)
    else:
        _ask_again(turn, language)
    return True


def _is_english(message: Message) -> bool:
    """True where enough words are there to tell a language, and it was none but English."""
    has_facts = any(entity.name != "written_language" for entity in message.entities)
    return has_facts or len(message.plain.split()) > LONGEST_UNREAD


def _leave(turn: Turn) -> bool:
    """Back to English: the ordinary turn takes the message."""
    turn.draft.progress.speaks, turn.draft.progress.pending = None, None
    turn.draft.progress.misses = 0
    return False


def _go_on_in_english(turn: Turn) -> bool:
    progress = turn.draft.progress
    _leave(turn)
    progress.has_declined = False
    if "begun" not in progress.told:
        progress.told.append("begun")
        turn.say("utter_lets_start")
    ask_next(turn)
    return True


def _go_on_with_call(turn: Turn, language: OtherLanguage) -> None:
    """Ask what is still needed for the call, or arrange it."""
    contact = turn.draft.referral.contact
    if turn.draft.referral.consent.store.given is not True:
        _ask(turn, language, "consent")
        return
    _store_need(turn, str(turn.draft.progress.speaks))
    if not contact.phone and not contact.email:
        _ask(turn, language, "phone")
        return
    _arrange_call(turn, language)


def _arrange_call(turn: Turn, language: OtherLanguage) -> None:
    progress = turn.draft.progress
    code = str(progress.speaks).partition("-")[0]
    progress.callback_wanted = True
    progress.told.append("interpreter call")
    progress.pending, progress.misses = None, 0
    named = show_value("language_code", code)
    turn.ask_person("callback_wanted", "soon", note=f"With an interpreter: {named} ({code})")
    update_result(turn.draft, turn.today)
    _say(turn, language, "thanks", topic="handover")


def _leave_it_at_the_number(turn: Turn, language: OtherLanguage) -> None:
    """No number is kept: they can ring, and the chat waits in their language."""
    key = turn.draft.progress.speaks
    turn.draft.progress.speaks = key or language.key
    turn.draft.progress.pending = None
    _say(turn, language, "ring")


def _ask_again(turn: Turn, language: OtherLanguage) -> None:
    progress = turn.draft.progress
    if progress.pending is None:
        arranged = "interpreter call" in progress.told
        _say(turn, language, "thanks" if arranged else "ring")
        return
    progress.misses += 1
    if progress.misses >= MISSES_BEFORE_PERSON:
        turn.ask_person("assistant_not_understood", "routine")
        _leave_it_at_the_number(turn, language)
    else:
        _ask(turn, language, progress.pending)


def _take_contact(turn: Turn) -> bool:
    """Take a number or an address that was typed; true when there was one."""
    answer = read_phone(turn.message, turn.draft, turn.today)
    facts = [fact for fact in answer.facts if fact.field != "prefers_email"] if answer else []
    for fact in facts:
        turn.put(fact.field, fact.value)
    return bool(facts)


def _store_need(turn: Turn, key: str) -> None:
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


def _remember_to_confirm(turn: Turn, key: str) -> None:
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


_TEXT_OF: dict[str, TextName] = {"want_callback": "offer", "consent": "consent", "phone": "phone"}
_CHOICES_OF: dict[str, tuple[ChoiceName, ...]] = {
    "want_callback": ("call", "english"),
    "consent": ("yes", "no"),
    "phone": (),
}


def _ask(turn: Turn, language: OtherLanguage, question: str) -> None:
    turn.draft.progress.pending = question
    labels = [language.choices[name] for name in _CHOICES_OF[question]]
    turn.say(
        "utter_in_other_language",
        {"words": language.text_for(_TEXT_OF[question], turn.message.channel)},
        asks=question,
        topic=TOPIC,
        choices=tuple(Choice(label, label) for label in labels),
    )


def _say(turn: Turn, language: OtherLanguage, name: TextName, *, topic: str = TOPIC) -> None:
    words = language.text_for(name, turn.message.channel)
    turn.say("utter_in_other_language", {"words": words}, topic=topic)
