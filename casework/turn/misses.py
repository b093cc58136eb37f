"""What happens when a question gets no answer: passed over, not known, or not understood."""

from __future__ import annotations

import re
from typing import Literal

from casework.answers import Answer
from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.people.shared_phone import others_see_phone
from casework.referral.draft import Unconfirmed, may_be_kept
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.turn.consents import answer_share
from casework.turn.controls import read_control
from casework.turn.own_words import keep_for_team, keep_unread, keep_words
from casework.turn.questions import REQUIRED, next_question
from casework.turn.state import Turn
from casework.words import reads_as_plain_no, reads_as_venting, reads_as_yes

Waiting = tuple[str, Unconfirmed | None, list[str], int]
OFFERED_AFTER = 3
"""Misses in a row after which a person is offered (design, "The conversation")."""
OFFER = "want_callback"
"""What the offer asks, by the contract's ids, so that a number on SMS chooses from its list."""
SURE_OF_SCOPE = 0.5
"""Confidence from which a message is told that it is none of ours."""
_NAMES = frozenset({"name", "child_name"})
_ODD_IN_A_NAME = re.compile(r"""[=<>{}()\[\]|;:\\/"@#*%^~$]""")
_MAY_BE_PUT_OFF = frozenset({"name", "phone", "child_name", "child_age"})
"""Required to submit, but not to go on with the other questions (intake-fields.md)."""
SHORTEST_REMARK = 8
"""Characters from which what was not understood, once all is told, is left to a person."""
LONGEST_REPLY = 4
"""Words that a yes or no to the offer may have."""

_OF_REACHING = frozenset(
    {"phone", "email", "best_time", "contact_ok", "contact_preferred", "person_name"}
)
_ACCEPTS = re.compile(
    r"^\W*(?:(?:oh|ok|okay|um|well)\W+)*(?:y|ye|yes+|yea|yeah|yep|yup|yh|aye)\b"
    r"(?P<please>\W+(?:please|pls|plz)\b)?",
    re.IGNORECASE,
)


def pass_over(turn: Turn, question: str, *, is_unsure: bool) -> None:
    """The parent does not know, or would rather not say: note it and go on, never in a loop."""
    progress = turn.draft.progress
    if progress.changing == question:
        progress.changing = None
        if is_unsure and question not in REQUIRED:
            _take_out(turn, question)
        else:
            turn.say("utter_skipped")
        return
    waiting = progress.unconfirmed
    if waiting is not None and waiting.field == question:
        progress.unconfirmed = None
    if question in REQUIRED:
        refuse_to_skip(turn, question)
        return
    if question == "route_wanted":
        turn.put("route_wanted", "unsure")
    elif question == "plan":
        turn.put("plan", "unsure")
    elif question == "school_only_check":
        turn.put("school_only_check", "unsure")
    elif question == "access_needs":
        turn.put("access_needs", {"needs": []})
        progress.skipped.append("access_needs")
    elif question == "interpreter":
        turn.draft.referral.interpreter.asked = True
        progress.skipped.append("interpreter")
    elif question == "share_with_council":
        answer_share(turn, False)
    elif question == "want_callback":
        progress.mark_answered("want_callback")
    elif question == "email":
        progress.asked_email = False
    else:
        (progress.unsure if is_unsure else progress.skipped).append(question)
    progress.mark_answered(question)
    progress.misses = 0
    if question == "email":
        turn.say("utter_one_way_to_reach_you")
    else:
        turn.say("utter_noted_unsure" if is_unsure else "utter_skipped")


def _take_out(turn: Turn, question: str) -> None:
    """The answer that stood was wrong, and nobody knows the right one: no longer does it stand."""
    progress, values = turn.draft.progress, {"field": within_a_sentence(field_label(question))}
    turn.clear(question)
    if question != "email":
        progress.unsure.append(question)
        progress.mark_answered(question)
    turn.say("utter_taken_out", values)


def refuse_to_skip(turn: Turn, question: str) -> None:
    """Say that a required question cannot be left out, then offer a person, then go on without it.

    What was put off is asked once more before the referral is sent
    (`casework.conversation.submission`).
    """
    progress = turn.draft.progress
    count_miss(turn)
    if progress.misses < OFFERED_AFTER:
        turn.say("utter_cannot_skip")
    elif progress.misses == OFFERED_AFTER or question not in _MAY_BE_PUT_OFF:
        _offer_person(turn, "utter_offer_person_instead")
    else:
        progress.misses = 0
        progress.skipped += [question, "email"] if question == "phone" else [question]
        turn.say("utter_put_off")


def refuses_every_way(turn: Turn, answer: Answer) -> bool:
    """True for a no to the number from somebody who would not give an email address either."""
    progress = turn.draft.progress
    is_no = any(fact.field == "prefers_email" for fact in answer.facts)
    return is_no and progress.changing is None and "email" in progress.answered


def offer_person_for_contact(turn: Turn) -> None:
    """Offer a person rather than go from phone to email and back; then go on without either."""
    progress = turn.draft.progress
    progress.misses = max(progress.misses, OFFERED_AFTER - 1)
    refuse_to_skip(turn, "phone")


def count_miss(turn: Turn) -> None:
    """One more answer in a row that could not be read."""
    turn.draft.progress.misses += 1


def offer_after_misses(turn: Turn) -> None:
    """Offer a person once there are enough misses; beyond that go on without what can be spared."""
    progress, pending = turn.draft.progress, turn.pending or ""
    if progress.misses < OFFERED_AFTER:
        return
    if pending in REQUIRED:
        _offer_person(turn, "utter_offer_person_required")
    elif progress.misses == OFFERED_AFTER:
        _offer_person(turn, "utter_offer_person")
    else:
        pass_over(turn, pending, is_unsure=True)


