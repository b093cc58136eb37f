"""What becomes of a question without an answer: passed over, put off, or a person is offered."""

from __future__ import annotations

from casework.answers import Answer
from casework.referral.fields import is_given
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.turn.consents import answer_share
from casework.turn.questions import REQUIRED
from casework.turn.state import Turn

OFFERED_AFTER = 3
"""Misses in a row after which a person is offered (design, "The conversation")."""
OFFER = "want_callback"
"""What the offer asks, by the contract's ids, so that a number on SMS chooses from its list."""
MAY_BE_PUT_OFF = frozenset({"name", "phone", "child_name", "child_age"})
"""Required to submit, but not to go on with the other questions."""
_OF_THE_WHOLE = frozenset({"summary", "change_what"})
"""Nothing is asked there that could be passed over."""


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
    elif progress.misses == OFFERED_AFTER or question not in MAY_BE_PUT_OFF:
        offer_person(turn, "utter_offer_person_instead")
    else:
        put_off(turn, question)


def put_off(turn: Turn, question: str) -> None:
    """Go on without what is needed in the end; a reading of it that waits is no answer."""
    progress = turn.draft.progress
    progress.misses, progress.unconfirmed = 0, None
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
    """Offer a person once there are enough misses; beyond that go on without what can be spared.

    An answer that was to be changed stands, where the new one could not be read.
    """
    progress, pending = turn.draft.progress, turn.pending or ""
    if progress.misses < OFFERED_AFTER:
        return
    if pending in REQUIRED:
        if progress.misses > OFFERED_AFTER and pending in MAY_BE_PUT_OFF:
            leave_question(turn, pending)
        else:
            offer_person(turn, "utter_offer_person_required")
    elif progress.misses == OFFERED_AFTER:
        offer_person(turn, "utter_offer_person")
    else:
        leave_question(turn, pending)


def leave_question(turn: Turn, question: str) -> None:
    """Go on without an answer; what was answered before stands."""
    progress = turn.draft.progress
    if question in _OF_THE_WHOLE:
        progress.misses, progress.changing = 0, None
        turn.say("utter_not_sent_yet")
    elif progress.changing == question or question in REQUIRED & MAY_BE_PUT_OFF:
        _leave_as_it_is(turn, question)
    else:
        pass_over(turn, question, is_unsure=True)


def _leave_as_it_is(turn: Turn, question: str) -> None:
    progress = turn.draft.progress
    if progress.changing == question or is_given(turn.draft, question):
        progress.changing = progress.unconfirmed = None
        progress.misses = 0
        turn.say("utter_skipped")
    else:
        put_off(turn, question)


def offer_person(turn: Turn, response: str) -> None:
    """The offer stands in place of the question, which comes back when it is declined."""
    turn.draft.progress.offers_person = True
    if turn.draft.progress.misses == OFFERED_AFTER:
        turn.ask_person("assistant_not_understood", "routine")
    turn.say(response, asks=OFFER, topic="fallback")
