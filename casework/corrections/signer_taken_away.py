"""Takes a signer out of the draft where none is needed: "why does it say BSL, she isn't deaf".

What followed from it goes too: that they are not to be rung (`casework.conversation.no_calls`) is
asked anew. Who is to interpret, and for whom, is kept beside the language or the other needs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message
from casework.people.help_told import wish_for_interpreter
from casework.people.interpreter_for import interpreter_is_for, speaks_it
from casework.referral.fields import value_of
from casework.referral.show import field_label, show_value
from casework.turn.consents import has_withdrawn
from casework.turn.own_words import keep_for_team, keep_words
from casework.turn.state import Turn

_SIGNING = r"(?:bsl|british sign language|sign language|signers?|signing|sign(?= it| interp|\W*$))"
_DENIED = re.compile(
    rf"\b(?:remove|delete|drop|scrap|lose|cancel|clear|undo|take (?:off|out|away)|get rid of)"
    rf"(?: \w+){{0,3}}? {_SIGNING}\b"
    rf"|\b(?:take|cut|leave|cross|get) (?:\w+ ){{0,2}}?{_SIGNING}(?: \w+)? (?:off|out|away)\b"
    rf"|\b(?:no|not|isn'?t|without)(?: an?| the| any| for)?(?: bsl| need for(?: a)?)? {_SIGNING}\b"
    r"(?!,? (?:only|just|but|is not|isn'?t))"
    r"|\b(?:do ?n[o']?t|dont|does ?n[o']?t|doesnt|did ?n[o']?t|didnt|never) "
    r"(?:really |even |ever )?(?:need|want|use|ask(?:ed)?(?: for)?|sa(?:y|id)(?: anything about)?|"
    rf"require)(?: an?| the| any)?(?: bsl)? {_SIGNING}\b|\b(?:do|does) ?n[o']?t sign\b"
    rf"|\b{_SIGNING}(?: \w+)?(?:'s| is| was|,)? (?:all |a |also |just )?"
    r"(?:wrong|mistake|incorrect|not (?:needed|right|wanted|required|correct|true)|"
    r"isn'?t (?:needed|right|wanted|correct))\b"
    r"|\b(?:is ?n[o']?t|isnt|are ?n[o']?t|arent|not|ain'?t|no ?(?:one|body) is|neither is) "
    r"(?:even |actually )?deaf\b"
    rf"|\bwhy (?:does|do|is|has|did) (?:it|that|this|you|there)\b[^.;!?]{{0,20}}\b{_SIGNING}\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:i'?m|i am|we are|we'?re) (?:the )?(?:\w+ )?deaf\b|"
    r"\bbut (?:i|we|mum|dad|s?he) (?:do|am|is|does|are)\b|"
    rf"\b(?:not (?:only|just)|as well as|too)\b[^.;!?]{{0,15}}\b{_SIGNING}\b"
    rf"|\b{_SIGNING}(?: \w+)?(?:,| as well| too)? (?:as well|too)\b",
    re.IGNORECASE,
)
"""Somebody else of the family signs: then it stays."""
_ONLY = re.compile(r"\b(?:only|just|nothing else)\b", re.IGNORECASE)
_OF_LANGUAGES = frozenset({"language", "sign", "interpreter", "written_language"})
_OF_QUESTIONS = ("interpreter", "language")


def denies_signing(words: str) -> bool:
    """True for "remove BSL" and "she isn't deaf"; false for "he isn't deaf but I am"."""
    return _DENIED.search(words) is not None and _WANTED.search(words) is None


def take_signer_away(turn: Turn) -> bool:
    """Take the signer out; True where the message tells nothing else and so is dealt with.

    With no language known it is asked again whether anybody is needed.
    """
    signs = turn.draft.referral.interpreter.sign
    if not signs or not (denies_signing(turn.message.plain) or _only_speaks(turn.message)):
        return False
    told = {one.value for one in turn.message.all_of("sign")}
    if told - {"bsl"}:
        if not told & set(signs):
            turn.clear("language")
        return False
    language = _language_told(turn)
    is_sent = turn.draft.progress.is_submitted
    turn.clear("language")
    if language is not None:
        turn.put("language", language)
        values = {"field": field_label("language").lower(), "value": language["name"]}
        turn.say("utter_changed", values)
    else:
        turn.draft.referral.interpreter.asked = is_sent
        _ask_anew(turn, *_OF_QUESTIONS)
        turn.say("utter_changed", {"field": "signer", "value": "no"})
    _forget_no_calls(turn)
    if is_sent:
        keep_for_team(turn)
    others = tuple(one for one in turn.message.entities if one.name not in _OF_LANGUAGES)
    turn.message = replace(turn.message, entities=others)
    return not any(one.is_sure for one in others)


def _only_speaks(message: Message) -> bool:
    """True for "yes, Tigrinya only", which leaves no signer beside the language."""
    has_language = message.first("language") is not None and not message.all_of("sign")
    return has_language and _ONLY.search(message.plain) is not None


def _language_told(turn: Turn) -> dict[str, str] | None:
    """The language that the message names, else the one that was told before."""
    named = turn.message.first("language")
    if named is not None:
        return {"code": str(named.value), "name": show_value("language_code", named.value)}
    held = turn.draft.referral.interpreter.language
    return None if held is None else {"code": held.code, "name": held.name}


def _forget_no_calls(turn: Turn) -> None:
    """Ask anew whether to ring, where it was the signing that said not to."""
    progress, contact = turn.draft.progress, turn.draft.referral.contact
    if "signer" not in progress.told:
        return
    progress.told.remove("signer")
    progress.to_confirm = [one for one in progress.to_confirm if one.field != "safe_contact"]
    if contact.safe_to_call is False and value_of(turn.draft, "safe_contact"):
        contact.safe_to_call = None
        _ask_anew(turn, "safe_contact")
        if contact.phone and not progress.is_submitted:
            progress.changing = "safe_contact"


def _ask_anew(turn: Turn, *questions: str) -> None:
    progress = turn.draft.progress
    for marks in (progress.answered, progress.unsure, progress.skipped):
        marks[:] = [each for each in marks if each not in questions]


ASK_FOR_IT = frozenset({"interpreter", "language"})


def note_wish_for_interpreter(turn: Turn, *, asked: str | None) -> None:
    """Keep it, once the language that goes with it was taken. `asked`: the question before."""
    wish = wish_for_interpreter(turn.message, asked)
    if wish is None and asked in ASK_FOR_IT:
        note_whom_it_is_for(turn)
    if wish is None or has_withdrawn(turn.draft) or turn.draft.progress.has_declined:
        return
    interpreter, access = turn.draft.referral.interpreter, turn.draft.referral.access
    if interpreter.language is not None or interpreter.sign:
        told = interpreter.details
        interpreter.details = _joined(told, wish)
        if interpreter.details != told:
            turn.changed.append("language")
    elif interpreter.needed is not False or "mediator" in wish:
        needs = {"needs": [*access.needs, "other"], "details": _joined(access.details, wish)}
        turn.put("access_needs", needs)


def note_whom_it_is_for(turn: Turn) -> None:
    """Keep whom of the family the interpreter is for, told now or before the language was."""
    interpreter = turn.draft.referral.interpreter
    told = (turn.draft.referral.dispute.in_own_words or "").split("\n")
    whom = speaks_it(turn.message.plain)
    if interpreter.needed is not True:
        return
    if interpreter.language is None and not interpreter.sign:
        if whom is not None:
            keep_words(turn)
        return
    whom = whom or next(filter(None, map(interpreter_is_for, told)), None)
    if whom is not None:
        interpreter.details = _joined(interpreter.details, f"for {whom}")


def _joined(before: str | None, wish: str) -> str:
    if before and wish in before:
        return before
    told = wish if "mediator" in wish else f"interpreter: {wish}"
    return "; ".join(filter(None, [before, told]))
