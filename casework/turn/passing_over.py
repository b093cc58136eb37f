"""What becomes of a question without an answer: passed over, put off, or a person is offered.

No question comes a third time with nothing learnt in between (docs/decisions/0018):
`casework.turn.misses` counts what could not be read; `leave_what_comes_again` sees to stories,
distress and whatever else is no miss and brings the same question again.
"""

from __future__ import annotations

from casework.answers import Answer
from casework.referral.draft import Draft, may_be_kept
from casework.referral.fields import is_given
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.turn.consents import answer_share
from casework.turn.own_words import keep_words
from casework.turn.questions import REQUIRED, next_question
from casework.turn.state import Turn
from casework.words import reads_as_question

OFFERED_AFTER = 3
"""Misses in a row after which a person is offered (design, "The conversation")."""
OFFER = "want_callback"
"""What the offer asks, by the contract's ids, so that a number on SMS chooses from its list."""
MAY_BE_PUT_OFF = frozenset({"name", "phone", "child_name", "child_age"})
"""Required to submit, but not to go on with the other questions."""
_MAY_BE_UNSURE = frozenset({"route_wanted", "plan", "school_only_check"})
"""Answers that have a value for "not sure"."""
_OF_THE_WHOLE = frozenset({"summary", "change_what"})
"""Nothing is asked there that could be passed over."""
_AT_MOST = 2
"""Times that a question comes again before it is left."""
_ONLY_THEIRS = frozenset({"consent", "share_with_council", "permission", "role", "summary"})
"""Nobody goes on without their word: a person is offered instead."""
_OPEN_STILL = frozenset({"anything_else", "change_what", "start_again"})
_SHORTEST = 3
"""Words of a message that tells something."""


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
    if question in _MAY_BE_UNSURE:
        turn.put(question, "unsure")
    elif question == "access_needs":
        turn.put("access_needs", {"needs": []})
        progress.skipped.append("access_needs")
    elif question == "interpreter":
        turn.draft.referral.interpreter.asked = True
        progress.skipped.append("interpreter")
    elif question == "share_with_council":
        answer_share(turn, False)
    elif question == "email":
        progress.asked_email = False
    elif question != "want_callback":
        (progress.unsure if is_unsure else progress.skipped).append(question)
    progress.mark_answered(question)
    progress.misses = 0
    said = "utter_noted_unsure" if is_unsure else "utter_skipped"
    turn.say("utter_one_way_to_reach_you" if question == "email" else said)


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
    (`casework.conversation.at_review`).
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
    is_required = pending in REQUIRED
    if progress.misses < OFFERED_AFTER:
        return
    if progress.misses == OFFERED_AFTER or (is_required and pending not in MAY_BE_PUT_OFF):
        offer_person(turn, "utter_offer_person_required" if is_required else "utter_offer_person")
    else:
        leave_question(turn, pending)


def leave_question(turn: Turn, question: str) -> None:
    """Go on without an answer; what was answered before stands."""
    progress = turn.draft.progress
    may_stand = question in MAY_BE_PUT_OFF and is_given(turn.draft, question)
    if question in _OF_THE_WHOLE:
        progress.misses, progress.changing = 0, None
        turn.say("utter_not_sent_yet")
    elif progress.changing == question or may_stand:
        progress.changing = progress.unconfirmed = None
        progress.misses = 0
        turn.say("utter_skipped")
    elif question in MAY_BE_PUT_OFF:
        put_off(turn, question)
    else:
        pass_over(turn, question, is_unsure=True)


def offer_person(turn: Turn, response: str) -> None:
    """The offer stands in place of the question, which comes back when it is declined."""
    turn.draft.progress.offers_person = True
    if turn.draft.progress.misses == OFFERED_AFTER:
        turn.ask_person("assistant_not_understood", "routine")
    turn.say(response, asks=OFFER, topic="fallback")


def leave_what_comes_again(turn: Turn, before: Draft, control: str | None) -> None:
    """Count how often the question came again, and leave it where it would be once too often."""
    progress = turn.draft.progress
    question = next_question(turn.draft, turn.today)
    is_over = progress.is_stopped or progress.has_declined
    if is_over or question != turn.pending or question in _OPEN_STILL or _has_learnt(turn, before):
        progress.times_again = 0
        return
    is_counted = progress.misses > before.progress.misses or before.progress.has_lost_thread
    # A control answers nothing and is answered: the question comes again as a matter of course.
    if is_counted or control is not None or any(said.topic is not None for said in turn.says):
        return
    progress.times_again += 1
    if progress.times_again < _AT_MOST:
        return
    progress.times_again = 0
    _keep(turn)
    if question in _ONLY_THEIRS:
        progress.misses = max(progress.misses, OFFERED_AFTER)
        offer_person(turn, "utter_offer_person_required")
    else:
        leave_question(turn, question)


def _has_learnt(turn: Turn, before: Draft) -> bool:
    """True where something was answered or read; at the review any words that are kept count."""
    is_read = turn.draft.progress.unconfirmed is not None and before.progress.unconfirmed is None
    narrows = turn.draft.progress.candidates != before.progress.candidates
    is_added = turn.pending == "summary" and bool(turn.changed)
    is_told = is_added or bool(set(turn.changed) - {"in_own_words"})
    return is_told or bool(turn.put_aside) or is_read or narrows


def _keep(turn: Turn) -> None:
    words = turn.message.plain
    if len(words.split()) >= _SHORTEST and may_be_kept(turn.draft) and not reads_as_question(words):
        keep_words(turn)
