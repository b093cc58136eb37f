"""Takes one turn: a parent's message and the draft in, what to say and the new draft out.

Everything here is a pure function of its arguments, so the same turn taken twice (after a crash)
comes to the same outcome.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.consent.asking_only import asked_of_consent, reads_as_asking_only, tells_something
from casework.conversation import consent_beside
from casework.conversation.asked_of_sending import asked_of_sending
from casework.conversation.at_review import hear_change, hear_review, submit
from casework.conversation.control_turns import CONTROLS
from casework.conversation.declined import hear_after_no, hear_after_withdrawal
from casework.conversation.interpreter_call import hear_in_their_language
from casework.conversation.no_calls import note_no_calls
from casework.conversation.when_we_answer import tell_hours_once
from casework.corrections.care_noted import note_care
from casework.corrections.last_words import is_last_word, take_last_word
from casework.corrections.put_aside import put_aside
from casework.corrections.review import sends_first
from casework.corrections.sending import say_not_sent
from casework.corrections.signer_taken_away import note_wish_for_interpreter
from casework.dispute.other_appeals import without_other_appeals
from casework.dispute.result import update_result
from casework.message import Message
from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.people.contact_told import OF_REACHING, tells_only_when
from casework.people.help_told import settle_help
from casework.people.names_told import settle_names
from casework.people.writing_instead import in_writing
from casework.referral.draft import Draft
from casework.say import Say, has_response
from casework.turn.ask import ask_next
from casework.turn.coming_and_going import on_return
from casework.turn.confirming import is_asked_to_confirm, take_confirmation
from casework.turn.consents import has_withdrawn, keep_partial_yes, note_who_consents, say_what_now
from casework.turn.controls import read_control
from casework.turn.half_answers import HalfAnswer, find_half_answer, name_said_first
from casework.turn.left_out import say_what_is_left_out, tells_of_only_one
from casework.turn.letter_found import note_rough_day
from casework.turn.misses import (
    comes_again,
    note_miss,
    note_unanswered,
    read_reply_to_offer,
    what_waits,
)
from casework.turn.own_words import complains_in_asking, keep_account
from casework.turn.passing_over import OFFERED_AFTER, leave_what_comes_again
from casework.turn.questions import next_question
from casework.turn.state import HandoverRequest, Outcome, Turn
from casework.turn.taking import (
    corrects_another,
    end_where_refused,
    facts_that_count,
    take_answer,
    take_loose_facts,
)
from casework.turn.topic_turns import (
    answer_beside,
    answer_in_short,
    answer_topics,
    leave_question,
    offer_topics,
    remember_topic,
)
from casework.turn.topics import (
    Asked,
    asks,
    asks_on,
    dispute_of_topic,
    is_sure_topic,
    leans,
    read_topics,
)
from casework.words import reads_as_no, reads_as_question, reads_as_yes

ASKED_BY_NAME = frozenset({"want_person", "withdraw", "change_answer", "start_again"})
"""Controls that stand, whatever yes or no is beside them."""


def take_turn(draft: Draft, message: Message, *, today: date, now: datetime) -> Outcome:
    """The outcome of the message. `draft` is left as it was; `now` is UTC, `today` London's date.

    >>> outcome = take_turn(Draft(), Message("hello"), today=date(2026, 11, 21), now=some_time)
    >>> outcome.says[-1].asks
    'consent'
    """
    asked = draft.progress.pending
    message = settle_help(without_other_appeals(settle_names(message)), asked)
    message = consent_beside.without_limits(message, asked)
    turn = Turn(draft=draft.copy_deep(), message=message, today=today, now=now)
    progress = turn.draft.progress
    was_offered, progress.offers_person = progress.offers_person, False
    progress.by_text = progress.by_text or message.channel == "sms"
    if hear_in_their_language(turn):
        note_who_consents(turn.draft)
        remember_topic(turn)
        return turn.finish()
    note_no_calls(turn)
    after = turn.draft.progress.last_topic
    control = read_control(message, turn.pending, after=after, is_sent=progress.is_submitted)
    control = control or asked_of_consent(message.plain, turn.pending)
    is_of_consent = turn.pending in consent_beside.CONSENTS
    if control in (None, "help_me", "carry_on", "change_answer") and not is_of_consent:
        control = asked_of_sending(message.plain, is_sent=progress.is_submitted) or control
    half = find_half_answer(message, control, turn.draft, today)
    if half is not None:
        control = half.control
    reply = read_reply_to_offer(message) if was_offered else None
    half = half or (consent_beside.agrees_beside(turn, control) if reply is None else None)
    control = reply or control
    if turn.draft.progress.is_stopped:
        control = on_return(message.plain, control)
        _resume(turn, control)
    is_withdrawn = has_withdrawn(turn.draft)
    if control in (None, "want_person") and not is_withdrawn:
        keep_account(turn)
    if not consent_beside.only_answers_council(turn):
        note_care(turn)
    if is_withdrawn:
        hear_after_withdrawal(turn, control)
    elif (
        control not in (None, "change_answer")
        or consent_beside.answers_council(turn)
        or not put_aside(turn)
    ):
        _take_message(turn, control, half, is_reply=reply is not None, before=draft)
    note_wish_for_interpreter(turn, asked=asked)
    if asked == "summary":
        say_not_sent(turn)
    end_where_refused(turn)
    note_who_consents(turn.draft)
    remember_topic(turn)
    if not turn.has_asked and not consent_beside.offers_manager(turn):
        leave_what_comes_again(turn, draft, control)
    if not turn.has_asked and not consent_beside.offers_manager(turn):
        ask_next(turn)
    elif turn.changed:
        update_result(turn.draft, today)
    if not turn.says:
        turn.say("utter_not_understood", topic="fallback")
    turn.says = in_writing(turn.says, draft if turn.must_delete else turn.draft)
    tell_hours_once(turn)
    return turn.finish()


def _take_message(
    turn: Turn, control: str | None, half: HalfAnswer | None, *, is_reply: bool, before: Draft
) -> None:
    """Do what the control asks for, or hear the message as what the question makes of it."""
    if control is not None and (is_reply or not _is_answered_by(turn, control)):
        answer_beside(turn, control)
        if control == "want_person" and not is_reply and sends_first(turn):
            submit(turn)
        CONTROLS[control](turn)
        if half is not None:
            turn.says = [replace(said, asks=None) for said in turn.says]
            take_answer(turn, half.answer, facts_that_count(turn))
    elif turn.pending == "summary":
        own_words = turn.draft.referral.dispute.in_own_words
        hear_review(turn, has_told_more=own_words != before.referral.dispute.in_own_words)
    elif turn.pending == "change_what":
        hear_change(turn)
    elif is_last_word(turn):
        take_last_word(turn)
    else:
        _hear(turn, half)


def apologise(draft: Draft) -> Outcome:
    """The outcome when a turn could not be taken at all: nothing changes, a person is asked."""
    pending = draft.progress.pending
    says = [Say("utter_something_wrong", topic="fallback")]
    if pending is not None and has_response(f"utter_ask_{pending}") and pending != "summary":
        says.append(Say(f"utter_ask_{pending}", asks=pending))
    return Outcome(
        draft=draft.copy_deep(),
        says=tuple(in_writing(says, draft)),
        handovers=(HandoverRequest("assistant_failed", "soon"),),
    )


def _is_answered_by(turn: Turn, control: str) -> bool:
    """A yes or no to a waiting confirmation is that, whatever else it could mean."""
    if control in ASKED_BY_NAME:
        return False
    if not is_asked_to_confirm(turn):
        return consent_beside.answers_consent(turn)
    if control == "stop":
        return False
    return reads_as_yes(turn.message.plain) or reads_as_no(turn.message.plain)


def _resume(turn: Turn, control: str | None) -> None:
    """Take the question up again that was left, so that the message may already answer it."""
    progress = turn.draft.progress
    progress.is_stopped = False
    if turn.draft.referral.consent.store.given is not True:
        return
    progress.pending = next_question(turn.draft, turn.today)
    if control == "carry_on":
        turn.say("utter_welcome_back")


def _hear(turn: Turn, half: HalfAnswer | None = None) -> None:
    """The ordinary turn: an answer, facts, a question, or several of them in one message."""
    message, pending = turn.message, turn.pending
    if say_what_now(turn) or keep_partial_yes(turn) or answer_in_short(turn):
        return
    waited_for = what_waits(turn)
    had_declined = turn.draft.progress.has_declined
    after = turn.draft.progress.last_topic
    asked = read_topics(message, is_opening=pending is None, after=after, pending=pending)
    is_only_doubted = half is not None and half.asked is None
    is_time = asks_to_be_reached_then(message.plain)
    if is_only_doubted or is_time or tells_of_only_one(asked, message.plain):
        asked = Asked()
    is_question = bool(asked.topics) and asks(message, pending)
    facts = [] if consent_beside.only_answers_council(turn) else facts_that_count(turn)
    answer = None
    is_answer = not (is_question and not consent_beside.starts_with_answer(turn))
    is_answer &= pending in OF_REACHING or not tells_only_when(message.plain)
    if half is not None:
        answer = half.answer
    elif pending is not None and is_answer and not corrects_another(turn, facts):
        answer = read_answer(pending, message, turn.draft, turn.today)
        answer = answer or name_said_first(message, facts, turn.draft, turn.today)
    if take_confirmation(turn, answer, facts):
        if is_question:
            answer_topics(turn, replace(asked, near=()))
        return
    is_worth_answering = _is_worth_answering(turn, answer, facts)
    if asked.topics and (
        not is_question or (pending is None and complains_in_asking(message.plain))
    ):
        facts += dispute_of_topic(asked.topics[0], facts)
        is_worth_answering &= leans(message) or _is_worth_answering(turn, answer, facts)
    elif asked.topics and pending == "issue":
        # "Can they just refuse to assess her?" asks about it, and may tell that they did.
        facts += dispute_of_topic(asked.topics[0], facts)
    understood = False
    say_what_is_left_out(turn)
    is_of_letter = note_rough_day(turn, answer)
    if answer is not None:
        understood = take_answer(turn, answer, facts)
    else:
        understood = take_loose_facts(turn, facts) or is_of_letter
    is_elsewhere = turn.draft.progress.outside_england and not is_question
    if is_elsewhere or not is_worth_answering:
        asked = Asked()
    if asked.topics:
        answer_topics(turn, replace(asked, near=()) if len(facts) > 1 else asked)
        understood = True
    if had_declined and hear_after_no(turn, facts):
        return
    if pending in (None, "consent") and answer is None and reads_as_asking_only(message.plain):
        turn.draft.progress.has_declined = understood = True
        if not turn.says:
            turn.say("utter_no_consent")
    is_opening = pending is None and not turn.draft.progress.has_declined
    if is_opening and not asked.topics and (facts or tells_something(message)):
        understood = True
        if "begun" not in turn.draft.progress.told and not turn.draft.referral.is_third_party:
            turn.draft.progress.told.append("begun")
            turn.say("utter_lets_start")
    may_be_asked = bool(asked.near) and not asked.topics
    if not understood and not (may_be_asked and turn.draft.progress.misses < OFFERED_AFTER - 1):
        note_miss(turn, is_known=bool(facts))
    elif may_be_asked and (not understood or _asks_besides(turn, answer, half)):
        offer_topics(turn, asked.near, is_miss=not understood)
    elif not asked.topics and not is_time and leave_question(turn, half.asked if half else ""):
        return
    elif not asked.topics and not had_declined and comes_again(turn, waited_for):
        note_unanswered(turn)


def _asks_besides(turn: Turn, answer: Answer | None, half: HalfAnswer | None) -> bool:
    """True where something was taken from the message and a question is left over."""
    return half is not None or (answer is None and reads_as_question(turn.message.plain))


def _is_worth_answering(turn: Turn, answer: Answer | None, facts: list[Fact]) -> bool:
    """A question always; a statement as an opening, or when nothing else was made of it.

    Right after an answer a statement is mostly a question too: "all we have is the draft one".
    """
    if asks_on(turn.message, turn.pending) or turn.pending is None:
        return True
    return answer is None and (not facts or is_sure_topic(turn.message))