def note_unanswered(turn: Turn) -> None:
    """The message told something, but not what was asked, and the question comes again.

    Once that is a matter of course; then the question is explained. Only where the message told
    nothing new a person is offered after that: who tells us one thing after the other gets on.
    """
    if reads_as_venting(turn.message.plain) or _finds_thread_again(turn):
        return
    has_told = bool(turn.changed or turn.put_aside)
    if has_told and turn.draft.progress.misses >= OFFERED_AFTER - 1:
        return
    count_miss(turn)
    if turn.draft.progress.misses == OFFERED_AFTER - 1 and turn.draft.progress.unconfirmed is None:
        turn.say(f"utter_help_{turn.pending}", asks=turn.pending, topic="fallback")
    offer_after_misses(turn)


def _finds_thread_again(turn: Turn) -> bool:
    """Whether a notice about a danger came after the question; once, the question just comes again.

    What is said then is said to the notice.
    """
    had_lost, turn.draft.progress.has_lost_thread = turn.draft.progress.has_lost_thread, False
    return had_lost


def what_waits(turn: Turn) -> Waiting:
    """The question that would come next as things stand, and what is known of its answer."""
    progress = turn.draft.progress
    question = next_question(turn.draft, turn.today)
    return question, progress.unconfirmed, list(progress.candidates), progress.misses


def comes_again(turn: Turn, waited_for: Waiting) -> bool:
    """True where the pending question is as open as before the message, and nobody noticed."""
    if turn.pending in (None, "anything_else") or turn.has_asked:
        return False
    return waited_for[0] == turn.pending and waited_for == what_waits(turn)


def note_miss(turn: Turn) -> None:
    """Nothing could be made of the message: say what is wrong, explain, then offer a person.

    Each of these is the one message that asks again, so that there is one list to choose from.
    Somebody who lets off steam has not missed the question: a kind word, and it comes again.
    """
    progress, pending = turn.draft.progress, turn.pending
    waiting = progress.unconfirmed
    if _finds_thread_again(turn):
        return
    if reads_as_venting(turn.message.plain):
        if pending == "issue":
            keep_words(turn)
        turn.say("utter_hard_time")
        return
    words = turn.message.plain
    if may_be_kept(turn.draft) and (whom_to_leave_out(words) or others_see_phone(words)):
        turn.say("utter_added_for_team")
        return
    if pending == "anything_else" and len(turn.message.plain) >= SHORTEST_REMARK:
        keep_for_team(turn)
        turn.say("utter_added_for_team", asks=pending)
        return
    count_miss(turn)
    if pending is None or pending == "start_again":
        turn.say("utter_not_understood", topic="fallback")
        return
    if pending == "issue" and len(turn.message.plain) > 20:
        keep_words(turn)
        if progress.misses >= 2:
            progress.unconfirmed = None
            turn.put("issue", ["unsure_other"])
            progress.mark_answered("issue")
            return
    if _is_out_of_scope(turn):
        turn.say("utter_out_of_scope", topic="fallback")
        if progress.misses == OFFERED_AFTER - 1 and waiting is None:
            turn.say(f"utter_help_{pending}", asks=pending, topic="fallback")
        offer_after_misses(turn)
        return
    keep_unread(turn)
    if progress.misses < OFFERED_AFTER and waiting is not None and waiting.field == pending:
        _ask_for_yes_or_no(turn, waiting, pending)
    elif progress.misses < OFFERED_AFTER:
        explained = "error" if progress.misses == 1 else "help"
        turn.say(f"utter_{explained}_{pending}", asks=pending, topic="fallback")
    offer_after_misses(turn)


def _is_out_of_scope(turn: Turn) -> bool:
    """True for what is none of ours; a name with odd signs is a name that was not understood."""
    if turn.pending in _NAMES and _ODD_IN_A_NAME.search(turn.message.plain):
        return False
    return turn.message.intent == "out_of_scope" and turn.message.confidence >= SURE_OF_SCOPE


def _ask_for_yes_or_no(turn: Turn, waiting: Unconfirmed, pending: str) -> None:
    values = {"field": field_label(waiting.field), "value": waiting.shown}
    turn.say("utter_error_confirm", values, asks=pending, topic="fallback")


def _offer_person(turn: Turn, response: str) -> None:
    """The offer stands in place of the question, which comes back when it is declined."""
    turn.draft.progress.offers_person = True
    if turn.draft.progress.misses == OFFERED_AFTER:
        turn.ask_person("assistant_not_understood", "routine")
    turn.say(response, asks=OFFER, topic="fallback")


def read_reply_to_offer(message: Message) -> Literal["want_person", "carry_on"] | None:
    """What the message says to the offer of a person, as a control; None if it is no reply to it.

    A yes here must never count for the question that waits: that may be a consent.
    """
    words = message.plain
    is_short = len(words.split()) <= LONGEST_REPLY and not message.entities
    if (is_short and reads_as_yes(words)) or _accepts_and_tells_how(message):
        return "want_person"
    declines = reads_as_plain_no(words) or read_control(message, OFFER) == "carry_on"
    return "carry_on" if is_short and declines else None


def _accepts_and_tells_how(message: Message) -> bool:
    """True for "yes please, after 4pm": what stands beside the yes says how to reach them."""
    accepts = _ACCEPTS.match(message.plain)
    told = {entity.name for entity in message.entities}
    if accepts is None or not told <= _OF_REACHING:
        return False
    return bool(told) or accepts["please"] is not None
