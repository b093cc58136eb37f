"""Takes one turn: a parent's message and the draft in, what to say and the new draft out.

Everything here is a pure function of its arguments, so the same turn taken twice (after a crash)
comes to the same outcome.
"""

from __future__ import annotations

from datetime import date, datetime

from casework.answers import Answer, read_answer
from casework.ask import ask_next
from casework.confirming import take_confirmation
from casework.consents import note_who_consents
from casework.control_turns import CONTROLS
from casework.controls import read_control
from casework.draft import Draft, may_be_kept, without_family_details
from casework.facts import Fact, corrected_date, facts_in
from casework.fields import is_given
from casework.interpreter_call import hear_in_their_language
from casework.left_out import say_what_is_left_out
from casework.message import Message
from casework.misses import OFFERED_AFTER, count_miss, note_miss, pass_over
from casework.no_calls import note_no_calls, speak_of_writing
from casework.plain_answers import PLAIN_ANSWERS
from casework.questions import next_question
from casework.review import take_change, take_review_answer
from casework.say import Say, has_response
from casework.submission import submit
from casework.topic_turns import answer_topics, offer_topics, remember_topic
from casework.topics import Asked, dispute_of_topic, read_topics
from casework.turn import HandoverRequest, Outcome, Turn, heard_list, take_facts
from casework.words import reads_as_correction, reads_as_no, reads_as_question, reads_as_yes

FREE_TEXT = frozenset(
    {"name", "child_name", "access_needs", "language", "best_time", "supporters", "in_own_words"}
)


_BESIDE_A_NAME = frozenset({"name", "child_name", "child_age", "phone", "email"})
LONGEST_NAME = 5


def take_turn(draft: Draft, message: Message, *, today: date, now: datetime) -> Outcome:
    """The outcome of the message. `draft` is left as it was; `now` is UTC, `today` London's date.

    >>> outcome = take_turn(Draft(), Message("hello"), today=date(2026, 11, 21), now=some_time)
    >>> outcome.says[-1].asks
    'consent'
    """
    turn = Turn(draft=draft.copy_deep(), message=message, today=today, now=now)
    if hear_in_their_language(turn):
        note_who_consents(turn.draft)
        remember_topic(turn)
        return turn.finish()
    note_no_calls(turn)
    control = read_control(message, turn.pending)
    if turn.draft.progress.is_stopped:
        _resume(turn, control)
        control = None if control == "greet" else control
    if turn.draft.progress.is_submitted and turn.draft.referral.consent.store.given is False:
        _hear_after_withdrawal(turn, control)
    elif control is not None and not _is_answered_by(turn, control):
        CONTROLS[control](turn)
    elif turn.pending == "summary":
        _hear_review(turn)
    elif turn.pending == "change_what":
        take_change(turn, facts_in(message, turn.draft, today))
    else:
        _hear(turn)
    note_who_consents(turn.draft)
    remember_topic(turn)
    if not _has_asked(turn):
        ask_next(turn)
    if not turn.says:
        turn.say("utter_not_understood", topic="fallback")
    speak_of_writing(turn)
    return turn.finish()


def apologise(draft: Draft) -> Outcome:
    """The outcome when a turn could not be taken at all: nothing changes, a person is asked."""
    pending = draft.progress.pending
    says = [Say("utter_something_wrong", topic="fallback")]
    if pending is not None and has_response(f"utter_ask_{pending}") and pending != "summary":
        says.append(Say(f"utter_ask_{pending}", asks=pending))
    return Outcome(
        draft=draft.copy_deep(),
        says=tuple(says),
        handovers=(HandoverRequest("assistant_failed", "soon"),),
    )


def _has_asked(turn: Turn) -> bool:
    return bool(turn.says) and turn.says[-1].asks is not None


def _is_answered_by(turn: Turn, control: str) -> bool:
    """A yes or no to a waiting confirmation is that, whatever else it could mean."""
    if turn.draft.progress.unconfirmed is None or control in {"want_person", "stop", "withdraw"}:
        return False
    return reads_as_yes(turn.message.plain) or reads_as_no(turn.message.plain)


