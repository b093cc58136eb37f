"""A parent with little or no English: an interpreter is offered in their language, and a call.

The chat itself works in English. So all that is asked in another language is whether to ring with
an interpreter, whether we may keep the number, and the number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers.facts import facts_in
from casework.conversation.call_contact import (
    confirm_number,
    find_language_asked_for,
    find_language_written,
    forget_unconfirmed_number,
    keep_what_is_told,
    may_be_used,
    may_ring,
    remember_to_confirm,
    store_need,
    take_contact,
)
from casework.conversation.other_languages import (
    TOPIC,
    OtherLanguage,
    ask_in_language,
    language_of,
    say_in_language,
    say_where_to_ring,
)
from casework.dispute.result import update_result
from casework.message import Message
from casework.referral.show import show_value
from casework.turn.ask import ask_next
from casework.turn.consents import NOTICE_VERSION, has_withdrawn, note_consent
from casework.turn.controls import read_control
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn
from casework.turn.topic_turns import answer_topics
from casework.turn.topics import read_topics
from casework.words import reads_as_question, reads_as_skip

LONGEST_UNREAD = 2
"""Words in which no language can be told: more than that, and not told, is English."""
MISSES_BEFORE_PERSON = 3
_LEAVES = frozenset({"stop", "withdraw", "privacy", "start_again", "go_back", "why", "help_me"})
_ASKED_IN_ENGLISH = "asked in English"
"""Told of who named their language in English: once the call is arranged, the form goes on."""
_IN_ENGLISH = re.compile(
    r"\W*(?:in |only )?english(?: (?:please|is (?:ok|fine)))?\W*", re.IGNORECASE
)


def hear_in_their_language(turn: Turn) -> bool:
    """Take the turn where the parent needs another language. False: it goes on in English."""
    progress = turn.draft.progress
    key = find_language_written(turn)
    if has_withdrawn(turn.draft):
        return _hear_after_withdrawal(turn, key or find_language_asked_for(turn))
    if progress.speaks is not None:
        return _hear_answer(turn, language_of(progress.speaks), key)
    if key is None:
        key = find_language_asked_for(turn)
        if key is not None:
            progress.told.append(_ASKED_IN_ENGLISH)
            _keep_other_facts(turn)
            _answer_questions(turn)
    if key is None:
        return False
    _offer(turn, key)
    return True


def _hear_after_withdrawal(turn: Turn, key: str | None) -> bool:
    """Say where to ring; no number and no fact is taken down any more (DP-04)."""
    progress = turn.draft.progress
    spoken = key or progress.speaks
    if spoken is None:
        return False
    language = language_of(spoken)
    leaves_number = any(turn.message.first(name) for name in ("phone", "email"))
    if key is None and not leaves_number and _has_changed_to_english(turn, language):
        return _leave(turn)
    is_first = progress.speaks != spoken and not leaves_number
    progress.speaks, progress.pending = spoken, None
    say_in_language(turn, language, "offer" if is_first else "ring")
    return True


def _keep_other_facts(turn: Turn) -> None:
    facts = facts_in(turn.message, turn.draft, turn.today)
    others = [fact for fact in facts if fact.field not in ("language", "interpreter")]
    take_facts(turn, others, is_answer=False, is_correction=False)


def _answer_questions(turn: Turn) -> None:
    """Answer what was asked in English beside the language, which the offer itself answers."""
    asked = read_topics(turn.message)
    topics = tuple(topic for topic in asked.topics if topic != TOPIC)
    if topics and reads_as_question(turn.message.plain):
        answer_topics(turn, replace(asked, topics=topics))


def _offer(turn: Turn, key: str) -> None:
    """Say that an interpreter is free, where to ring, and offer the call."""
    progress = turn.draft.progress
    language = language_of(key)
    keep_what_is_told(turn, language)
    progress.is_stopped, progress.has_declined = False, False
    if f"interpreter:{key}" not in progress.told:
        progress.told.append(f"interpreter:{key}")
        progress.misses = 0
    progress.speaks, progress.pending = key, None
    if "interpreter call" in progress.told:
        say_in_language(turn, language, "thanks", topic="handover")
    elif take_contact(turn):
        say_in_language(turn, language, "offer")
        _go_on_with_call(turn, language)
    else:
        remember_to_confirm(turn, key)
        ask_in_language(turn, language, "want_callback")


def _hear_answer(turn: Turn, language: OtherLanguage, key: str | None) -> bool:
    """The answer to what was asked in their language; False when they have changed to English."""
    text = turn.message.plain
    control = _control_in_english(turn, key)
    if control in _LEAVES:
        return _leave(turn)
    if _chooses_english(text, language):
        return _go_on_in_english(turn)
    keep_what_is_told(turn, language)
    has_contact = take_contact(turn)
    is_yes, taps_call = language.reads_as_yes(text), language.reads_as_choice("call", text)
    wants_call = is_yes or taps_call
    is_no = not wants_call and (language.reads_as_no(text) or reads_as_skip(text))
    is_waiting = turn.pending is None and "interpreter call" not in turn.draft.progress.told
    may_want_call = turn.pending == "want_callback" or is_waiting
    if may_want_call and (wants_call or has_contact or control == "want_person"):
        _go_on_with_call(turn, language)
    elif turn.pending == "want_callback" and (is_no or control == "carry_on"):
        return _go_on_in_english(turn)
    elif turn.pending == "consent" and taps_call:
        # The same button tapped twice agrees to no more than the call.
        ask_in_language(turn, language, "consent")
    elif turn.pending == "consent" and is_yes:
        note_consent(turn, True, notice=f"{NOTICE_VERSION} {language.key}")
        _go_on_with_call(turn, language)
    elif turn.pending == "consent" and is_no:
        spoken = turn.draft.progress.speaks
        note_consent(turn, False, notice=f"{NOTICE_VERSION} {language.key}")
        turn.draft.progress.speaks = spoken
        _leave_it_at_the_number(turn, language)
    elif turn.pending == "phone" and (has_contact or (is_yes and confirm_number(turn))):
        _go_on_with_call(turn, language)
    elif turn.pending == "phone" and is_no:
        forget_unconfirmed_number(turn)
        _leave_it_at_the_number(turn, language)
    elif key is not None and key != turn.draft.progress.speaks:
        _offer(turn, key)
    elif key is None and not has_contact and _is_english(turn.message):
        _say_notice(turn)
        return _leave(turn)
    else:
        _ask_again(turn, language)
    return True


def _control_in_english(turn: Turn, key: str | None) -> str | None:
    return None if key else read_control(Message(text=turn.message.text), None)


def _chooses_english(text: str, language: OtherLanguage) -> bool:
    return language.reads_as_choice("english", text) or bool(_IN_ENGLISH.fullmatch(text))


def _has_changed_to_english(turn: Turn, language: OtherLanguage) -> bool:
    """True for what is said in English, and for the wish to go on in it."""
    is_control = _control_in_english(turn, None) in _LEAVES
    is_chosen = _chooses_english(turn.message.plain, language)
    return is_control or is_chosen or _is_english(turn.message)


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
    _say_notice(turn)
    ask_next(turn)
    return True


def _say_notice(turn: Turn) -> None:
    """The whole notice (DP-03), before anything more is asked of who agreed to the short one."""
    has_agreed = turn.draft.referral.consent.store.given is True
    if has_agreed and "notice" not in turn.draft.progress.told:
        turn.draft.progress.told.append("notice")
        turn.say("utter_privacy_notice")


def _go_on_with_call(turn: Turn, language: OtherLanguage) -> None:
    """Ask what is still needed for the call, or arrange it."""
    draft = turn.draft
    contact = draft.referral.contact
    draft.progress.has_declined = False
    has_address = bool(contact.email) and may_be_used(draft, "email")
    if not has_address and not may_be_used(draft, "phone"):
        _hand_over_without_call(turn, language)
        return
    if draft.referral.consent.store.given is not True:
        ask_in_language(turn, language, "consent")
        return
    store_need(turn, str(draft.progress.speaks))
    if not may_ring(draft) and not has_address:
        ask_in_language(turn, language, "phone")
        return
    _arrange_call(turn, language)


def _hand_over_without_call(turn: Turn, language: OtherLanguage) -> None:
    """A person is asked; to the parent no call is promised, as none may be safe."""
    turn.ask_person("callback_wanted", "soon", note=_note(turn))
    _leave_it_at_the_number(turn, language)


def _arrange_call(turn: Turn, language: OtherLanguage) -> None:
    progress = turn.draft.progress
    progress.callback_wanted = True
    progress.told.append("interpreter call")
    progress.pending, progress.misses = None, 0
    turn.ask_person("callback_wanted", "soon", note=_note(turn))
    update_result(turn.draft, turn.today)
    say_in_language(turn, language, "thanks", topic="handover")
    if _ASKED_IN_ENGLISH in progress.told:
        _go_on_in_english(turn)


def _leave_it_at_the_number(turn: Turn, language: OtherLanguage) -> None:
    """They can ring, and the chat waits in their language."""
    progress = turn.draft.progress
    progress.pending, progress.misses = None, 0
    say_where_to_ring(turn, language)


def _ask_again(turn: Turn, language: OtherLanguage) -> None:
    progress = turn.draft.progress
    if progress.pending is None:
        if "interpreter call" in progress.told:
            say_in_language(turn, language, "thanks")
        else:
            say_where_to_ring(turn, language)
        return
    progress.misses += 1
    if progress.misses >= MISSES_BEFORE_PERSON:
        turn.ask_person("assistant_not_understood", "routine", note=_note(turn))
        _leave_it_at_the_number(turn, language)
    else:
        ask_in_language(turn, language, progress.pending)


def _note(turn: Turn) -> str:
    """For staff: the language, and whether a call is not safe."""
    code = str(turn.draft.progress.speaks).partition("-")[0]
    named = show_value("language_code", code)
    language = f"With an interpreter: {named} ({code})"
    contact = turn.draft.referral.contact
    if contact.phone and contact.safe_to_call is not False and contact.best_time:
        return f"{language}. Before you ring have the words beside the number read"
    if may_be_used(turn.draft, "phone"):
        return language
    return f"{language}. Do not ring: it is not safe, or not known to be safe"