def _resume(turn: Turn, control: str | None) -> None:
    """Take the question up again that was left, so that the message may already answer it."""
    progress = turn.draft.progress
    progress.is_stopped = False
    has_kept = turn.draft.referral.consent.store.given is True
    if not has_kept:
        return
    progress.pending = next_question(turn.draft, turn.today)
    if control in {"carry_on", "greet"}:
        turn.say("utter_welcome_back")


def _hear_after_withdrawal(turn: Turn, control: str | None) -> None:
    """Questions are answered and a person can be asked for; nothing more is taken down (DP-04)."""
    asked = read_topics(turn.message)
    if control in {"want_person", "privacy", "thanks", "goodbye"}:
        CONTROLS[control](turn)
    elif asked.topics:
        answer_topics(turn, asked)
    else:
        turn.say("utter_withdrawn")


def _hear(turn: Turn) -> None:
    """The ordinary turn: an answer, facts, a question, or several of them in one message."""
    message, pending = turn.message, turn.pending
    asked = read_topics(message, is_opening=pending is None)
    is_question = bool(asked.topics) and reads_as_question(message.plain)
    facts = _facts_that_count(turn)
    answer = None
    is_answer = not (is_question and not _starts_with_answer(turn))
    if pending is not None and is_answer and not _corrects_another(turn, facts):
        answer = read_answer(pending, message, turn.draft, turn.today)
    if take_confirmation(turn, answer, facts):
        return
    if asked.topics and not is_question:
        facts += dispute_of_topic(asked.topics[0], facts)
    understood = False
    say_what_is_left_out(turn)
    if answer is not None:
        understood = _take_answer(turn, answer, facts)
    else:
        understood = _take_loose_facts(turn, facts)
    is_elsewhere = turn.draft.progress.outside_england and not is_question
    if is_elsewhere or not _is_worth_answering(turn, answer, facts):
        asked = Asked()
    if asked.topics:
        answer_topics(turn, asked)
        understood = True
    _wake_up(turn, understood, facts)
    is_opening = pending is None and not turn.draft.progress.has_declined
    if is_opening and not asked.topics and (facts or _tells_something(message)):
        understood = True
        if "begun" not in turn.draft.progress.told:
            turn.draft.progress.told.append("begun")
            turn.say("utter_lets_start")
    may_be_asked = bool(asked.near) and not asked.topics
    if not understood and not (may_be_asked and turn.draft.progress.misses < OFFERED_AFTER - 1):
        note_miss(turn)
    elif may_be_asked and (not understood or (is_opening and reads_as_question(message.plain))):
        offer_topics(turn, asked.near)


def _facts_that_count(turn: Turn) -> list[Fact]:
    """The facts, less what a short answer merely looks like: Mark is no town, Poole nobody."""
    facts = facts_in(turn.message, turn.draft, turn.today)
    if reads_as_correction(turn.message.plain):
        facts += corrected_date(turn.message, turn.draft, facts)
    is_short = len(turn.message.plain.split()) <= LONGEST_NAME
    if turn.pending in ("name", "child_name") and is_short:
        return [fact for fact in facts if fact.field in _BESIDE_A_NAME]
    if turn.pending == "council" and is_short:
        return [fact for fact in facts if fact.field not in ("name", "child_name")]
    return facts


def _corrects_another(turn: Turn, facts: list[Fact]) -> bool:
    """True for "no sorry, 3 October" at a question of yes or no: it answers an earlier one."""
    if turn.pending not in PLAIN_ANSWERS or not reads_as_correction(turn.message.plain):
        return False
    return any(is_given(turn.draft, fact.field) for fact in facts)


def _tells_something(message: Message) -> bool:
    """True for an opening that asks for a referral or tells of it, though no fact was found."""
    is_in_words = sum(c.isalpha() for c in message.plain) >= 8
    return is_in_words and message.intent in {"start_referral", "inform", "want_person"}


def _starts_with_answer(turn: Turn) -> bool:
    """True for "no, do I need one?", which holds an answer and a question."""
    if turn.pending in FREE_TEXT:
        return False
    return reads_as_yes(turn.message.plain) or reads_as_no(turn.message.plain)


def _is_worth_answering(turn: Turn, answer: Answer | None, facts: list[Fact]) -> bool:
    """A question always; a statement only as an opening or when nothing else was made of it."""
    if reads_as_question(turn.message.plain) or turn.pending is None:
        return True
    return answer is None and not facts


def _wake_up(turn: Turn, understood: bool, facts: list[Fact]) -> None:
    """Somebody who declined and now tells or asks for a referral is asked for consent again."""
    progress = turn.draft.progress
    wants_to_start = turn.message.intent in {"start_referral", "affirm"} or bool(facts)
    if progress.has_declined and wants_to_start:
        progress.has_declined = False


def _take_answer(turn: Turn, answer: Answer, facts: list[Fact]) -> bool:
    """Take the answer to the pending question and the other facts beside it."""
    pending = turn.pending or ""
    progress = turn.draft.progress
    if answer.problem is not None:
        turn.say(answer.problem)
        count_miss(turn)
        return True
    if answer.candidates:
        progress.candidates = [council.gss for council in answer.candidates]
        turn.draft.referral.council.as_typed = turn.message.plain[:80]
        return True
    if answer.note is not None:
        turn.say(answer.note)
    others = answer.beside(facts)
    is_correction = reads_as_correction(turn.message.plain)
    if answer.is_unsure:
        taken = take_facts(turn, others, is_answer=False, is_correction=is_correction)
        if not taken:
            pass_over(turn, pending, is_unsure=True)
        return True
    if pending in PLAIN_ANSWERS:
        PLAIN_ANSWERS[pending](turn, bool(answer.facts[0].value))
    else:
        take_facts(turn, list(answer.facts), is_answer=True, is_correction=is_correction)
        if answer.facts and progress.unconfirmed is None:
            progress.mark_answered(pending)
        if pending == "permission" and not turn.draft.referral.has_permission:
            _end_without_permission(turn)
            return True
    take_facts(turn, others, is_answer=False, is_correction=is_correction)
    progress.misses = 0
    return True


def _end_without_permission(turn: Turn) -> None:
    """No family details are taken before the family agreed (privacy.md DP-08)."""
    turn.draft = without_family_details(turn.draft)
    turn.draft.progress.is_stopped = True
    turn.say("utter_permission_needed")


def _take_loose_facts(turn: Turn, facts: list[Fact]) -> bool:
    """Facts that do not answer the pending question in its own terms, or that come unasked."""
    pending = turn.pending
    is_correction = reads_as_correction(turn.message.plain)
    own = [fact for fact in facts if fact.field == pending]
    others = [fact for fact in facts if fact.field != pending]
    given_before = {fact.field for fact in others if is_given(turn.draft, fact.field)}
    take_facts(turn, own, is_answer=True, is_correction=is_correction)
    taken = take_facts(turn, others, is_answer=False, is_correction=is_correction)
    new = heard_list(turn.draft, [name for name in taken if name not in given_before])
    if new and not own and may_be_kept(turn.draft):
        turn.say("utter_heard", {"facts": new})
    if own and pending is not None and turn.draft.progress.unconfirmed is None:
        turn.draft.progress.mark_answered(pending)
    return bool(facts)


def _hear_review(turn: Turn) -> None:
    """The answer to "is all this right?": send, change something, or a change said outright."""
    facts = facts_in(turn.message, turn.draft, turn.today)
    asked = read_topics(turn.message)
    if asked.topics and reads_as_question(turn.message.plain):
        answer_topics(turn, asked)
        return
    decision = take_review_answer(turn, facts)
    if decision == "send":
        submit(turn)
    elif decision == "unclear":
        note_miss(turn)
